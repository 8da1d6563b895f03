import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from '../database/connect.ts';
import { dump, dumpsIn } from '../database/dump.ts';
import { faultLine } from '../http/fault.ts';
import type { Clock } from '../ports.ts';
import { openControl, type Held } from './control.ts';

export type Kept = {
  /** Dumps when a dump is due, and waits for it; the clock inside asks every ten minutes. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const day = 24 * 60 * 60 * 1000;
const every = 10 * 60 * 1000;

/**
 * Keeps an embedded database safe while its server runs: a dump every 24 hours, and a door for `freehold backup`.
 * A PostgreSQL server looks after itself, and nothing is done.
 */
export async function keepSafe(
  database: Database,
  { home, folder }: Pick<Config, 'home' | 'folder'>,
  clock: Clock,
): Promise<Kept> {
  if (home.kind === 'postgres' || home.folder === null) {
    return { look: () => Promise.resolve(), stop: () => Promise.resolve() };
  }
  const held = { database, from: home.folder, dataFolder: folder };
  const control = await openControl(held, clock.now()).catch((error: unknown) => {
    // Not every file system can hold a socket; the server is of use without one.
    console.error(`no backup while the server runs: ${faultLine(error)}`);
    return null;
  });
  let looking: Promise<void> = Promise.resolve();
  const look = () => (looking = looking.then(() => dumpWhenDue(held, clock.now())));
  const timer = setInterval(() => void look(), every).unref();
  void look();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await looking;
      await control?.close();
    },
  };
}

// A fault here must not end the server: it is said in the log, and `freehold doctor` tells the dump's age.
async function dumpWhenDue(held: Held, now: Date): Promise<void> {
  try {
    if (!(await isDue(held, now))) return;
    const made = await dump(held.database, held, { now });
    if (!made.ok) console.error(`dump not made: ${JSON.stringify(made.problems)}`);
  } catch (error) {
    console.error(`dump not made: ${faultLine(error)}`);
  }
}

/** A day after the newest dump, or after the database was made. */
async function isDue({ from, dataFolder }: Held, now: Date): Promise<boolean> {
  const newest = (await dumpsIn(dataFolder))[0]?.at;
  const since = newest ?? (await stat(join(from, 'PG_VERSION'))).mtime;
  return now.getTime() - since.getTime() >= day;
}
