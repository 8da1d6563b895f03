import {
  flow,
  protocolCounts,
  Protocol,
  type ScreeningReason,
  type ScreeningStage,
} from '@freehold/core/evidence';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import type { Desk, KeptBatch } from './screening-store.ts';
import { batchesOf, desksOf, emptyDesk } from './screening-store.ts';
import { standingAt, viewOf } from './screening-view.ts';

/** What is wrong with a decision: a publication not asked about, a reason missing, or the two know of each other. */
export function decisionFaults(
  batch: KeptBatch,
  desk: Desk,
  typed: {
    readonly source: string;
    readonly stage: ScreeningStage;
    readonly decision: string | null;
    readonly reason: string;
  },
  now: Date,
): readonly Problem[] {
  const standing = viewOf(batch, desk, now).standings.find(({ source }) => source === typed.source);
  if (standing === undefined) return [problem('not-found')];
  const at = standingAt(standing, typed.stage);
  if (at === null) return [problem('screening-not-yet')];
  if (at !== 'waiting' && at !== 'half') return [problem('screening-shown')];
  return typed.decision === 'exclude' ? reasonFaults(batch.reasons, typed) : [];
}

/** An exclusion at full text has one of the batch's reasons; at title and abstract it may have none. [EV-12] */
export function reasonFaults(
  reasons: readonly ScreeningReason[],
  { stage, reason }: { readonly stage: ScreeningStage; readonly reason: string },
): readonly Problem[] {
  if (reason === '' && stage === 'title-abstract') return [];
  if (reason === '') return [problem('screening-reason-needed', undefined, { path: 'reason' })];
  return reasons.some(({ code }) => code === reason)
    ? []
    : [problem('screening-reason-unknown', { reason }, { path: 'reason' })];
}

/** Whether anything was decided of the full text, so that what let it in can no longer be taken back. */
export function wentOn(desk: Desk, source: string): boolean {
  return [...desk.decisions, ...desk.settled].some(
    (each) => each.source === source && each.stage === 'full-text',
  );
}

export async function keepSettled(
  tx: Work,
  by: By,
  at: { readonly batch: string; readonly source: string; readonly stage: ScreeningStage },
  settled: {
    readonly decision: 'include' | 'exclude';
    readonly reason: string;
    readonly note: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('screening_settled')
    .values({
      ...{ partnership_id: by.partnership, batch_id: at.batch, source_id: at.source },
      ...{ stage: at.stage, ...settled, by_name: by.name },
    })
    .execute();
}

export async function dropSettled(
  tx: Work,
  { source, stage }: { readonly source: string; readonly stage: ScreeningStage },
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('screening_settled')
    .where('source_id', '=', source)
    .where('stage', '=', stage)
    .returning('source_id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Records of the register that were duplicates of a batch's publications: files' ones, and those merged by people. */
export async function duplicatesOf(tx: Work, batches: readonly string[]): Promise<number> {
  if (batches.length === 0) return 0;
  const inBatch = tx
    .selectFrom('screening_source')
    .select('source_id')
    .where('batch_id', 'in', [...batches]);
  const { n: arrived } = await tx
    .selectFrom('evidence_arrival')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('fate', '=', 'duplicate')
    .where('source_id', 'in', inBatch)
    .executeTakeFirstOrThrow();
  const { n: merged } = await tx
    .selectFrom('evidence_source')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('merged_into', 'in', inBatch)
    .executeTakeFirstOrThrow();
  return Number(arrived) + Number(merged);
}

/**
 * Writes what became of all batches of a search into its protocol, over what stood there, and notes it among the
 * register's changes.
 */
export async function writeCounts(
  tx: Work,
  by: By,
  protocol: string,
  now: Date,
): Promise<Outcome<Protocol>> {
  const row = await tx
    .selectFrom('evidence_protocol')
    .select(['title', 'content'])
    .where('id', '=', protocol)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refused(problem('not-found'));
  const batches = (await batchesOf(tx)).filter((each) => each.protocol?.id === protocol);
  const desks = await desksOf(tx);
  const found = batches.flatMap((batch) =>
    viewOf(batch, desks.get(batch.id) ?? emptyDesk, now).standings.map((each) => ({
      ...each,
      reason: textOf(batch.reasons, each.reason),
    })),
  );
  const duplicate = await duplicatesOf(
    tx,
    batches.map(({ id }) => id),
  );
  const counts = protocolCounts(flow({ new: found.length, duplicate, rejected: 0 }, found), {
    titleAbstract: 'At title and abstract',
    of: (reason) => reason,
  });
  const updatedOn = now.toISOString().slice(0, 10);
  const before = z.looseObject({}).parse(row.content);
  const content = Protocol.parse({ ...before, title: row.title, ...counts, updatedOn });
  await tx
    .updateTable('evidence_protocol')
    .set({ content: JSON.stringify(content), updated_on: updatedOn, changed_at: now })
    .where('id', '=', protocol)
    .execute();
  const what = { kind: 'protocol', record: protocol, title: row.title, what: 'counted' } as const;
  await noteChange(tx, by, what);
  return fine(content);
}

function textOf(reasons: readonly ScreeningReason[], code: string): string {
  return reasons.find((each) => each.code === code)?.text ?? code;
}
