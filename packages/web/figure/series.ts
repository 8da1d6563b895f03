import { number } from '../words.ts';
import { niceDomain } from './scale.ts';

/** One period's value. `start` and `end` are ISO days; `suppressed` counts are never drawn, only marked [c]. */
export type SeriesPoint = {
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
  readonly note?: string;
};

/** A day from which values cannot be compared with those before. */
export type SeriesBreak = { readonly from: string; readonly note: string };

/** What a drawing of a series needs. */
export type SeriesSpec = {
  readonly points: readonly SeriesPoint[];
  readonly breaks: readonly SeriesBreak[];
  readonly decimals: number;
  readonly width: number;
  readonly height: number;
  /** The ends of the value scale; from the values where nothing is said. */
  readonly domain: readonly [number, number] | null;
};

/** A drawing and where each point's mark stands in it, in pixels. */
export type Drawn = {
  readonly svg: Element;
  readonly marks: readonly { readonly x: number; readonly y: number }[];
};

/** A series in one sentence: "18.2 in 2023-Q3, up from 14.0 in 2022-Q2". */
export function seriesFinding(
  points: readonly Pick<SeriesPoint, 'period' | 'value' | 'suppressed'>[],
  { decimals, unit }: { readonly decimals: number; readonly unit: string },
): string {
  const known = points.filter(({ value, suppressed }) => value !== null && !suppressed);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first.value === null || last.value === null) {
    return 'No value that may be shown';
  }
  const now = `${number(last.value, decimals)}${unit === '' ? '' : ` ${unit}`} in ${last.period}`;
  if (first === last) return now;
  const way =
    last.value > first.value ? 'up from' : last.value < first.value ? 'down from' : 'the same as';
  return `${now}, ${way} ${number(first.value, decimals)} in ${first.period}`;
}

/** The ends of a value scale that holds all of several series, so that they can be read beside each other. */
export function sharedDomain(
  series: readonly (readonly Pick<SeriesPoint, 'value' | 'low' | 'high' | 'suppressed'>[])[],
): readonly [number, number] {
  const shown = series.flat().filter(({ suppressed }) => !suppressed);
  return niceDomain(
    shown.flatMap(({ value, low, high }) => [value, low, high].filter((each) => each !== null)),
    true,
  );
}
