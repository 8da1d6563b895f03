import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastShown, shownFigures } from './index.ts';
import type { Figures } from './index.ts';

const plain: Figures = {
  value: null,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  suppressed: false,
  note: '',
};
const count = { valueKind: 'count', factor: 1, zeroShown: false } as const;
const share = { valueKind: 'proportion', factor: 100, zeroShown: false } as const;

test('[DT-7] the partnership’s least cell stands where it is larger and people are counted', () => {
  expect(leastShown({ leastCell: 5, countsPeople: true }, 10)).toBe(10);
  expect(leastShown({ leastCell: 20, countsPeople: true }, 10)).toBe(20);
  expect(leastShown({ leastCell: 5, countsPeople: false }, 10)).toBe(5);
});

test('[DT-7] no count under the least cell is ever shown, nor what it could be worked out from', () => {
  const part = fc.option(fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(part, part, part, fc.boolean(), (value, numerator, denominator, suppressed) => {
      const figures = { ...plain, value, numerator, denominator, low: 0, high: 99, suppressed };
      const shown = shownFigures(figures, count, 5);
      if ((value !== null && value < 5) || suppressed) {
        expect(shown).toMatchObject({
          value: null,
          numerator: null,
          low: null,
          high: null,
          suppressed: true,
        });
      }
      if (!shown.suppressed) expect(shown).toEqual(figures);
      if (shown.value !== null) expect(shown.value).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('[DT-7] a share goes by the count behind it, given or implied, and by its whole', () => {
  const hidden = (more: Partial<Figures>) =>
    shownFigures({ ...plain, ...more }, share, 5).suppressed;
  expect(hidden({ value: 4, numerator: 4, denominator: 100 })).toBe(true);
  expect(hidden({ value: 4, denominator: 100 })).toBe(true);
  expect(hidden({ value: 5, denominator: 100 })).toBe(false);
  expect(hidden({ value: 100, numerator: 4, denominator: 4 })).toBe(true);
  expect(hidden({ value: 12 })).toBe(false);
  expect(shownFigures({ ...plain, value: 50, denominator: 4 }, share, 5).denominator).toBeNull();
  expect(shownFigures({ ...plain, value: 1, denominator: 100 }, share, 5).denominator).toBe(100);
});

test('[DT-8] zero is a small count unless the measure shows its zeros', () => {
  const zero = { ...plain, value: 0 };
  expect(shownFigures(zero, count, 5).suppressed).toBe(true);
  expect(shownFigures(zero, { ...count, zeroShown: true }, 5)).toEqual(zero);
  expect(shownFigures({ ...plain, value: 1 }, { ...count, zeroShown: true }, 5).suppressed).toBe(
    true,
  );
  expect(shownFigures(zero, count, 0)).toEqual(zero);
});

test('scores are not counts: a low one is shown', () => {
  const score = { valueKind: 'score', factor: 1, zeroShown: false } as const;
  expect(shownFigures({ ...plain, value: 2 }, score, 5)).toMatchObject({ value: 2 });
});
