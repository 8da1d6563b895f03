/**
 * The SHA-256 of a text's UTF-8 bytes, as 64 small hexadecimal digits. Halves of a character are read as U+FFFD, as
 * encoders do. For texts of some megabytes; where a system's own is at hand it is faster. O(n).
 *
 * Source: FIPS 180-4.
 *
 * @example sha256('abc').slice(0, 8) // => 'ba7816bf'
 */
export function sha256(text: string): string {
  const { bytes, length } = padded(text);
  const state = Uint32Array.from(start);
  const words = new Uint32Array(64);
  for (let from = 0; from < length; from += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = wordAt(bytes, from + 4 * at);
    mixInto(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The text's bytes, a bit that is set, zeros, and how many bits there were, in whole blocks of 64 bytes. */
function padded(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  const bytes = new Uint8Array(text.length * 3 + 72);
  let n = 0;
  for (const character of text) {
    for (const byte of utf8(character.codePointAt(0) ?? 0)) {
      bytes[n] = byte;
      n += 1;
    }
  }
  bytes[n] = 0x80;
  const length = Math.ceil((n + 9) / 64) * 64;
  const bits = BigInt(n) * 8n;
  for (let at = 0; at < 8; at += 1)
    bytes[length - 1 - at] = Number((bits >> BigInt(8 * at)) & 0xffn);
  return { bytes, length };
}

function utf8(point: number): readonly number[] {
  if (point >= 0xd800 && point < 0xe000) return [0xef, 0xbf, 0xbd];
  const last = (shift: number) => 0x80 | ((point >>> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >>> 6), last(0)];
  if (point < 0x10000) return [0xe0 | (point >>> 12), last(6), last(0)];
  return [0xf0 | (point >>> 18), last(12), last(6), last(0)];
}

function wordAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return (a << 24) | (b << 16) | (c << 8) | d;
}

function mixInto(state: Uint32Array, words: Uint32Array): void {
  for (let at = 16; at < 64; at += 1) {
    const [near, far] = [words[at - 2] ?? 0, words[at - 15] ?? 0];
    const one = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    const other = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    words[at] = one + (words[at - 7] ?? 0) + other + (words[at - 16] ?? 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const other = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const first = (h + one + choice + (roundWords[at] ?? 0) + (words[at] ?? 0)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + other + most) | 0;
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** First 32 bits of the fractions of the square roots of the first 8 primes. */
const start = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** First 32 bits of the fractions of the cube roots of the first 64 primes. */
const roundWords = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];
