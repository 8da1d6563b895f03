import { problem, type Problem } from '@freehold/core/problem';
import type { Answer } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';

export type NewAgreed = {
  readonly indicator: string;
  readonly answer: Answer;
  readonly rationale: string;
  readonly dissent: string;
};

/** Writes down what was agreed for an indicator. It stands beside the ratings, which stay as they were given. */
export async function keepAgreed(
  tx: Work,
  review: string,
  { indicator, ...agreed }: NewAgreed,
  partner: Partner,
  at: Date,
) {
  const values = { ...agreed, by_person: partner.person, by_name: partner.name, at };
  return tx
    .insertInto('agreed_score')
    .values({ review_id: review, indicator, partnership_id: partner.partnership, ...values })
    .onConflict((on) => on.columns(['review_id', 'indicator']).doUpdateSet(values))
    .returning(['answer', 'rationale', 'dissent', 'by_name as byName', 'at'])
    .executeTakeFirstOrThrow();
}

/**
 * What somebody else has written since then, as problem `agreed-meanwhile`; null where nobody has, or the same: an
 * answer to the writer may have been lost on its way.
 */
export async function agreedMeanwhile(
  tx: Work,
  review: string,
  { indicator, ...said }: NewAgreed,
  since: string | null,
): Promise<Problem | null> {
  const there = await tx
    .selectFrom('agreed_score')
    .where('review_id', '=', review)
    .where('indicator', '=', indicator)
    .select(['answer', 'rationale', 'dissent', 'by_name as by', 'at'])
    .forUpdate()
    .executeTakeFirst();
  if (there === undefined) return null;
  const at = there.at.toISOString();
  const same =
    there.answer === said.answer &&
    there.rationale === said.rationale &&
    there.dissent === said.dissent;
  return at === since || same ? null : problem('agreed-meanwhile', { ...there, at });
}

/** Takes an agreement back; the ratings speak again. */
export async function dropAgreed(tx: Work, review: string, indicator: string): Promise<void> {
  await tx
    .deleteFrom('agreed_score')
    .where('review_id', '=', review)
    .where('indicator', '=', indicator)
    .execute();
}
