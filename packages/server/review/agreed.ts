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

/** Takes an agreement back; the ratings speak again. */
export async function dropAgreed(tx: Work, review: string, indicator: string): Promise<void> {
  await tx
    .deleteFrom('agreed_score')
    .where('review_id', '=', review)
    .where('indicator', '=', indicator)
    .execute();
}
