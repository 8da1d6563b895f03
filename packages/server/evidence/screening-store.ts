import {
  Reference,
  ScreeningReasons,
  usualReasons,
  type Screened,
  type ScreeningReason,
  type ScreeningStage,
  type Settled,
} from '@freehold/core/evidence';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import type { By } from './change.ts';

export type Screener = { readonly person: string | null; readonly name: string };

export type KeptBatch = {
  readonly id: string;
  readonly title: string;
  readonly screeners: readonly [Screener, Screener];
  readonly protocol: { readonly id: string; readonly title: string } | null;
  readonly reasons: readonly ScreeningReason[];
  readonly lookFor: readonly string[];
  readonly lookOut: readonly string[];
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** A decision with when it was typed, and when the server took it in. */
export type KeptDecision = Screened & { readonly typedAt: Date; readonly at: Date };
export type KeptSettled = Settled & {
  readonly note: string;
  readonly byName: string;
  readonly at: Date;
};

/** What a batch is about: its publications in their order, and all that was decided of them. */
export type Desk = {
  readonly sources: readonly string[];
  readonly decisions: readonly KeptDecision[];
  readonly settled: readonly KeptSettled[];
};

const Words = z.array(z.string());

/** The partnership's batches, the newest first; or one of them, held from change with `hold`. */
export async function batchesOf(
  tx: Work,
  only?: { readonly id: string; readonly hold?: boolean },
): Promise<readonly KeptBatch[]> {
  const asked = tx
    .selectFrom('screening_batch as batch')
    .leftJoin('evidence_protocol as protocol', 'protocol.id', 'batch.protocol_id')
    .selectAll('batch')
    .select('protocol.title as protocol_title')
    .$if(only !== undefined, (query) => query.where('batch.id', '=', only?.id ?? ''))
    .orderBy('batch.made_at', 'desc')
    .orderBy('batch.id');
  const rows = await (only?.hold === true ? asked.forUpdate('batch') : asked).execute();
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, madeBy: row.made_by, madeAt: row.made_at },
    screeners: [
      { person: row.first_person, name: row.first_name },
      { person: row.second_person, name: row.second_name },
    ],
    protocol:
      row.protocol_id === null ? null : { id: row.protocol_id, title: row.protocol_title ?? '' },
    reasons: ScreeningReasons.parse(row.reasons),
    ...{ lookFor: Words.parse(row.look_for), lookOut: Words.parse(row.look_out) },
  }));
}

/** What lies in each batch, by its id; publications that were merged or taken away are left out. Three statements. */
export async function desksOf(tx: Work, only?: string): Promise<ReadonlyMap<string, Desk>> {
  const sources = await tx
    .selectFrom('screening_source as screened')
    .innerJoin('evidence_source as source', 'source.id', 'screened.source_id')
    .select(['screened.batch_id as batch', 'screened.source_id as source'])
    .where('source.removed_at', 'is', null)
    .where('source.merged_into', 'is', null)
    .$if(only !== undefined, (query) => query.where('screened.batch_id', '=', only ?? ''))
    .orderBy('screened.position')
    .execute();
  const decisions = await tx
    .selectFrom('screening_decision')
    .select(['batch_id as batch', 'source_id as source', 'stage', 'person_id as person'])
    .select(['decision', 'reason', 'typed_at as typedAt', 'at'])
    .where('decision', 'is not', null)
    .$if(only !== undefined, (query) => query.where('batch_id', '=', only ?? ''))
    .orderBy('at')
    .execute();
  const settled = await tx
    .selectFrom('screening_settled')
    .select(['batch_id as batch', 'source_id as source', 'stage', 'decision', 'reason', 'note'])
    .select(['by_name as byName', 'at'])
    .$if(only !== undefined, (query) => query.where('batch_id', '=', only ?? ''))
    .execute();
  const desks = new Map<
    string,
    { sources: string[]; decisions: KeptDecision[]; settled: KeptSettled[] }
  >();
  const deskOf = (batch: string) => {
    const desk = desks.get(batch) ?? { sources: [], decisions: [], settled: [] };
    desks.set(batch, desk);
    return desk;
  };
  for (const { batch, source } of sources) deskOf(batch).sources.push(source);
  for (const { batch, decision, ...each } of decisions)
    if (decision !== null) deskOf(batch).decisions.push({ ...each, decision });
  for (const { batch, ...each } of settled) deskOf(batch).settled.push(each);
  return desks;
}

export const emptyDesk: Desk = { sources: [], decisions: [], settled: [] };

/** What the publications of a batch say of themselves, in the batch's order. */
export async function referencesOf(
  tx: Work,
  batch: string,
): Promise<readonly { readonly source: string; readonly reference: Reference }[]> {
  const rows = await tx
    .selectFrom('screening_source as screened')
    .innerJoin('evidence_source as source', 'source.id', 'screened.source_id')
    .select(['source.id as source', 'source.reference'])
    .where('screened.batch_id', '=', batch)
    .where('source.removed_at', 'is', null)
    .where('source.merged_into', 'is', null)
    .orderBy('screened.position')
    .execute();
  return rows.map(({ source, reference }) => ({ source, reference: Reference.parse(reference) }));
}

