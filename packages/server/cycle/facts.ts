import { sql } from 'kysely';
import { z } from 'zod';
import type { OutputFacts } from '@freehold/core/cycle';
import type { Work } from '../database/within.ts';

const n = z.number();
const Facts = z.object({
  reviewsValidated: n,
  reviewsPublished: n,
  gaps: n,
  dataGaps: n,
  assets: n,
  risks: n,
  priorities: n,
  actions: n,
  survivorInput: n,
});

/** What a round has to show that can be counted, in one statement. */
export async function factsOf(tx: Work, round: string, place: string): Promise<OutputFacts> {
  const { rows } = await sql`
    select
      (select count(*)::int from review where round_id = ${round}
        and state in ('validated', 'published')) as "reviewsValidated",
      (select count(*)::int from review where round_id = ${round} and state = 'published')
        as "reviewsPublished",
      (select count(*)::int from gap where place_id = ${place} and status = 'kept') as gaps,
      (select count(*)::int from gap where place_id = ${place} and status = 'kept'
        and kind = 'data') as "dataGaps",
      (select count(*)::int from asset where place_id = ${place} and removed_at is null) as assets,
      (select count(*)::int from risk where place_id = ${place} and status <> 'closed') as risks,
      (select count(distinct p.gap_id)::int from priority p join review v on v.id = p.review_id
        where v.round_id = ${round}) as priorities,
      (select count(*)::int from action where round_id = ${round} and removed_at is null)
        as actions,
      (select count(*)::int from survivor_input where round_id = ${round}
        and removed_at is null) as "survivorInput"
  `.execute(tx);
  return Facts.parse(rows[0]);
}
