import { shuffled, uniform, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import type { ToldCount } from './mechanism.ts';

/** What can be wrong with a mechanism. Each was found in one that people use, or in an early form of our own. */
export const flaws = [
  'half-noise',
  'bound-forgotten',
  'bound-from-data',
  'domain-from-data',
  'headings-from-data',
  'recorded-as-public',
  'hidden-values-summed',
] as const;
export type Flaw = (typeof flaws)[number];

/**
 * A percentile of how many values subjects have, chosen as the peer does: from 0 to the greatest number that occurs, by
 * how many ranks each lies off. Both depend on the data, the range and how far one subject moves a rank among ties.
 */
export function percentileOfData(table: CodedTable, rho: number, words: Words): number {
  const sizes = sizesOf(table);
  const upTo = new Float64Array(Math.max(0, ...sizes) + 1);
  for (const size of sizes)
    for (let at = size; at < upTo.length; at += 1) upTo[at] = (upTo[at] ?? 0) + 1;
  const rate = Math.sqrt(2 * rho * percentileShare) / 2;
  const scores = Array.from(upTo, (rank) => {
    const noise = Math.log(-Math.log((uniform(2 ** 32, words) + 0.5) / 2 ** 32));
    return rate * Math.abs(rank - percentile * sizes.length) + noise;
  });
  return scores.indexOf(Math.min(...scores));
}

/** The peer's usual settings. */
const [percentile, percentileShare] = [0.99, 0.01];

export function sizesOf({ rows, columns }: CodedTable): Uint8Array {
  const sizes = new Uint8Array(rows);
  for (const { codes } of columns)
    for (let row = 0; row < rows; row += 1)
      if ((codes[row] ?? 0) > 0) sizes[row] = (sizes[row] ?? 0) + 1;
  return sizes;
}

/** Leaves each subject as many values as the bound allows, drawn by chance. */
export function bounded(table: CodedTable, bound: number, words: Words): CodedTable {
  const columns = table.columns.map((column) => ({ ...column, codes: column.codes.slice() }));
  for (const [row, size] of sizesOf(table).entries()) {
    if (size <= bound) continue;
    const held = columns.filter(({ codes }) => (codes[row] ?? 0) > 0);
    const order = shuffled(
      Uint32Array.from(held, (_, at) => at),
      words,
    );
    for (const at of order.subarray(bound)) held[at]?.codes.set([0], row);
  }
  return { ...table, columns };
}

/** Lowers the largest count of a column until all its counts, with those that nobody is told, come to the subjects. */
export function summed(
  told: readonly ToldCount[],
  hidden: number,
  subjects: number,
): readonly ToldCount[] {
  const over = told.reduce((sum, { count }) => sum + Math.max(0, count), hidden) - subjects;
  const largest = told.toSorted((a, b) => b.count - a.count)[0];
  return over > 0
    ? told.map((each) => (each === largest ? { ...each, count: each.count - over } : each))
    : told;
}

export function isHeld({ codes }: CodedTable['columns'][number]): boolean {
  return codes.some((code) => code > 0);
}
