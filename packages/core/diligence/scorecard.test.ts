import { expect, test } from 'vitest';
import { scorecard, scorecardOf } from './scorecard.ts';

const answer = (year: number, level: number | null) => ({
  ...{ year, level, section: 'leadership' as const, evidence: '', link: '' },
});

test('[SM-6] there are five sections of four levels', () => {
  expect(scorecard.map(({ levels }) => levels.length)).toEqual([4, 4, 4, 4, 4]);
});

test('[SM-6] a section stands beside the newest earlier year that answers it', () => {
  const [leadership, resources] = scorecardOf(
    [answer(2022, 1), answer(2023, null), answer(2025, 3)],
    2025,
  );
  expect(leadership).toMatchObject({ now: { level: 3 }, before: { year: 2022 }, change: 2 });
  expect(resources).toEqual({ section: 'resources', now: null, before: null, change: null });
});

test('[SM-6] what is not answered has no change', () => {
  expect(scorecardOf([answer(2024, 2), answer(2025, null)], 2025)[0]?.change).toBe(null);
});
