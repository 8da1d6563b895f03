import type { Geometry } from './geo.ts';

type Unwrapped =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

/**
 * An outline whose rings go on over the 180th meridian instead of leaping to the other side, which a flat map would draw
 * as a band around the world. Most of each ring stays between -180° and 180°; a ring around a pole is left open there.
 */
export function unwrapped(geometry: Geometry): Unwrapped {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(along) }
    : {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map(along)),
      };
}

function along(ring: readonly (readonly number[])[]): number[][] {
  let turns = 0;
  const points = ring.map(([longitude = 0, latitude = 0], at) => {
    const leap = at === 0 ? 0 : longitude - (ring[at - 1]?.[0] ?? longitude);
    if (Math.abs(leap) > 180) turns += leap > 0 ? -1 : 1;
    return [longitude + turns * 360, latitude] as const;
  });
  const middle = points.reduce((sum, [longitude]) => sum + longitude, 0) / points.length;
  const back = Math.round(middle / 360) * 360;
  return points.map(([longitude, latitude]) => [longitude - back, latitude]);
}
