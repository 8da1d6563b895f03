import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ArchiveBroken } from './untar.ts';

/** Bytes made smaller as they pass, off the main thread. */
export function gzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return through(bytes, createGzip());
}

/**
 * The bytes that were made smaller.
 *
 * @throws ArchiveBroken when they were not, or are cut off.
 */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* through(bytes, createGunzip());
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? new ArchiveBroken(code) : error;
  }
}

async function* through(
  bytes: AsyncIterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array> {
  const fed = pipeline(bytes, transform);
  // Its error comes out of the reading below.
  fed.catch(() => undefined);
  yield* transform as AsyncIterable<Uint8Array>;
  await fed;
}
