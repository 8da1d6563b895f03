import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { settle } from '../archive/whole.ts';

/**
 * The files of a backup on their way into a data folder: they wait beside their place until everything has been
 * checked, then take it together, and can still go back.
 */
export class Aside {
  readonly #dataFolder: string;
  readonly #waiting: string;
  #placed: (() => Promise<void>)[] = [];

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
    this.#waiting = join(dataFolder, 'restoring');
  }

  /** What an earlier attempt left is cleared away. */
  async open(): Promise<void> {
    await rm(this.#waiting, { recursive: true, force: true });
    await mkdir(join(this.#waiting, 'files'), { recursive: true, mode: 0o700 });
  }

  /** `name` is `secret`, or `files/` and a name of ours. */
  async add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const to = createWriteStream(join(this.#waiting, name), { mode: 0o600, flush: true });
    await pipeline(bytes, to);
  }

  /** Moves everything into its place; what stood there waits aside, should it have to come back. */
  async place(): Promise<void> {
    for (const name of await readdir(this.#waiting)) await this.#place(name);
    await settle(this.#dataFolder);
  }

  async #place(name: string): Promise<void> {
    const [from, to] = [join(this.#waiting, name), join(this.#dataFolder, name)];
    const old = join(this.#waiting, `old-${name}`);
    const wasThere = await moved(to, old);
    await rename(from, to);
    this.#placed.push(async () => {
      await rename(to, from);
      if (wasThere) await rename(old, to);
    });
  }

  /** Undoes `place`. */
  async takeBack(): Promise<void> {
    for (const undo of this.#placed.reverse()) await undo();
    this.#placed = [];
  }

  async close(): Promise<void> {
    await rm(this.#waiting, { recursive: true, force: true });
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
