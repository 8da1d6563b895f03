import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { count, problemSentence } from '../words.ts';
import type { ProblemLine } from './calls.ts';

/** Every fault of a table by its row and column. */
export function RowProblems({ problems, n }: { problems: readonly ProblemLine[]; n: number }) {
  if (n === 0) return null;
  return (
    <Notice tone="bad" title={`${count(n, 'thing needs', 'things need')} mending in the file`}>
      <p>Nothing is kept. Mend the file and choose it again.</p>
      <Table<ProblemLine>
        caption={n > problems.length ? `The first ${problems.length} of ${n}` : 'By row'}
        rows={problems}
        rowKey={(_, at) => String(at)}
        columns={[
          { title: 'Row', figure: true, cell: ({ where }) => where?.row ?? '–' },
          { title: 'Column', heads: true, cell: ({ where }) => where?.column ?? '–' },
          { title: 'What to do', cell: ({ code, details }) => problemSentence(code, details) },
        ]}
      />
    </Notice>
  );
}
