/** Orders texts by their code points, which is the order of their UTF-8 bytes, whatever the language. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return raised(one) - raised(other);
  }
  return a.length - b.length;
}

// Surrogates stand for characters beyond U+FFFF and so come after U+E000 to U+FFFF.
function raised(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
