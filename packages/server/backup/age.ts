import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { problem, type Problem } from '@freehold/core/problem';
import { writeWhole } from '../archive/whole.ts';
import { dumpsIn } from '../database/dump.ts';

const Note = z.object({ at: z.coerce.date(), bytes: z.number() });

/** Leaves word in the data folder that a backup was made, so that its age can be told without the file. */
export async function noteBackup(dataFolder: string, at: Date, bytes: number): Promise<void> {
  const note = Buffer.from(`${JSON.stringify({ at: at.toISOString(), bytes })}\n`);
  // Whoever backs up may be allowed to read here and not to write; the backup is no worse for it.
  await writeWhole(noteIn(dataFolder), once(note)).catch(() => undefined);
}

export type Age = {
  readonly backup: Date | null;
  readonly dump: Date | null;
  readonly problems: readonly Problem[];
};

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * How old the newest backup and the newest dump are. `isRunning` says whether a server keeps dumps at present.
 *
 * Problems: `backup-old` when an installation older than a week has none from the last seven days, `dump-old` when a
 * running server has made none for two days.
 */
export async function ageOf(
  dataFolder: string,
  { now, isRunning }: { now: Date; isRunning: boolean },
): Promise<Age> {
  const backup = await noted(dataFolder);
  const dump = (await dumpsIn(dataFolder))[0]?.at ?? null;
  const begun = (await stat(join(dataFolder, 'secret')).catch(() => null))?.mtime ?? now;
  const since = (at: Date | null) => now.getTime() - Math.max(at?.getTime() ?? 0, begun.getTime());
  const backupOld = since(backup) > 7 * day;
  const dumpOld = isRunning && since(dump) > 2 * day;
  return {
    backup,
    dump,
    problems: [
      ...(backupOld ? [problem('backup-old', { days: ageIn(day, backup, now) })] : []),
      ...(dumpOld ? [problem('dump-old', { hours: ageIn(hour, dump, now) })] : []),
    ],
  };
}

function ageIn(unit: number, at: Date | null, now: Date): number | null {
  return at === null ? null : Math.floor((now.getTime() - at.getTime()) / unit);
}

async function noted(dataFolder: string): Promise<Date | null> {
  try {
    return Note.parse(JSON.parse(await readFile(noteIn(dataFolder), 'utf8'))).at;
  } catch {
    return null;
  }
}

function noteIn(dataFolder: string): string {
  return join(dataFolder, 'last-backup.json');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
