import { fine, problem, refused, type Outcome } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { Counts } from '../count/counts.ts';
import { begin, grow } from './begin.ts';
import { RestOfCounts } from './by-counts.ts';
import { Fit } from './fit.ts';
import { clear, cover, place, swap, trim } from './improve.ts';
import { numberedBy, reportedBy, tellingOf } from './numbered.ts';
import { protectedCount, targetBytes, targetsOf } from './targets.ts';

/** Records made up: for each column a code a record, as the table they are made from has them, 0 for blank. */
export type MadeRecords = { readonly records: number; readonly columns: readonly Uint32Array[] };

/**
 * Makes records whose counts are as near the protected counts as a search gets, in as many records as the protected
 * number of rows. Null: stopped. Problems: `too-many-combinations`, before it is begun, with what it would take.
 *
 * It sees nothing but counts of at least k, rounded down. [RL-12]
 *
 * **Promise**: k-anonymity of counts. No combination of up to `length` values stands in the result that fewer
 * than k rows of the table have. Longer combinations may be invented, and may by chance be somebody's. Neighbours: none;
 * it is not differential privacy, and two releases of nearly the same table can be compared.
 */
export function best(
  counts: Counts,
  { k, mostBytes = usualBytes }: { readonly k: number; readonly mostBytes?: number },
  words: Words,
  { seen, stop }: Watch = {},
): Outcome<MadeRecords> | null {
  const numbering = numberedBy(counts, k);
  const told = [numbering, counts.length, tellingOf(counts, k, numbering)] as const;
  const bytes = targetBytes(...told);
  if (bytes > mostBytes) return refused(problem('too-many-combinations', { bytes, mostBytes }));
  const fit = new Fit(targetsOf(...told), protectedCount(counts.rows, k));
  const begun = counts.length > 3 ? grown(fit, counts, k, words) : fine(drawn(fit, words));
  if (!begun.ok) return begun;
  const steps = [...begun.value, ...improved(fit, words)];
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
  const turn = fit.records * fit.targets.columns.length;
  const clearAll = () => {
    for (let record = 0; record < fit.records; record += 1) clear(fit, record);
  };
  return [() => begin(fit, words), () => swap(fit, 0.3 * turn, false, words), clearAll];
}

/** Of combinations of four most that are drawn at once are rare, and clearing would leave little: records are grown instead. */
function grown(fit: Fit, counts: Counts, k: number, words: Words): Outcome<Steps> {
  const source = reportedBy(counts, k);
  if (!source.ok) return source;
  const rest = new RestOfCounts(source.value, words);
  const part = (at: number) => Math.floor((fit.records * at) / parts);
  return fine(
    Array.from({ length: parts }, (_, at) => () => grow(fit, rest, part(at), part(at + 1))),
  );
}

/** Then everything that must be, nearer at each turn. */
function improved(fit: Fit, words: Words): Steps {
  const turn = fit.records * fit.targets.columns.length;
  const near = Array.from({ length: parts }, () => () => swap(fit, turn / parts, true, words));
  const most = fit.targets.longest > 3 ? mostOfFour : Infinity;
  const all = () => {
    cover(fit, most, words);
    trim(fit, words);
  };
  const totals = () => place(fit, words);
  return [totals, ...near, all, totals, ...near, all, totals, ...near, all, totals];
}

/**
 * What it may cost to bring in a combination that is missing, where there are combinations of four: they are so many that
 * one that is forced in puts out others. Without a bound twice as many values are short.
 */
const mostOfFour = 20;
