/** A file of an archive. */
export type Entry = { readonly name: string; readonly content: Blob };

/**
 * Puts files into one ZIP archive, each made smaller by the browser's own means. For files of under 4 GiB together, with
 * names of plain letters. The day on each is 1 January 1980, so that the archive says nothing of when it was made.
 *
 * Source: PKWARE, .ZIP File Format Specification 6.3.3.
 */
export async function zipped(entries: readonly Entry[]): Promise<Blob> {
  const local: Blob[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const bytes = new Uint8Array(await content.arrayBuffer());
    const packed = await deflated(content);
    const facts = [crc32(bytes), packed.size, bytes.length] as const;
    const path = new TextEncoder().encode(name);
    local.push(new Blob([header(0x04034b50, facts, path.length), path, packed]));
    central.push(listed(facts, path.length, at), path);
    at += 30 + path.length + packed.size;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length]);
  const whole = [...local, ...central, end, numbers([4, size], [4, at], [2, 0])];
  return new Blob(whole, { type: 'application/zip' });
}

/** CRC-32, and sizes: packed, and as it was. */
type Facts = readonly [number, number, number];

const deflate = 8;
const utf8Names = 0x800;
const firstDay = 0x21;

function header(signature: number, [crc, packed, whole]: Facts, name: number) {
  return numbers(
    ...([
      [4, signature],
      [2, 20],
      [2, utf8Names],
      [2, deflate],
      [2, 0],
      [2, firstDay],
    ] as const),
    ...([
      [4, crc],
      [4, packed],
      [4, whole],
      [2, name],
      [2, 0],
    ] as const),
  );
}

function listed([crc, packed, whole]: Facts, name: number, at: number) {
  return numbers(
    ...([
      [4, 0x02014b50],
      [2, 20],
      [2, 20],
      [2, utf8Names],
      [2, deflate],
    ] as const),
    ...([
      [2, 0],
      [2, firstDay],
      [4, crc],
      [4, packed],
      [4, whole],
      [2, name],
    ] as const),
    ...([
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const),
  );
}

/** Numbers of two or four bytes, the low byte first. */
function numbers(...parts: readonly (readonly [2 | 4, number])[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.flatMap(([size, value]) =>
    Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 0xff),
  );
  return Uint8Array.from(bytes);
}

function deflated(content: Blob): Promise<Blob> {
  return new Response(content.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
