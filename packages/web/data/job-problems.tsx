import { buttonClass } from '../parts/button.tsx';
import { whereWords } from '../parts/problems.tsx';
import { count, number, problemSentence } from '../words.ts';
import type { Job } from './calls.ts';

/** What stands in the way, by row and column, and all of it as a file. */
export function JobProblems({ partnership, job }: { partnership: string; job: Job }) {
  if (job.problemCount === 0) return null;
  return (
    <section className="stack-tight" aria-label="Problems in the file">
      <h3>{count(job.problemCount, 'problem', 'problems')} in the file</h3>
      {grouped(job.problems).map(({ key, first, more }) => (
        <ul className="faults" key={key}>
          {first.map((each, index) => (
            <li key={index}>
              <span className="small soft">{whereWords(each)}</span>
              {problemSentence(each.code, each.details)}
            </li>
          ))}
          {more > 0 && <li className="small soft">and {number(more)} more of this kind</li>}
        </ul>
      ))}
      {job.problemCount > job.problems.length && (
        <p className="small soft">
          The first {number(job.problems.length)} of {number(job.problemCount)} were looked at here.
        </p>
      )}
      <div>
        <a
          className={buttonClass()}
          href={`/api/partnerships/${partnership}/jobs/${job.id}/errors.csv`}
          download
        >
          Download all problems as CSV
        </a>
      </div>
    </section>
  );
}

type Line = Job['problems'][number];

/** Problems of one kind and column together, so that a hundred alike do not hide the one that is not. */
function grouped(
  problems: readonly Line[],
): readonly { key: string; first: readonly Line[]; more: number }[] {
  const groups = Map.groupBy(problems, ({ code, where }) => `${code} ${where?.column ?? ''}`);
  return [...groups].map(([key, all]) => ({
    key,
    first: all.slice(0, shown),
    more: Math.max(0, all.length - shown),
  }));
}

const shown = 3;
