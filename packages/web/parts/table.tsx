import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly figure?: boolean;
  /** Names the row for screen readers; once a table. */
  readonly heads?: boolean;
};

/**
 * A plain table that scrolls sideways by itself when the page is narrow; with `stacks` its rows become blocks
 * there, each cell under its column's title.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  stacks = false,
}: {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  stacks?: boolean;
}) {
  // Said outright where blocks stand in for rows: some browsers forget what they are.
  const role = (name: string) => (stacks ? { role: name } : {});
  return (
    // The frame takes the focus so that a keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-frame" tabIndex={0} role="group" aria-label="Table; scrolls sideways">
      <table className={stacks ? 'table stacks' : 'table'} {...role('table')}>
        <caption>{caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map((column) => (
              <th
                key={column.title}
                {...role('columnheader')}
                scope="col"
                className={column.figure ? 'figure' : undefined}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} {...role('row')}>
              {columns.map((column) =>
                column.heads ? (
                  <th key={column.title} {...role('rowheader')} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.title}
                    {...role('cell')}
                    data-title={column.title}
                    className={column.figure ? 'figure' : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
