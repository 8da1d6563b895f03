import {
  discreteGaussian,
  drawable,
  gaussianVariance,
  type Rho,
  type Words,
} from '../../privacy/index.ts';
import type { Weights } from './bounds.ts';
import type { Layout } from './layout.ts';
import { part, stretches, type Paced } from './pace.ts';

/** Records as numbers: for each column a number a record, 0 for blank; numbers are below the layout's widths. */
export type Numbered = { readonly rows: number; readonly columns: readonly Uint32Array[] };

/** What was measured of a length: counts brought back to subjects, and how far off noise alone puts one of them. */
export type Measured = { readonly counts: Float32Array; readonly deviation: number };

/**
 * Counts all combinations of a length, each subject by its weight, and adds noise to each count. Nothing of the data is
 * seen after this. [RL-42]
 *
 * **Promise**: ρ-concentrated differential privacy. Neighbours: one subject more or less, whatever values it has.
 * Condition: the layout, which combinations are counted, does not follow from the data, or from noisy counts only.
 */
export function* measured(
  layout: Layout,
  length: number,
  records: Numbered,
  weights: Weights,
  rho: Rho,
  words: Words,
): Paced<Measured> {
  const counts = new Int32Array(layout.cells(length));
  const tallying = stretches(records.rows, 2048, (from, to) =>
    tally(counts, layout, length, records, weights.weights, from, to),
  );
  yield* part(tallying, 0, 0.3);
  return yield* part(noised(counts, layout.whole(length), weights, rho, words), 0.3, 1);
}

/**
 * Adds noise to weighted counts, and brings them back to subjects.
 *
 * **Promise**: ρ-concentrated differential privacy. Condition: one subject more or less changes the counts that are told by at
 * most `reach` in Euclidean length, and which are told, `whole`, does not follow from the data, or from noisy counts only.
 */
export function* noised(
  counts: Int32Array,
  whole: Uint8Array,
  { unit, reach, kept }: Weights,
  rho: Rho,
  words: Words,
): Paced<Measured> {
  const variance = drawable(Math.ceil(gaussianVariance(Math.max(1, reach), rho)));
  const by = unit * kept;
  const found = new Float32Array(counts.length);
  yield* stretches(counts.length, 2 ** 16, (from, to) => {
    for (let at = from; at < to; at += 1)
      if (whole[at] === 1) found[at] = ((counts[at] ?? 0) + discreteGaussian(variance, words)) / by;
  });
  return { counts: found, deviation: Math.sqrt(variance.units / variance.parts) / by };
}

/** Counts some records by their weights into the layout's cells; those with a blank stay 0. */
function tally(
  counts: Int32Array,
  layout: Layout,
  length: number,
  { columns }: Numbered,
  weights: Int32Array,
  from: number,
  to: number,
): void {
  const { widths } = layout;
  const n = widths.length;
  const held = new Int32Array(n);
  const numbers = new Int32Array(n);
  const firsts = layout.firsts(length);
  for (let row = from; row < to; row += 1) {
    let size = 0;
    for (let column = 0; column < n; column += 1) {
      const number = columns[column]?.[row] ?? 0;
      if (number === 0) continue;
      held[size] = column;
      numbers[size] = number;
      size += 1;
    }
    const weight = weights[size] ?? 0;
    if (weight === 0) continue;
    for (let x = 0; x < size; x += 1) {
      const a = held[x] ?? 0;
      const u = numbers[x] ?? 0;
      if (length === 1) add(counts, (firsts[a] ?? 0) + u, weight);
      for (let y = x + 1; y < size && length > 1; y += 1) {
        const b = held[y] ?? 0;
        const pair = u * (widths[b] ?? 0) + (numbers[y] ?? 0);
        if (length === 2) add(counts, (firsts[a * n + b] ?? 0) + pair, weight);
        for (let z = y + 1; z < size && length > 2; z += 1) {
          const c = held[z] ?? 0;
          const at = pair * (widths[c] ?? 0) + (numbers[z] ?? 0);
          add(counts, (firsts[(a * n + b) * n + c] ?? 0) + at, weight);
        }
      }
    }
  }
}

function add(counts: Int32Array, at: number, weight: number): void {
  counts[at] = (counts[at] ?? 0) + weight;
}
