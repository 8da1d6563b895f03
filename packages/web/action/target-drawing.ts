import { niceDomain, scale, type Scale } from '../figure/scale.ts';
import { number } from '../words.ts';
import { timeScale, type TimeScale } from './time-scale.ts';

/** What a drawing of a target needs; `points` are drawn by their last day. */
export type Drawable = {
  readonly corners: readonly { readonly on: string; readonly value: number }[];
  readonly tolerance: number;
  readonly points: readonly {
    readonly period: string;
    readonly start: string;
    readonly on: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly suppressed: boolean;
  }[];
  readonly breaks: readonly { readonly from: string }[];
  readonly decimals: number;
};

export type Layout = {
  readonly time: TimeScale;
  readonly value: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
};

/** Room for the axes, and scales that hold the path with its band, every value with its interval, and today. */
export function layoutOf(drawable: Drawable, width: number, height: number, today: string): Layout {
  const { corners, tolerance, points } = drawable;
  const days = [today, ...corners.map(({ on }) => on), ...points.map(({ on }) => on)].toSorted();
  const values = [
    ...corners.flatMap(({ value }) => [value - tolerance, value + tolerance]),
    ...points.flatMap(({ value, low, high, suppressed }) =>
      suppressed ? [] : [value, low, high].filter((each) => each !== null),
    ),
  ];
  const positive = values.every((each) => each >= 0);
  const [least, most] = niceDomain(values, positive);
  const [top, foot] = [16, height - 30];
  const value = scale([least, most], [foot, top], 4);
  const widest = Math.max(...value.ticks.map((tick) => number(tick, drawable.decimals).length));
  const [left, right] = [16 + widest * 7, width - 16];
  const ends: readonly [string, string] = [days[0] ?? today, days.at(-1) ?? today];
  return {
    ...{ left, right, top, foot, value },
    time: timeScale(ends, [left + 8, right - 8], Math.floor((right - left) / 64)),
  };
}

/** The band around the path, as the points of a polygon. */
export function bandOf({ corners, tolerance }: Drawable, { time, value }: Layout): string {
  const edge = (by: number) =>
    corners.map((corner) => `${time.at(corner.on)},${value.at(corner.value + by)}`);
  return [...edge(tolerance), ...edge(-tolerance).toReversed()].join(' ');
}

/** Values that nothing stands between: neither a missing one nor a break. */
export function runsOf({ points, breaks }: Drawable): readonly Drawable['points'][] {
  const runs: Drawable['points'][number][][] = [];
  let open = false;
  let before = '';
  for (const point of points) {
    const broken = breaks.some(({ from }) => from > before && from <= point.on);
    if (point.value === null || point.suppressed) open = false;
    else if (open && !broken) runs.at(-1)?.push(point);
    else {
      runs.push([point]);
      open = true;
    }
    before = point.on;
  }
  return runs;
}
