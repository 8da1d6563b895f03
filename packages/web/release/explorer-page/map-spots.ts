import type { Filtered, Shape, Told } from '@freehold/core/release/explorer';
import { sizeOf } from './bars.ts';
import type { Ground } from './map-ground.ts';
import { valueText, type View } from './view.ts';

/** A value of a column where it lies, with what is told of it. */
export type Spot = {
  readonly code: number;
  readonly label: string;
  readonly told: Told;
  readonly on: boolean;
  readonly shape: Shape;
};

/** A value that is not on the map: it is no known place, or `beside` stands there already. */
export type Stray = {
  readonly label: string;
  readonly told: Told;
  readonly beside: string | null;
};

export type Spots = { readonly spots: readonly Spot[]; readonly strays: readonly Stray[] };

/**
 * A column's values by where they lie, the largest first. Of two values of one place the larger is drawn: two counts of
 * made records or rounded ones have no sum that was released.
 */
export function spotsOf(
  view: View,
  { columns, layers }: Ground,
  column: number,
  { bars }: Filtered,
): Spots {
  const placed = columns.get(column);
  const spots: Spot[] = [];
  const strays: Stray[] = [];
  const taken = new Map<Shape, string>();
  for (const { code, told, on } of (bars[column] ?? []).toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const label = valueText(view.released, column, code);
    const at = placed?.at[code - 1] ?? null;
    const shape = placed === undefined || at === null ? undefined : layers[placed.layer][at];
    const beside = shape === undefined ? null : (taken.get(shape) ?? null);
    if (shape === undefined || beside !== null) strays.push({ label, told, beside });
    else {
      taken.set(shape, label);
      spots.push({ code, label, told, on, shape });
    }
  }
  return { spots, strays };
}
