export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read accents).
 * Numbers keep their full precision; a missing cell is empty. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 *
 * @example csv(['Place'], [['=1+1']]) // => '\uFEFFPlace\r\n\'=1+1\r\n'
 */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
