import type { Words } from '../../privacy/index.ts';

/**
 * A whole number from 0 to n − 1, each exactly equally likely: `uniform` of the privacy room for n up to 2³¹, in whole
 * numbers of 32 bits only and so many times as fast. A synthesis draws some hundred million of them.
 */
export function below(n: number, words: Words): number {
  if (n < 2) return 0;
  const spare = Math.clz32(n - 1);
  for (;;) {
    const drawn = words() >>> spare;
    if (drawn < n) return drawn;
  }
}
