import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Generator } from '@freehold/core/numeric';
import { verifyAudit } from '@freehold/server/audit';
import { asInstallation, openDatabase, type Database, type Home } from '@freehold/server/database';
import { freePort } from '../packages/server/testing/homes.ts';
import { startChild } from './child.ts';
import { faultsOf } from './soak-check.ts';
import { makeSite } from './soak-site.ts';
import { newNotes, write, type Notes } from './soak-writers.ts';

export type Soaked = {
  readonly kills: number;
  /** Answers that the server confirmed, files and imports not counted. */
  readonly answers: number;
  readonly files: number;
  readonly imports: number;
  /** From the start of the process until it served again, one for each kill. */
  readonly readyInMilliseconds: readonly number[];
  readonly auditRows: number;
  readonly faults: readonly string[];
};

/**
 * Kills a server in the middle of writing, starts it again, and looks whether all that it confirmed is there: so many
 * times over. At the end the audit's chain is followed, and there must be a row for every answer confirmed.
 */
export async function soak(home: Home, kills: number, chance: Generator): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-soak-'));
  const settings = {
    FREEHOLD_DATA: folder,
    FREEHOLD_EXAMPLE: 'off',
    FREEHOLD_REQUESTS: '10000000',
    PORT: String(await freePort()),
    ...(home.kind === 'postgres' && { DATABASE_URL: home.url }),
  };
  const notes = newNotes();
  const faults: string[] = [];
  const ready: number[] = [];
  let child = await startChild(settings);
  try {
    const site = await makeSite(child);
    for (let kill = 0; kill < kills; kill += 1) {
      const writing = write(child, site, notes, chance);
      await Promise.race([confirmed(notes, 3 + chance.below(60)), writing]);
      await child.kill();
      await writing;
      child = await startChild(settings);
      ready.push(child.readyInMilliseconds);
      faults.push(...(await faultsOf(child, site, notes)));
    }
  } finally {
    await child.kill();
  }
  const embedded = { kind: 'pglite', folder: join(folder, 'database') } as const;
  const audit = await auditOf(home.kind === 'postgres' ? home : embedded, folder);
  await rm(folder, { recursive: true, force: true });
  const lacking = notes.confirmed - audit.saves;
  return {
    kills,
    answers: notes.confirmed,
    files: [...notes.files.values()].filter(Boolean).length,
    imports: [...notes.imports.values()].filter(Boolean).length,
    readyInMilliseconds: ready,
    auditRows: audit.rows,
    faults: [
      ...faults,
      ...audit.breaks.map((code) => `the audit: ${code}`),
      ...(lacking > 0 ? [`${lacking} confirmed answers are not in the audit`] : []),
    ],
  };
}

/** Waits until so many more answers have been confirmed. */
async function confirmed(notes: Notes, more: number): Promise<void> {
  const enough = notes.confirmed + more;
  while (notes.confirmed < enough) await setTimeout(1);
}

type Audit = { readonly rows: number; readonly saves: number; readonly breaks: readonly string[] };

async function auditOf(home: Home, folder: string): Promise<Audit> {
  const opened = await openDatabase({ home, folder });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { database, close } = opened.value;
  try {
    const { rows, problems } = await verifyAudit(database);
    return { rows, saves: await savesIn(database), breaks: problems.map(({ code }) => code) };
  } finally {
    await close();
  }
}

async function savesIn(database: Database): Promise<number> {
  const { rows } = await asInstallation(database, (tx) =>
    sql<{ n: number }>`select count(*) as n from audit_entry
      where action = 'PUT /api/rate/{token}/ratings/{indicator}' and outcome = '200'`.execute(tx),
  );
  return rows[0]?.n ?? 0;
}