/** How many records came into the register and what became of them, as a flow begins. */
export async function arrivalsOf(tx: Work) {
  const fates = await tx
    .selectFrom('evidence_arrival')
    .select(['fate', ({ fn }) => fn.countAll<string>().as('n')])
    .groupBy('fate')
    .execute();
  const { standing, merged } = await tx
    .selectFrom('evidence_source')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('merged_into', 'is', null).as('standing'),
      fn.countAll<string>().filterWhere('merged_into', 'is not', null).as('merged'),
    ])
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  const of = (fate: string) => Number(fates.find((each) => each.fate === fate)?.n ?? 0);
  return {
    new: Number(standing),
    duplicate: of('duplicate') + Number(merged),
    rejected: of('rejected'),
  };
}

/** Publications that stand and lie in no batch yet, in the order they came in; at most `most`. */
export async function unscreenedOf(tx: Work, most: number) {
  const rows = await free(tx)
    .select(['source.id as source', 'source.reference'])
    .orderBy('source.added_at')
    .orderBy('source.id')
    .limit(most)
    .execute();
  const { n } = await free(tx)
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return {
    total: Number(n),
    sources: rows.map(({ source, reference }) => ({
      source,
      reference: Reference.parse(reference),
    })),
  };
}

/** Of these publications, those that stand and lie in no batch; held until the work is done. */
export async function freeSources(
  tx: Work,
  sources: readonly string[],
): Promise<readonly string[]> {
  const rows = await free(tx)
    .select('source.id')
    .where('source.id', 'in', [...sources])
    .forUpdate('source')
    .execute();
  return rows.map(({ id }) => id);
}

function free(tx: Work) {
  return tx
    .selectFrom('evidence_source as source')
    .leftJoin('screening_source as screened', 'screened.source_id', 'source.id')
    .where('screened.source_id', 'is', null)
    .where('source.removed_at', 'is', null)
    .where('source.merged_into', 'is', null);
}

/** Makes a batch of publications that are known to be free, with the usual reasons, and gives its id. */
export async function addBatch(
  tx: Work,
  by: By,
  batch: {
    readonly title: string;
    readonly protocol: string | null;
    readonly screeners: readonly [Screener, Screener];
    readonly sources: readonly string[];
    readonly at: Date;
  },
): Promise<string> {
  const [first, second] = batch.screeners;
  const { id } = await tx
    .insertInto('screening_batch')
    .values({
      ...{ partnership_id: by.partnership, made_by: by.name, made_at: batch.at },
      ...{ title: batch.title, protocol_id: batch.protocol },
      ...{ first_person: first.person, first_name: first.name },
      ...{ second_person: second.person, second_name: second.name },
      reasons: JSON.stringify(usualReasons),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('screening_source')
    .values(
      batch.sources.map((source, at) => ({
        ...{ partnership_id: by.partnership, batch_id: id, source_id: source, position: at + 1 },
      })),
    )
    .execute();
  return id;
}

export async function changeBatch(tx: Work, id: string, batch: KeptBatch): Promise<void> {
  const [first, second] = batch.screeners;
  await tx
    .updateTable('screening_batch')
    .set({
      ...{ title: batch.title, protocol_id: batch.protocol?.id ?? null },
      ...{ first_person: first.person, first_name: first.name },
      ...{ second_person: second.person, second_name: second.name },
      reasons: JSON.stringify(batch.reasons),
      ...{ look_for: JSON.stringify(batch.lookFor), look_out: JSON.stringify(batch.lookOut) },
    })
    .where('id', '=', id)
    .execute();
}

/** What is kept of one person's decision, `null` taken back; `later` is false where a newer one stands already. */
export async function keepDecision(
  tx: Work,
  at: { readonly partnership: string; readonly batch: string; readonly person: string },
  typed: {
    readonly source: string;
    readonly stage: ScreeningStage;
    readonly decision: Screened['decision'] | null;
    readonly reason: string;
    readonly typedAt: Date;
  },
  now: Date,
): Promise<{ readonly savedAt: Date; readonly typedAt: Date }> {
  const { source, stage, decision, reason, typedAt } = typed;
  const values = { decision, reason, typed_at: typedAt, at: now };
  await tx
    .insertInto('screening_decision')
    .values({
      ...{ partnership_id: at.partnership, batch_id: at.batch, person_id: at.person },
      ...{ source_id: source, stage, ...values },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['source_id', 'stage', 'person_id'])
        .doUpdateSet(values)
        .where('screening_decision.typed_at', '<', typedAt),
    )
    .execute();
  const kept = await tx
    .selectFrom('screening_decision')
    .select(['at', 'typed_at'])
    .where('source_id', '=', source)
    .where('stage', '=', stage)
    .where('person_id', '=', at.person)
    .executeTakeFirstOrThrow();
  return { savedAt: kept.at, typedAt: kept.typed_at };
}
