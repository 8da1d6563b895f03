import type { Table } from './document.ts';
import { number } from './words.ts';

/**
 * One number as a reader needs it. `low` and `high` bound its interval; `n` is what it counts or rests on;
 * `because` says why it is missing.
 */
export type Figure = {
  readonly what: string;
  readonly value: number | null;
  readonly decimals: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly date: string;
  readonly source: string;
  readonly suppressed: boolean;
  readonly because: string;
};

/** A value on its own: "12.5 per 10,000", `[c]` where it is too small to show, a dash with its reason where missing. [DO-2] */
export function valueOf({ value, decimals, unit, suppressed, because }: Figure): string {
  if (suppressed) return '[c]';
  if (value === null) return because === '' ? '–' : `– (${because})`;
  return unit === '' ? number(value, decimals) : `${number(value, decimals)} ${unit}`;
}

/** "10.1 to 14.2"; a dash where no interval is known, and none beside a value that is not shown. [DO-2] */
export function intervalOf({ value, low, high, decimals, suppressed }: Figure): string {
  if (suppressed || value === null || low === null || high === null) return '–';
  return `${number(low, decimals)} to ${number(high, decimals)}`;
}

/** Numbers as a table that leaves nothing out: value, interval, n, date, source. [DO-2] */
export function figuresTable(caption: string, figures: readonly Figure[]): Table {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'What', width: 28 },
      { title: 'Value', width: 16, figures: true },
      { title: 'Interval', width: 14, figures: true },
      { title: 'n', width: 8, figures: true },
      { title: 'Date', width: 13 },
      { title: 'Source', width: 21 },
    ],
    rows: figures.map((figure) => [
      figure.what,
      valueOf(figure),
      intervalOf(figure),
      figure.n === null || figure.suppressed ? '–' : number(figure.n),
      figure.date === '' ? '–' : figure.date,
      figure.source === '' ? '–' : figure.source,
    ]),
  };
}
