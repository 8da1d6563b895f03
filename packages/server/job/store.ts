import { z } from '@hono/zod-openapi';
import type { Work } from '../database/within.ts';
import { asInstallation } from '../database/within.ts';
import type { Database } from '../database/connect.ts';
import type { ProblemLine } from '../http/problem.ts';
import { UndonePart } from './undone.ts';

export const JobState = z.enum(['waiting', 'running', 'done', 'refused', 'cancelled', 'broken']);
export type JobState = z.infer<typeof JobState>;

/**
 * What reading a file came to. `rows` counts the file's rows (or features), `skipped` those that the mapping
 * leaves out, `rejected` those with a problem. `new`, `changed` and `same` count what the file says
 * (observations, places, …), `links` the parents among them. A dry run keeps nothing.
 */
export const JobResult = z
  .object({
    what: z.enum([
      'observations',
      'places',
      'populations',
      'boundaries',
      'directory',
      'suppliers',
      'supplier-priorities',
      'references',
      'studies',
      'undone-import',
    ]),
    dryRun: z.boolean(),
    kept: z.boolean(),
    rows: z.number(),
    skipped: z.number(),
    rejected: z.number(),
    new: z.number(),
    changed: z.number(),
    same: z.number(),
    links: z.object({ new: z.number(), same: z.number() }).nullable(),
    unknownPlaces: z.array(z.string()),
    /** What else was counted, by name. */
    counts: z.record(z.string(), z.number()).optional(),
    /** What taking an import back did, by table. */
    undone: z.array(UndonePart).optional(),
  })
  .openapi('JobResult');
export type JobResult = z.infer<typeof JobResult>;

export async function addJob(
  tx: Work,
  {
    partnership,
    person,
    kind,
    title,
    upload = null,
    now,
  }: {
    partnership: string;
    person: string | null;
    kind: string;
    title: string;
    upload?: string | null | undefined;
    now: Date;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('job')
    .values({
      partnership_id: partnership,
      kind,
      title,
      state: 'waiting',
      started_by: person,
      upload_id: upload,
      asked_at: now,
      started_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes how far a job is; says whether somebody has asked to cancel it. */
export async function advance(
  tx: Work,
  job: string,
  to: { done: number; total: number | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('job')
    .set({ state: 'running', ...to })
    .where('id', '=', job)
    .returning('cancel_asked')
    .executeTakeFirst();
  return row?.cancel_asked ?? true;
}

export async function beginJob(tx: Work, job: string, now: Date): Promise<void> {
  await tx
    .updateTable('job')
    .set({ state: 'running', started_at: now })
    .where('id', '=', job)
    .execute();
}

export type Ending = {
  readonly state: JobState;
  readonly result: JobResult | null;
  readonly problems: readonly ProblemLine[];
  readonly problemCount: number;
  readonly errorsStoredAs: string | null;
  readonly now: Date;
};

export async function endJob(tx: Work, job: string, ending: Ending): Promise<void> {
  await tx
    .updateTable('job')
    .set((e) => ({
      state: ending.state,
      // What is done is done: what was not worth a step of its own too.
      done: ending.state === 'done' ? e.fn.coalesce('total', 'done') : e.ref('done'),
      result: ending.result && JSON.stringify(ending.result),
      problems: JSON.stringify(ending.problems),
      problem_count: ending.problemCount,
      errors_stored_as: ending.errorsStoredAs,
      ended_at: ending.now,
    }))
    .where('id', '=', job)
    .execute();
}

/** Asks a job to stop; it does at its next step. False where it has ended, or is not there. */
export async function askToCancel(tx: Work, job: string): Promise<boolean> {
  const asked = await tx
    .updateTable('job')
    .set({ cancel_asked: true })
    .where('id', '=', job)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return asked.numUpdatedRows > 0n;
}

const columns = [
  'id',
  'kind',
  'title',
  'state',
  'done',
  'total',
  'result',
  'problem_count as problemCount',
  'errors_stored_as as errorsStoredAs',
  'started_at as startedAt',
  'ended_at as endedAt',
  'undone_at as undoneAt',
] as const;

export async function jobOf(tx: Work, job: string) {
  const row = await tx
    .selectFrom('job')
    .where('id', '=', job)
    .select([...columns, 'problems'])
    .executeTakeFirst();
  return row ?? null;
}

export type JobRow = NonNullable<Awaited<ReturnType<typeof jobOf>>>;

const undoableKinds = [
  'import-observations',
  'import-places',
  'import-populations',
  'import-boundaries',
];

/** Whether a job brought something into the partnership's data that can be taken back as a whole. */
export function isUndoable({ kind, undoneAt, result }: JobRow): boolean {
  if (!undoableKinds.includes(kind) || undoneAt !== null || result === null) return false;
  return JobResult.parse(result).kept;
}

const mostListed = 50;

/** The newest first, without their problems. */
export async function jobsOf(tx: Work): Promise<JobRow[]> {
  const rows = await tx
    .selectFrom('job')
    .select(columns)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(mostListed)
    .execute();
  return rows.map((row) => ({ ...row, problems: [] }));
}

/**
 * Ends the jobs that a process left running when it stopped, and clears what they had staged. For the start of a
 * server: whatever is running then runs no more.
 */
export async function endInterruptedJobs(database: Database): Promise<void> {
  await asInstallation(database, async (tx) => {
    await tx
      .updateTable('job')
      .set((e) => ({
        state: 'broken',
        problems: JSON.stringify([{ code: 'interrupted' }]),
        problem_count: 1,
        ended_at: e.fn('now'),
      }))
      .where('state', 'in', ['waiting', 'running'])
      .execute();
    await tx.deleteFrom('observation_stage').execute();
  });
}
