import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../comparison/index.ts';
import { cornersOf, expectedOn } from './path.ts';
import { standing, type Hindrance, type TargetPoint } from './standing.ts';
import { Target, targetProblems, type Subject } from './target.ts';

/** The rules' example: 40 % at the end of 2024, 60 % two years later, tolerance 3. */
const target: Target = {
  direction: '+',
  baseline: { value: 40, on: '2024-12-31', source: '' },
  path: 'line',
  steps: [],
  aim: 60,
  endsOn: '2026-12-31',
  tolerance: 3,
};
const share: Subject = { direction: '+', least: 0, most: 100 };
const today = '2026-03-02';

const point = (on: string, change: Partial<TargetPoint> = {}): TargetPoint => ({
  ...{ period: on.slice(0, 4), on, value: null, low: null, high: null, suppressed: false },
  ...change,
});
/** A share of 120 with its interval. */
const of120 = (n: number, on = '2025-12-31') => {
  const found = wilson(n, 120, { factor: 100 });
  return point(on, {
    value: found?.value ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
  });
};
const stands = (
  points: readonly TargetPoint[],
  change: Partial<Target> = {},
  hindrances: readonly Hindrance[] = [],
) => standing({ ...target, ...change }, points, { today, hindrances });

describe('what is wrong with a target', () => {
  const codes = (change: Partial<Target>, subject = share) =>
    targetProblems({ ...target, ...change }, subject).map(({ code, where }) => [code, where?.path]);

  test('nothing, where it can be followed', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ aim: 40 })).toEqual([]);
    const steps = [
      { on: '2025-06-30', value: 45 },
      { on: '2025-12-31', value: 45 },
    ];
    expect(codes({ path: 'steps', steps })).toEqual([]);
  });

  test('[TG-1] an end before the baseline, or on its day', () => {
    expect(codes({ endsOn: '2024-06-30' })).toEqual([['target-ends-before-baseline', 'endsOn']]);
    expect(codes({ endsOn: '2024-12-31' })).toEqual([['target-ends-before-baseline', 'endsOn']]);
  });

  test('[TG-1] [TG-2] a direction against what it is about, an aim against the direction', () => {
    expect(codes({ direction: '-', aim: 30 })).toEqual([['direction-against', 'direction']]);
    expect(codes({ direction: '-', aim: 30 }, { ...share, direction: 'o' })).toEqual([]);
    expect(codes({ aim: 39 })).toEqual([['aim-against-direction', 'aim']]);
  });

  test('values that cannot be', () => {
    expect(codes({ aim: 101 })).toEqual([['value-out-of-range', 'aim']]);
    expect(codes({ baseline: { ...target.baseline, value: -1 } })).toEqual([
      ['value-out-of-range', 'baseline.value'],
    ]);
  });

  test('[TG-3] steps out of order, outside, back, or on a line', () => {
    const steps = [
      { on: '2025-12-31', value: 50 },
      { on: '2025-06-30', value: 45 },
      { on: '2027-01-01', value: 61 },
    ];
    expect(codes({ path: 'steps', steps })).toEqual([
      ['steps-out-of-order', 'steps.1.on'],
      ['step-back', 'steps.1.value'],
      ['step-outside', 'steps.2.on'],
      ['step-back', 'steps.2.value'],
    ]);
    expect(codes({ steps: steps.slice(0, 1) })).toEqual([['steps-on-a-line', 'steps']]);
  });

  test('a negative or endless tolerance is no target at all', () => {
    expect(Target.safeParse({ ...target, tolerance: -1 }).success).toBe(false);
    expect(Target.safeParse({ ...target, aim: Infinity }).success).toBe(false);
  });
});

describe('[TG-4] the path', () => {
  test('is a straight line by days', () => {
    // 90 and 365 of 730 days.
    expect(expectedOn(target, '2025-03-31')).toBeCloseTo(40 + (20 * 90) / 730, 10);
    expect(expectedOn(target, '2025-12-31')).toBe(50);
  });

  test('is the baseline before and the aim after', () => {
    expect(expectedOn(target, '2020-01-01')).toBe(40);
    expect(expectedOn(target, '2024-12-31')).toBe(40);
    expect(expectedOn(target, '2026-12-31')).toBe(60);
    expect(expectedOn(target, '2030-01-01')).toBe(60);
  });

  test('of steps stands until each step’s day', () => {
    const stairs: Target = { ...target, path: 'steps', steps: [{ on: '2025-07-01', value: 52 }] };
    expect(expectedOn(stairs, '2025-06-30')).toBe(40);
    expect(expectedOn(stairs, '2025-07-01')).toBe(52);
    expect(expectedOn(stairs, '2026-12-30')).toBe(52);
    expect(cornersOf(stairs)).toEqual([
      { on: '2024-12-31', value: 40 },
      { on: '2025-07-01', value: 40 },
      { on: '2025-07-01', value: 52 },
      { on: '2026-12-31', value: 52 },
      { on: '2026-12-31', value: 60 },
    ]);
  });
});

