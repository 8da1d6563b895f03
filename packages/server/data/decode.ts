import type { Readable } from 'node:stream';
import { bytesOf } from '../http/bytes.ts';

/** How a text file's bytes are to be read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Finds out how a file is encoded: by its byte order mark; else UTF-8 where every byte fits, and Windows-1252
 * where one does not. Without a mark it reads up to `most` bytes, all of them unless said otherwise.
 */
export async function encodingOf(
  open: () => Readable,
  { most = Infinity }: { readonly most?: number } = {},
): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const source = open();
  let read = 0;
  try {
    for await (const chunk of bytesOf(source)) {
      const marked = read === 0 ? byMark(chunk) : null;
      if (marked !== null) return marked;
      strict.decode(chunk, { stream: true });
      read += chunk.length;
      if (read >= most) return 'utf-8';
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return 'windows-1252';
    throw error;
  } finally {
    source.destroy();
  }
}

/** A piece of a decoded file, and how many bytes have been read with it. */
export type Decoded = { readonly text: string; readonly bytes: number };

/** The file's text, piece by piece. A byte order mark is not part of it. */
export async function* decoded(source: Readable, encoding: Encoding): AsyncGenerator<Decoded> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of bytesOf(source)) {
    bytes += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), bytes };
  }
  yield { text: decoder.decode(), bytes };
}

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}
