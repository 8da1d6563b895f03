import { placeKey } from '@freehold/core/place';
import type { Work } from '../database/within.ts';
import type { Calendar } from './calendar.ts';
import type { ExampleContent } from './content.ts';
import { idsOf, type Ids } from './ids.ts';

export const madeUp = 'Made-up example data';

/** Writes the places with their parents, people and boundaries. */
export async function addPlaces(
  tx: Work,
  partnership: string,
  { places, points }: ExampleContent['places'],
  { dataYear }: Calendar,
): Promise<Ids> {
  const rows = places.map(({ type, code, name }) => ({
    partnership_id: partnership,
    type,
    code,
    code_year: dataYear,
    name,
    name_key: placeKey(name),
    source: madeUp,
  }));
  const made = await tx.insertInto('place').values(rows).returning(['id', 'name']).execute();
  const id = idsOf(made);
  const own = { partnership_id: partnership, source: madeUp };
  const parents = places.flatMap(({ name, within }) =>
    within.map((parent) => ({ ...own, child_id: id(name), parent_id: id(parent) })),
  );
  await tx.insertInto('place_parent').values(parents).execute();
  const people = places.flatMap(({ name, people: counts }) =>
    counts.map((population, at) => ({
      ...own,
      place_id: id(name),
      year: dataYear + at + 1 - counts.length,
      population,
    })),
  );
  await tx.insertInto('place_population').values(people).execute();
  const boundaries = places.flatMap(({ name, ring }) =>
    ring === ''
      ? []
      : [{ ...own, place_id: id(name), geometry: JSON.stringify(polygon(ring, points)) }],
  );
  await tx.insertInto('place_boundary').values(boundaries).execute();
  return id;
}

/** A ring of named corners as a GeoJSON polygon, closed. @throws RangeError for an unknown corner. */
export function polygon(ring: string, points: ExampleContent['places']['points']) {
  const corners = ring.split(' ').map((name) => {
    const point = points[name];
    if (point === undefined) throw new RangeError(`no corner ${name}`);
    return point;
  });
  return { type: 'Polygon' as const, coordinates: [[...corners, ...corners.slice(0, 1)]] };
}
