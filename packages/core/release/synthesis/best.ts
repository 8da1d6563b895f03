import { fine, problem, refused, type Outcome } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { Counts } from '../count/counts.ts';
import { begin } from './begin.ts';
import { Fit } from './fit.ts';
import { clear, cover, place, swap, trim } from './improve.ts';
import { protectedCount, targetsOf } from './targets.ts';

/** Records made up: for each column a code a record, as the table they are made from has them, 0 for blank. */
export type MadeRecords = { readonly records: number; readonly columns: readonly Uint32Array[] };

/**
 * Makes records whose counts are as near the protected counts as a search gets, in as many records as the protected
 * number of rows. Null: stopped. Problems: `length-over-three`; `too-many-combinations` where the possible triples do not
 * fit in memory.
 *
 * It sees nothing but counts of at least k, rounded down. [RL-12]
 *
 * **Promise**: k-anonymity of counts. No combination of up to `length` values stands in the result that fewer
 * than k rows of the table have. Longer combinations may be invented, and may by chance be somebody's. Neighbours: none;
 * it is not differential privacy, and two releases of nearly the same table can be compared.
 */
export function best(
  counts: Counts,
  { k }: { readonly k: number },
  words: Words,
  { seen, stop }: Watch = {},
): Outcome<MadeRecords> | null {
  if (counts.length > 3) return refused(problem('length-over-three', { length: counts.length }));
  const targets = targetsOf(counts, k);
  if (targets === null) return refused(problem('too-many-combinations'));
  const fit = new Fit(targets, protectedCount(counts.rows, k));
  const steps = stepsOf(fit, words);
  for (const [at, step] of steps.entries()) {
    if (stop?.() === true) return null;
    step();
    seen?.(at + 1, steps.length);
  }
  return fine(made(fit));
}

/** First everything in its place, then nothing that must not be, then everything that must be, nearer at each turn. */
function stepsOf(fit: Fit, words: Words): readonly (() => void)[] {
  const turn = fit.records * fit.targets.columns.length;
  const near = Array.from({ length: parts }, () => () => swap(fit, turn / parts, true, words));
  const all = () => {
    cover(fit, words);
    trim(fit, words);
  };
  const totals = () => place(fit, words);
  return [
    () => begin(fit, words),
    () => swap(fit, 0.3 * turn, false, words),
    () => everyRecord(fit),
    totals,
    ...near,
    all,
    totals,
    ...near,
    all,
    totals,
    ...near,
    all,
  ];
}

/** A long step is done in so many, so that it can be stopped. */
const parts = 8;

function everyRecord(fit: Fit): void {
  for (let record = 0; record < fit.records; record += 1) clear(fit, record);
}

function made(fit: Fit): MadeRecords {
  const columns = fit.targets.columns.map(({ codes }, column) =>
    Uint32Array.from(
      { length: fit.records },
      (_, record) => codes[fit.at(record, column) - 1] ?? 0,
    ),
  );
  return { records: fit.records, columns };
}
