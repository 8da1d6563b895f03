import { fine, problem, refused, type Outcome, type Problem } from '../../../problem.ts';
import type { ReleasedColumn } from '../columns.ts';
import { featuresIn, type Found, type FoundPlaces, type FoundShape } from './features.ts';
import { gazetteerOf, nameKey } from './gazetteer.ts';
import { areaOf, inside, simplified, type Position } from './outline.ts';
import { longestName, mostPlaces, mostPositions, unwritable, type Place } from './places.ts';
import { rowsIn } from './rows.ts';

/** Which fields of a file say what. Null is found out by itself. */
export type PlaceFields = {
  readonly name: string | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
};

export const unsaid: PlaceFields = { name: null, latitude: null, longitude: null };

/** What a file of places holds, as far as it can be read. */
export type ReadPlaces = {
  readonly kind: FoundPlaces['kind'];
  readonly fields: readonly string[];
  /** The fields that were taken; null where none is known, and then there are no places. */
  readonly taken: PlaceFields;
  readonly rows: number;
  /** Simplified as far as a page has room for. */
  readonly places: readonly Place[];
  /** Why rows are not among the places, by row and column. */
  readonly problems: readonly Problem[];
};

/**
 * Reads a file of public geography: a GeoJSON document of points or areas, or a table with a column of names, of latitudes
 * and of longitudes. The field that names places is that which names most values of the release. Of two places of one
 * name the first is taken. Nothing but names and coordinates is taken from it. [RL-32]
 *
 * Problems: those of `featuresIn` and `rowsIn`, `places-too-many`, `places-none`. Of a row theirs too, and
 * `place-unnamed`, `place-name-too-long`, `place-name-unwritable`, `place-repeated`.
 */
export function readPlaces(
  text: string,
  asked: PlaceFields,
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): Outcome<ReadPlaces> {
  const file = text.trimStart().startsWith('{') ? featuresIn(text) : rowsIn(text, asked);
  if (!file.ok) return file;
  const { kind, fields, found, coordinates } = file.value;
  const { latitude, longitude } = coordinates;
  if (found.length > mostPlaces)
    return refused(problem('places-too-many', { rows: found.length, most: mostPlaces }));
  if (found.length === 0) return refused(problem('places-none'));
  const names = fields.filter((field) => field !== latitude && field !== longitude);
  const name = asked.name ?? namingField(names, found, columns);
  const taken = { name, latitude, longitude };
  const whole = name !== null && (kind === 'geojson' || (latitude !== null && longitude !== null));
  const { kept, problems } = whole ? named(found, name) : { kept: [], problems: [] };
  return fine({ kind, fields, taken, rows: found.length, places: fitting(kept), problems });
}

/** The field whose texts are most values of the release; else one that is called a name; else the first of texts. */
function namingField(
  fields: readonly string[],
  found: readonly Found[],
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): string | null {
  const values = columns.flatMap((column) => column.values);
  const hits = fields.map((field) => {
    const find = gazetteerOf(found.map(({ said }) => said(field)).filter((text) => text !== ''));
    return { field, hit: values.filter((value) => find(value) !== null).length };
  });
  const most = hits.reduce((best, each) => Math.max(best, each.hit), 0);
  if (most > 0) return hits.find(({ hit }) => hit === most)?.field ?? null;
  const isText = (field: string) => found.some(({ said }) => /\p{L}{2}/u.test(said(field)));
  return fields.find((field) => /name/i.test(field)) ?? fields.find(isText) ?? null;
}

type Kept = { readonly name: string; readonly shape: FoundShape };

function named(found: readonly Found[], field: string) {
  const kept: Kept[] = [];
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  for (const { row, said, shape } of found) {
    const name = said(field);
    const where = { row, column: field };
    const fault = nameFault(name);
    const firstRow = first.get(nameKey(name));
    if (fault !== null) problems.push(problem(fault, { most: longestName }, where));
    else if (firstRow !== undefined)
      problems.push(problem('place-repeated', { code: name, firstRow }, where));
    if (!shape.ok) problems.push(...shape.problems);
    if (!shape.ok || fault !== null || firstRow !== undefined) continue;
    first.set(nameKey(name), row);
    kept.push({ name, shape: shape.value });
  }
  return { kept, problems };
}

function nameFault(name: string): string | null {
  if (name === '') return 'place-unnamed';
  if (name.length > longestName) return 'place-name-too-long';
  return unwritable.test(name) ? 'place-name-unwritable' : null;
}

/** As fine as the whole can be drawn, and then coarser until there is room for all of it. */
function fitting(kept: readonly Kept[]): readonly Place[] {
  const positions = kept.flatMap(({ shape }) =>
    'point' in shape ? [shape.point] : shape.rings.flat(),
  );
  const span = Math.max(reach(positions, 0), reach(positions, 1), 0.01);
  const digits = Math.min(5, Math.max(2, Math.ceil(Math.log10(5000 / span))));
  for (let area = (span / 4000) ** 2; ; area *= 2) {
    const places = kept.map(({ name, shape }) => placeOf(name, shape, area, digits));
    if (places.reduce((sum, { rings }) => sum + rings.flat().length, 0) <= mostPositions)
      return places;
  }
}

function reach(positions: readonly Position[], axis: 0 | 1): number {
  let [least, most] = [Infinity, -Infinity];
  for (const position of positions) {
    least = Math.min(least, position[axis]);
    most = Math.max(most, position[axis]);
  }
  return most - least;
}

function placeOf(name: string, shape: FoundShape, area: number, digits: number): Place {
  const round = ([x, y]: Position): [number, number] => [rounded(x, digits), rounded(y, digits)];
  if ('point' in shape) return { name, at: round(shape.point), rings: [] };
  const rings = shape.rings.flatMap((ring) => {
    const plain = simplified(ring, area);
    return plain === null ? [] : [withoutRepeats(plain.map(round))];
  });
  return {
    ...{ name, at: round(inside(shape.rings)) },
    rings: rings.filter((ring) => ring.length >= 4 && areaOf(ring) !== 0),
  };
}

function withoutRepeats(ring: readonly [number, number][]): [number, number][] {
  return ring.filter(
    ([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1],
  );
}

function rounded(degrees: number, digits: number): number {
  return Number(degrees.toFixed(digits));
}
