import { sql } from 'kysely';
import { ReviewState } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { openRoundOf } from '../place/open-round.ts';
import { Comparison, placesNamed } from './comparison.ts';

/** A review as it is kept, with its place's name. */
export type KeptReview = {
  readonly id: string;
  readonly title: string;
  readonly round: number;
  readonly state: ReviewState;
  readonly profile: string;
  readonly comparison: Comparison;
  readonly seed: number;
  readonly closesOn: string | null;
  readonly madeAt: Date;
  readonly version: string;
  readonly place: { readonly id: string; readonly name: string };
};

/**
 * A review of the partnership that the work is bound to; null where it is not to be found.
 * `hold` keeps others from changing it ('update') or from moving it on ('share') until the work is done.
 */
export async function reviewOf(
  tx: Work,
  review: string,
  hold: 'share' | 'update' | null = null,
): Promise<KeptReview | null> {
  const row = await tx
    .selectFrom('review as r')
    .innerJoin('place as p', 'p.id', 'r.place_id')
    .where('r.id', '=', review)
    .select([
      'r.id',
      'r.title',
      'r.round',
      'r.state',
      'r.profile',
      'r.comparison',
      'r.seed',
      'r.closes_on as closesOn',
      'r.made_at as madeAt',
      'r.framework_version_id as version',
      'r.place_id',
      'p.name as placeName',
    ])
    .$if(hold === 'share', (query) => query.forShare('r'))
    .$if(hold === 'update', (query) => query.forUpdate('r'))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { place_id, placeName, comparison, ...kept } = row;
  return {
    ...kept,
    comparison: Comparison.parse(comparison),
    place: { id: place_id, name: placeName },
  };
}

/** Every review of the partnership, newest first, with how many raters there are and have finished. */
export async function listReviews(tx: Work) {
  return tx
    .selectFrom('review as r')
    .innerJoin('place as p', 'p.id', 'r.place_id')
    .innerJoin('framework_version as v', 'v.id', 'r.framework_version_id')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .leftJoin('rater as t', 't.review_id', 'r.id')
    .groupBy(['r.id', 'p.id', 'f.id'])
    .select((has) => [
      'r.id',
      'r.title',
      'r.state',
      'r.round',
      'r.profile',
      'r.framework_version_id as version',
      'r.closes_on as closesOn',
      'r.made_at as madeAt',
      'p.id as placeId',
      'p.name as placeName',
      'f.title as frameworkTitle',
      has.fn.count<number>('t.id').as('ratersInvited'),
      has.fn.count<number>('t.finished_at').as('ratersFinished'),
    ])
    .orderBy('r.made_at', 'desc')
    .orderBy('r.id')
    .execute();
}

export type NewReview = {
  readonly place: string;
  readonly frameworkVersion: string;
  readonly profile: string;
  readonly title: string;
  readonly closesOn: string | null;
  readonly comparison: Comparison;
};

/** What of a new review's references the asker can see: the state of the version, the place, the compared places. */
export async function referencesOf(tx: Work, asked: NewReview) {
  const named = placesNamed(asked.comparison);
  const { rows } = await sql<{ version: string | null; place: boolean; compared: number }>`
    select
      (select state from framework_version where id = ${asked.frameworkVersion}) as version,
      exists (select 1 from place where id = ${asked.place}) as place,
      (select count(*)::int from place where id = any(${named}::uuid[])) as compared
  `.execute(tx);
  const [row] = rows;
  return {
    version: row?.version ?? null,
    place: row?.place === true,
    compared: row?.compared === named.length,
  };
}

/** Adds a review; it belongs to the round of the cycle that is under way at its place. */
export async function addReview(
  tx: Work,
  asked: NewReview,
  by: { readonly partnership: string; readonly person: string; readonly seed: number },
): Promise<string> {
  const round = await openRoundOf(tx, asked.place);
  const { id } = await tx
    .insertInto('review')
    .values({
      partnership_id: by.partnership,
      place_id: asked.place,
      framework_version_id: asked.frameworkVersion,
      profile: asked.profile,
      title: asked.title,
      state: 'draft',
      comparison: JSON.stringify(asked.comparison),
      seed: by.seed,
      closes_on: asked.closesOn,
      made_by: by.person,
      ...(round !== null && { round: round.number, round_id: round.id }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function stepsOf(tx: Work, review: string) {
  const rows = await tx
    .selectFrom('review_step')
    .where('review_id', '=', review)
    .select(['from_state as from', 'to_state as to', 'by_name as byName', 'at', 'note'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    from: ReviewState.parse(row.from),
    to: ReviewState.parse(row.to),
  }));
}
