import { expect, test } from 'vitest';
import type { Figures } from '@freehold/core/data';
import { figuresShown } from './shown.ts';

const counting = {
  valueKind: 'proportion' as const,
  factor: 100,
  zeroShown: false,
  countsPeople: true,
  leastCell: 5,
  ownLeast: 5,
};
const figures: Figures = {
  value: 25,
  numerator: 25,
  denominator: 100,
  low: null,
  high: null,
  suppressed: false,
  note: '',
};

test('the publisher’s interval stands; without one a share gets Wilson’s', () => {
  const shown = figuresShown(counting);
  expect(shown({ ...figures, low: 20, high: 31 })).toMatchObject({ low: 20, high: 31 });
  // 25 of 100 at 95%: 17.55% to 34.30% (Brown, Cai & DasGupta 2001 give the formula).
  expect(shown(figures).low).toBeCloseTo(17.55, 1);
  expect(shown(figures).high).toBeCloseTo(34.3, 1);
});

test('where the parts are not known, or are no counts, there is no interval', () => {
  const shown = figuresShown(counting);
  for (const more of [
    { denominator: null },
    { numerator: null },
    { numerator: 24.5 },
    { numerator: 200 },
    { value: null },
  ])
    expect(shown({ ...figures, ...more })).toMatchObject({ low: null, high: null });
  const score = figuresShown({ ...counting, valueKind: 'score' });
  expect(score(figures)).toMatchObject({ low: null, high: null });
});

test('[DT-7] what is suppressed has no interval that would give it away', () => {
  const shown = figuresShown(counting);
  expect(shown({ ...figures, value: 4, numerator: 4 })).toMatchObject({
    suppressed: true,
    value: null,
    low: null,
    high: null,
  });
});
