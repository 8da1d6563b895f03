import { randomFillSync } from 'node:crypto';
import { generator } from '@freehold/core/numeric';
import type { Words } from '@freehold/core/privacy';

/** Fair bits from the operating system, fetched some thousands at a time. */
export function systemWords(): Words {
  const bits = new Uint32Array(4096);
  let at = bits.length;
  return () => {
    if (at === bits.length) {
      randomFillSync(bits);
      at = 0;
    }
    at += 1;
    return bits[at - 1] ?? 0;
  };
}

/** Chance from the system, or from a seed where a test wants the same again. */
export function wordsBy(seed: number | null): Words {
  return seed === null ? systemWords() : generator(seed).next;
}

/** What the manifest tells of it. */
export function chanceBy(seed: number | null): 'system entropy' | { unsafeSeed: number } {
  return seed === null ? 'system entropy' : { unsafeSeed: seed };
}
