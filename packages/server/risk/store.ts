import type { RiskStatus, Stage } from '@freehold/core/cycle';
import type { z } from 'zod';
import type { Work } from '../database/within.ts';
import { Links, openRoundAt } from '../decision/links.ts';
import type { NewRisk, Risk } from './shapes.ts';

export type RiskFields = z.infer<typeof NewRisk>;

/** A risk of a place; `round` is the number of the cycle's round in which it came up. */
export type KeptRisk = RiskFields & {
  readonly id: string;
  readonly place: string;
  readonly status: RiskStatus;
  readonly reason: string;
  readonly round: number | null;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

/** Every risk of a place, closed ones too, in the order they were written down. */
export async function risksOf(tx: Work, place: string): Promise<readonly KeptRisk[]> {
  const rows = await chosen(tx)
    .where('risk.place_id', '=', place)
    .orderBy('risk.made_at')
    .orderBy('risk.id')
    .execute();
  return rows.map(kept);
}

/** One risk; with `hold` kept from changing under the asker's hands until the work is done. */
export async function riskOf(tx: Work, id: string, hold = false): Promise<KeptRisk | null> {
  const asked = chosen(tx).where('risk.id', '=', id);
  const row = await (hold ? asked.forUpdate('risk') : asked).executeTakeFirst();
  return row === undefined ? null : kept(row);
}

/** Puts a risk on record, in the round that is open. */
export async function addRisk(
  tx: Work,
  { partnership, place }: { readonly partnership: string; readonly place: string },
  fields: RiskFields,
): Promise<string> {
  const { id } = await tx
    .insertInto('risk')
    .values((e) => ({
      partnership_id: partnership,
      place_id: place,
      round_id: openRoundAt(place)(e),
      ...written(fields),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeRisk(
  tx: Work,
  id: string,
  { status, reason, ...fields }: RiskFields & { status: RiskStatus; reason: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('risk')
    .set({ ...written(fields), status, reason, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** A risk as it leaves the house. */
export function shownRisk({ madeAt, changedAt, ...rest }: KeptRisk): z.infer<typeof Risk> {
  return { ...rest, madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() };
}

function chosen(tx: Work) {
  return tx
    .selectFrom('risk')
    .leftJoin('cycle_round', 'cycle_round.id', 'risk.round_id')
    .select([
      'risk.id',
      'risk.place_id as place',
      'risk.title',
      'risk.description',
      'risk.likelihood',
      'risk.impact',
      'risk.mitigation',
      'risk.owner_organisation as ownerOrganisation',
      'risk.owner_role as ownerRole',
      'risk.review_on as reviewOn',
      'risk.stage',
      'risk.status',
      'risk.reason',
      'risk.topics',
      'risk.gaps',
      'cycle_round.number as round',
      'risk.made_at as madeAt',
      'risk.changed_at as changedAt',
    ]);
}

function kept(
  row: Omit<KeptRisk, 'topics' | 'gaps'> & { readonly topics: unknown; readonly gaps: unknown },
): KeptRisk {
  return { ...row, topics: Links.parse(row.topics), gaps: Links.parse(row.gaps) };
}

function written(fields: Omit<RiskFields, 'stage'> & { readonly stage: Stage | null }) {
  const { title, description, likelihood, impact, mitigation, stage } = fields;
  return {
    ...{ title, description, likelihood, impact, mitigation, stage },
    owner_organisation: fields.ownerOrganisation,
    owner_role: fields.ownerRole,
    review_on: fields.reviewOn,
    topics: JSON.stringify(fields.topics),
    gaps: JSON.stringify(fields.gaps),
  };
}
