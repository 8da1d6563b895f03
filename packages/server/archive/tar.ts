/**
 * One file of an archive, or a folder when the name ends with a slash.
 * A name has at most 100 bytes; the content has exactly `size` bytes.
 */
export type Entry = {
  readonly name: string;
  readonly size: number;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
};

export const block = 512;

/**
 * Writes entries as a POSIX tar archive, piece by piece: what has gone out is held no longer.
 *
 * @throws RangeError if a name is too long or a content has another size than it said.
 */
export async function* pack(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  for await (const { name, size, content } of entries) {
    yield header(name, size, at);
    let written = 0;
    for await (const piece of content) {
      written += piece.length;
      yield piece;
    }
    if (written !== size) throw new RangeError(`${name} has ${written} bytes and not ${size}`);
    yield Buffer.alloc((block - (size % block)) % block);
  }
  yield Buffer.alloc(2 * block);
}

const largest = 0o77777777777;

// Where each field of a header begins, after POSIX.1-1988 (ustar).
function header(name: string, size: number, at: Date): Uint8Array {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`too long a name: ${name}`);
  if (size > largest) throw new RangeError(`${name} is larger than ${largest} bytes`);
  const isFolder = name.endsWith('/');
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  bytes.write(octal(isFolder ? 0o700 : 0o600, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(size, 12), 124);
  bytes.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  bytes.write(isFolder ? '5' : '0', 156);
  bytes.write('ustar\0' + '00', 257);
  bytes.write(`${octal(checksum(bytes), 7)} `, 148);
  return bytes;
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

/** The sum of a header's bytes, its own field counted as spaces. */
export function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
