import { useEffect, useRef } from 'react';
import type { Problem } from '@freehold/core/problem';
import { Table, type Column } from '../parts/table.tsx';
import { count } from '../words.ts';
import { faultSentence } from './words.ts';

/** Everything that is wrong with a file, in the order of the file, with what to do; takes the focus when it appears. */
export function FaultTable({ file, faults }: { file: string; faults: readonly Problem[] }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [faults]);
  const told = faults.filter(({ code }) => code !== 'more-problems');
  const [rest] = faults.filter(({ code }) => code === 'more-problems');
  return (
    <section ref={box} tabIndex={-1} className="notice bad faults" role="alert">
      <h2>
        {count(told.length, 'thing needs', 'things need')} mending in {file}
      </h2>
      <p>Nothing was imported. Mend the file, then choose it again.</p>
      {told.every(({ where }) => where === undefined) ? (
        <ul>
          {told.map((each) => (
            <li key={each.code}>{faultSentence(each)}</li>
          ))}
        </ul>
      ) : (
        <Placed faults={told} />
      )}
      {rest !== undefined && <p>{faultSentence(rest)}</p>}
    </section>
  );
}

function Placed({ faults }: { faults: readonly Problem[] }) {
  const inSheets = faults.some(({ where }) => where?.sheet !== undefined);
  return (
    <Table
      caption={
        inSheets ? 'Rows are counted as your spreadsheet program shows them.' : 'Where in the file'
      }
      rows={faults}
      rowKey={(_, index) => String(index)}
      stacks
      columns={[
        ...(inSheets ? sheetColumns : pathColumns),
        { title: 'What to do', cell: faultSentence },
      ]}
    />
  );
}

const sheetColumns: readonly Column<Problem>[] = [
  { title: 'Sheet', heads: true, cell: ({ where }) => where?.sheet ?? '–' },
  { title: 'Row', figure: true, cell: ({ where }) => where?.row ?? '–' },
  { title: 'Column', cell: ({ where }) => where?.column ?? '–' },
];

const pathColumns: readonly Column<Problem>[] = [
  {
    title: 'Where',
    heads: true,
    cell: ({ where }) => where?.path ?? (where?.row === undefined ? '–' : `line ${where.row}`),
  },
];