describe('how a target stands', () => {
  // The intervals are those of the rules' table, worked out apart from this code.
  test.each([
    [60, 41.19, 58.81, 'on-track', 'meets-path'],
    [48, 31.68, 48.94, 'too-early', 'holds-baseline'],
    [36, 22.53, 38.72, 'behind', 'below-band'],
    [84, 61.28, 77.47, 'ahead', 'above-band'],
  ] as const)('[TG-6] [TG-7] %s of 120 (%s to %s): %s', (n, low, high, answer, because) => {
    const newest = of120(n);
    expect(newest.low).toBeCloseTo(low, 2);
    expect(newest.high).toBeCloseTo(high, 2);
    expect(stands([newest])).toEqual({
      ...{ answer, because, point: newest, expected: 50, least: 47, most: 53 },
      ...{ interval: true, ended: false, note: '' },
    });
  });

  test('[TG-7] near the beginning a value that holds the baseline tells nothing yet', () => {
    expect(stands([of120(50, '2025-01-31')])).toMatchObject({
      ...{ answer: 'too-early', because: 'path-near-baseline' },
    });
  });

  test('[TG-7] a target that holds steady is on track while its interval meets the band', () => {
    expect(stands([of120(48)], { aim: 40 })).toMatchObject({
      ...{ answer: 'on-track', because: 'holds-steady' },
    });
    expect(stands([of120(30)], { aim: 40 }).answer).toBe('behind');
  });

  test.each([
    [46.9, 'behind'],
    [47, 'on-track'],
    [53, 'on-track'],
    [53.1, 'ahead'],
  ] as const)('[TG-8] %s without an interval: %s', (value, answer) => {
    expect(stands([point('2025-12-31', { value })])).toMatchObject({ answer, interval: false });
  });

  test('[TG-8] without an interval it is too early while the band holds the baseline', () => {
    // On 31 January 2025 the path is at 40.8, the band from 37.8.
    expect(stands([point('2025-01-31', { value: 41 })]).answer).toBe('too-early');
  });

  test('[TG-5] the newest value counts, set against the path on its own day', () => {
    const old = of120(84, '2025-06-30');
    expect(stands([of120(36), old, point('2026-01-31')])).toMatchObject({
      ...{ answer: 'behind', expected: 50 },
      point: { on: '2025-12-31' },
    });
    expect(stands([old, point('2026-06-30', { value: 10 })]).point).toEqual(old);
  });

  test('[TG-9] no value since the baseline is no data, and nothing is made up', () => {
    const nothing = { point: null, expected: null, least: null, most: null, interval: false };
    expect(stands([])).toMatchObject({ answer: 'no-data', because: 'none-since', ...nothing });
    expect(stands([of120(60, '2024-12-31')]).answer).toBe('no-data');
    expect(stands([point('2025-12-31')]).because).toBe('none-since');
    expect(stands([point('2025-12-31', { suppressed: true })])).toMatchObject({
      ...{ answer: 'no-data', because: 'suppressed', ...nothing },
    });
  });

  test('[TG-10] a break between the baseline and the value: cannot compare, in the break’s own words', () => {
    const broken = (from: string): Hindrance => ({
      ...{ from, because: 'definition-changed', note: 'Counted anew.' },
    });
    const point = of120(60);
    expect(stands([point], {}, [broken('2025-07-01')])).toEqual({
      ...{ answer: 'cannot-compare', because: 'definition-changed', point, note: 'Counted anew.' },
      ...{ expected: null, least: null, most: null, interval: false, ended: false },
    });
    for (const from of ['2024-12-31', '2026-01-01'])
      expect(stands([point], {}, [broken(from)]).answer).toBe('on-track');
  });

  test('the end is past from its own day on', () => {
    expect(stands([], { endsOn: today }).ended).toBe(true);
    expect(stands([], { endsOn: '2026-03-03' }).ended).toBe(false);
  });

  const value = fc.double({ min: 0, max: 100, noNaN: true });
  const someDay = fc
    .integer({ min: -200, max: 420 })
    .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
  const somePoint = fc
    .record({
      on: someDay,
      value: fc.option(value),
      suppressed: fc.boolean(),
      half: fc.option(value),
    })
    .map(({ on, value: v, suppressed, half }) =>
      point(on, {
        ...{ value: v, suppressed },
        ...(v !== null && half !== null && { low: v - half, high: v + half }),
      }),
    );
  const points = fc.uniqueArray(somePoint, { maxLength: 6, selector: ({ on }) => on });

  test('[TG-6] turned round, values and direction give the same answer', () => {
    const turned = ({ value: v, low, high, ...rest }: TargetPoint): TargetPoint => ({
      ...rest,
      ...{ value: v && -v, low: high && -high, high: low && -low },
    });
    const back: Partial<Target> = {
      ...{ direction: '-', aim: -60 },
      baseline: { ...target.baseline, value: -40 },
    };
    fc.assert(
      fc.property(points, (given) => {
        const { answer, because } = stands(given);
        expect(stands(given.map(turned), back)).toMatchObject({ answer, because });
      }),
    );
  });

  test('[TG-5] the order of the points does not matter', () => {
    fc.assert(
      fc.property(points, (given) => {
        expect(stands(given.toReversed())).toEqual(stands(given));
      }),
    );
  });

  test('[TG-6] more tolerance never makes a target that is not behind fall behind, nor run ahead', () => {
    const more = fc.double({ min: 0, max: 40, noNaN: true });
    fc.assert(
      fc.property(points, more, (given, extra) => {
        const [tight, wide] = [stands(given), stands(given, { tolerance: 3 + extra })];
        for (const far of ['behind', 'ahead'])
          if (tight.answer !== far) expect(wide.answer).not.toBe(far);
      }),
    );
  });
});

test('[TG-6] a value on the band’s own line is not behind it', () => {
  // The aim is 0.8 and the tolerance 0.1: the band begins at 0.7, which a machine takes for 0.7000000000000001.
  const ended = {
    baseline: { value: 0.2, on: '2024-12-31', source: '' },
    aim: 0.8,
    tolerance: 0.1,
  };
  const found = stands([point('2025-12-31', { value: 0.7 })], { ...ended, endsOn: '2025-12-31' });
  expect(found.answer).toBe('on-track');
});
