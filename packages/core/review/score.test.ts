import { describe, expect, test } from 'vitest';
import { defaultFramework } from '../framework/shipped/index.ts';
import { checked } from '../framework/index.ts';
import { ReviewProfile } from './profile.ts';
import { reviewProfile, type ReviewInput } from './score.ts';
import { madeFramework, madeIndicator, madeRating, madeRatings } from './testing.ts';

const two = madeFramework([[madeIndicator('1.1'), madeIndicator('1.2', { weight: 3 })]]);
const codes = ['1.1', '1.2'];

function scored(told: Partial<ReviewInput>): ReviewProfile {
  return reviewProfile({
    framework: two,
    profile: null,
    ratings: [],
    agreed: [],
    measured: [],
    seed: 1,
    ...told,
  });
}

const indicator = (told: Partial<ReviewInput>, code = '1.1') =>
  scored(told).indicators.find((each) => each.code === code);
const topic = (told: Partial<ReviewInput>) => scored(told).topics[0];
const level = (told: Partial<ReviewInput>) => scored(told).levels[0];

describe('answers', () => {
  test('[RV-1] an agency with three raters has one voice', () => {
    const ratings = [
      madeRating('police', '1.1', '0'),
      madeRating('council', '1.1', '4', 'c1'),
      madeRating('council', '1.1', '3', 'c2'),
      madeRating('council', '1.1', '2', 'c3'),
    ];
    expect(indicator({ ratings })).toMatchObject({
      mean: 1.5,
      median: 1.5,
      agencies: 2,
      raters: 4,
      spread: 3,
    });
  });

  test('[RV-2] a rating of 4 is best where a lower measured value is better', () => {
    const framework = madeFramework([[madeIndicator('1.1', { direction: '-' })]]);
    expect(indicator({ framework, ratings: [madeRating('a', '1.1', '4')] })).toMatchObject({
      score: 4,
    });
  });

  test('[RV-3] an agreed answer stands before a measured one, and that before ratings', () => {
    const framework = madeFramework([[madeIndicator('1.1', { kind: 'measured' })]]);
    const ratings = [madeRating('a', '1.1', '1')];
    const measured = [{ indicator: '1.1', value: 50, period: '2023', group: [10, 20, 30, 40, 50] }];
    const agreed = [{ indicator: '1.1', answer: '2' as const }];
    expect(indicator({ framework, ratings })).toMatchObject({ score: 1, basis: 'ratings' });
    expect(indicator({ framework, ratings, measured })).toMatchObject({
      score: 4,
      basis: 'measured',
    });
    expect(indicator({ framework, ratings, measured, agreed })).toMatchObject({
      score: 2,
      basis: 'agreed',
      measuredScore: 4,
      mean: 1,
    });
  });

  test('[RV-3] a value for an indicator of another kind is shown and does not score it', () => {
    const measured = [{ indicator: '1.1', value: 50, period: '2023', group: [10, 20, 30, 40, 50] }];
    expect(indicator({ measured, ratings: [madeRating('a', '1.1', '1')] })).toMatchObject({
      score: 1,
      basis: 'ratings',
      measuredScore: 4,
    });
  });

  test('[RV-4] agreeing never changes what was rated', () => {
    const ratings = madeRatings(codes, { a: '0 1', b: '1 1', c: '4 1' });
    const before = indicator({ ratings });
    const after = indicator({ ratings, agreed: [{ indicator: '1.1', answer: '4' }] });
    const rated = (found: typeof before) => [found?.mean, found?.median, found?.quartiles];
    expect(rated(after)).toEqual(rated(before));
    expect(after?.score).toBe(4);
  });

  test('[RV-4] agreed "not applicable" takes out, agreed "don\'t know" leaves unanswered', () => {
    const ratings = madeRatings(codes, { a: '0 4', b: '0 4', c: '0 4' });
    const out = topic({ ratings, agreed: [{ indicator: '1.1', answer: 'na' }] });
    expect(out).toMatchObject({ score: 4, coverage: 1, applicable: 1, answered: 1 });
    const open = topic({ ratings, agreed: [{ indicator: '1.1', answer: 'dk' }] });
    expect(open).toMatchObject({ score: 4, coverage: 0.75, applicable: 2, answered: 1 });
  });

  test('[RV-7] context indicators count nowhere', () => {
    const framework = madeFramework([
      [madeIndicator('1.1'), madeIndicator('1.2', { direction: 'o' })],
    ]);
    const ratings = madeRatings(codes, { a: '1 4', b: '1 0', c: '1 4' });
    const agreed = [{ indicator: '1.2', answer: '4' as const }];
    const found = topic({ framework, ratings, agreed });
    expect(found).toEqual(
      topic({ framework, ratings: ratings.filter((each) => each.indicator === '1.1') }),
    );
    expect(found).toMatchObject({ score: 1, coverage: 1, applicable: 1, alpha: null });
    expect(indicator({ framework, ratings, agreed }, '1.2')).toMatchObject({
      score: null,
      basis: 'none',
      agreedScore: 4,
    });
  });
});

