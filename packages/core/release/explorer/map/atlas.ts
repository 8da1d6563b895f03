import type { ReleasedColumn } from '../columns.ts';
import { gazetteerOf, type Gazetteer } from './gazetteer.ts';
import { packed, type PackedShapes } from './packed.ts';
import type { Places } from './places.ts';
import { countriesByName, world } from './world.ts';

/** Which of a map's two sets of places: the world's countries, or those that came with the release. */
export type Layer = 'world' | 'places';

/** A column whose values are places. */
export type PlacedColumn = {
  readonly column: number;
  readonly layer: Layer;
  /** For each value the number of its place in the layer; null where it has none. */
  readonly at: readonly (number | null)[];
};

/** What the map of a release is drawn from. */
export type Atlas = {
  readonly columns: readonly PlacedColumn[];
  /** Null where it is not needed. */
  readonly world: PackedShapes | null;
  readonly places: (PackedShapes & { readonly source: string }) | null;
};

type Asked = {
  readonly columns: readonly ReleasedColumn[];
  readonly places: Places | null;
};

/**
 * Which columns of a release say where something was, and where that is; null where none does. A column is of places where
 * two of its values or more are found, and a quarter of them; of both sets it is taken for the one that finds more. [RL-32]
 */
export function atlasOf({ columns, places }: Asked): Atlas | null {
  const sets: readonly (readonly [Layer, Gazetteer])[] = [
    ...(places === null
      ? []
      : [['places', gazetteerOf(places.places.map(({ name }) => name))] as const]),
    ['world', countriesByName],
  ];
  const placed = columns.flatMap(({ values }, column) => {
    const found = sets.map(([layer, find]) => ({ column, layer, at: values.map(find) }));
    const best = found.toSorted((a, b) => placesOf(b) - placesOf(a))[0];
    return best !== undefined && placesOf(best) >= Math.max(2, values.length / 4) ? [best] : [];
  });
  if (placed.length === 0) return null;
  const overseas = placed.some(({ layer }) => layer === 'world');
  const onlyPoints = places?.places.every(({ rings }) => rings.length === 0) ?? false;
  return {
    columns: placed,
    world: overseas || onlyPoints ? world : null,
    places: places === null ? null : { source: places.source, ...asShapes(places) },
  };
}

function placesOf({ at }: PlacedColumn): number {
  return at.filter((each) => each !== null).length;
}

/** As fine as a drawing of all of them can show: a twentieth of a degree where they reach around the world. */
function asShapes({ places }: Places): PackedShapes {
  const longitudes = places.flatMap(({ at, rings }) => [at, ...rings.flat()]).map(([x]) => x);
  const [west, east] = [longitudes.reduce(least, 180), longitudes.reduce(most, -180)];
  const unit = units.find((each) => (east - west) / each <= 10_000) ?? 0.05;
  return packed(places, unit);
}

const units = [0.00001, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05];

function least(a: number, b: number): number {
  return Math.min(a, b);
}
function most(a: number, b: number): number {
  return Math.max(a, b);
}
