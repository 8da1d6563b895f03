import { Button } from '../parts/button.tsx';
import { moment } from '../words.ts';
import { changeWords } from './words.ts';

type Line = {
  readonly id: string;
  readonly of: string;
  readonly what: string;
  readonly note: string;
  readonly byName: string;
  readonly at: string;
};

/** What became of an entry and of those merged into it, the newest first. */
export function History({
  lines,
  merged,
  onPart,
}: {
  lines: readonly Line[];
  merged: readonly { readonly id: string; readonly name: string }[];
  onPart: ((id: string) => void) | null;
}) {
  return (
    <section className="stack">
      <h2>History</h2>
      {merged.map(({ id, name }) => (
        <p key={id} className="row">
          <span>“{name}” was merged into this entry; it keeps its own history below.</span>
          {onPart !== null && <Button onClick={() => onPart(id)}>Take the merge back</Button>}
        </p>
      ))}
      {lines.length === 0 && <p className="soft">Nothing of this entry has been changed yet.</p>}
      <ol className="plain timeline">
        {lines.map((line) => (
          <li key={line.id}>
            <span className="strong">{changeWords[line.what] ?? line.what}</span>
            {line.note !== '' && ` (${line.note})`}
            <span className="small soft">
              {' '}
              {moment(line.at)}
              {line.byName !== '' && `, ${line.byName}`}
              {merged.length > 0 && `, entry “${line.of}”`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
