import {
  isInside,
  unpacked,
  type Atlas,
  type Layer,
  type PlacedColumn,
  type Shape,
} from '@freehold/core/release/explorer';

/** The places of a release as they are drawn. */
export type Ground = {
  readonly columns: ReadonlyMap<number, PlacedColumn>;
  readonly layers: Readonly<Record<Layer, readonly Shape[]>>;
  /** Where places that came with the release are from. */
  readonly source: string | null;
  /** The country that a place lies in: the one whose outline it is in, else the nearest; null where no country is drawn. */
  readonly homeOf: (place: Shape) => Shape | null;
};

/** Null for a release in which nothing is a place. */
export function groundOf(atlas: Atlas | null): Ground | null {
  if (atlas === null) return null;
  const { columns, world, places } = atlas;
  const countries = world === null ? [] : unpacked(world);
  const homes = new Map<Shape, Shape | null>(countries.map((each) => [each, each]));
  return {
    homeOf: (place) => {
      const known = homes.get(place);
      if (known !== undefined) return known;
      const found = homeAmong(countries, place);
      homes.set(place, found);
      return found;
    },
    columns: new Map(columns.map((each) => [each.column, each])),
    layers: {
      world: countries,
      places: places === null ? [] : unpacked(places),
    },
    source: places?.source ?? null,
  };
}

function homeAmong(countries: readonly Shape[], { at }: Shape): Shape | null {
  const inside = countries.find(({ rings }) => rings.some((ring) => isInside(ring, at)));
  if (inside !== undefined) return inside;
  let best: { readonly country: Shape; readonly far: number } | null = null;
  for (const country of countries) {
    for (const [x, y] of country.rings.flat()) {
      const far = Math.hypot(x - at[0], y - at[1]);
      if (best === null || far < best.far) best = { country, far };
    }
  }
  return best?.country ?? null;
}
