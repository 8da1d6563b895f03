import { describe, expect, test } from 'vitest';
import type { Framework } from '../framework/index.ts';
import { proposedGaps } from './gaps.ts';
import type { Rating } from './rating.ts';
import { reviewProfile } from './score.ts';
import { madeFramework, madeIndicator, madeRatings } from './testing.ts';

const codes = ['1.1', '1.2'];
const plain = madeFramework([[madeIndicator('1.1'), madeIndicator('1.2')]]);

function proposed(ratings: readonly Rating[], framework: Framework = plain) {
  const profile = reviewProfile({
    framework,
    profile: null,
    ratings,
    agreed: [],
    measured: [],
    seed: 3,
  });
  return proposedGaps(profile, framework);
}

describe('[RV-22] a low score', () => {
  test.each([
    ['0 1', 0.5, 'high'],
    ['1 1', 1, 'medium'],
    ['1 2', 1.5, 'low'],
  ])('%s is a gap', (line, score, severity) => {
    expect(proposed(madeRatings(codes, { a: line, b: line, c: line }))).toEqual([
      {
        topic: 'T1',
        indicator: '',
        title: 'Topic 1',
        kind: 'service',
        severity,
        locallySolvable: true,
        because: { code: 'low-score', score },
      },
    ]);
  });

  test('of 2 is none', () => {
    expect(proposed(madeRatings(codes, { a: '2 2', b: '2 2', c: '2 2' }))).toEqual([]);
  });

  test('where most questions ask for a document is a policy gap', () => {
    const documents = madeFramework([
      [madeIndicator('1.1', { kind: 'yes-no' }), madeIndicator('1.2', { kind: 'yes-no' })],
    ]);
    const ratings = madeRatings(codes, { a: '0 1', b: '0 1', c: '0 1' });
    expect(proposed(ratings, documents)).toMatchObject([{ kind: 'policy', severity: 'high' }]);
  });
});

test('[RV-22] a score that is 2 by arithmetic is no gap, though a machine adds it up to a hair less', () => {
  const raters = [
    ...['3', '3', '3'].map((answer, at) => ['a', answer, at] as const),
    ...['2', '3', '3'].map((answer, at) => ['b', answer, at] as const),
    ...['0', '0', '1'].map((answer, at) => ['c', answer, at] as const),
  ];
  const ratings = raters.flatMap(([agency, answer, at]) =>
    madeRatings(['1.1'], { [agency]: answer }).map((each) => ({
      ...each,
      rater: `${agency} ${at}`,
    })),
  );
  // (3 + 8/3 + 1/3) ÷ 3 = 2.
  const gaps = proposed(ratings, madeFramework([[madeIndicator('1.1')]]));
  expect(gaps.map(({ because }) => because.code)).not.toContain('low-score');
});

describe('[RV-23] an unsure topic', () => {
  test('with little answered lacks data', () => {
    const ratings = madeRatings(codes, { a: '3 -', b: '- -', c: '- 3', d: 'na -', e: '- na' });
    expect(proposed(ratings)).toMatchObject([
      { kind: 'data', severity: 'medium', because: { code: 'low-coverage' } },
    ]);
  });

  test('with many "don\'t know" lacks knowledge', () => {
    const ratings = madeRatings(codes, { a: '3 3', b: 'dk 3', c: 'dk 3' });
    expect(proposed(ratings)).toMatchObject([
      {
        kind: 'knowledge',
        severity: 'low',
        because: { code: 'many-dont-know', dontKnow: 2, answers: 6 },
      },
    ]);
  });

  test('with few answers and many "don\'t know" lacks both', () => {
    const ratings = madeRatings(codes, { a: '3 3', b: 'dk dk', c: 'dk dk' });
    expect(proposed(ratings).map(({ kind, severity }) => [kind, severity])).toEqual([
      ['data', 'medium'],
      ['knowledge', 'medium'],
    ]);
  });

  test('with a wide interval lacks data', () => {
    const [gap] = proposed(madeRatings(codes, { a: '4 4', b: '0 0', c: '4 4' }));
    expect(gap).toMatchObject({
      kind: 'data',
      because: { code: 'wide-interval', low: 0, high: 4 },
    });
  });

  test('that two agencies see differently lacks voices', () => {
    const three = ['1.1', '1.2', '1.3'];
    const framework = madeFramework([three.map((code) => madeIndicator(code))]);
    expect(proposed(madeRatings(three, { a: '4 4 4', b: '2 2 2' }), framework)).toMatchObject([
      {
        kind: 'representation',
        because: { code: 'strong-disagreement', disagreement: 0.5, agencies: 2 },
      },
    ]);
    expect(proposed(madeRatings(three, { a: '4 4 4', b: '3 3 3' }), framework)).toEqual([]);
  });

  test('[RV-31] that few ratings made tells nothing: the reason would be what they said', () => {
    expect(proposed(madeRatings(codes, { a: '0 1', b: '0 0' }))).toEqual([]);
  });

  test('has one gap of a kind', () => {
    // Nobody answers 1.2, so coverage is low, and on 1.1 they could not differ more.
    const three = ['1.1', '1.2', '1.3'];
    const framework = madeFramework([three.map((code) => madeIndicator(code))]);
    const ratings = madeRatings(three, { a: '4 - -', b: '0 - -', c: '4 - -', d: '0 - -' });
    expect(proposed(ratings, framework)).toMatchObject([
      { kind: 'data', because: { code: 'low-coverage', coverage: 1 / 3 } },
    ]);
  });
});

test('[RV-24] what a level that is not averaged lacks is escalated, indicator by indicator', () => {
  const national = madeFramework([[madeIndicator('1.1'), madeIndicator('1.2')]], {
    averaged: false,
  });
  const ratings = madeRatings(codes, {
    a: '0 3',
    b: '1 3',
    c: '2 3',
    d: '1 3',
    e: '1 3',
  });
  expect(proposed(ratings, national)).toEqual([
    {
      topic: 'T1',
      indicator: '1.1',
      title: 'Indicator 1.1',
      kind: 'policy',
      severity: 'medium',
      locallySolvable: false,
      because: { code: 'low-national', score: 1 },
    },
  ]);
});

test('[RV-7] a context indicator is no gap', () => {
  const context = madeFramework([[madeIndicator('1.1', { direction: 'o' })]], { averaged: false });
  expect(proposed(madeRatings(['1.1'], { a: '0', b: '0', c: '0' }), context)).toEqual([]);
});
