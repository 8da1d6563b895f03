import type { Readable } from 'node:stream';

/** Pieces are small whatever the source gives, so that no more than a little text is held at a time. */
const largestPiece = 65_536;

/** A file's bytes, piece by piece. @throws TypeError for a source of anything else. */
export async function* bytesOf(source: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a file is read as bytes');
    for (let at = 0; at < chunk.length; at += largestPiece)
      yield chunk.subarray(at, at + largestPiece);
  }
}
