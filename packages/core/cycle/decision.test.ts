import { expect, test } from 'vitest';
import { reviewIsDue, standingDecisions } from './decision.ts';

const decision = (id: string, corrects: string | null = null, decidedOn = '2026-01-10') => ({
  ...{ id, corrects, decidedOn, reviewOn: null },
});

test('[DE-1] a correction stands in for what it corrects, and that is kept behind it', () => {
  const all = [
    decision('a'),
    decision('a2', 'a'),
    decision('a3', 'a2'),
    decision('b', null, '2026-02-01'),
  ];
  expect(
    standingDecisions(all).map(({ now, before }) => [now.id, before.map(({ id }) => id)]),
  ).toEqual([
    ['b', []],
    ['a3', ['a2', 'a']],
  ]);
});

test('[DE-2] it is due on its day, and without a day never', () => {
  const due = { reviewOn: '2026-03-02' };
  expect(reviewIsDue(due, '2026-03-01')).toBe(false);
  expect(reviewIsDue(due, '2026-03-02')).toBe(true);
  expect(reviewIsDue({ reviewOn: null }, '2026-03-02')).toBe(false);
});
