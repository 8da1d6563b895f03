/**
 * Where chance comes from: each call gives 32 fair and independent bits as a whole number from 0 to 2³² − 1.
 * A release hands in the system's own entropy. A seeded generator is for tests: who knows its seed can take the noise
 * off again.
 */
export type Words = () => number;

/**
 * A whole number from 0 to n − 1, each exactly equally likely.
 *
 * @throws RangeError unless n is whole and 1 ≤ n ≤ 2⁵³.
 */
export function uniform(n: number, words: Words): number {
  if (!Number.isInteger(n) || n < 1 || n > 2 ** 53)
    throw new RangeError(`n must be a whole number from 1 to 2^53, got ${n}`);
  if (n === 1) return 0;
  const span = n <= 2 ** 32 ? 2 ** 32 : 2 ** 53;
  // What a multiple of n does not fill is drawn again; to keep it would make small numbers a little likelier.
  const fair = span - (span % n);
  for (;;) {
    const drawn = span === 2 ** 32 ? words() : (words() >>> 11) * 2 ** 32 + words();
    if (drawn < fair) return drawn % n;
  }
}

/** True with chance a ÷ b, exactly. For whole numbers 0 ≤ a ≤ b, 1 ≤ b ≤ 2⁵³. */
export function bernoulli(a: number, b: number, words: Words): boolean {
  if (!(Number.isInteger(a) && a >= 0 && a <= b)) throw new RangeError(`no chance: ${a} in ${b}`);
  return uniform(b, words) < a;
}

/**
 * True with chance e^(−a ÷ b), exactly: no number with a fraction is ever formed.
 *
 * Source: Canonne, Kamath & Steinke, The discrete Gaussian for differential privacy (2020), algorithm 1.
 *
 * @throws RangeError unless a ≥ 0 and 1 ≤ b ≤ 2⁵³ are whole; `a` may be a bigint of any size.
 */
export function bernoulliExp(a: number | bigint, b: number, words: Words): boolean {
  if (a < 0 || (typeof a === 'number' && !Number.isSafeInteger(a)))
    throw new RangeError(`a must be a whole number from 0, got ${a}`);
  const [whole, rest] =
    typeof a === 'number'
      ? [Math.floor(a / b), a % b]
      : [Number(a / BigInt(b)), Number(a % BigInt(b))];
  for (let done = 0; done < whole; done += 1) if (!withinOne(1, 1, words)) return false;
  return withinOne(rest, b, words);
}

// e^(−x) is an alternating sum of xᵏ ÷ k!; how long a row of draws of chance x ÷ k holds out is odd that often.
// A chance of a ÷ (b · k) is drawn as two, so that no product leaves the numbers that are exact.
function withinOne(a: number, b: number, words: Words): boolean {
  let k = 1;
  while (bernoulli(a, b, words) && bernoulli(1, k, words)) k += 1;
  return k % 2 === 1;
}

/** Puts `items` into an order drawn by chance, each equally likely, in place. */
export function shuffled(items: Uint32Array, words: Words): Uint32Array {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = uniform(at + 1, words);
    const kept = items[at] ?? 0;
    items[at] = items[other] ?? 0;
    items[other] = kept;
  }
  return items;
}
