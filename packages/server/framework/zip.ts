import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

/**
 * Looks into a zip file before anything else unpacks it: what its directory declares must fit into `most`
 * bytes, and so must what is really in it, since a directory can lie.
 *
 * Only plain zip files pass: one part, no encryption, stored or deflated, no 64-bit sizes, nothing before the
 * first or after the last byte. A reader that goes by the same directory finds the same entries.
 * Problems: `not-a-zip`, `unpacks-too-large`. Answers with the bytes it unpacks to.
 */
export async function checkedZip(bytes: Uint8Array, most: number): Promise<Outcome<number>> {
  const entries = directory(bytes);
  if (entries === null) return refused(problem('not-a-zip'));
  const tooLarge = problem('unpacks-too-large', { mostBytes: most });
  if (sum(entries.map(({ declared }) => declared)) > most) return refused(tooLarge);
  let total = 0;
  for (const entry of entries) {
    const size = await unpacked(bytes, entry, most - total);
    if (size === 'too-large') return refused(tooLarge);
    if (size === null) return refused(problem('not-a-zip'));
    total += size;
  }
  return fine(total);
}

type Entry = {
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const stored = 0;
const deflated = 8;

function directory(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== endSignature) return null;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // Also refuses 64-bit zips, whose numbers here are all ones.
  if (start + size !== end) return null;
  const entries: Entry[] = [];
  let at = start;
  while (at + 46 <= end) {
    if (view.getUint32(at, true) !== entrySignature) return null;
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if (encrypted || (entry.method !== stored && entry.method !== deflated)) return null;
    entries.push(entry);
    const [name, extra, comment] = [28, 30, 32].map((each) => view.getUint16(at + each, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return at === end && entries.length === count ? entries : null;
}

async function unpacked(
  bytes: Uint8Array,
  { method, packed, at }: Entry,
  most: number,
): Promise<number | 'too-large' | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== localSignature) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.byteLength) return null;
  if (method === stored) return packed > most ? 'too-large' : packed;
  try {
    // One byte at least, for zlib takes no limit of nothing.
    const limit = { maxOutputLength: Math.max(1, most) };
    const plain = await inflate(bytes.subarray(start, start + packed), limit);
    return plain.byteLength > most ? 'too-large' : plain.byteLength;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null;
  }
}

const inflate = promisify(inflateRaw);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
