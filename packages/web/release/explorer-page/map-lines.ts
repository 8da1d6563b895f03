import type { Flow, Frame, Point } from '@freehold/core/release/explorer';
import { sizeOf } from './bars.ts';
import type { Ground } from './map-ground.ts';
import type { Spot } from './map-spots.ts';

/** More than so many lines hide each other. */
export const mostLines = 60;

export type Line = {
  readonly flow: Flow;
  readonly from: Spot;
  readonly to: Spot;
};

/**
 * The released pairs that have both ends on the map, the largest first, and how many of them stay within one country or
 * place and have no line. What made records tell is not drawn.
 */
export function linesOf(
  all: readonly Flow[],
  from: readonly Spot[],
  to: readonly Spot[],
  { homeOf }: Ground,
): { readonly lines: readonly Line[]; readonly within: number } {
  const byCode = (spots: readonly Spot[]) => new Map(spots.map((spot) => [spot.code, spot]));
  const [ends, others] = [byCode(from), byCode(to)];
  const pairs = all.flatMap((flow) => {
    const [one, other] = [ends.get(flow.from), others.get(flow.to)];
    if (flow.told.kind !== 'released' || one === undefined || other === undefined) return [];
    return [{ flow, from: one, to: other }];
  });
  const lines = pairs.filter(
    ({ from: { shape: one }, to: { shape: other } }) =>
      one !== other && homeOf(one) !== other && one !== homeOf(other),
  );
  return { lines, within: pairs.length - lines.length };
}

export type Drawn = { readonly path: string; readonly head: string; readonly width: number };

/** A bow from one place to the other, as wide as its count is large, with a head. */
export function drawnLine(
  { flow, from, to }: Line,
  frame: Frame,
  { most, widest, radius }: { most: number; widest: number; radius: number },
): Drawn {
  const width = Math.max(1, (widest * sizeOf(flow)) / most);
  const [start, end] = [frame.at(from.shape.at), frame.at(to.shape.at)];
  const [across, down] = [end[0] - start[0], end[1] - start[1]];
  const bend: Point = [
    (start[0] + end[0]) / 2 + down * bow,
    (start[1] + end[1]) / 2 - across * bow,
  ];
  const toEnd = Math.hypot(end[0] - bend[0], end[1] - bend[1]) || 1;
  const along: Point = [(end[0] - bend[0]) / toEnd, (end[1] - bend[1]) / toEnd];
  const size = 4 + width;
  const tip: Point = [end[0] - along[0] * (radius + 1), end[1] - along[1] * (radius + 1)];
  const neck: Point = [tip[0] - along[0] * size, tip[1] - along[1] * size];
  const side: Point = [-along[1] * size * 0.6, along[0] * size * 0.6];
  const corner = (sign: number): Point => [neck[0] + side[0] * sign, neck[1] + side[1] * sign];
  return {
    width,
    path: `M${text(start)}Q${text(bend)} ${text(neck)}`,
    head: `M${text(tip)}L${text(corner(1))}L${text(corner(-1))}Z`,
  };
}

/** How far a line bends, as a share of its length. */
const bow = 0.16;

function text([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
