import { z } from 'zod';
import { fine, problem, refused, type Outcome, type Problem } from '../../../problem.ts';
import type { Position, Ring } from './outline.ts';

/** A place as a file has it, before its name is known to be one. */
export type Found = {
  readonly row: number;
  readonly said: (field: string) => string;
  /** Where it is and its outline, or what is wrong with them. */
  readonly shape: Outcome<FoundShape>;
};
export type FoundShape = { readonly point: Position } | { readonly rings: readonly Ring[] };

/** A file of places, read as far as can be without knowing which field names them. */
export type FoundPlaces = {
  readonly kind: 'geojson' | 'table';
  /** Columns or properties, in their order. */
  readonly fields: readonly string[];
  readonly coordinates: Coordinates;
  readonly found: readonly Found[];
};

/** Columns of a table that hold degrees; null where none is known. */
export type Coordinates = { readonly latitude: string | null; readonly longitude: string | null };

const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
});
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
});
const Geometry = z.looseObject({ type: z.string(), coordinates: z.array(z.unknown()) });

/**
 * The features of a GeoJSON document, numbered from 1: points and areas, in longitude and latitude. Problems: `not-json`,
 * `not-geojson`. Of a feature: `not-a-feature`, `geometry-not-a-place`, `coordinates-not-valid`,
 * `coordinates-out-of-range`, `ring-not-closed`.
 */
export function featuresIn(text: string): Outcome<FoundPlaces> {
  const document = jsonIn(text);
  if (!document.ok) return document;
  const collection = Collection.safeParse(document.value);
  if (!collection.success) return refused(problem('not-geojson'));
  const features = collection.data.features.map((each) => Feature.safeParse(each));
  const fields = new Set<string>();
  for (const { data } of features)
    for (const [name, value] of Object.entries(data?.properties ?? {}))
      if (typeof value === 'string' || typeof value === 'number') fields.add(name);
  const found = features.map(({ data }, at): Found => {
    const row = at + 1;
    const shape = data === undefined ? 'not-a-feature' : shapeOf(data.geometry);
    const ok = typeof shape === 'string' ? refused(faultOf(shape, row)) : fine(shape);
    return { row, said: (field) => textOf(data?.properties?.[field]), shape: ok };
  });
  return fine({ kind: 'geojson', fields: [...fields], coordinates: noColumns, found });
}

const noColumns: Coordinates = { latitude: null, longitude: null };

type Fault =
  | 'not-a-feature'
  | 'geometry-not-a-place'
  | 'coordinates-not-valid'
  | 'coordinates-out-of-range'
  | 'ring-not-closed';

function jsonIn(text: string): Outcome<unknown> {
  try {
    const value: unknown = JSON.parse(text.trim());
    return fine(value);
  } catch {
    return refused(problem('not-json'));
  }
}

function faultOf(code: Fault, row: number): Problem {
  return problem(code, {}, { row, column: 'geometry' });
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function shapeOf(input: unknown): FoundShape | Fault {
  const geometry = Geometry.safeParse(input);
  if (!geometry.success) return 'geometry-not-a-place';
  const { type, coordinates } = geometry.data;
  switch (type) {
    case 'Point': {
      const point = positionOf(coordinates);
      return typeof point === 'string' ? point : { point };
    }
    case 'Polygon':
      return areaOf([coordinates]);
    case 'MultiPolygon':
      return areaOf(coordinates);
    default:
      return 'geometry-not-a-place';
  }
}

function areaOf(polygons: readonly unknown[]): FoundShape | Fault {
  const rings: Ring[] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'coordinates-not-valid';
    for (const each of polygon) {
      const ring = ringOf(each);
      if (typeof ring === 'string') return ring;
      rings.push(ring);
    }
  }
  return rings.length === 0 ? 'coordinates-not-valid' : { rings };
}

function ringOf(input: unknown): Ring | Fault {
  if (!Array.isArray(input)) return 'coordinates-not-valid';
  const ring: Position[] = [];
  for (const each of input) {
    const position = positionOf(each);
    if (typeof position === 'string') return position;
    ring.push(position);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed && ring.length >= 4 ? ring : 'ring-not-closed';
}

/** Where numbers are degrees; `coordinates-out-of-range` where they are metres of some grid. */
export function positionOf(input: unknown): Position | Fault {
  if (!Array.isArray(input)) return 'coordinates-not-valid';
  const [x, y]: unknown[] = input;
  if (typeof x !== 'number' || typeof y !== 'number') return 'coordinates-not-valid';
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : 'coordinates-out-of-range';
}
