import { expect, test } from 'vitest';
import { amstarLevel, Grade, gradeLevel, overallWeight } from './grade.ts';

const still: Grade = {
  ...{ start: 'trials', riskOfBias: 0, inconsistency: 0, indirectness: 0, imprecision: 0 },
  ...{ publicationBias: 0, largeEffect: 0, doseResponse: 0, confounding: 0 },
};

test.each<[string, Partial<Grade>, string]>([
  ['trials start high', {}, 'high'],
  ['observational studies start low', { start: 'observational' }, 'low'],
  ['bias takes a level', { riskOfBias: -1 }, 'moderate'],
  ['very serious bias takes two', { riskOfBias: -2 }, 'low'],
  ['inconsistency takes a level', { inconsistency: -1 }, 'moderate'],
  ['indirectness takes two', { indirectness: -2 }, 'low'],
  ['imprecision takes a level', { imprecision: -1 }, 'moderate'],
  ['publication bias takes a level', { publicationBias: -1 }, 'moderate'],
  ['a large effect gives one', { start: 'observational', largeEffect: 1 }, 'moderate'],
  ['a very large effect gives two', { start: 'observational', largeEffect: 2 }, 'high'],
  ['dose and response give one', { start: 'observational', doseResponse: 1 }, 'moderate'],
  [
    'confounding against the effect gives one',
    { start: 'observational', confounding: 1 },
    'moderate',
  ],
  ['ups and downs add up', { riskOfBias: -1, largeEffect: 1 }, 'high'],
  [
    'nothing lies below very low',
    { riskOfBias: -2, indirectness: -2, imprecision: -2 },
    'very-low',
  ],
  ['nothing lies above high', { largeEffect: 2 }, 'high'],
])('[EV-7] %s', (_, moves, level) => {
  expect(gradeLevel({ ...still, ...moves })).toBe(level);
});

test('[EV-7] a reason moves no further than it may', () => {
  expect(Grade.safeParse({ ...still, publicationBias: -2 }).success).toBe(false);
  expect(Grade.safeParse({ ...still, riskOfBias: 1 }).success).toBe(false);
});

test.each([
  [0, 0, 'high'],
  [0, 1, 'high'],
  [0, 2, 'moderate'],
  [1, 0, 'low'],
  [1, 9, 'low'],
  [2, 0, 'critically-low'],
])(
  '[EV-8] %i critical flaws and %i others make a review %s',
  (criticalFlaws, otherWeaknesses, level) => {
    expect(amstarLevel({ criticalFlaws, otherWeaknesses })).toBe(level);
  },
);

test.each([
  ['high', 'high', 'high', 'high'],
  ['high', 'low', 'low', 'low'],
  ['high', 'medium', 'low', 'medium'],
  ['low', 'high', 'high', 'low'],
  ['medium', 'high', 'high', 'medium'],
] as const)('[EV-6] soundness %s, design %s, relevance %s weigh %s', (a, b, c, overall) => {
  expect(overallWeight({ a, b, c })).toBe(overall);
});
