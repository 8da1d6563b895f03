import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generator, resampleCounts } from '../numeric/index.ts';
import { cannotTellApart, rangeOf, topicDraws, type TopicParts } from './interval.ts';
import { reviewProfile } from './score.ts';
import { madeFramework, madeIndicator, madeRating, madeRatings } from './testing.ts';

const codes = ['1.1', '1.2'];
const framework = madeFramework([[madeIndicator('1.1'), madeIndicator('1.2')]]);

function topicOf(
  ratings: Parameters<typeof reviewProfile>[0]['ratings'],
  agreed: Parameters<typeof reviewProfile>[0]['agreed'] = [],
  draws = 2000,
) {
  const input = { framework, profile: null, ratings, agreed, measured: [], seed: 5, draws };
  return reviewProfile(input).topics[0];
}

describe('[RV-13] the interval comes from drawing agencies anew', () => {
  test('four agencies give what counting all 256 draws gives', () => {
    // Of the 4⁴ equally likely draws from 0, 1, 2, 4, a mean of 0.25 or less comes in 1.95 % and of 0.5 or less
    // in 5.9 %; of 3.25 or more in 3.5 % and of 3.5 or more in 1.95 %.
    const ratings = madeRatings(['1.1'], { a: '0', b: '1', c: '2', d: '4' });
    const one = madeFramework([[madeIndicator('1.1')]]);
    const input = { framework: one, profile: null, ratings, agreed: [], measured: [], seed: 5 };
    const [topic] = reviewProfile({ ...input, draws: 40_000 }).topics;
    expect(topic).toMatchObject({ score: 1.75, low: 0.5, high: 3.25 });
  });

  test('under three agencies no interval is claimed', () => {
    expect(topicOf(madeRatings(codes, { a: '0 1', b: '4 3' }))).toMatchObject({
      score: 2,
      low: null,
      high: null,
      noInterval: 'few-agencies',
    });
    expect(topicOf(madeRatings(codes, { a: '0 1', b: '4 3', c: 'dk na' }))).toMatchObject({
      low: null,
      agencies: 2,
    });
  });

  test('many raters of two agencies are still two agencies', () => {
    const ratings = ['p1', 'p2', 'p3', 'p4'].flatMap((rater, at) =>
      codes.map((code) => madeRating(at < 2 ? 'a' : 'b', code, at === 0 ? '0' : '4', rater)),
    );
    expect(topicOf(ratings)).toMatchObject({ low: null, agencies: 2, raters: 4 });
  });

  test('agencies that all say the same leave no width', () => {
    expect(topicOf(madeRatings(codes, { a: '2 3', b: '2 3', c: '2 3' }))).toMatchObject({
      score: 2.5,
      low: 2.5,
      high: 2.5,
      noInterval: null,
    });
  });

  test('a measured score stays as it is in every draw', () => {
    const half = madeFramework([
      [madeIndicator('1.1'), madeIndicator('1.2', { kind: 'measured' })],
    ]);
    const [topic] = reviewProfile({
      framework: half,
      profile: null,
      ratings: madeRatings(codes, { a: '0 0', b: '2 0', c: '4 0' }),
      agreed: [],
      measured: [{ indicator: '1.2', value: 5, period: '2023', group: [1, 2, 3, 4, 5] }],
      seed: 5,
    }).topics;
    // From three agencies the draws run from all the least to all the greatest, each once in 27.
    expect(topic).toMatchObject({ score: 3, low: 2, high: 4 });
  });

  test('the draws are those of plain, slow arithmetic', () => {
    const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: NaN });
    const parts = fc.integer({ min: 1, max: 6 }).chain((agencies) =>
      fc.record({
        agencies: fc.constant(agencies),
        rated: fc.array(
          fc.record({
            values: fc
              .array(value, { minLength: agencies, maxLength: agencies })
              .map((values) => Float64Array.from(values)),
            weight: fc.integer({ min: 1, max: 5 }),
          }),
          { maxLength: 5 },
        ),
        fixed: fc.array(
          fc.record({
            score: fc.integer({ min: 0, max: 4 }),
            weight: fc.integer({ min: 1, max: 5 }),
          }),
          { maxLength: 2 },
        ),
      }),
    );
    fc.assert(
      fc.property(parts, fc.nat(), ({ agencies, ...topic }, seed) => {
        const often = resampleCounts(generator(seed), agencies, 20);
        const fast = topicDraws(topic, often, agencies);
        for (const [draw, found] of fast.entries()) {
          const slow = slowly(topic, [...often.slice(draw * agencies, (draw + 1) * agencies)]);
          if (Number.isNaN(slow)) expect(found).toBeNaN();
          else expect(found).toBeCloseTo(slow, 10);
        }
      }),
    );
  });
});

/** One draw written out: a list of the agencies drawn, one entry each time, and the score from them. */
function slowly({ rated, fixed }: TopicParts, often: readonly number[]): number {
  const drawn = often.flatMap((times, agency) => Array.from({ length: times }, () => agency));
  const means = rated.flatMap(({ values, weight }) => {
    const said = drawn.map((agency) => values[agency] ?? NaN).filter((each) => !Number.isNaN(each));
    const sum = said.reduce((total, each) => total + each, 0);
    return said.length > 0 ? [{ score: sum / said.length, weight }] : [];
  });
  const all = [...means, ...fixed];
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  return all.reduce((sum, { score, weight }) => sum + score * weight, 0) / weights;
}

describe('[RV-14] agreed scores', () => {
  const apart = madeRatings(codes, { a: '0 0', b: '1 1', c: '2 2', d: '1 1' });

  test('keep the interval of the ratings, widened to hold the score', () => {
    const rated = topicOf(apart);
    const agreed = topicOf(apart, [
      { indicator: '1.1', answer: '4' },
      { indicator: '1.2', answer: '4' },
    ]);
    expect(agreed).toMatchObject({ score: 4, low: rated?.low, high: 4 });
    expect(rated?.high).toBeLessThan(4);
  });

  test('that nobody rated stay as they are', () => {
    const ratings = madeRatings(codes, { a: '0 dk', b: '2 dk', c: '4 dk' });
    const found = topicOf(ratings, [{ indicator: '1.2', answer: '2' }]);
    expect(found).toMatchObject({ score: 2, low: 1, high: 3 });
  });
});

describe('[RV-15] two scores', () => {
  const at = (low: number | null, high: number | null) => ({ low, high });

  test('are told apart only when their intervals do not meet', () => {
    expect(cannotTellApart(at(1, 2), at(2.1, 3))).toBe(false);
    expect(cannotTellApart(at(2.1, 3), at(1, 2))).toBe(false);
    expect(cannotTellApart(at(1, 2), at(2, 3))).toBe(true);
    expect(cannotTellApart(at(0, 4), at(1, 2))).toBe(true);
  });

  test('are not told apart when one has no interval', () => {
    expect(cannotTellApart(at(null, null), at(2, 3))).toBe(true);
    expect(cannotTellApart(at(2, 3), at(null, null))).toBe(true);
  });
});

test('no draw with a value gives no range', () => {
  expect(rangeOf(Float64Array.of(NaN, NaN), 2, 0.95)).toBeNull();
});
