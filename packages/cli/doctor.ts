import { statfs } from 'node:fs/promises';
import { ageOf, statusOf, type Status } from '@freehold/server/backup';
import { config, type Config } from '@freehold/server/config';
import { clockFaults, openDatabase, wallFaults } from '@freehold/server/database';
import type { Problem } from '@freehold/core/problem';
import { problem } from '@freehold/core/problem';
import type { Command } from './command.ts';
import { entranceFaults, folderFaults } from './doctor-entrance.ts';
import { sentence } from './words.ts';

const leastFreeBytes = 1_000_000_000;

type Finding = { readonly what: string; readonly problems: readonly Problem[] };

/** Looks an installation over and says what to mend. Nothing is changed but what opening the database migrates. */
export const doctor: Command = async (words) => {
  const findings = await examine();
  const problems = findings.flatMap((each) => each.problems);
  if (words.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ findings }, null, 2)}\n`);
    return problems.length === 0 ? 0 : 1;
  }
  for (const { what, problems: found } of findings) {
    process.stdout.write(`${found.length === 0 ? 'fine' : 'MEND'}  ${what}\n`);
    for (const each of found) process.stdout.write(`      ${sentence(each)}\n`);
  }
  return problems.length === 0 ? 0 : 1;
};

async function examine(): Promise<readonly Finding[]> {
  const runtime: Finding = {
    what: `Node ${process.version}`,
    problems: Number(process.versions.node.split('.')[0]) >= 24 ? [] : [problem('node-too-old')],
  };
  const settings = config(process.env);
  if (!settings.ok) return [runtime, { what: 'Settings', problems: settings.problems }];
  const { folder } = settings.value;
  const running = await statusOf(folder);
  return [
    runtime,
    { what: 'Settings', problems: [] },
    { what: `Entrance: ${settings.value.address}`, problems: entranceFaults(settings.value) },
    { what: `Data folder ${folder}`, problems: await folderFaults(folder) },
    await database(settings.value, running),
    await backups(folder, running !== null),
    await disk(folder),
  ];
}

/** An embedded database that a server holds is open to nobody else, and need not be. */
async function database(settings: Config, running: Status | null): Promise<Finding> {
  const { home, folder } = settings;
  const where = home.kind === 'pglite' ? `Embedded database in ${folder}` : 'PostgreSQL server';
  if (running !== null && home.kind === 'pglite') {
    return { what: `${where}, in use by Freehold since ${running.since}`, problems: [] };
  }
  const opened = await openDatabase(settings);
  if (!opened.ok) return { what: where, problems: opened.problems };
  const { database: inside, close } = opened.value;
  try {
    const walls = await wallFaults(inside, home.kind);
    return {
      what: `${where}, its walls and its clock`,
      problems: [...walls, ...(await clockFaults(inside, new Date()))],
    };
  } finally {
    await close();
  }
}

async function backups(folder: string, isRunning: boolean): Promise<Finding> {
  const { backup, dump, problems } = await ageOf(folder, { now: new Date(), isRunning });
  const said = (at: Date | null) => at?.toISOString() ?? 'none yet';
  return { what: `Newest backup: ${said(backup)}; newest dump: ${said(dump)}`, problems };
}

/** How much room the folder's disk has; `disk-nearly-full` when it is less than `least` bytes. */
export async function disk(folder: string, least = leastFreeBytes): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const little = free < least ? [problem('disk-nearly-full', { freeBytes: free })] : [];
    return { what: `Disk: ${(free / 1e9).toFixed(1)} GB free`, problems: little };
  } catch (error) {
    return {
      what: 'Disk',
      problems: [problem('folder-not-readable', { because: (error as Error).message })],
    };
  }
}
