import { expect, test } from 'vitest';
import { countShown, countsShown } from './training.ts';

const kept = (quarter: number, n: number) => ({
  ...{ measure: 'complaints', year: 2025, quarter, n, outOf: null },
});

test('[SM-7] training is shown as it is; complaints are not while they are few', () => {
  const few = { n: 2, outOf: 9 };
  expect(countShown({ ...few, measure: 'trained-staff' }, 5)).toMatchObject({ n: 2 });
  expect(countShown({ ...few, measure: 'complaints-settled' }, 5)).toEqual({
    ...{ n: null, outOf: 9, suppressed: true },
  });
});

test('[SM-7] what is left of the whole does not give a count away', () => {
  const settled = { measure: 'complaints-settled', outOf: 9 };
  expect(countShown({ ...settled, n: 7 }, 5).n).toBe(null);
  expect(countShown({ ...settled, n: 9 }, 5).n).toBe(9);
  expect(countShown({ ...settled, n: 3, outOf: 4 }, 5)).toMatchObject({ outOf: null });
});

test('[SM-7] a hidden quarter hides its year', () => {
  const shown = countsShown([kept(0, 17), kept(1, 2), kept(2, 15)], 5);
  expect(shown.map((each) => each.shown.n)).toEqual([null, null, 15]);
  expect(countsShown([kept(0, 17)], 5)[0]?.shown.n).toBe(17);
});
