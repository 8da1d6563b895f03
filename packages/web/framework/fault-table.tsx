import { useEffect, useRef } from 'react';
import type { Problem } from '@freehold/core/problem';
import { Table } from '../parts/table.tsx';
import { count } from '../words.ts';
import { faultSentence } from './words.ts';

/** Everything that is wrong with a file, in the order of the file, with what to do; takes the focus when it appears. */
export function FaultTable({ file, faults }: { file: string; faults: readonly Problem[] }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [faults]);
  const bySheet = faults.some(({ where }) => where?.sheet !== undefined);
  const told = faults.filter(({ code }) => code !== 'more-problems');
  const [rest] = faults.filter(({ code }) => code === 'more-problems');
  return (
    <section ref={box} tabIndex={-1} className="notice bad faults" role="alert">
      <h2>
        {count(told.length, 'thing needs', 'things need')} mending in {file}
      </h2>
      <p>Nothing was imported. Mend the file, then choose it again.</p>
      <Table
        caption={
          bySheet ? 'Rows are counted as your spreadsheet program shows them.' : 'Where in the file'
        }
        rows={told}
        rowKey={(_, index) => String(index)}
        stacks
        columns={[
          ...(bySheet
            ? [
                { title: 'Sheet', heads: true, cell: ({ where }: Problem) => where?.sheet ?? '–' },
                { title: 'Row', figure: true, cell: ({ where }: Problem) => where?.row ?? '–' },
                { title: 'Column', cell: ({ where }: Problem) => where?.column ?? '–' },
              ]
            : [
                {
                  title: 'Where',
                  heads: true,
                  cell: ({ where }: Problem) =>
                    where?.path ?? (where?.row === undefined ? '–' : `line ${where.row}`),
                },
              ]),
          { title: 'What to do', cell: faultSentence },
        ]}
      />
      {rest !== undefined && <p>{faultSentence(rest)}</p>}
    </section>
  );
}
