import { sql } from 'kysely';
import { constants } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from './connect.ts';

/** Where still copies stand while they are read; what an earlier process left there is of no use. */
export function stillFolder(dataFolder: string): string {
  return join(dataFolder, 'still');
}

const day = 24 * 60 * 60 * 1000;

/** Removes copies that nobody has touched for a day: their reader died, and a removed file must not live on in one. */
export async function removeOldStill(dataFolder: string): Promise<void> {
  const folder = stillFolder(dataFolder);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const touched = (await stat(path).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - touched > day) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Makes a still copy of an embedded database while it runs: after a checkpoint, with its one session held, so that
 * nothing is written meanwhile, by `alongside` either. Callers wait for as long as the copy takes, about a second for
 * 100 MB.
 *
 * Holds: all that was committed before is in the copy; when it fails nothing of the copy is left.
 */
export async function stillDatabase(
  database: Database,
  { from, to }: { from: string; to: string },
  alongside: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  try {
    await mkdir(to, { recursive: true, mode: 0o700 });
    await database.connection().execute(async (session) => {
      await sql`checkpoint`.execute(session);
      await cp(from, to, {
        recursive: true,
        mode: constants.COPYFILE_FICLONE,
        filter: (path) => basename(path) !== 'postmaster.pid',
      });
      await alongside();
    });
  } catch (error) {
    await rm(to, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Makes a still picture of the uploaded files by hard links, which costs no room: a file that is removed meanwhile
 * stays in the picture. Where links cannot be made it copies. Half-written files are left out; what is in the picture
 * already stays.
 */
export async function stillFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const names = (await readdir(from).catch(() => [])).filter((name) => /^[\w-]+$/.test(name));
  for (const name of names) await picture(join(from, name), join(to, name));
}

const gone = ['ENOENT', 'EEXIST'];

/** A file that has just gone is left out, and one that is in the picture is left alone. */
async function picture(from: string, to: string): Promise<void> {
  try {
    await link(from, to).catch((error: NodeJS.ErrnoException) => {
      if (gone.includes(error.code ?? '')) throw error;
      return copyFile(from, to, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    if (!gone.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
