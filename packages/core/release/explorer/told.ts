import type { Released } from './released.ts';

/** Chosen codes by column. A column without any is not narrowed down; several of one column mean any of them. */
export type Chosen = ReadonlyMap<number, readonly number[]>;

/**
 * The one number that is told of a selection: the count that was released of it; that fewer than k have it; or, where no
 * count was released of such a selection, how many of the made records have it. Never two of them. [RL-31]
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

type Interval = readonly [count: number, low: number, high: number];

/** Looks released counts up, and says what may be told of a selection. */
export class Teller {
  readonly released: Released;
  readonly #counts = new Map<string, Interval>();

  constructor(released: Released) {
    this.released = released;
    const { k } = released.manifest;
    for (const [at, flat] of released.combinations.entries()) {
      const pairs = 2 * (at + 1);
      const wide = pairs + (released.intervals ? 3 : 1);
      for (let from = 0; from < flat.length; from += wide) {
        const count = flat[from + pairs] ?? 0;
        this.#counts.set(flat.slice(from, from + pairs).join(), [
          count,
          released.intervals ? (flat[from + pairs + 1] ?? count) : count,
          released.intervals ? (flat[from + pairs + 2] ?? count) : count + k - 1,
        ]);
      }
    }
  }

  /** What is told of `chosen`, of which `made` made records are. */
  told(chosen: Chosen, made: number): Told {
    const { manifest } = this.released;
    const { k, length, rows } = manifest;
    const narrowed = [...chosen].filter(([, codes]) => codes.length > 0);
    const single = narrowed.every(([, codes]) => codes.length === 1);
    if (single && narrowed.length === 0)
      return { kind: 'released', count: rows, low: rows, high: rows + k - 1 };
    if (single && narrowed.length <= length) {
      const key = narrowed.toSorted(([a], [b]) => a - b).flatMap(([at, [code = 0]]) => [at, code]);
      const found = this.#counts.get(key.join());
      if (found === undefined) return { kind: 'few' };
      const [count, low, high] = found;
      return { kind: 'released', count, low, high };
    }
    return made < k ? { kind: 'few' } : { kind: 'synthetic', count: made };
  }
}
