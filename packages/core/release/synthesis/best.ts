import { fine, problem, refused, type Outcome } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { Counts } from '../count/counts.ts';
import { Annealing, type Cooling } from './anneal.ts';
import { fill, grow } from './begin.ts';
import { RestOfCounts } from './by-counts.ts';
import { Fit } from './fit.ts';
import { clear, cover, place, trim } from './improve.ts';
import { numberedBy, reportedBy, tellingOf } from './numbered.ts';
import { portion } from './pace.ts';
import { protectedCount, targetBytes, targetsOf } from './targets.ts';

/** Records made up: for each column a code a record, as the table they are made from has them, 0 for blank. */
export type MadeRecords = { readonly records: number; readonly columns: readonly Uint32Array[] };

/** What is asked of a search. */
export type Search = {
  readonly k: number;
  /** Whether every value shall stand as often as its protected total, in a few more records; it takes ten times as long. */
  readonly totals?: boolean;
  readonly mostBytes?: number;
};

/**
 * Makes records whose counts are as near the protected counts as a search gets, in as many records as the protected
 * number of rows; or, for `totals`, in one in fifty more. Null: stopped. Problems: `too-many-combinations`, before it is
 * begun, with what it would take.
 *
 * It sees nothing but counts of at least k, rounded down. [RL-12]
 *
 * **Promise**: k-anonymity of counts. No combination of up to `length` values stands in the result that fewer
 * than k rows of the table have. Longer combinations may be invented, and may by chance be somebody's. Neighbours: none;
 * it is not differential privacy, and two releases of nearly the same table can be compared.
 */
export function best(
  counts: Counts,
  { k, totals = false, mostBytes = usualBytes }: Search,
  words: Words,
  { seen, stop }: Watch = {},
): Outcome<MadeRecords> | null {
  const numbering = numberedBy(counts, k);
  const told = [numbering, counts.length, tellingOf(counts, k, numbering)] as const;
  const bytes = targetBytes(...told);
  if (bytes > mostBytes) return refused(problem('too-many-combinations', { bytes, mostBytes }));
  const rows = protectedCount(counts.rows, k);
  const fit = new Fit(targetsOf(...told), totals ? Math.floor(moreRecords * rows) : rows);
  const begun = counts.length > 3 ? grown(fit, counts, k, words) : fine(drawn(fit, words));
  if (!begun.ok) return begun;
  const steps = [...begun.value, ...improved(fit, totals, words)];
  for (const [at, step] of steps.entries()) {
    if (stop?.() === true) return null;
    step();
    seen?.(at + 1, steps.length);
  }
  return fine(fit.made());
}

/** What fits beside the rest of a run: half a gigabyte. */
const usualBytes = 2 ** 29;

type Steps = readonly (() => void)[];

/** A long step is done in so many, so that it can be stopped. */
const parts = 8;

/** First everything in its place, then nothing that must not be. */
function drawn(fit: Fit, words: Words): Steps {
  const clearAll = () => {
    for (let record = 0; record < fit.records; record += 1) clear(fit, record);
  };
  const fills = Array.from(fit.targets.columns, (_, column) => () => fill(fit, column, words));
  return [...fills, clearAll];
}

/** Of combinations of four most that are drawn at once are rare, and clearing would leave little: records are grown instead. */
function grown(fit: Fit, counts: Counts, k: number, words: Words): Outcome<Steps> {
  const source = reportedBy(counts, k);
  if (!source.ok) return source;
  const rest = new RestOfCounts(source.value, words);
  const part = (at: number) => portion(fit.records, at, parts);
  return fine(
    Array.from({ length: parts }, (_, at) => () => grow(fit, rest, part(at), part(at + 1))),
  );
}

/** Then everything that must be, nearer and nearer, and in the end nothing more often than it may be. */
function improved(fit: Fit, totals: boolean, words: Words): Steps {
  const far = fit.targets.longest > 3;
  const all = () => {
    cover(fit, far ? mostOfFour : Infinity, words);
    trim(fit, words);
  };
  const worth = (firstOne: number) => () => {
    fit.firstOne = firstOne;
  };
  const near = piecesOf(fit, nearer, words);
  const [quarter, half] = [near.length >> 2, near.length >> 1];
  return [
    () => place(fit, words),
    all,
    worth(far ? 20 : 150),
    ...near.slice(0, quarter),
    all,
    ...near.slice(quarter, half),
    all,
    ...near.slice(half),
    ...(totals ? [worth(50_000), ...piecesOf(fit, exact, words)] : []),
    () => trim(fit, words),
    () => place(fit, words),
  ];
}

/** How long is searched, by cells of the records, and how: as measured on made-up tables (ours, P). */
const nearer: Cooling = { tries: 3, heat: [3, 0.5], price: 120, rise: 1 };
const exact: Cooling = { tries: 30, heat: [30, 1], price: 500, rise: 1000 };

function piecesOf(fit: Fit, cooling: Cooling, words: Words): Steps {
  const { columns, columnOf } = fit.targets;
  const cells = columnOf.length === 1 ? 0 : fit.records * columns.length;
  const tries = Math.ceil(cooling.tries * cells);
  return new Annealing(fit, { ...cooling, tries }, words).pieces();
}

/** Records for rows, where totals come first: rare values need some to themselves. */
const moreRecords = 1.02;

/**
 * What it may cost to bring in a combination that is missing, where there are combinations of four: they are so many that
 * one that is forced in puts out others. Without a bound twice as many values are short.
 */
const mostOfFour = 20;