describe('coverage and topic scores', () => {
  test('[RV-8] "not applicable" leaves the denominator', () => {
    const ratings = madeRatings(codes, { a: 'na 4', b: '2 4' });
    expect(indicator({ ratings })).toMatchObject({ coverage: 1, mean: 2, notApplicable: 1 });
    const all = madeRatings(codes, { a: 'na 4', b: 'na 3' });
    expect(indicator({ ratings: all })).toMatchObject({ applicable: false, score: null });
    expect(topic({ ratings: all })).toMatchObject({ score: 3.5, coverage: 1, applicable: 1 });
  });

  test('[RV-8] a topic where nothing applies has no score', () => {
    const ratings = madeRatings(codes, { a: 'na na', b: 'na na' });
    expect(topic({ ratings })).toMatchObject({
      score: null,
      noScore: 'nothing-applicable',
      coverage: 0,
      applicable: 0,
    });
  });

  test('[RV-9] "don\'t know" and unanswered lower coverage alike', () => {
    const ratings = madeRatings(codes, { a: '4 4', b: 'dk 4', c: '- 4', d: 'na 4' });
    expect(indicator({ ratings })).toMatchObject({ coverage: 1 / 3, dontKnow: 1, mean: 4 });
  });

  test('[RV-9] who only says "don\'t know" takes part; who says nothing does not', () => {
    const ratings = madeRatings(codes, { a: '4 4', b: 'dk -', c: '- -' });
    expect(scored({ ratings })).toMatchObject({ raters: 2, agencies: ['a', 'b'] });
    expect(indicator({ ratings }, '1.2')?.coverage).toBe(0.5);
  });

  test('[RV-10] an agreed answer and a measured standing are full cover', () => {
    const ratings = madeRatings(codes, { a: '4 dk', b: 'dk dk' });
    const agreed = [{ indicator: '1.1', answer: '3' as const }];
    expect(indicator({ ratings, agreed })?.coverage).toBe(1);
    const framework = madeFramework([[madeIndicator('1.1', { kind: 'measured' })]]);
    const measured = [{ indicator: '1.1', value: 1, period: '2023', group: [1, 2, 3, 4, 5] }];
    expect(indicator({ framework, measured })?.coverage).toBe(1);
    const small = [{ indicator: '1.1', value: 1, period: '2023', group: [1, 2, 3, 4] }];
    expect(indicator({ framework, measured: small })).toMatchObject({ coverage: 0, score: null });
  });

  test('[RV-11] a coverage of exactly one half is enough, and less is not', () => {
    const four = madeFramework([['1', '2', '3', '4'].map((code) => madeIndicator(code))]);
    const half = madeRatings(['1', '2', '3', '4'], { a: '4 4 dk dk' });
    expect(topic({ framework: four, ratings: half })).toMatchObject({ score: 4, coverage: 0.5 });
    const less = madeRatings(['1', '2', '3', '4'], { a: '4 4 dk dk', b: '4 - - -' });
    expect(topic({ framework: four, ratings: less })).toMatchObject({
      score: null,
      low: null,
      high: null,
      coverage: 0.375,
      noScore: 'low-coverage',
      noInterval: 'no-score',
    });
  });

  test('[RV-11] one half is one half however it adds up', () => {
    const four = madeFramework([['1', '2', '3', '4'].map((code) => madeIndicator(code))]);
    // None, two, three and one of 3 raters: in floating point the mean of these shares is 0.49999999999999994.
    const lines = { a: 'dk 4 4 4', b: 'dk 4 4 dk', c: 'dk dk 4 dk' };
    const ratings = madeRatings(['1', '2', '3', '4'], lines);
    expect(topic({ framework: four, ratings })).toMatchObject({ score: 4, coverage: 0.5 });
  });

  test('broken weights leave every score within 0 to 4', () => {
    const weights = [0.1, 0.2, 0.7, 1.1, 0.3];
    const framework = madeFramework([
      weights.map((weight, at) => madeIndicator(`${at}`, { weight })),
    ]);
    const all = ['0', '1', '2', '3', '4'];
    const ratings = madeRatings(all, { a: '4 4 4 4 4', b: '4 4 4 4 4', c: '4 4 4 4 4' });
    const found = topic({ framework, ratings });
    expect(found).toMatchObject({ score: 4, low: 4, high: 4, coverage: 1 });
  });

  test('[RV-11] coverage is weighted as the indicators are', () => {
    expect(topic({ ratings: madeRatings(codes, { a: '4 dk' }) })?.coverage).toBe(0.25);
    expect(topic({ ratings: madeRatings(codes, { a: 'dk 4' }) })?.coverage).toBe(0.75);
  });

  test('[RV-12] a topic score is the weighted mean of what has a score', () => {
    const ratings = madeRatings(codes, { a: '0 4', b: '2 4' });
    expect(topic({ ratings })?.score).toBe((1 * 1 + 3 * 4) / 4);
  });

  test('[RV-12] a level that is not averaged scores its indicators only', () => {
    const framework = madeFramework([[madeIndicator('1.1')]], { averaged: false });
    const ratings = madeRatings(['1.1'], { a: '1', b: '1', c: '3' });
    expect(topic({ framework, ratings })).toMatchObject({
      score: null,
      noScore: 'not-averaged',
      noInterval: 'no-score',
      coverage: 1,
    });
    expect(level({ framework, ratings })).toMatchObject({ score: null, averaged: false });
    expect(indicator({ framework, ratings })?.score).toBeCloseTo(5 / 3, 12);
  });
});

