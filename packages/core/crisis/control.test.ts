import { describe, expect, test } from 'vitest';
import { changesOf } from './change.ts';
import { control, daysOf, expectedIn, footing } from './control.ts';
import reference from './control.reference.json' with { type: 'json' };
import type { BaselinePoint } from './item.ts';
import { baselineOf, weeks } from './testing.ts';

describe('[CR-10] a count against its baseline', () => {
  test.each(reference.limits)('has exact Poisson limits around $expected', (limits) => {
    const found = expectedIn({ count: limits.expected * 10, days: 70 }, 7);
    expect(found.expected).toBeCloseTo(limits.expected, 9);
    for (const end of ['low2', 'high2', 'low3', 'high3'] as const)
      expect(found.limits[end]).toBeCloseTo(limits[end], 4);
  });

  test('is higher outside 99.8 %, may be between the two, and within on the limit', () => {
    const base = { ok: true, count: 140, days: 70 } as const;
    const answer = (count: number) => control(base, { count, days: 7 }).answer;
    expect([28, 27, 23, 22, 14, 7, 6, 4, 3].map(answer)).toEqual([
      ...['higher', 'may-be-higher', 'may-be-higher', 'within', 'within', 'within'],
      ...['may-be-lower', 'may-be-lower', 'lower'],
    ]);
  });

  test('is expected in proportion to the days that were counted', () => {
    const base = { count: 140, days: 70 };
    expect([1, 7, 14].map((days) => expectedIn(base, days).expected)).toEqual([2, 14, 28]);
    expect(daysOf({ start: '2026-02-23', end: '2026-03-01' })).toBe(7);
  });
});

describe('[CR-11] it cannot be told', () => {
  const because = (points: readonly BaselinePoint[]) => {
    const found = footing(points);
    return found.ok ? null : found.because;
  };

  test('from a small, short, hidden or unsteady baseline', () => {
    expect(because(weeks(reference.steady.counts))).toBeNull();
    expect(because(weeks(reference.unsteady.counts))).toBe('unsteady');
    expect(because(weeks([9, 9, 9, 9, 9, 9, 9]))).toBe('few-periods');
    expect(because(weeks([2, 3, 2, 3, 2, 3, 2, 2]))).toBe('small-baseline');
    expect(because(weeks([3, 5, 4, null, 6, 3, 4, 5]))).toBe('hidden-periods');
    expect(because([])).toBe('few-periods');
  });

  test('from nothing counted since, which is not a count of none', () => {
    const base = footing(weeks(reference.steady.counts));
    expect(control(base, null)).toEqual({ answer: 'cannot-tell', because: 'nothing-counted' });
    expect(control(base, { count: 0, days: 7 })).toMatchObject({
      ...{ answer: 'may-be-lower', fallHidden: true },
    });
  });

  test('that there is a fall where even none would not be unusual', () => {
    const found = control({ ok: true, count: 35, days: 70 }, { count: 0, days: 7 });
    expect(found).toMatchObject({ answer: 'within', fallHidden: true });
  });
});

test('[CR-9] a typed baseline is set beside the board’s days, a series beside its newest period', () => {
  const days = Array.from({ length: 9 }, (_, at) => ({
    day: `2026-03-0${at + 1}`,
    ...{ concerns: at < 7 ? 1 : 12, again: null },
  }));
  const series = { ...baselineOf([14, 14, 14, 14, 14, 14, 14, 14]), counts: 'measure' as const };
  const point = { start: '2026-03-01', end: '2026-03-07', count: 30, suppressed: false };
  const changes = changesOf(
    [
      { id: 'a', item: baselineOf([3, 5, 4, 2, 6, 3, 4, 5]) },
      { id: 'b', item: { ...series, measure: 'm' } },
      { id: 'c', item: { ...series, measure: 'other' } },
    ],
    { days, newer: { m: [point] }, least: 5 },
  );
  // The last week is 3 to 9 March: five days of 1 and two of 12; over all, seven of 1 and two of 12.
  expect(
    changes.map(({ span, seen, days: on, control: { answer } }) => [span, seen?.low, on, answer]),
  ).toEqual([
    ['last-week', 25, 7, 'higher'],
    ['since-activation', 30, 9, 'higher'],
    ['newest-period', 30, 7, 'higher'],
    ['newest-period', undefined, 0, 'cannot-tell'],
  ]);
});
