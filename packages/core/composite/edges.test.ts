import { describe, expect, test } from 'vitest';
import { aggregated } from './aggregate.ts';
import { columnOf, deviation, ranksDown, shape, valuesOf } from './column.ts';
import { components, cronbach, pearson } from './linear.ts';
import type { Node } from './meta.ts';
import { Normalisation } from './method.ts';
import { areApart, monteCarlo } from './monte-carlo.ts';
import { normalised } from './normalise.ts';

function scaledTo(values: readonly (number | null)[], how: object, more: Partial<Node> = {}) {
  const node = { direction: 1, target: null, goalposts: null, ...more } as const;
  const units = values.map((_, at) => `u${at}`);
  const found = normalised(columnOf(values), Normalisation.parse(how), { node, units });
  return typeof found === 'string' ? found : valuesOf(found);
}

const down = { direction: -1 } as const;

// Ten times 0.1 add up to 0.9999999999999999, and their mean to less than each of them.
const level = columnOf(new Array(10).fill(0.1));
const rising = columnOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

describe('[CO-5] a column that is 0.1 everywhere has no spread', () => {
  test('and lies in the middle of a scale of standard deviations', () => {
    expect(scaledTo([...level], { method: 'zscore', mean: 50, deviation: 10 })).toEqual(
      new Array(10).fill(50),
    );
    expect(deviation(level)).toBe(0);
  });

  test('and goes along with nothing, has no shape and no components', () => {
    expect([pearson(level, level), pearson(level, rising), shape(level)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(components([level, rising])).toBeNull();
  });

  test('and shares that add up to one measure no one thing', () => {
    const share = rising.map((value) => value / 30);
    expect(cronbach([share, share.map((value) => 1 - value)])).toBeNull();
  });
});

describe('[CO-4] where less is better, less is more afterwards', () => {
  test('also as a share of the greatest: what is left to it', () => {
    expect(scaledTo([1, 2, 4, null], { method: 'fracmax' }, down)).toEqual([0.75, 0.5, 0, null]);
  });

  test('and what would turn the order is refused', () => {
    expect(scaledTo([-10, -5], { method: 'fracmax' })).toBe('greatest-not-positive');
    expect(scaledTo([-10, 0], { method: 'fracmax' })).toBe('greatest-not-positive');
    const posts = { low: 9, high: 1, scale: 1, cut: true };
    expect(scaledTo([1, 2], { method: 'goalposts' }, { goalposts: posts })).toBe(
      'ends-do-not-rise',
    );
  });

  test('a target that all have passed puts nobody under 0', () => {
    // By the formula alone: (3 − 2) ÷ (1 − 2) = −1 for the better of the two.
    expect(scaledTo([2, 3], { method: 'dist2targ' }, { target: 1 })).toEqual([1, 1]);
  });
});

test('a scale without a width is refused, and gives nothing endless', () => {
  expect(scaledTo([1, 2], { method: 'scaled', from: 3, to: 3 })).toBe('ends-do-not-rise');
});

test('[CO-8] a mean lies within its values: squares of negative ones are refused', () => {
  const how = { method: 'generalised', power: 2, least: 0 } as const;
  expect(aggregated([columnOf([-2]), columnOf([-2])], [1, 1], how)).toEqual({
    ...{ child: 0, unit: 0, value: -2 },
  });
  // √((0² + 2²) ÷ 2) = √2.
  const found = aggregated([columnOf([0]), columnOf([2])], [1, 1], how);
  expect('child' in found ? null : found[0]).toBeCloseTo(Math.SQRT2, 12);
});

test('[CO-17] scores that are level by arithmetic share a rank, in whatever order they were added up', () => {
  // 0.1 + 0.2 comes to 0.30000000000000004.
  expect([...ranksDown(columnOf([0.3, 0.1 + 0.2, 0.4, null, 0.2]))]).toEqual([2, 2, 1, NaN, 4]);
  expect([...ranksDown(columnOf([1e-7, 2e-7, 0]))]).toEqual([2, 1, 3]);
  const [one, other] = [0.3, 0.1 + 0.2];
  const model = {
    ...{ dimensions: 1, units: ['one', 'other'], node: 'x' },
    at: () => Float64Array.of(one, other),
  };
  const draws = monteCarlo(model, 20, 1);
  expect(draws.standings.map(({ rankMedian }) => rankMedian)).toEqual([1, 1]);
  expect(areApart(draws, 0, 1)).toBe(false);
});
