import type { LedgerLine } from '@freehold/core/privacy';
import { Table } from '../parts/table.tsx';
import { list, moment, number } from '../words.ts';
import { lineWords } from './words.ts';

/** The charges of a data set, one after the other. */
export function LedgerLines({ dataSet, lines }: { dataSet: string; lines: readonly LedgerLine[] }) {
  return (
    <Table<LedgerLine>
      stacks
      caption={
        lines.length === 0
          ? `Data set ${dataSet}: nothing was charged yet`
          : `Data set ${dataSet}, charge by charge`
      }
      rows={lines}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { title: 'Line', heads: true, cell: ({ seq }) => number(seq) },
        { title: 'When', cell: ({ at }) => moment(at) },
        { title: 'Charged as', cell: (line) => lineWords(line, lines) },
        { title: 'Purpose', cell: ({ purpose }) => purpose },
        { title: 'Mechanism', cell: ({ mechanism }) => mechanism },
        { title: 'ρ', figure: true, cell: ({ rho }) => number(rho, 5) },
        { title: 'δ', figure: true, cell: ({ delta }) => String(delta) },
        { title: 'Approved by', cell: ({ approvedBy }) => list([...approvedBy]) },
      ]}
    />
  );
}
