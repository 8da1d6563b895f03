import { Splitter, usualLimits } from './splitter.ts';

/** What may stand between cells, in the order in which ties are settled. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The delimiter that a text's beginning shows: the one that cuts the first rows into equally many cells; of
 * several such, the one that makes most cells. A comma where nothing is cut at all. [TB-3]
 */
export function sniffed(beginning: string): Delimiter {
  const tried = delimiters.map((delimiter) => ({ delimiter, ...cut(beginning, delimiter) }));
  const best = tried.reduce((a, b) => (better(b, a) ? b : a));
  return best.delimiter;
}

type Cut = { readonly width: number; readonly steady: boolean };

const rowsLookedAt = 50;
const steadyShare = 0.9;

function cut(text: string, delimiter: Delimiter): Cut {
  // A row that is too wide is still cut: which sign cuts it is what is asked here.
  const splitter = new Splitter(delimiter, { ...usualLimits, columns: Infinity });
  const whole = splitter.push(text);
  const rows = (whole.length > 0 ? whole : splitter.end()).slice(0, rowsLookedAt);
  const width = rows[0]?.cells.length ?? 0;
  const same = rows.filter((row) => row.cells.length === width).length;
  return { width, steady: width > 1 && same >= rows.length * steadyShare };
}

function better(a: Cut, b: Cut): boolean {
  return a.steady === b.steady ? a.width > b.width : a.steady;
}