describe('levels and recipe', () => {
  const three = madeFramework([
    [madeIndicator('1.1')],
    [madeIndicator('2.1')],
    [madeIndicator('3.1')],
  ]);
  const all = ['1.1', '2.1', '3.1'];

  test('[RV-16] a level is the mean of its scored topics', () => {
    const ratings = madeRatings(all, { a: '4 1 dk', b: '4 1 dk', c: '4 1 1' });
    expect(level({ framework: three, ratings })).toMatchObject({
      score: 2.5,
      coverage: 7 / 9,
      topics: ['T1', 'T2', 'T3'],
    });
  });

  test('[RV-16] a level under half covered has no score', () => {
    const ratings = madeRatings(all, { a: '4 dk dk', b: '4 dk dk' });
    expect(level({ framework: three, ratings })).toMatchObject({ score: null, coverage: 1 / 3 });
  });

  test('[RV-16] a level has an interval only where each scored topic has one', () => {
    const sure = madeRatings(all, { a: '4 1 2', b: '3 1 0', c: '2 1 2' });
    const found = level({ framework: three, ratings: sure });
    expect(found?.low).toBeLessThan(found?.score ?? NaN);
    expect(found?.high).toBeGreaterThan(found?.score ?? NaN);
    const unsure = madeRatings(all, { a: '4 1 na', b: '3 1 0', c: '2 1 2' });
    expect(level({ framework: three, ratings: unsure })).toMatchObject({ low: null, high: null });
  });

  test('[RV-29] the recipe says how it was made, and makes it again', () => {
    const framework = madeFramework([[madeIndicator('1.1', { kind: 'measured' })]]);
    const measured = [{ indicator: '1.1', value: 3, period: '2022-Q2', group: [1, 2, 3, 4, 5] }];
    const ratings = madeRatings(['1.1'], { a: '4', b: '3', c: '0' });
    const input = { framework, measured, ratings, seed: 42, draws: 500 };
    expect(scored(input).recipe).toEqual({
      method: 'freehold-review/1',
      framework: { code: 'made-up', version: 1 },
      profile: 'every-indicator',
      leastCoverage: 0.5,
      leastAgencies: 3,
      interval: { level: 0.95, draws: 500, seed: 42 },
      measured: [{ indicator: '1.1', by: 'quintile', value: 3, period: '2022-Q2', group: 5 }],
    });
    expect(scored(input)).toEqual(scored(input));
  });

  test('a profile of the whole default framework fits its schema', () => {
    const framework = checked(defaultFramework);
    if (!framework.ok) throw new Error(JSON.stringify(framework.problems));
    const found = reviewProfile({
      framework: framework.value,
      profile: 'full',
      ratings: [madeRating('a', '4.1.1', '3')],
      agreed: [],
      measured: [],
      seed: 1,
    });
    expect(ReviewProfile.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect([found.levels.length, found.topics.length, found.indicators.length]).toEqual([
      5, 28, 119,
    ]);
    expect(found).not.toHaveProperty('score');
  });

  test('what is not in the view is left out', () => {
    const found = scored({ ratings: [madeRating('a', '9.9', '3')] });
    expect(found).toMatchObject({ raters: 0, agencies: [] });
  });

  test.each<[string, Partial<ReviewInput>]>([
    ['an unknown profile', { profile: 'nobody' }],
    ['one answer twice', { ratings: [madeRating('a', '1.1', '3'), madeRating('a', '1.1', '2')] }],
    [
      'two agencies of one rater',
      { ratings: [madeRating('a', '1.1', '3', 'x'), madeRating('b', '1.2', '2', 'x')] },
    ],
    [
      'an indicator agreed twice',
      {
        agreed: [
          { indicator: '1.1', answer: '1' },
          { indicator: '1.1', answer: '2' },
        ],
      },
    ],
    ['a seed under 0', { seed: -1 }],
    ['no draws', { draws: 0 }],
  ])('%s is refused', (_, told) => {
    expect(() => scored(told)).toThrow(RangeError);
  });
});
