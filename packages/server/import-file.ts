import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Mapping } from '@freehold/core/data';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { filesIn, systemClock, systemEntropy } from './adapters.ts';
import type { Database } from './database/connect.ts';
import { asInstallation, within } from './database/within.ts';
import { ProblemLine } from './http/problem.ts';
import { jobsEnded } from './job/run.ts';
import { jobOf, JobResult, type JobState } from './job/store.ts';
import { startReading } from './data/start.ts';

export type LocalImport = {
  readonly state: JobState;
  readonly result: JobResult | null;
  /** The first hundred; the rest are in the job's file. */
  readonly problems: readonly ProblemLine[];
  readonly problemCount: number;
};

/**
 * Brings a file of this machine into a partnership, as the web application would, and waits for the end.
 * `folder` is the installation's. Problems: `partnership-unknown`, `partnership-ambiguous`.
 */
export async function importLocalFile(
  database: Database,
  folder: string,
  asked: {
    readonly partnership: string;
    readonly path: string;
    readonly mapping: Mapping;
    readonly acceptRejected: boolean;
  },
): Promise<Outcome<LocalImport>> {
  const partnership = await partnershipNamed(database, asked.partnership);
  if (!partnership.ok) return partnership;
  const actor = { person: null, rater: null, partnership: partnership.value };
  const storedAs = systemEntropy.token();
  const kept = filesIn(join(folder, 'files'));
  // The file is read where it lies; only the problems' file goes to the installation's folder.
  const open = (name: string) =>
    name === storedAs ? createReadStream(asked.path) : kept.open(name);
  const ports = { clock: systemClock, entropy: systemEntropy, files: { ...kept, open } };
  const { size } = await stat(asked.path);
  const upload = { id: null, name: basename(asked.path), size, storedAs };
  const how = { dryRun: false, acceptRejected: asked.acceptRejected };
  const job = await startReading({ database, ports }, actor, upload, asked.mapping, how);
  await jobsEnded(database);
  const row = await within(database, actor, (tx) => jobOf(tx, job));
  if (row === null) throw new TypeError(`job ${job} is gone`);
  const { state, problemCount } = row;
  const result = JobResult.nullable().parse(row.result);
  return fine({ state, result, problems: z.array(ProblemLine).parse(row.problems), problemCount });
}

async function partnershipNamed(database: Database, named: string): Promise<Outcome<string>> {
  const all = await asInstallation(database, (tx) =>
    tx.selectFrom('partnership').select(['id', 'name']).orderBy('name').execute(),
  );
  const found = all.filter(({ id, name }) => name === named || id === named);
  const [only] = found;
  if (only === undefined)
    return refused(problem('partnership-unknown', { named, known: all.map(({ name }) => name) }));
  if (found.length > 1)
    return refused(problem('partnership-ambiguous', { named, ids: found.map(({ id }) => id) }));
  return fine(only.id);
}
