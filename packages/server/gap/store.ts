import { sql } from 'kysely';
import type { FourP, Pathway } from '@freehold/core/framework';
import type { GapKind, GapStatus, ProposedGap, Severity } from '@freehold/core/review';
import type { Work } from '../database/within.ts';

/** A gap of a place. `indicator` is '' where it is about the topic as a whole. */
export type KeptGap = {
  readonly id: string;
  readonly place: string;
  readonly review: string | null;
  readonly topic: string;
  readonly indicator: string;
  readonly title: string;
  readonly kind: GapKind;
  readonly severity: Severity;
  readonly affected: string;
  readonly locallySolvable: boolean;
  readonly escalateTo: string;
  readonly pathway: Pathway | null;
  readonly fourP: FourP | null;
  readonly status: GapStatus;
  readonly reason: string;
  /** The arithmetic behind a proposal, as JSON text; '' where a person named the gap. */
  readonly proposedBecause: string;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

export const gapColumns = [
  'gap.id',
  'gap.place_id as place',
  'gap.review_id as review',
  'gap.topic',
  'gap.indicator',
  'gap.title',
  'gap.kind',
  'gap.severity',
  'gap.affected',
  'gap.locally_solvable as locallySolvable',
  'gap.escalate_to as escalateTo',
  'gap.pathway',
  'gap.four_p as fourP',
  'gap.status',
  'gap.reason',
  'gap.proposed_because as proposedBecause',
  'gap.made_at as madeAt',
  'gap.changed_at as changedAt',
] as const;

/** Every gap of a place, dismissed and closed ones too, by topic and in the order they were named. */
export async function gapsOf(tx: Work, place: string): Promise<readonly KeptGap[]> {
  return tx
    .selectFrom('gap')
    .where('gap.place_id', '=', place)
    .select(gapColumns)
    .orderBy('gap.topic')
    .orderBy('gap.made_at')
    .orderBy('gap.id')
    .execute();
}

/** One gap, kept from changing under the asker's hands until the work is done. */
export async function gapToChange(tx: Work, gap: string): Promise<KeptGap | null> {
  const row = await tx
    .selectFrom('gap')
    .where('gap.id', '=', gap)
    .select(gapColumns)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export type GapFields = Pick<
  KeptGap,
  | 'topic'
  | 'indicator'
  | 'title'
  | 'kind'
  | 'severity'
  | 'affected'
  | 'locallySolvable'
  | 'escalateTo'
  | 'pathway'
  | 'fourP'
>;

/** Adds a gap that a person named: it is kept from the start. */
export async function addGap(
  tx: Work,
  about: { readonly partnership: string; readonly place: string; readonly review: string | null },
  fields: GapFields,
): Promise<KeptGap> {
  return tx
    .insertInto('gap')
    .values({
      partnership_id: about.partnership,
      place_id: about.place,
      review_id: about.review,
      status: 'kept',
      ...written(fields),
    })
    .returning(gapColumns)
    .executeTakeFirstOrThrow();
}

export async function changeGap(
  tx: Work,
  gap: string,
  fields: GapFields & Pick<KeptGap, 'status' | 'reason'>,
  at: Date,
): Promise<KeptGap> {
  const { status, reason } = fields;
  return tx
    .updateTable('gap')
    .set({ ...written(fields), status, reason, changed_at: at })
    .where('gap.id', '=', gap)
    .returning(gapColumns)
    .executeTakeFirstOrThrow();
}

/**
 * Adds proposals in one statement and counts those that were new. The place keeps what it has: nothing is proposed
 * again that is open, or that this review has proposed before, whatever became of it.
 */
export async function addProposals(
  tx: Work,
  about: { readonly partnership: string; readonly place: string; readonly review: string },
  proposals: readonly ProposedGap[],
): Promise<number> {
  const rows = proposals.map(({ because, ...gap }) => ({
    ...gap,
    because: JSON.stringify(because),
  }));
  const { rows: added } = await sql<{ id: string }>`
    insert into gap (partnership_id, place_id, review_id, topic, indicator, title, kind, severity,
      locally_solvable, status, proposed_because)
    select ${about.partnership}::uuid, ${about.place}::uuid, ${about.review}::uuid, n.topic,
      n.indicator, n.title, n.kind, n.severity, n."locallySolvable", 'proposed', n.because
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (topic text, indicator text,
      title text, kind text, severity text, "locallySolvable" boolean, because text)
    where not exists (select 1 from gap g where g.place_id = ${about.place} and g.topic = n.topic
      and g.indicator = n.indicator and g.kind = n.kind
      and (g.status in ('proposed', 'kept') or g.review_id = ${about.review}))
    returning id`.execute(tx);
  return added.length;
}

function written({ locallySolvable, escalateTo, fourP, ...fields }: GapFields) {
  const { topic, indicator, title, kind, severity, affected, pathway } = fields;
  return {
    ...{ topic, indicator, title, kind, severity, affected, pathway },
    four_p: fourP,
    locally_solvable: locallySolvable,
    escalate_to: escalateTo,
  };
}
