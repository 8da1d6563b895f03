import { Table } from '../parts/table.tsx';
import { count } from '../words.ts';
import type { Sample } from './recognised.ts';

/** The first rows of a file, as they are. */
export function PreviewTable({ sample: { columns, rows } }: { sample: Sample }) {
  return (
    <details className="method" open>
      <summary>
        The first {count(rows.length, 'row', 'rows')}, {count(columns.length, 'column', 'columns')}
      </summary>
      <div className="preview">
        <Table<readonly string[]>
          caption={<span className="unseen">The first rows of the file</span>}
          rows={rows.slice(0, 8)}
          rowKey={(_, index) => String(index)}
          columns={columns.map((title, at) => ({
            title: title === '' ? `Column ${at + 1}` : title,
            cell: (row) => <span className="cell">{row[at] ?? ''}</span>,
          }))}
        />
      </div>
    </details>
  );
}
