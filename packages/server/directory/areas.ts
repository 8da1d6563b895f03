import { sql } from 'kysely';
import { z } from 'zod';
import { areaLists, fittingList, type AreaList, type Listed } from '@freehold/core/directory';
import { PlaceType } from '@freehold/core/place';
import type { Work } from '../database/within.ts';

/** An area of the map: a place where it is one, with its people and whether its boundary is known. */
export const AreaShown = z.object({
  code: z.string(),
  name: z.string(),
  place: z.string().nullable(),
  population: z.number().nullable(),
  year: z.number().nullable(),
  hasBoundary: z.boolean(),
});
export type AreaShown = z.infer<typeof AreaShown>;

export type ShownList = { readonly code: string; readonly areas: readonly AreaShown[] };

/** Wards are too many, and too small for a partnership. */
const types = PlaceType.options.filter((type) => type !== 'ward');

/**
 * What could be covered: the partnership's places by type, and the areas that Freehold ships. The list asked for,
 * or the one in which most of the partnerships' areas are found. One statement.
 */
export async function areasFor(
  tx: Work,
  listed: readonly Listed[],
  asked: string | null,
): Promise<{ readonly list: ShownList; readonly choices: readonly string[] }> {
  const lists = [...(await placeLists(tx)), ...shippedLists()];
  const fitting: AreaList | null = fittingList(lists, listed);
  const wanted = asked ?? fitting?.code;
  const list = lists.find(({ code }) => code === wanted) ?? lists[0] ?? { code: '', areas: [] };
  return { list, choices: lists.map(({ code }) => code) };
}

async function placeLists(tx: Work): Promise<readonly ShownList[]> {
  const { rows } = await sql<AreaShown & { type: string }>`
    select p.type, coalesce(p.code, '') as code, p.name, p.id as place, n.population, n.year,
      exists (select from place_boundary b where b.place_id = p.id) as "hasBoundary"
    from place p left join lateral (
      select population, year from place_population n where n.place_id = p.id
      order by year desc limit 1) n on true
    where p.type = any(${types}::text[]) order by p.name, p.id`.execute(tx);
  return types
    .map((type) => ({
      code: type,
      areas: rows
        .filter((row) => row.type === type)
        .map(({ code, name, place, population, year, hasBoundary }) => ({
          ...{ code, name: shippedNames.get(code) ?? name, place, population, year, hasBoundary },
        })),
    }))
    .filter(({ areas }) => areas.length > 0);
}

/** Map files write names in small letters; areas that Freehold knows by their code are called as it calls them. */
const shippedNames = new Map(
  Object.values(areaLists)
    .flat()
    .map(({ code, name }) => [code, name]),
);

function shippedLists(): readonly ShownList[] {
  const none = { place: null, population: null, year: null, hasBoundary: false };
  return Object.entries(areaLists).map(([code, areas]) => ({
    code,
    areas: areas.map((area) => ({ ...area, ...none })),
  }));
}
