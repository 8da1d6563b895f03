import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

/** A folder held by this process; `release` lets it go. */
export type FolderLock = { readonly release: () => Promise<void> };

/**
 * Holds a data folder for this process alone: PGlite opens a folder twice without a word and loses what the
 * second writes. The lock is a file with the holder's process number; one left by a process that is gone is taken over.
 *
 * Problem `folder-in-use` when another living process holds it, `folder-not-writable` when it cannot be written.
 */
export async function lockFolder(folder: string): Promise<Outcome<FolderLock>> {
  const path = join(folder, 'freehold.lock');
  try {
    await mkdir(folder, { recursive: true });
    const holder = await take(path);
    if (holder !== null) return refused(problem('folder-in-use', { folder, process: holder }));
    return fine({ release: () => rm(path, { force: true }) });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code)) throw error;
    return refused(problem('folder-not-writable', { folder, because: code }));
  }
}

/** Takes the lock file; gives the process that holds it when somebody else does. */
async function take(path: string): Promise<number | null> {
  for (;;) {
    const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (file !== null) {
      await file.writeFile(String(process.pid));
      await file.close();
      return null;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder !== process.pid && isAlive(holder)) return holder;
    await rm(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
