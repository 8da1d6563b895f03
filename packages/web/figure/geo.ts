/** A boundary as GeoJSON writes it: longitude and latitude in degrees. */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

type Ring = readonly (readonly number[])[];
type Point = readonly [number, number];

/** Outlines fitted into a box, in Mercator's projection; `centre` is the middle of the outline's bounds. */
export type Outline = { readonly path: string; readonly centre: Point };

/**
 * Projects boundaries into a box `width` wide; `height` follows from their shape, at most `mostHeight`.
 * The direction in which a ring is written does not matter.
 */
export function outlines(
  geometries: readonly Geometry[],
  width: number,
  mostHeight: number,
): { readonly outlines: readonly Outline[]; readonly height: number; readonly width: number } {
  const flat = geometries.map((each) => ringsOf(each).map((ring) => ring.map(mercator)));
  const [left, bottom, right, top] = bounds(flat.flat());
  const perUnit = Math.min(
    (width - 2 * edge) / Math.max(right - left, 1e-9),
    (mostHeight - 2 * edge) / Math.max(top - bottom, 1e-9),
  );
  const height = Math.ceil((top - bottom) * perUnit) + 2 * edge;
  const shift = (width - (right - left) * perUnit) / 2;
  const place = ([x, y]: Point): Point => [
    shift + (x - left) * perUnit,
    edge + (top - y) * perUnit,
  ];
  return {
    width,
    height,
    outlines: flat.map((rings) => outline(rings.map((ring) => ring.map(place)))),
  };
}

const edge = 4;

function ringsOf(geometry: Geometry): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function mercator([longitude = 0, latitude = 0]: readonly number[]): Point {
  const held = Math.max(-85, Math.min(85, latitude));
  const radians = (held * Math.PI) / 180;
  return [(longitude * Math.PI) / 180, Math.log(Math.tan(Math.PI / 4 + radians / 2))];
}

function bounds(rings: readonly (readonly Point[])[]): readonly [number, number, number, number] {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return [left, bottom, right, top];
}

function outline(rings: readonly (readonly Point[])[]): Outline {
  const [left, top, right, bottom] = bounds(rings);
  const path = rings
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('');
  return { path, centre: [(left + right) / 2, (top + bottom) / 2] };
}
