import type { Filtered, Flow, Layer, Position } from '@freehold/core/release/explorer';
import type { Ground } from './map-ground.ts';
import { linesOf, type Line } from './map-lines.ts';
import { spotsOf, type Spots } from './map-spots.ts';
import type { Ends, View } from './view.ts';

/** What is on the map under what is chosen, and what is not. */
export type Plan = {
  /** Those of the two columns whose values are places, the one that lines lead to first. */
  readonly placed: readonly number[];
  readonly found: ReadonlyMap<number, Spots>;
  /** The column whose counts the circles are. */
  readonly circles: number;
  /** The columns whose places are all in the picture. */
  readonly looked: readonly number[];
  readonly layers: ReadonlySet<Layer>;
  readonly shown: readonly Position[];
  readonly lines: readonly Line[];
  /** Pairs that stay within one country or place. */
  readonly within: number;
  /** Pairs that only made records tell of. */
  readonly unreleased: number;
};

/** Null where neither column is one of places. */
export function planOf(
  view: View,
  { ends, all, now }: { ends: Ends; all: readonly Flow[]; now: Filtered },
  ground: Ground,
): Plan | null {
  const placed = [ends.to, ends.from].filter((column) => ground.columns.has(column));
  if (placed.length === 0) return null;
  const circles =
    placed.find((each) => each === view.look.circles) ?? usualCircles(view, ground, placed);
  const found = new Map(placed.map((each) => [each, spotsOf(view, ground, each, now)]));
  const looked = lookedAt(view, ground, { placed, circles });
  const spots = (column: number) => found.get(column)?.spots ?? [];
  return {
    ...{ placed, found, circles, looked },
    layers: new Set(looked.flatMap((each) => ground.columns.get(each)?.layer ?? [])),
    shown: looked.flatMap((each) => positionsOf(ground, each)),
    ...linesOf(all, spots(ends.from), spots(ends.to), ground),
    unreleased: placed.length > 1 ? all.filter(({ told }) => told.kind === 'synthetic').length : 0,
  };
}

/** Those of the places that lines lead to; countries where a whole world is looked at, and the places are a dot on it. */
function usualCircles({ look }: View, { columns }: Ground, placed: readonly number[]): number {
  const country = placed.find((each) => columns.get(each)?.layer === 'world');
  return (look.frame === 'all' ? country : undefined) ?? placed[0] ?? 0;
}

/** All that are placed; where they are places of two kinds those of the circles alone, which would be a dot on a globe. */
function lookedAt(
  { look }: View,
  { columns }: Ground,
  { placed, circles }: Pick<Plan, 'placed' | 'circles'>,
): readonly number[] {
  const asked = placed.filter((each) => each === look.frame);
  if (look.frame === 'all') return placed;
  if (asked.length > 0) return asked;
  const layers = new Set(placed.map((each) => columns.get(each)?.layer));
  return layers.size > 1 ? [circles] : placed;
}

/** Where any value of a column is, whatever is chosen, so that the picture stays where it is; and outlines that came with it. */
function positionsOf({ columns, layers }: Ground, column: number): readonly Position[] {
  const placed = columns.get(column);
  if (placed === undefined) return [];
  const all = layers[placed.layer];
  const points = placed.at.flatMap((at) => {
    const shape = all[at ?? -1];
    return shape === undefined ? [] : [shape.at];
  });
  return placed.layer === 'world'
    ? points
    : [...points, ...all.flatMap(({ rings }) => rings.flat())];
}
