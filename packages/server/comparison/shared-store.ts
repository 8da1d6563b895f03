import { sql } from 'kysely';
import { z } from 'zod';
import { PlaceType } from '@freehold/core/place';
import type { Work } from '../database/within.ts';
import { SharedResult } from '../review/sharing.ts';

const Parent = z.object({ type: PlaceType, code: z.string().nullable(), name: z.string() });

const Row = z.object({
  review: z.string(),
  at: z.date(),
  type: PlaceType,
  code: z.string().nullable(),
  version: z.string(),
  profile: z.string(),
  parents: z.array(Parent),
  result: SharedResult,
  own: z.boolean(),
  mailbox: z.string().nullable(),
  offer: z.string().nullable(),
  placeHere: z.string().nullable(),
});

/** What a place shares, with where it lies, whom to ask, and the asker's own record of the place if there is one. */
export type SharedPlace = z.infer<typeof Row>;

/**
 * What the asker may see of all that is shared, made-up places only to a made-up partnership and real ones only to a
 * real one: the newest of each place, in the order of their names. One statement; the walls decide what is in it.
 */
export async function sharedPlaces(tx: Work, partnership: string): Promise<readonly SharedPlace[]> {
  const { rows } = await sql`
    select distinct on (s.partnership_id, w.type, coalesce(w.code, s.content ->> 'place'))
      s.review_id as review, s.at, w.type, w.code, w.framework_version_id as version, w.profile,
      w.parents, s.content as result, s.partnership_id = ${partnership}::uuid as own,
      l.mailbox, l.offer,
      coalesce((select r.place_id from review r where r.id = s.review_id
          and s.partnership_id = ${partnership}::uuid),
        (select p.id from place p where p.type = w.type and p.code = w.code
          order by p.partnership_id nulls last limit 1)) as "placeHere"
    from shared_result s
    join shared_place w on w.review_id = s.review_id
    left join learning_contact l on l.partnership_id = s.partnership_id and l.agreed
    where (s.content ->> 'madeUp')::boolean
      = (select made_up from partnership where id = ${partnership}::uuid)
    order by s.partnership_id, w.type, coalesce(w.code, s.content ->> 'place'),
      (s.content ->> 'round')::int desc, s.at desc`.execute(tx);
  return z
    .array(Row)
    .parse(rows)
    .toSorted((a, b) => a.result.place.localeCompare(b.result.place, 'en'));
}

const OwnPlace = z.object({
  name: z.string(),
  type: PlaceType,
  code: z.string().nullable(),
  parents: z.array(Parent),
});
export type OwnPlace = z.infer<typeof OwnPlace>;

/** The place itself, with those that it lies in; null where the asker can see no such place. One statement. */
export async function ownPlace(tx: Work, place: string): Promise<OwnPlace | null> {
  const { rows } = await sql`
    select p.name, p.type, p.code, (select coalesce(jsonb_agg(jsonb_build_object('type', a.type,
        'code', a.code, 'name', a.name) order by a.type, a.name), '[]')
      from place_parent pp join place a on a.id = pp.parent_id where pp.child_id = p.id) as parents
    from place p where p.id = ${place}`.execute(tx);
  return rows[0] === undefined ? null : OwnPlace.parse(rows[0]);
}
