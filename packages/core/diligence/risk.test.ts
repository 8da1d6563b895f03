import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandOf,
  bySeverity,
  prioritised,
  PriorityRule,
  productOf,
  severityOf,
  shippedRules,
  type Standing,
} from './index.ts';

describe('[DD-6] severity', () => {
  const weighed = { scale: 5, scope: 2, remediability: 3 };

  test('is the greatest or the mean of the three', () => {
    expect(severityOf(weighed, 'max')).toBe(5);
    // (5 + 2 + 3) / 3
    expect(severityOf(weighed, 'mean')).toBeCloseTo(3.3333, 4);
  });

  test('is not known with one of them missing', () => {
    for (const by of ['max', 'mean'] as const)
      expect(severityOf({ ...weighed, scope: null }, by)).toBeNull();
  });
});

const standing = fc.record({
  severity: fc.option(fc.integer({ min: 1, max: 5 })),
  likelihood: fc.option(fc.integer({ min: 1, max: 5 })),
});

describe('[DD-7] severity comes before likelihood', () => {
  test('a severe and unlikely harm stands before a lesser likely one, whatever the product', () => {
    const severe = { severity: 5, likelihood: 1 };
    const likely = { severity: 4, likelihood: 5 };
    expect([productOf(severe), productOf(likely)]).toEqual([5, 20]);
    expect([likely, severe].toSorted(bySeverity)).toEqual([severe, likely]);
  });

  test('in every list no later one is more severe, and what is not known comes last', () => {
    fc.assert(
      fc.property(fc.array(standing), (list) => {
        const sorted: readonly Standing[] = list.toSorted(bySeverity);
        for (const [at, each] of sorted.slice(1).entries())
          expect(each.severity ?? 0).toBeLessThanOrEqual(sorted[at]?.severity ?? 0);
      }),
    );
  });
});

test('[DD-8] bands', () => {
  const bands = (severity: number | null) =>
    [1, 2, 3, 4, 5].map((likelihood) => bandOf({ severity, likelihood }));
  expect(bands(5)).toEqual(['high', 'high', 'high', 'high', 'high']);
  expect(bands(4)).toEqual(['medium', 'medium', 'high', 'high', 'high']);
  expect(bands(3)).toEqual(Array(5).fill('medium'));
  expect(bands(2)).toEqual(Array(5).fill('low'));
  expect(bandOf({ severity: 4, likelihood: null })).toBe('not-known');
  expect(bands(null)).toEqual(Array(5).fill('not-known'));
});

const rule = (code: string, when: object, gives: object): PriorityRule =>
  PriorityRule.parse({
    ...{ code, title: code, severity: null, likelihood: null, source: 'Ours', status: 'proposed' },
    ...gives,
    when: { countries: [], countriesExcept: [], products: [], tierFrom: null, ...when },
  });

describe('[DD-9] rules about suppliers', () => {
  const rules = [
    rule('clothes', { products: ['13', '14'] }, { severity: 4, likelihood: 4 }),
    rule('making', { products: ['C'] }, { severity: 3, likelihood: 2 }),
    rule('elsewhere', { countriesExcept: ['GB'] }, { likelihood: 5 }),
    rule('far', { tierFrom: 3 }, { severity: 2 }),
  ];

  test('the highest severity and the highest likelihood of all that fit stand, with their rules', () => {
    expect(prioritised({ country: 'BD', products: ['14'], tier: 1 }, rules)).toEqual({
      ...{ severity: 4, likelihood: 5, because: ['clothes', 'making', 'elsewhere'] },
    });
    expect(prioritised({ country: 'GB', products: ['C'], tier: 3 }, rules)).toEqual({
      ...{ severity: 3, likelihood: 2, because: ['making', 'far'] },
    });
  });

  test('what is not known fits no rule about it', () => {
    expect(prioritised({ country: '', products: [], tier: null }, rules).because).toEqual([]);
  });

  test('another rule never lowers either', () => {
    const supplier = fc.record({
      country: fc.constantFrom('', 'GB', 'BD'),
      products: fc.subarray(['13', '78', 'A', 'K']),
      tier: fc.option(fc.integer({ min: 1, max: 4 })),
    });
    const some = fc.subarray([...shippedRules, ...rules]);
    fc.assert(
      fc.property(supplier, some, fc.constantFrom(...shippedRules), (each, few, more) => {
        const before = prioritised(each, few);
        const after = prioritised(each, [...few, more]);
        expect(after.severity ?? 0).toBeGreaterThanOrEqual(before.severity ?? 0);
        expect(after.likelihood ?? 0).toBeGreaterThanOrEqual(before.likelihood ?? 0);
      }),
    );
  });

  test('a rule that gives nothing, looks at nothing or names no source is refused', () => {
    expect(() => rule('a', { tierFrom: 2 }, {})).toThrow('a severity or a likelihood');
    expect(() => rule('a', {}, { severity: 3 })).toThrow('looks at');
    expect(() => rule('a', { tierFrom: 2 }, { severity: 3, source: ' ' })).toThrow();
  });

  test('what is shipped is marked as proposed', () => {
    expect(shippedRules.length).toBeGreaterThan(10);
    expect(shippedRules.every(({ status }) => status === 'proposed')).toBe(true);
  });
});

test('[DD-10] a supplier that no rule speaks to has no priority', () => {
  const none = prioritised({ country: 'GB', products: ['84'], tier: 1 }, shippedRules);
  expect(none).toEqual({ severity: null, likelihood: null, because: [] });
  expect(bandOf(none)).toBe('not-known');
});
