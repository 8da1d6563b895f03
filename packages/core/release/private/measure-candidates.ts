import { gaussianVariance, type Rho, type Words } from '../../privacy/index.ts';
import { choose } from '../count/subsets.ts';
import { chosenWeights, noisySizes, type Sizes, type Weights } from './bounds.ts';
import type { Branch } from './branch.ts';
import { Held } from './held.ts';
import { noised, type Measured, type Numbered } from './measure.ts';
import { part, stretches, type Paced } from './pace.ts';
import type { Values } from './values.ts';

/** Of the ρ of a length, what pays for knowing how many candidates subjects hold. */
const sizesShare = 0.02;

/**
 * Counts candidates, each subject by how many of them it holds, and adds noise to each count. Nothing of the data is seen
 * after this. [RL-38] [RL-42]
 *
 * **Promise**: ρ-concentrated differential privacy. Neighbours: one subject more or less, or blanked, whatever values it has.
 * Condition: which branches there are follows from noisy counts only.
 *
 * @param branches From single values to candidates.
 */
export function* measuredCandidates(
  branches: readonly Branch[],
  records: Numbered,
  values: Values,
  rho: Rho,
  words: Words,
): Paced<{ readonly noisy: Measured; readonly values: number }> {
  const candidates = branches.at(-1)?.counts.length ?? 0;
  const length = branches.length;
  const ways = classesOf(choose(records.columns.length, length));
  const held = new Held(records, branches, values);
  const classOf = classFor(ways);
  const sizes = new Uint8Array(records.rows);
  const sizing = stretches(records.rows, 512, (from, to) => {
    for (let row = from; row < to; row += 1) sizes[row] = classOf(held.of(row));
  });
  yield* part(sizing, 0, 0.4);
  const bySize = cleared(
    noisySizes(sizes, ways.length - 1, sizesShare * rho, words),
    sizesShare * rho,
  );
  const left = (1 - sizesShare) * rho;
  const weights = chosenWeights(bySize, ways, candidates, left);
  const counts = new Int32Array(candidates);
  const counting = stretches(records.rows, 512, (from, to) => {
    for (let row = from; row < to; row += 1) {
      const many = held.of(row);
      const weight = weights.weights[sizes[row] ?? 0] ?? 0;
      for (let at = 0; at < many; at += 1) {
        const place = held.found[at] ?? 0;
        counts[place] = (counts[place] ?? 0) + weight;
      }
    }
  });
  yield* part(counting, 0.4, 0.8);
  const all = new Uint8Array(candidates).fill(1);
  const noisy = yield* part(noised(counts, all, weights, left, words), 0.8, 1);
  return { noisy, values: inFull(ways, weights, records.columns.length, length) };
}

/** Without what noise alone would often make: of a class of many candidates it would weigh more than all subjects. */
function cleared(sizes: Sizes, rho: Rho): Sizes {
  const deviation = Math.sqrt(gaussianVariance(1, rho));
  return sizes.map((many) => (many < 2 * deviation ? 0 : many));
}

/** The most candidates that a subject of each class holds: none, one, two …, each two fifths more, up to all there can be. */
function classesOf(most: number): readonly number[] {
  const ways = [0];
  for (let many = 1; many < most; many = Math.max(many + 1, Math.floor(many * 1.4)))
    ways.push(many);
  return [...ways, most];
}

function classFor(ways: readonly number[]): (many: number) => number {
  return (many) => {
    let [low, high] = [0, ways.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ways[middle] ?? 0) < many) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** How many values a subject may have and count in full for certain, whichever candidates it holds. */
function inFull(
  ways: readonly number[],
  { full }: Weights,
  columns: number,
  length: number,
): number {
  let values = length;
  while (values < columns && choose(values + 1, length) <= (ways[full] ?? 0)) values += 1;
  return values;
}
