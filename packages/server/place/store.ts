import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { Id } from '@freehold/core/id';
import { placeKey, PlaceType, type Place } from '@freehold/core/place';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';

export const Named = z.object({ id: Id, name: z.string(), type: PlaceType });
export type PlaceNamed = z.infer<typeof Named>;

export const Listed = Named.extend({
  code: z.string().nullable(),
  codeYear: z.number().nullable(),
  parents: z.array(Named),
});
export type PlaceListed = z.infer<typeof Listed>;

const parentsOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name,
    'type', a.type) order by a.type, a.name), '[]')
  from place_parent pp join place a on a.id = pp.parent_id where pp.child_id = p.id)`;

/** A place that the asker may see, by its id; null for every other. */
export async function placeThere(tx: Work, id: string): Promise<PlaceNamed | null> {
  const row = await tx
    .selectFrom('place')
    .where('id', '=', id)
    .select(['id', 'name', 'type'])
    .executeTakeFirst();
  return row === undefined ? null : Named.parse(row);
}

/** Of places with one name, the one that a person most likely means. */
const wantedFirst = [
  'district',
  'county',
  'police-force-area',
  'region',
  'nation',
  'ward',
  'community-safety-partnership',
  'custom',
];

export type Wanted = {
  readonly query: string;
  readonly type: PlaceType | null;
  readonly limit: number;
};

/**
 * Places by name or code, those that begin with what is looked for first, then by name; with the number of all
 * that fit, and how many there are of each type. Two statements.
 */
export async function placesFound(
  tx: Work,
  { query, type, limit }: Wanted,
): Promise<{ places: PlaceListed[]; total: number; types: Record<string, number> }> {
  const fits = looksLike(query);
  const { rows } = await sql`
    select p.id, p.name, p.type, p.code, p.code_year as "codeYear", ${parentsOf} as parents
    from place p where ${fits} and ${type === null ? sql`true` : sql`p.type = ${type}`}
    order by (p.name_key not like ${`${escaped(placeKey(query))}%`}), p.name,
      array_position(${wantedFirst}::text[], p.type), p.id
    limit ${limit}`.execute(tx);
  const counted = await sql<{ type: string; n: number }>`
    select p.type, count(*)::int as n from place p where ${fits} group by p.type`.execute(tx);
  const types = Object.fromEntries(counted.rows.map((row) => [row.type, row.n]));
  const all = Object.values(types).reduce((sum, n) => sum + n, 0);
  return {
    places: z.array(Listed).parse(rows),
    total: type === null ? all : (types[type] ?? 0),
    types,
  };
}

function looksLike(query: string): RawBuilder<unknown> {
  const said = query.trim();
  if (said === '') return sql`true`;
  const key = placeKey(said);
  const byKey = key === '' ? sql`false` : sql`p.name_key like ${`%${escaped(key)}%`}`;
  return sql`(${byKey} or p.name ilike ${`%${escaped(said)}%`} or p.code ilike ${`${escaped(said)}%`})`;
}

/** A text in which no character stands for others in LIKE. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (each) => `\\${each}`);
}

const childrenShown = 200;

export const Whole = z.object({
  place: Named.extend({ code: z.string().nullable(), codeYear: z.number().nullable() }),
  parents: z.array(Named),
  children: z.array(Named),
  childCount: z.number(),
  populations: z.array(z.object({ year: z.number(), population: z.number(), source: z.string() })),
  hasBoundary: z.boolean(),
});
export type WholePlace = z.infer<typeof Whole>;

/** Everything that a place is, in one statement; null where there is none for the asker. */
export async function wholePlace(tx: Work, id: string): Promise<WholePlace | null> {
  const { rows } = await sql`
    select jsonb_build_object('id', p.id, 'name', p.name, 'type', p.type, 'code', p.code,
        'codeYear', p.code_year) as place, ${parentsOf} as parents,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'type', c.type)
          order by c.name, c.id), '[]')
        from (select a.id, a.name, a.type from place_parent pp join place a on a.id = pp.child_id
          where pp.parent_id = p.id order by a.name, a.id limit ${childrenShown}) c) as children,
      (select count(*)::int from place_parent pp where pp.parent_id = p.id) as "childCount",
      (select coalesce(jsonb_agg(jsonb_build_object('year', n.year, 'population', n.population,
          'source', n.source) order by n.year desc), '[]')
        from place_population n where n.place_id = p.id) as populations,
      exists (select from place_boundary b where b.place_id = p.id) as "hasBoundary"
    from place p where p.id = ${id}`.execute(tx);
  return rows[0] === undefined ? null : Whole.parse(rows[0]);
}

/**
 * Adds a place by hand. Problems: `place-exists` for a type and code that are there, `unknown-place` for a parent
 * that is not.
 */
export async function addPlace(
  tx: Work,
  partnership: string,
  { type, code, codeYear, name }: Place,
  parents: readonly string[],
): Promise<string | Problem> {
  const known = await knownPlaces(tx, parents);
  if (known < parents.length) return problem('unknown-place', {}, { path: 'parents' });
  const { rows } = await sql<{ id: string }>`
    insert into place (partnership_id, type, code, code_year, name, name_key, source)
    select ${partnership}::uuid, ${type}, ${code}::text, ${codeYear}::int, ${name}, ${placeKey(name)},
      'Added by hand'
    where not exists (select from place where partnership_id = ${partnership} and type = ${type}
      and code = ${code}::text) returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) return problem('place-exists', { type, code }, { path: 'code' });
  if (parents.length > 0) {
    const links = parents.map((parent) => ({
      child_id: id,
      parent_id: parent,
      partnership_id: partnership,
      source: 'Added by hand',
    }));
    await tx.insertInto('place_parent').values(links).execute();
  }
  return id;
}

async function knownPlaces(tx: Work, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.selectFrom('place').where('id', 'in', ids).select('id').execute();
  return rows.length;
}

/** Makes a place the partnership's home. False where there is no such place for the asker. */
export async function setHomePlace(tx: Work, partnership: string, place: string): Promise<boolean> {
  const done = await tx
    .updateTable('partnership')
    .set({ home_place_id: place })
    .where('id', '=', partnership)
    .where((e) => e.exists(e.selectFrom('place').where('id', '=', place).select('id')))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
