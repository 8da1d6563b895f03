import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file, for its owner's eyes only, whole or not at all: beside its place, down to the disk, then into it.
 *
 * Holds: a power cut after it resolves loses nothing of the file; when it rejects, what stood there before stands.
 */
export async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(bytes, createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await settle(dirname(path));
}

/** Asks the disk to keep what a folder lists now. Not every system can; those that cannot do so by themselves. */
export async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
