/** A source of chance that gives the same numbers for the same seed on every machine. */
export type Generator = {
  /** A whole number from 0 to 2³² − 1. */
  readonly next: () => number;
  /** A whole number from 0 to n − 1, each equally likely. @throws RangeError unless 1 ≤ n < 2³², whole. */
  readonly below: (n: number) => number;
  /** A generator of its own for one purpose. It depends on seed and label only, not on what was drawn before. */
  readonly split: (label: string) => Generator;
};

/**
 * A seeded generator: xoshiro128**, its state filled from the seed by splitmix32. Every call O(1).
 * Not for secrets.
 *
 * Source: Blackman & Vigna, Scrambled linear pseudorandom number generators (2021).
 *
 * @throws RangeError unless the seed is a whole number from 0 to 2³² − 1.
 */
export function generator(seed: number): Generator {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`seed must be a whole number from 0 to 4294967295, got ${seed}`);
  const next = xoshiro(stateFrom(seed));
  return {
    next,
    below: (n) => below(n, next),
    split: (label) => generator(hash(seed, label)),
  };
}

/** The bare step of xoshiro128** on four 32-bit words, not all zero. */
export function xoshiro([a, b, c, d]: readonly [number, number, number, number]): () => number {
  const state = Uint32Array.of(a, b, c, d);
  return () => {
    const s0 = state[0] ?? 0;
    const s1 = state[1] ?? 0;
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const t2 = (state[2] ?? 0) ^ s0;
    const t3 = (state[3] ?? 0) ^ s1;
    state[1] = s1 ^ t2;
    state[0] = s0 ^ t3;
    state[2] = t2 ^ (s1 << 9);
    state[3] = rotate(t3, 11);
    return result;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

// The first few numbers, as many as 2³² is more than a multiple of n, are drawn again, or small results would come a
// little too often. All in unsigned whole numbers: this is where a bootstrap spends its time.
function below(n: number, next: () => number): number {
  if (!Number.isInteger(n) || n < 1 || n > 0xffffffff)
    throw new RangeError(`n must be a whole number from 1 to 4294967295, got ${n}`);
  const size = n >>> 0;
  const ragged = (-size >>> 0) % size;
  for (;;) {
    const drawn = next() >>> 0;
    if (drawn >= ragged) return drawn % size;
  }
}

function stateFrom(seed: number): readonly [number, number, number, number] {
  let at = seed;
  const word = () => {
    at = (at + 0x9e3779b9) | 0;
    return mixed(at);
  };
  return [word(), word(), word(), word()];
}

function mixed(word: number): number {
  const a = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  const b = Math.imul(a ^ (a >>> 15), 0x735a2d97);
  return (b ^ (b >>> 15)) >>> 0;
}

// FNV-1a over the label's UTF-16 units, started from the mixed seed.
function hash(seed: number, label: string): number {
  let at = mixed(seed ^ 0x811c9dc5);
  for (let i = 0; i < label.length; i += 1) at = Math.imul(at ^ label.charCodeAt(i), 0x01000193);
  return mixed(at);
}
