import type { Problem } from '@freehold/core/problem';
import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { number, problemSentence } from '../words.ts';
import type { PlacesFound } from './engine/work.ts';
import { mapPlacesWords as words } from './map-words.ts';

const mostRows = 50;

/** Which values of the release have a place and which have none, what no value names, and what could not be read. */
export function MapFound({ found }: { found: PlacesFound }) {
  const { columns, unused, leftOut, read } = found;
  const placed = columns.toSorted((a, b) => hits(b) - hits(a));
  return (
    <div className="stack-tight">
      {placed.length === 0 && read.places.length > 0 && (
        <Notice tone="warn" title={words.nothing} />
      )}
      {placed.map((column) => (
        <div key={column.name}>
          <p>
            <strong>{words.column(column.name, hits(column), column.values)}</strong>
          </p>
          <Names title={words.missed(column.missed.length)} names={column.missed} />
        </div>
      ))}
      <Names title={words.unused(unused.length)} names={unused} note={words.leftOut(leftOut)} />
      <Problems problems={read.problems} />
    </div>
  );
}

function hits({ values, missed }: PlacesFound['columns'][number]): number {
  return values - missed.length;
}

function Names({
  title,
  names,
  note = '',
}: {
  title: string;
  names: readonly string[];
  note?: string;
}) {
  if (names.length === 0) return null;
  return (
    <details className="method">
      <summary>{title}</summary>
      {note !== '' && <p>{note}</p>}
      <p>{names.join(' · ')}</p>
    </details>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={words.rows(new Set(problems.map(({ where }) => where?.row)).size)}>
      <Table<Problem>
        caption={<span className="unseen">Problems by row and column</span>}
        rows={problems.slice(0, mostRows)}
        rowKey={(_, index) => String(index)}
        columns={[
          { title: 'Row', figure: true, cell: ({ where }) => number(where?.row ?? 0) },
          { title: 'Column', cell: ({ where }) => where?.column ?? '–' },
          { title: 'Problem', cell: ({ code, details }) => problemSentence(code, details) },
        ]}
      />
    </Notice>
  );
}
