import { z } from 'zod';
import { countInterval, wilson, type Interval } from '@freehold/core/comparison';
import { SeriesBreak, type Figures } from '@freehold/core/data';
import { DataSource } from '@freehold/core/source';
import { Counting, shownBy } from './latest.ts';
import type { MeasureShown } from './shapes.ts';

/** What the rows of `latest` say of a measure, and of where its values come from. */
export const MeasureRow = z.object({
  code: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  direction: z.enum(['+', '-', 'o']),
  decimals: z.number(),
  detection: z.boolean(),
  breaks: z.array(SeriesBreak),
  counting: Counting,
  source: DataSource,
});

/** A measure as it is shown; the partnership's own least cell is in its `leastCell` where it is the larger. */
export function measureShown({ counting, ...row }: z.infer<typeof MeasureRow>): MeasureShown {
  const { valueKind, factor, countsPeople, zeroShown, leastCell, ownLeast } = counting;
  const { code, title, definition, unit, direction, decimals, detection, breaks } = row;
  return {
    ...{ code, title, definition, unit, direction, decimals, detection, breaks },
    ...{ valueKind, factor, countsPeople, zeroShown },
    leastCell: countsPeople ? Math.max(leastCell, ownLeast ?? 0) : leastCell,
  };
}

/** Figures as they may leave the house, with an interval where what is known gives one. */
export function figuresShown(counting: z.infer<typeof Counting>): (kept: Figures) => Figures {
  const shown = shownBy(counting);
  return (kept) => {
    const figures = shown(kept);
    if (figures.suppressed || figures.low !== null || figures.high !== null) return figures;
    const found = intervalOf(figures, counting);
    return found === null ? figures : { ...figures, low: found.low, high: found.high };
  };
}

/** Wilson's for a proportion, the limits of a count for a rate; null where the parts are not known. */
function intervalOf(
  { value, numerator, denominator }: Figures,
  { valueKind, factor }: z.infer<typeof Counting>,
): Interval | null {
  if (value === null || numerator === null || denominator === null) return null;
  if (!Number.isInteger(numerator)) return null;
  if (valueKind === 'rate') return countInterval(numerator, { base: denominator, factor });
  const share = valueKind === 'proportion' && numerator <= denominator;
  return share ? wilson(numerator, denominator, { factor }) : null;
}
