import { expect, test } from 'vitest';
import { periodsOf } from './typed-baseline.ts';

test('periods lie right after each other and end on the day that was given', () => {
  expect(periodsOf({ counts: '3, 5\n–', lastDay: '2026-03-01', days: 7 })).toEqual([
    { start: '2026-02-09', end: '2026-02-15', count: 3, suppressed: false },
    { start: '2026-02-16', end: '2026-02-22', count: 5, suppressed: false },
    { start: '2026-02-23', end: '2026-03-01', count: null, suppressed: false },
  ]);
  expect(periodsOf({ counts: '4', lastDay: '2026-03-01', days: 1 })).toMatchObject([
    { start: '2026-03-01', end: '2026-03-01' },
  ]);
});

test('what is no count, or has no day, gives nothing', () => {
  expect(periodsOf({ counts: '3 few', lastDay: '2026-03-01', days: 7 })).toBeNull();
  expect(periodsOf({ counts: '3', lastDay: '', days: 7 })).toBeNull();
  expect(periodsOf({ counts: ' ', lastDay: '2026-03-01', days: 7 })).toEqual([]);
});
