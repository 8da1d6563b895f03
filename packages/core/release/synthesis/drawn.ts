import type { Words } from '../../privacy/index.ts';
import { below } from './below.ts';

type Values = Uint16Array | Uint32Array;

/** Where one of `many` values from `first` on stands, drawn in proportion to their weights, by value; −1 where all are 0. */
export function drawnOf(
  values: Values,
  first: number,
  many: number,
  weights: ArrayLike<number>,
  words: Words,
): number {
  let sum = 0;
  for (let at = first; at < first + many; at += 1) sum += weights[values[at] ?? 0] ?? 0;
  return sum === 0 ? -1 : fallenTo(values, first, weights, below(sum, words));
}

/** Which place from `first` on a number falls to, which is less than the weights come to. */
export function fallenTo(
  values: Values,
  first: number,
  weights: ArrayLike<number>,
  drawn: number,
): number {
  let at = first;
  for (let rest = drawn; ; at += 1) {
    rest -= weights[values[at] ?? 0] ?? 0;
    if (rest < 0) return at;
  }
}
