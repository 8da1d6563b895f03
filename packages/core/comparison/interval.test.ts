import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byar, countInterval, wilson, type Interval } from './interval.ts';
import reference from './interval.reference.json' with { type: 'json' };
import statistics from './statistics.reference.json' with { type: 'json' };

type Expected = { readonly low: number; readonly high: number };

function same(found: Interval | null, { low, high }: Expected): void {
  expect(found?.low).toBeCloseTo(low, low > 100 ? 9 : 11);
  expect(found?.high).toBeCloseTo(high, high > 100 ? 9 : 11);
}

describe('[CP-6] a proportion carries the interval of Wilson', () => {
  test.each(reference.wilson)('$x of $n at $confidence', ({ x, n, confidence, ...expected }) => {
    same(wilson(x, n, { confidence }), expected);
  });

  test('none of 10 starts at 0, and all of 10 ends at 1; by factor at 100 %', () => {
    expect(wilson(0, 10)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(10, 10)).toMatchObject({ value: 1, high: 1 });
    expect(wilson(10, 10, { factor: 100 })).toMatchObject({ value: 100, high: 100 });
    // 7 of 100 in per cent is 7, and not 7.000000000000001.
    expect(wilson(7, 100, { factor: 100 })?.value).toBe(7);
  });

  test('nothing asked gives no interval', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  test('the interval holds the share, lies within 0 to 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (yes, no) => {
        const found = wilson(yes, yes + no);
        const mirrored = wilson(no, yes + no);
        if (found === null || mirrored === null) throw new Error('a share has an interval');
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - found.high, 12);
      }),
    );
  });

  test('more than all, less than none and no confidence are refused', () => {
    expect(() => wilson(11, 10)).toThrow(RangeError);
    expect(() => wilson(-1, 10)).toThrow(RangeError);
    expect(() => wilson(1, 10, { confidence: 1 })).toThrow(RangeError);
    expect(() => wilson(1, 10, { factor: 0 })).toThrow(RangeError);
  });
});

describe('[CP-7] a count carries exact limits under 10, and those of Byar from 10 up', () => {
  test.each(reference.byar)('Byar: $x at $confidence', ({ x, confidence, ...expected }) => {
    same(byar(x, confidence), expected);
  });

  test.each(reference.exact)('exact: $x at $confidence', ({ x, confidence, ...expected }) => {
    same(countInterval(x, { confidence }), expected);
  });

  test.each(reference.rate)('rate: $x at $confidence', ({ x, value, low, high, ...options }) => {
    const found = countInterval(x, options);
    expect(found?.value).toBeCloseTo(value, 9);
    same(found, { low, high });
  });

  test('from 10 up it is Byar', () => {
    expect(countInterval(10)).toEqual(byar(10));
    expect(countInterval(9)).not.toEqual(byar(9));
  });

  test('the low end is never under 0, and a base of 0 gives no rate', () => {
    expect(byar(0).low).toBe(0);
    expect(byar(1, 0.998).low).toBe(0);
    expect(countInterval(3, { base: 0 })).toBeNull();
  });

  test('the interval holds the count and rises with it', () => {
    fc.assert(
      fc.property(fc.nat(400), (count) => {
        const found = countInterval(count);
        const next = countInterval(count + 1);
        if (found === null || next === null) throw new Error('a count has an interval');
        expect(found.low).toBeLessThanOrEqual(count);
        expect(found.high).toBeGreaterThan(count);
        expect(next.low).toBeGreaterThan(found.low);
        expect(next.high).toBeGreaterThan(found.high);
      }),
    );
  });

  test.each(statistics.exactPart)('a weighted count of $x', ({ x, confidence, ...expected }) => {
    same(countInterval(x, { confidence }), expected);
  });

  test('a negative count and a negative base are refused', () => {
    expect(() => countInterval(-1)).toThrow(RangeError);
    expect(() => countInterval(2, { base: -1 })).toThrow(RangeError);
  });
});
