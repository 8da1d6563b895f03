import { createReadStream } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { gzipped } from '../archive/gzip.ts';
import { pack, type Entry } from '../archive/tar.ts';
import { writeWhole } from '../archive/whole.ts';
import type { Database } from './connect.ts';
import { stillDatabase, stillFolder } from './still.ts';

export type Dump = { readonly name: string; readonly at: Date };

const kept = 7;

export function dumpFolder(dataFolder: string): string {
  return join(dataFolder, 'dumps');
}

/**
 * Writes the whole folder of an embedded database into `dumps`, as a `.tar.gz` that any system opens, and keeps the
 * newest seven. A dump is there whole or not at all, and on the disk itself before it counts. It is not encrypted:
 * the folder is for its owner's eyes only, as the database is.
 *
 * Problems: `dumps-not-private` where the folder cannot be closed to others, `dump-failed` with the system's word.
 */
export async function dump(
  database: Database,
  { from, dataFolder }: { from: string; dataFolder: string },
  { now, why = '' }: { now: Date; why?: string },
): Promise<Outcome<Dump>> {
  const folder = dumpFolder(dataFolder);
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const name = `database-${stamp}Z${why === '' ? '' : `-${why}`}.tar.gz`;
  const copy = join(stillFolder(dataFolder), name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await isPrivate(folder))) return refused(problem('dumps-not-private', { folder }));
    await stillDatabase(database, { from, to: copy });
    await writeWhole(join(folder, name), gzipped(pack(entriesOf(copy), now)));
    await removeOldest(dataFolder);
    return fine({ name, at: now });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return refused(problem('dump-failed', { folder, because: code }));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** The dumps that are there, newest first. */
export async function dumpsIn(dataFolder: string): Promise<readonly Dump[]> {
  const names = await readdir(dumpFolder(dataFolder)).catch(() => []);
  return names
    .flatMap((name) => {
      const [, day, hour, minute, second] = pattern.exec(name) ?? [];
      return day === undefined
        ? []
        : [{ name, at: new Date(`${day}T${hour}:${minute}:${second}Z`) }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

const pattern = /^database-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-[a-z-]+)?\.tar\.gz$/;

/** Whether nobody but its owner may look into a folder; on Windows the account's own folder sees to that. */
export async function isPrivate(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  await chmod(folder, 0o700).catch(() => undefined);
  return ((await stat(folder)).mode & 0o077) === 0;
}

async function* entriesOf(folder: string): AsyncGenerator<Entry> {
  const there = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const each of there) {
    const path = join(each.parentPath, each.name);
    const name = relative(folder, path).split(sep).join('/');
    if (each.isDirectory()) yield { name: `${name}/`, size: 0, content: [] };
    else yield { name, size: (await stat(path)).size, content: createReadStream(path) };
  }
}

async function removeOldest(dataFolder: string): Promise<void> {
  for (const { name } of (await dumpsIn(dataFolder)).slice(kept)) {
    await rm(join(dumpFolder(dataFolder), name), { force: true });
  }
}
