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
      <ul className="faults">
        {job.problems.slice(0, shown).map((each, index) => (
          <li key={index}>
            <span className="small soft">{whereWords(each)}</span>
            {problemSentence(each.code, each.details)}
          </li>
        ))}
      </ul>
      {job.problemCount > shown && (
        <p className="small soft">
          {number(shown)} of {number(job.problemCount)} are shown.
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

const shown = 20;
