import { number, percent } from '../words.ts';

/** An interval as people read it: "1.2 to 2.9". */
export function intervalWords(low: number, high: number, decimals: number): string {
  return `${number(low, decimals)} to ${number(high, decimals)}`;
}

/** One mark of a chart, read out: "Housing: 1.4, between 1.0 and 1.9, 83% answered". */
export function markWords({
  label,
  value,
  low = null,
  high = null,
  coverage = null,
  suppressed = false,
  note = '',
  decimals,
  unit = '',
}: {
  label: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
  coverage?: number | null;
  suppressed?: boolean;
  note?: string;
  decimals: number;
  unit?: string;
}): string {
  const parts = [
    suppressed
      ? '[c], too few people to show'
      : value === null
        ? 'no value'
        : `${number(value, decimals)}${unit === '' ? '' : ` ${unit}`}`,
    value !== null &&
      low !== null &&
      high !== null &&
      `between ${number(low, decimals)} and ${number(high, decimals)}`,
    coverage !== null && `${percent(coverage)} answered`,
    note,
  ].filter((part) => part !== false && part !== '');
  return `${label}: ${parts.join(', ')}`;
}

export const figureWords = {
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  arrows: (n: number) => `Chart of ${n} values. The arrow keys read them one by one.`,
  hint: 'Point at a mark, or use the arrow keys, to read it here.',
  noPicture: 'This browser could not make the picture. The table and the CSV hold the same values.',
  detection:
    'Detection, not prevalence: this counts people who were recognised and referred. More can mean better detection, fewer can mean less.',
  madeUp: 'Made-up example: no real place, person or agency.',
  detectionShort: 'Detection, not prevalence.',
  suppressed:
    '[c] marks a count that is hidden because it is so small that it could point at people.',
  hollow: 'Hollow marks rest on fewer than three in four answers.',
  hatched: 'Hatched: no value.',
};
