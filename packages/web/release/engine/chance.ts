import type { Words } from '@freehold/core/privacy';

/** Fair bits from the browser's own entropy, fetched some thousands at a time. */
export function systemWords(): Words {
  const bits = new Uint32Array(4096);
  let at = bits.length;
  return () => {
    if (at === bits.length) {
      crypto.getRandomValues(bits);
      at = 0;
    }
    at += 1;
    return bits[at - 1] ?? 0;
  };
}
