import type { Delimiter } from './delimiter.ts';

export type Cell = string | number | boolean | null;

/**
 * Writes rows as delimited text with CRLF line ends, as RFC 4180 has it. Null is an empty cell.
 *
 * `guard` (on unless switched off) puts an apostrophe before a text that a spreadsheet would take for a
 * formula: one that begins with = + - @, a tab or a carriage return and is no plain number. Reading such a
 * cell back gives the apostrophe too; without the guard every text comes back as it was. [TB-5] [TB-6]
 *
 * @throws RangeError for a number that is not finite.
 * @example csvText([['a', '=1+1'], [1, null]]) // => "a,'=1+1\r\n1,\r\n"
 */
export function csvText(
  rows: Iterable<readonly Cell[]>,
  { guard = true, delimiter = ',' }: { guard?: boolean; delimiter?: Delimiter } = {},
): string {
  let text = '';
  for (const row of rows) {
    const line = row.map((cell) => written(cell, guard, delimiter)).join(delimiter);
    text += `${line === '' && row.length > 0 ? '""' : line}\r\n`;
  }
  return text;
}

function written(cell: Cell, guard: boolean, delimiter: Delimiter): string {
  if (typeof cell === 'number' && !Number.isFinite(cell))
    throw new RangeError(`a cell cannot hold ${cell}`);
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = guard ? guarded(cell) : cell;
  const plain = !/["\r\n\uFEFF]|^\s|\s$/.test(safe) && !safe.includes(delimiter);
  return plain ? safe : `"${safe.replaceAll('"', '""')}"`;
}

/** A text as `csvText` writes it, so that no spreadsheet takes it for a formula. */
export function guarded(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell;
}

/** Whether a spreadsheet would take a text for a formula and run it: not so a plain number with its sign. */
export function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell) && !plainNumber.test(cell);
}

/** A text as it was before `csvText` put its guard before it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
