import { block, checksum } from './tar.ts';

/** A file of an archive that is being read. Its content comes once; what is left of it is passed over. */
export type Packed = {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
};

/** The archive ends too early, or is none. */
export class ArchiveBroken extends Error {}

/**
 * Reads the files of an archive that `pack` wrote, one after the other as they arrive; folders are left out.
 * The last bytes are asked for as well, so that a check that stands at the end of the stream is made.
 *
 * @throws ArchiveBroken when it is cut off or not an archive.
 */
export async function* unpack(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Packed> {
  const source = new Source(bytes);
  for (;;) {
    const head = await source.exactly(block);
    if (head.every((byte) => byte === 0)) break;
    const { name, size } = fields(head);
    const rest = { left: size };
    if (!name.endsWith('/')) yield { name, size, content: source.pieces(rest) };
    for await (const piece of source.pieces(rest)) void piece;
    await source.exactly((block - (size % block)) % block);
  }
  await source.toEnd();
}

function fields(head: Buffer): { name: string; size: number } {
  const text = (from: number, to: number) => head.toString('utf8', from, to).split('\0')[0] ?? '';
  const size = Number.parseInt(text(124, 136), 8);
  if (Number.parseInt(text(148, 156), 8) !== checksum(head) || Number.isNaN(size)) {
    throw new ArchiveBroken('not the header of a file');
  }
  return { name: text(0, 100), size };
}

/** Bytes by number instead of by whatever pieces they come in. */
class Source {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  async exactly(count: number): Promise<Buffer> {
    const whole = Buffer.alloc(count);
    let filled = 0;
    for await (const piece of this.pieces({ left: count })) {
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }

  /** The next bytes; `rest.left` says how many are still to come. */
  async *pieces(rest: { left: number }): AsyncGenerator<Uint8Array> {
    while (rest.left > 0) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#held.subarray(0, rest.left);
      this.#held = this.#held.subarray(piece.length);
      rest.left -= piece.length;
      yield piece;
    }
  }

  async toEnd(): Promise<void> {
    for (;;) {
      if (this.#held.some((byte) => byte !== 0)) throw new ArchiveBroken('more after the end');
      const next = await this.#pieces.next();
      if (next.done === true) return;
      this.#held = next.value;
    }
  }

  async #more(): Promise<void> {
    const next = await this.#pieces.next();
    if (next.done === true) throw new ArchiveBroken('it ends too early');
    this.#held = next.value;
  }
}
