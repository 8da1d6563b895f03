import { sql } from 'kysely';
import { hashed } from '../session/store.ts';
import type { Work } from '../database/within.ts';

/** The raters of a review by agency; `answered` counts, and tells no answer. */
export async function ratersOf(tx: Work, review: string) {
  return tx
    .selectFrom('rater as t')
    .leftJoin('rating as g', 'g.rater_id', 't.id')
    .where('t.review_id', '=', review)
    .groupBy('t.id')
    .select((has) => [
      't.id',
      't.agency',
      't.role_title as roleTitle',
      't.name',
      't.email',
      't.invited_at as invitedAt',
      't.opened_at as openedAt',
      't.finished_at as finishedAt',
      has.fn.count<number>('g.answer').as('answered'),
    ])
    .orderBy('t.agency')
    .orderBy('t.role_title')
    .orderBy('t.invited_at')
    .orderBy('t.id')
    .execute();
}

export type NewRater = {
  readonly agency: string;
  readonly roleTitle: string;
  readonly name: string;
  readonly email: string | null;
};

/** Adds a rater. An agency that takes part already keeps its spelling: scores count agencies, not spellings. */
export async function addRater(
  tx: Work,
  review: { readonly id: string; readonly partnership: string },
  { agency, roleTitle, name, email }: NewRater,
  { token, now }: { token: string; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('rater')
    .values({
      partnership_id: review.partnership,
      review_id: review.id,
      agency: sql<string>`coalesce((select min(agency) from rater where review_id = ${review.id}
        and lower(agency) = lower(${agency})), ${agency})`,
      role_title: roleTitle,
      name,
      email,
      token_hash: hashed(token),
      invited_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A rater with the review they rate for; null where there is none in the partnership. */
export async function raterOf(tx: Work, rater: string) {
  const row = await tx
    .selectFrom('rater')
    .where('id', '=', rater)
    .select(['id', 'review_id as review', 'agency', 'role_title as roleTitle', 'name', 'email'])
    .executeTakeFirst();
  return row ?? null;
}

/** Gives a rater a new link; the old one opens nothing from now on. */
export async function renewLink(tx: Work, rater: string, token: string): Promise<void> {
  await tx
    .updateTable('rater')
    .set({ token_hash: hashed(token) })
    .where('id', '=', rater)
    .execute();
}

/** Removes a rater who has left nothing behind: no rating, no comment, no file. False where there is something. */
export async function removeRater(tx: Work, rater: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('rater')
    .where('id', '=', rater)
    .where((is) =>
      is.not(is.exists(is.selectFrom('rating').where('rater_id', '=', rater).select('indicator'))),
    )
    .where((is) =>
      is.not(is.exists(is.selectFrom('evidence_file').where('rater_id', '=', rater).select('id'))),
    )
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
