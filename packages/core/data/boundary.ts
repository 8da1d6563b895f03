import { z } from 'zod';
import { problem, type Outcome, type Problem } from '../problem.ts';
import { faultsOf, type OfficialPlace } from './lookup.ts';
import type { BoundariesMapping } from './mapping.ts';
import { asGeoJson } from './topology.ts';

/** Longitude and latitude, in degrees of WGS 84. */
export type Position = readonly [number, number];
export type Ring = readonly Position[];

export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export type PlaceBoundary = OfficialPlace & { readonly row: number; readonly geometry: Boundary };

export type ReadBoundaries = {
  readonly boundaries: readonly PlaceBoundary[];
  readonly features: number;
  readonly problems: readonly Problem[];
};

const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
});
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});

/**
 * Reads a GeoJSON or TopoJSON document's features as places with their boundaries. A feature with a problem gives nothing;
 * `row` counts features from 1.
 *
 * Holds: rings are closed and have an area; outer rings turn anticlockwise and holes clockwise, as RFC 7946 has
 * it; only longitude and latitude are kept. [DT-10]
 *
 * Problems: `not-geojson` for the document. Of a feature: `not-a-feature`, `geometry-not-an-area`,
 * `coordinates-not-valid`, `coordinates-out-of-range`, `ring-not-closed`, `place-repeated`, and those of places.
 */
export function boundariesOf(
  document: unknown,
  mapping: BoundariesMapping,
): Outcome<ReadBoundaries> {
  const collection = Collection.safeParse(asGeoJson(document));
  if (!collection.success) return { ok: false, problems: [problem('not-geojson')] };
  const { features } = collection.data;
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  const boundaries = features.flatMap((each, at) => {
    const found = boundaryOf(each, at + 1, mapping);
    if (!found.ok) problems.push(...found.problems);
    if (!found.ok) return [];
    const first = seen.get(found.value.code);
    seen.set(found.value.code, first ?? at + 1);
    if (first === undefined) return [found.value];
    const details = { firstRow: first, code: found.value.code };
    problems.push(problem('place-repeated', details, { row: at + 1, column: mapping.code }));
    return [];
  });
  return { ok: true, value: { boundaries, features: features.length, problems } };
}

function boundaryOf(
  input: unknown,
  row: number,
  { type, code, name, codeYear }: BoundariesMapping,
): Outcome<PlaceBoundary> {
  const feature = Feature.safeParse(input);
  if (!feature.success) return { ok: false, problems: [problem('not-a-feature', {}, { row })] };
  const { properties, geometry } = feature.data;
  const said = (key: string) => text(properties?.[key]);
  const place = { type, code: said(code), name: said(name), codeYear };
  const faults = faultsOf(place).map((each) =>
    problem(each.code, each.details, { row, column: each.about === 'code' ? code : name }),
  );
  const area = areaOf(geometry);
  if (typeof area === 'string') faults.push(problem(area, {}, { row, column: 'geometry' }));
  if (typeof area === 'string' || faults.length > 0) return { ok: false, problems: faults };
  return { ok: true, value: { ...place, row, geometry: area } };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

type AreaFault =
  'geometry-not-an-area' | 'coordinates-not-valid' | 'coordinates-out-of-range' | 'ring-not-closed';

const Geometry = z.looseObject({ type: z.string(), coordinates: z.array(z.unknown()) });

function areaOf(input: unknown): Boundary | AreaFault {
  const geometry = Geometry.safeParse(input);
  if (!geometry.success) return 'geometry-not-an-area';
  const { type, coordinates } = geometry.data;
  if (type === 'Polygon') {
    const polygon = polygonOf(coordinates);
    return typeof polygon === 'string' ? polygon : { type, coordinates: polygon };
  }
  if (type !== 'MultiPolygon') return 'geometry-not-an-area';
  const polygons = all(coordinates, polygonOf);
  return typeof polygons === 'string' ? polygons : { type, coordinates: polygons };
}

function polygonOf(input: unknown): readonly Ring[] | AreaFault {
  const rings = all(input, ringOf);
  if (typeof rings === 'string') return rings;
  return rings.map((ring, at) => (turnsLeft(ring) === (at === 0) ? ring : ring.toReversed()));
}

function ringOf(input: unknown): Ring | AreaFault {
  const ring = all(input, positionOf);
  if (typeof ring === 'string') return ring;
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed && ring.length >= 4 ? ring : 'ring-not-closed';
}

function positionOf(input: unknown): Position | AreaFault {
  if (!Array.isArray(input)) return 'coordinates-not-valid';
  const [x, y]: unknown[] = input;
  if (typeof x !== 'number' || typeof y !== 'number') return 'coordinates-not-valid';
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : 'coordinates-out-of-range';
}

/** Each member read, or the first fault met; a list without members is no list of coordinates. */
function all<T extends object>(
  input: unknown,
  read: (each: unknown) => T | AreaFault,
): readonly T[] | AreaFault {
  if (!Array.isArray(input) || input.length === 0) return 'coordinates-not-valid';
  const found: T[] = [];
  for (const each of input) {
    const one = read(each);
    if (typeof one === 'string') return one;
    found.push(one);
  }
  return found;
}

/** Twice the area with its sign, by the shoelace formula: positive when the ring turns anticlockwise. */
function turnsLeft(ring: Ring): boolean {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    twice += x1 * y2 - x2 * y1;
  }
  return twice > 0;
}
