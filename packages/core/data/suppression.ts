import type { Figures } from './figures.ts';
import type { Measure } from './measure.ts';

/** The smallest count of a measure that a partnership may show; 0 where every count may be shown. [DT-7] */
export function leastShown(
  { leastCell, countsPeople }: Pick<Measure, 'leastCell' | 'countsPeople'>,
  partnership: number,
): number {
  return countsPeople ? Math.max(leastCell, partnership) : leastCell;
}

/**
 * Figures as they may leave the house: where the count behind them is under `least`, or the publisher withheld
 * them, `suppressed` is true and value, numerator, low and high are null; a denominator under `least` goes too.
 *
 * The count behind a count is its value; behind a share or rate its numerator, or what value and denominator
 * say it must be. Zero is a small count unless the measure's `zeroShown` says otherwise. Figures with no count
 * behind them (scores, amounts, shares without a denominator) are left as they are. [DT-7] [DT-8]
 */
export function shownFigures(
  figures: Figures,
  measure: Pick<Measure, 'valueKind' | 'factor' | 'zeroShown'>,
  least: number,
): Figures {
  const { denominator } = figures;
  const count = countBehind(figures, measure);
  const small = (each: number | null) =>
    each !== null && each < least && !(each === 0 && measure.zeroShown);
  const whole = denominator !== null && counted(measure) && denominator < least;
  if (!figures.suppressed && !small(count) && !whole) return figures;
  return {
    value: null,
    numerator: null,
    denominator: whole ? null : denominator,
    low: null,
    high: null,
    suppressed: true,
    note: figures.note,
  };
}

function countBehind(
  { value, numerator, denominator }: Figures,
  measure: Pick<Measure, 'valueKind' | 'factor'>,
): number | null {
  if (measure.valueKind === 'count') return value;
  if (!counted(measure)) return numerator;
  if (numerator !== null) return numerator;
  if (value === null || denominator === null) return null;
  return Math.round((value * denominator) / measure.factor);
}

function counted({ valueKind }: Pick<Measure, 'valueKind'>): boolean {
  return valueKind === 'count' || valueKind === 'proportion' || valueKind === 'rate';
}
