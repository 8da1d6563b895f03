import type { z } from 'zod';
import type { Partner } from '../http/house.ts';
import type { Work } from '../database/within.ts';
import { Links, openRoundAt } from './links.ts';
import { kept as parts, type Decision, type NewDecision } from './shapes.ts';

export type DecisionFields = z.infer<typeof NewDecision>;

/** A decision as it was written down; nothing changes it. */
export type KeptDecision = DecisionFields & {
  readonly id: string;
  readonly place: string;
  readonly corrects: string | null;
  readonly correction: string;
  readonly round: number | null;
  readonly byName: string;
  readonly madeAt: Date;
};

/** Every decision of a place, corrected ones too, in the order they were written down. [DE-1] */
export async function decisionsOf(tx: Work, place: string): Promise<readonly KeptDecision[]> {
  const rows = await chosen(tx)
    .where('decision.place_id', '=', place)
    .orderBy('decision.made_at')
    .orderBy('decision.id')
    .execute();
  return rows.map(parsed);
}

export async function decisionOf(tx: Work, id: string): Promise<KeptDecision | null> {
  const row = await chosen(tx).where('decision.id', '=', id).executeTakeFirst();
  return row === undefined ? null : parsed(row);
}

/**
 * Puts a decision on record. A correction belongs to the round of what it corrects; null, and nothing is kept, where
 * that was corrected before. [DE-1]
 */
export async function addDecision(
  tx: Work,
  about: Pick<Partner, 'partnership' | 'person' | 'name'> & { readonly place: string },
  fields: DecisionFields,
  corrected: { readonly id: string; readonly why: string } | null = null,
): Promise<string | null> {
  const { question, reasons, outcome, stage } = fields;
  const row = await tx
    .insertInto('decision')
    .values((e) => ({
      partnership_id: about.partnership,
      place_id: about.place,
      round_id:
        corrected === null
          ? openRoundAt(about.place)(e)
          : e
              .selectFrom('decision as before')
              .where('before.id', '=', corrected.id)
              .select('before.round_id'),
      corrects: corrected?.id ?? null,
      correction: corrected?.why ?? '',
      ...{ question, reasons, outcome, stage },
      options: JSON.stringify(fields.options),
      taken_by_organisation: fields.takenByOrganisation,
      taken_by_role: fields.takenByRole,
      decided_on: fields.decidedOn,
      review_on: fields.reviewOn,
      gaps: JSON.stringify(fields.gaps),
      actions: JSON.stringify(fields.actions),
      by_person: about.person,
      by_name: about.name,
    }))
    .onConflict((on) => on.column('corrects').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A decision as it leaves the house. */
export function shownDecision({ madeAt, ...rest }: KeptDecision): z.infer<typeof Decision> {
  return { ...rest, madeAt: madeAt.toISOString() };
}

function chosen(tx: Work) {
  return tx
    .selectFrom('decision')
    .leftJoin('cycle_round', 'cycle_round.id', 'decision.round_id')
    .select([
      'decision.id',
      'decision.place_id as place',
      'decision.question',
      'decision.options',
      'decision.reasons',
      'decision.outcome',
      'decision.taken_by_organisation as takenByOrganisation',
      'decision.taken_by_role as takenByRole',
      'decision.decided_on as decidedOn',
      'decision.review_on as reviewOn',
      'decision.stage',
      'decision.gaps',
      'decision.actions',
      'decision.corrects',
      'decision.correction',
      'cycle_round.number as round',
      'decision.by_name as byName',
      'decision.made_at as madeAt',
    ]);
}

type Row = Omit<KeptDecision, 'options' | 'gaps' | 'actions'> & {
  readonly options: unknown;
  readonly gaps: unknown;
  readonly actions: unknown;
};

function parsed(row: Row): KeptDecision {
  return {
    ...row,
    options: parts.options.parse(row.options),
    gaps: Links.parse(row.gaps),
    actions: Links.parse(row.actions),
  };
}
