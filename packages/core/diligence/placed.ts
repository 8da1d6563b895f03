import type { Boundary, Ring } from '../data/index.ts';
import type { SiteFields } from './supplier.ts';

/** A place as far as finding sites in it goes; `boundary` is null where none is known. */
export type Area = {
  readonly id: string;
  readonly code: string | null;
  readonly boundary: Boundary | null;
};

export type PlacedBy = 'code' | 'point' | 'postcode';
export type UnplacedBecause =
  'nothing-said' | 'code-unknown' | 'outside-boundaries' | 'postcode-unknown';

/** Where a site lies, and by what; or why that cannot be said. */
export type Placed =
  | { readonly place: string; readonly by: PlacedBy }
  | { readonly place: null; readonly because: UnplacedBecause };

/** Makes the question where a site lies, with everything about the areas worked out once. [DD-5] */
export function placer(areas: readonly Area[]): (site: SiteFields) => Placed {
  const byCode = new Map(
    areas.flatMap(({ id, code }) => (code === null ? [] : [[code.toUpperCase(), id] as const])),
  );
  const shapes = areas
    .flatMap(({ id, boundary }) => (boundary === null ? [] : [shapeOf(id, boundary)]))
    .toSorted((a, b) => a.size - b.size);
  return ({ placeCode, longitude, latitude, postcode }) => {
    const coded = byCode.get(placeCode.toUpperCase());
    if (coded !== undefined) return { place: coded, by: 'code' };
    const pointed =
      longitude === null || latitude === null
        ? undefined
        : shapes.find((shape) => holds(shape, longitude, latitude));
    if (pointed !== undefined) return { place: pointed.id, by: 'point' };
    const outward = outwardOf(postcode);
    const posted = outward === '' ? undefined : byCode.get(outward);
    if (posted !== undefined) return { place: posted, by: 'postcode' };
    return { place: null, because: because({ placeCode, longitude, latitude, postcode }) };
  };
}

function because({
  placeCode,
  longitude,
  latitude,
  postcode,
}: Pick<SiteFields, 'placeCode' | 'longitude' | 'latitude' | 'postcode'>): UnplacedBecause {
  if (longitude !== null && latitude !== null) return 'outside-boundaries';
  if (placeCode !== '') return 'code-unknown';
  return postcode === '' ? 'nothing-said' : 'postcode-unknown';
}

/** The first half of a British postcode: "BN21" of "bn21 4tx"; '' for what is none. */
export function outwardOf(postcode: string): string {
  const [, outward = ''] =
    /^([A-Z]{1,2}\d[A-Z\d]?) ?(?:\d[A-Z]{2})?$/.exec(postcode.trim().toUpperCase()) ?? [];
  return outward;
}

type Shape = {
  readonly id: string;
  readonly polygons: readonly (readonly Ring[])[];
  readonly box: readonly [number, number, number, number];
  /** In square degrees, holes left aside: enough to say which of two is the smaller. */
  readonly size: number;
};

function shapeOf(id: string, boundary: Boundary): Shape {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  const outer = polygons.flatMap(([ring]) => (ring === undefined ? [] : [ring]));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of outer.flat()) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  const size = outer.reduce((sum, ring) => sum + Math.abs(twiceArea(ring)) / 2, 0);
  return { id, polygons, box: [west, south, east, north], size };
}

function twiceArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function holds({ box, polygons }: Shape, x: number, y: number): boolean {
  const [west, south, east, north] = box;
  if (x < west || x > east || y < south || y > north) return false;
  return polygons.some(
    ([outer = [], ...holes]) => within(outer, x, y) && !holes.some((hole) => within(hole, x, y)),
  );
}

/** Counts how often a ray to the east meets the ring: an odd number is inside. */
function within(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [ax, ay] = ring[at] ?? [0, 0];
    const [bx, by] = ring[before] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
