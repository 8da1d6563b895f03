import { execFile } from 'node:child_process';
import { mkdtemp, rmdir, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type SmallDisk = {
  readonly folder: string;
  /** Mounts it again with other options, such as `ro` or `size=200m`. */
  readonly remount: (options: string) => Promise<void>;
  /** Takes all the room that is left. */
  readonly fill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A disk of its own in memory, of so many megabytes; null where this process may not mount one. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  } catch {
    await rmdir(folder);
    return null;
  }
  return {
    folder,
    remount: async (options) => {
      await run('mount', ['-o', `remount,${options}`, folder]);
    },
    fill: async () => {
      const { bavail, bsize } = await statfs(folder);
      await writeFile(join(folder, 'filler'), Buffer.alloc(bavail * bsize));
    },
    close: async () => {
      await unmounted(folder);
      await rmdir(folder);
    },
  };
}

/** Takes a disk away; what another still looks at for a moment is waited for, ten seconds at most. */
async function unmounted(folder: string, tries = 50): Promise<void> {
  try {
    await run('umount', [folder]);
  } catch (error) {
    if (tries === 0) throw error;
    await setTimeout(200);
    await unmounted(folder, tries - 1);
  }
}

/** Whether this process may mount a disk; tests of a full one are skipped where it may not. */
export async function mayMount(): Promise<boolean> {
  const disk = await smallDisk(1);
  await disk?.close();
  return disk !== null;
}
