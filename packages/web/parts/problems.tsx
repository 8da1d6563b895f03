import { useEffect, useRef } from 'react';
import type { Problem, Where } from '@freehold/core/problem';
import { Refusal } from '../api.ts';
import { problemSentence } from '../words.ts';

/** All that stands in the way of what was asked, on top of the form; takes the focus when it appears. */
export function Problems({ error }: { error: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  if (error === null || error === undefined) return null;
  const problems = problemsOf(error);
  return (
    <div ref={box} tabIndex={-1} className="notice bad" role="alert">
      <h2>
        {problems.length === 1 ? 'This needs mending' : `${problems.length} things need mending`}
      </h2>
      <ul>
        {problems.slice(0, 12).map((each, index) => (
          <li key={`${each.code}-${index}`}>
            {whereWords(each)}
            {problemSentence(each.code, each.details)}
          </li>
        ))}
      </ul>
      {problems.length > 12 && <p>… and {problems.length - 12} more.</p>}
      {error instanceof Refusal && error.reference !== null && (
        <p className="small">Reference: {error.reference}</p>
      )}
    </div>
  );
}

export function problemsOf(error: unknown): readonly Problem[] {
  return error instanceof Refusal ? error.problems : [{ code: 'our-fault' }];
}

/** "Staff.csv, row 3, column Rating: ", or nothing. */
export function whereWords({ where = {} }: { readonly where?: Spot | undefined }): string {
  const parts = [
    where.file,
    where.sheet && `sheet ${where.sheet}`,
    where.row !== undefined && `row ${where.row}`,
    where.column && `column ${where.column}`,
    where.path && fieldWords(where.path),
  ].filter((part) => part !== undefined && part !== false && part !== '');
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}

/** The name of one field as people say it: "due on" for `dueOn`. A longer path stays as it is. */
function fieldWords(path: string): string {
  return /^[a-z]+([A-Z][a-z]*)+$/.test(path)
    ? path.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : path;
}

/** As the server sends it: what is not known may be said outright. */
type Spot = { readonly [Part in keyof Where]?: Where[Part] | undefined };
