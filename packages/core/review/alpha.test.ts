import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alpha } from './alpha.ts';
import reference from './alpha.reference.json' with { type: 'json' };

const units = Array.from({ length: 12 }, (_, unit) =>
  reference.observers.flatMap((observer) => observer[unit] ?? []),
);

test.each(['nominal', 'ordinal', 'interval'] as const)(
  '[RV-19] the published example has its published alpha (%s)',
  (metric) => {
    expect(alpha(units, metric)).toBeCloseTo(reference.alpha[metric], 3);
  },
);

test('[RV-19] two observers who agree on everything have 1', () => {
  expect(
    alpha(
      [
        [0, 0],
        [3, 3],
        [4, 4],
      ],
      'ordinal',
    ),
  ).toBe(1);
});

test('[RV-19] who agree less than chance would have less than 0', () => {
  expect(
    alpha(
      [
        [0, 4],
        [4, 0],
        [0, 4],
      ],
      'ordinal',
    ),
  ).toBeLessThan(0);
});

test('[RV-19] without two answers to one thing there is none', () => {
  expect(alpha([], 'ordinal')).toBeNull();
  expect(alpha([[1], [2], [3]], 'ordinal')).toBeNull();
});

test('[RV-19] where all say the same everywhere there is none', () => {
  expect(
    alpha(
      [
        [2, 2],
        [2, 2, 2],
      ],
      'ordinal',
    ),
  ).toBeNull();
});

test('the order of units and of observers changes nothing; it is never over 1', () => {
  const some = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(some, (given) => {
      const turned = given.map((unit) => unit.toReversed()).toReversed();
      const [one, other] = [alpha(given, 'ordinal'), alpha(turned, 'ordinal')];
      expect(other === null).toBe(one === null);
      expect(other ?? 0).toBeCloseTo(one ?? 0, 10);
      expect(one ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});

test('a value that is not finite is refused', () => {
  expect(() => alpha([[1, NaN]], 'ordinal')).toThrow(RangeError);
});

test('[RV-19] over one unit there is none, whatever was said', () => {
  expect(alpha([[0, 4, 4]], 'ordinal')).toBeNull();
  expect(alpha([[2, 2, 2], [3]], 'ordinal')).toBeNull();
});
