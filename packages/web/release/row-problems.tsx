import type { Problem } from '@freehold/core/problem';
import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { count, number, problemSentence } from '../words.ts';
import type { Coded } from './engine/work.ts';

const shown = 50;

/** Rows that could not be read, and why, by row and column. */
export function RowProblems({ coded: { rejected, problems } }: { coded: Coded }) {
  if (rejected === 0) return null;
  return (
    <Notice tone="warn" title={`${count(rejected, 'row is', 'rows are')} left out`}>
      <p>Mend the file or the codebook and read again, or go on without them.</p>
      <details className="method">
        <summary>
          What is wrong with them
          {problems.length > shown && ` (the first ${number(shown)})`}
        </summary>
        <Table<Problem>
          caption={<span className="unseen">Problems by row and column</span>}
          rows={problems.slice(0, shown)}
          rowKey={(_, index) => String(index)}
          columns={[
            { title: 'Row', figure: true, cell: ({ where }) => number(where?.row ?? 0) },
            { title: 'Column', cell: ({ where }) => where?.column ?? '–' },
            { title: 'Problem', cell: ({ code, details }) => problemSentence(code, details) },
          ]}
        />
      </details>
    </Notice>
  );
}
