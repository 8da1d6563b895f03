import type { OverRuns, Tried } from '@freehold/core/release';
import { textTable } from './text-table.ts';

/** What came of trying settings on a stand-in. */
export type Trial = {
  readonly standIn: string;
  readonly records: number;
  readonly delta: number;
  readonly runs: number;
  readonly common: number;
  readonly tried: readonly Tried[];
};

/** A line a setting and length: what of the stand-in came through, how far off, and how much was invented. */
export function trialText({ standIn, records, delta, runs, common, tried }: Trial): string {
  const head = [
    ...['ε', 'up to', 'values', `of ${common} or more`, 'kept', 'off by, mean', 'told', 'invented'],
  ];
  const rows = tried.flatMap(({ settings: { epsilon, length: most }, byLength }) =>
    byLength.map(({ length, common: many, kept, error, told, invented }) => [
      ...[String(epsilon), String(most), length === 0 ? 'all' : String(length), String(many)],
      ...[over(kept, percent), over(error, tenths), over(told, whole), over(invented, percent)],
    ]),
  );
  return [
    `Tried on ${standIn}, ${records} records, at δ ${delta}: the median of ${runs} runs, and the least and most of them.`,
    ...textTable([head, ...rows]),
    'Counts with noise beside the exact counts of the stand-in, absent being 0. With other records the noise is much the same and',
    'what is kept of them is not. No ledger was charged: the records that you protect were not looked at.\n',
  ].join('\n');
}

function over(figure: OverRuns, said: (value: number) => string): string {
  if (figure === null) return '–';
  const { value, low, high } = figure;
  return `${said(value)} (${said(low)}–${said(high)})`;
}

function percent(share: number): string {
  return `${tenths(100 * share)} %`;
}

function tenths(value: number): string {
  return value.toFixed(1);
}

function whole(value: number): string {
  return String(Math.round(value));
}
