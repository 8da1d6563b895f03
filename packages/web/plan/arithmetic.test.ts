import fc from 'fast-check';
import { expect, test } from 'vitest';
import { written } from './arithmetic.ts';

test('a gap of 2.75, weighed 4 and 2, is written with its sum', () => {
  expect(written({ score: 1.25, desired: 4, product: 22 })).toEqual({
    score: '1.25',
    size: '2.75',
    product: '22.0',
  });
});

test('without a score there is nothing to write', () => {
  expect(written({ score: null, desired: 4, product: null })).toBeNull();
});

test('what is written adds up for whoever checks it', () => {
  const score = fc.double({ min: 0, max: 4, noNaN: true });
  fc.assert(
    fc.property(score, (value) => {
      const sum = written({ score: value, desired: 4, product: 4 - value });
      expect(4 - Number(sum?.score)).toBeCloseTo(Number(sum?.size), 10);
    }),
  );
});
