import { useState } from 'react';
import type { Cell } from '@freehold/core/table';
import { Button } from '../parts/button.tsx';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';

/** The values of a chart as a table: its twin on the page, and its CSV. The first column names the row. */
export type Twin = {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly decimals?: number }[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Shown at a time: thousands of rows at once would hold the page up. The download has them all. */
const rowsAPage = 200;

/** A chart's values as a table, in pages where there are very many. */
export function TwinTable({ caption, columns, rows }: Twin) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const first = Math.min(page, pages - 1) * rowsAPage;
  const last = Math.min(rows.length, first + rowsAPage);
  return (
    <>
      <Table<readonly Cell[]>
        caption={pages === 1 ? caption : `${caption}: ${rowsWords(first + 1, last, rows.length)}`}
        rows={rows.slice(first, last)}
        rowKey={(_, index) => String(first + index)}
        columns={columns.map(({ title, decimals }, index) => ({
          title,
          heads: index === 0,
          figure: decimals !== undefined,
          cell: (row) => shown(row[index] ?? null, decimals),
        }))}
      />
      {pages > 1 && (
        <div className="tools" role="group" aria-label="Rows of the table">
          <Button disabled={first === 0} onClick={() => setPage(first / rowsAPage - 1)}>
            Rows before
          </Button>
          <Button disabled={last === rows.length} onClick={() => setPage(first / rowsAPage + 1)}>
            Rows after
          </Button>
          <span className="small soft" role="status">
            {rowsWords(first + 1, last, rows.length)}
          </span>
        </div>
      )}
    </>
  );
}

function rowsWords(first: number, last: number, all: number): string {
  return `rows ${number(first)} to ${number(last)} of ${number(all)}`;
}

function shown(cell: Cell, decimals = 0): string {
  if (cell === null || cell === '') return '–';
  return typeof cell === 'number' ? number(cell, decimals) : String(cell);
}
