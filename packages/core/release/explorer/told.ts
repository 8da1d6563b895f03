import { leastOf, rowsOf } from './least.ts';
import type { Released } from './released.ts';

/** Chosen codes by column. A column without any is not narrowed down; several of one column mean any of them. */
export type Chosen = ReadonlyMap<number, readonly number[]>;

/**
 * The one number that is told of a selection: the count that was released of it; with k-anonymity, that fewer than k have
 * it; or, where no count was released, how many of the made records have it. Never two of them. [RL-31]
 */
export type Told =
  | {
      readonly kind: 'released';
      readonly count: number;
      /** Both ends are possible; with k-anonymity the count is the low one. */
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'few' }
  | { readonly kind: 'synthetic'; readonly count: number };

type ReleasedCount = Extract<Told, { kind: 'released' }>;

/** Every combination that a count was released of, as column, code, column, code …, with its count. */
export function* releasedCounts({
  manifest,
  intervals,
  combinations,
}: Released): Generator<readonly [pairs: readonly number[], told: ReleasedCount]> {
  const k = leastOf(manifest) ?? 1;
  for (const [at, flat] of combinations.entries()) {
    const wide = 2 * (at + 1);
    const step = wide + (intervals ? 3 : 1);
    for (let from = 0; from < flat.length; from += step) {
      const [count = 0, low = count, high = count + k - 1] = flat.slice(from + wide, from + step);
      yield [flat.slice(from, from + wide), { kind: 'released', count, low, high }];
    }
  }
}

/** Looks released counts up, and says what may be told of a selection. */
export class Teller {
  readonly released: Released;
  readonly #counts = new Map<string, ReleasedCount>();

  constructor(released: Released) {
    this.released = released;
    for (const [pairs, told] of releasedCounts(released)) this.#counts.set(pairs.join(), told);
  }

  /** What is told of `chosen`, of which `made` made records are. */
  told(chosen: Chosen, made: number): Told {
    const { manifest } = this.released;
    const k = leastOf(manifest);
    const { length } = manifest;
    const narrowed = [...chosen].filter(([, codes]) => codes.length > 0);
    const single = narrowed.every(([, codes]) => codes.length === 1);
    if (single && narrowed.length === 0) return { kind: 'released', ...rowsOf(manifest) };
    if (single && narrowed.length <= length) {
      const key = narrowed.toSorted(([a], [b]) => a - b).flatMap(([at, [code = 0]]) => [at, code]);
      const found = this.#counts.get(key.join());
      if (found !== undefined) return found;
      if (k !== null) return { kind: 'few' };
    }
    return k !== null && made < k ? { kind: 'few' } : { kind: 'synthetic', count: made };
  }
}
