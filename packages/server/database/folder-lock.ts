import { link, mkdir, open, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

/** A folder held by this process; `release` lets it go. */
export type FolderLock = { readonly release: () => Promise<void> };

/**
 * Holds a data folder for this process alone: PGlite opens a folder twice without a word and loses what the
 * second writes. The lock is a file with the holder's process number and when it began (where the system tells);
 * one left by a process that is gone is taken over.
 * A folder that is not there is made, for its owner's eyes only.
 *
 * Problem `folder-in-use` when another living process holds it, `folder-not-writable` when it cannot be written.
 */
export async function lockFolder(folder: string): Promise<Outcome<FolderLock>> {
  const path = resolve(folder, 'freehold.lock');
  if (ours.has(path)) return refused(problem('folder-in-use', { folder, process: process.pid }));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const holder = await take(path);
    if (holder !== null) return refused(problem('folder-in-use', { folder, process: holder }));
    ours.add(path);
    return fine({ release: () => release(path) });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code)) throw error;
    return refused(problem('folder-not-writable', { folder, because: code }));
  }
}

// A container gives the same number to each start, so a file with our number says nothing; this does.
const ours = new Set<string>();

async function release(path: string): Promise<void> {
  await rm(path, { force: true });
  ours.delete(path);
}

/** Takes the lock file; gives the process that holds it when somebody else does. */
async function take(path: string): Promise<number | null> {
  const mine = `${path}.${process.pid}`;
  try {
    await writeWhole(mine);
    for (;;) {
      if (await put(mine, path)) return null;
      const holder = await holderOf(path);
      if (holder === null) continue;
      if (await isAlive(holder)) return holder.process;
      await clear(path);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function writeWhole(path: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(await ourContent());
  } finally {
    await file.close();
  }
}

/** Puts the lock in its place with its content, in one step, so that nobody ever reads an empty one; false when one is there. */
async function put(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(code)) throw error;
    return putWithoutLinks(path);
  }
}

/** For file systems without hard links, such as a memory stick's. */
async function putWithoutLinks(path: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (file === null) return false;
  await file.writeFile(await ourContent());
  await file.close();
  return true;
}

/**
 * Takes a lock of nobody away. Two may find it at once, and the slower must not take away what the faster has put
 * there: a folder, which only one can make, lets them in one after the other.
 */
async function clear(path: string): Promise<void> {
  const door = `${path}.taking`;
  if (!(await enter(door))) return;
  try {
    // Where there is no lock any more there is nothing to take away: what stands there a moment later is somebody's.
    const holder = await holderOf(path);
    if (holder !== null && !(await isAlive(holder))) await rm(path, { force: true });
  } finally {
    await rmdir(door);
  }
}

const doorStandsInMilliseconds = 10_000;

/** False when another is inside, after a moment's wait. One who died inside is not waited for. */
async function enter(door: string): Promise<boolean> {
  try {
    await mkdir(door);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = (await stat(door).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - since > doorStandsInMilliseconds) await rmdir(door).catch(() => undefined);
    await setTimeout(20);
    return false;
  }
}

type Holder = { readonly process: number; readonly began: string };

async function ourContent(): Promise<string> {
  return `${process.pid}\n${await beginningOf(process.pid)}`;
}

/** Null where there is no lock. One that cannot be read is nobody's. */
async function holderOf(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : '',
  );
  if (text === null) return null;
  const [number = '', began = ''] = text.split('\n');
  return { process: Number(number), began };
}

/** A number is used again after a restart of the machine: the same process began at the same time. */
async function isAlive({ process: pid, began }: Holder): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !answers(pid)) return false;
  return began === '' || began === (await beginningOf(pid));
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in the kernel's own words, with the start of the machine; empty where it does not say. */
async function beginningOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in the second field may hold anything; the start is the 20th field after it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot.trim()} ${started}`;
  } catch {
    return '';
  }
}
