import { describe, expect, test } from 'vitest';
import type { TopicScore } from '@freehold/core/review';
import { finding, ranked, standings } from './score-words.ts';
import { agreementWords } from './words.ts';

describe('what a profile says first', () => {
  test('nothing, where too little is answered', () => {
    expect(finding({ topics: [topic('Housing', null, null)] })).toBe(
      'too little is answered for a score',
    );
  });

  test('the lowest topic, and how many cannot be told apart from it', () => {
    const topics = [
      topic('Safe housing', 1.2, [0.9, 1.6]),
      topic('Policing', 1.5, [1.6, 2]),
      topic('Training', 3, [2.5, 3.4]),
    ];
    expect(finding({ topics })).toBe(
      'safe housing is rated lowest, at 1.2; 1 other cannot be told apart from it',
    );
    expect(finding({ topics: topics.filter(({ title }) => title !== 'Policing') })).toBe(
      'safe housing is rated lowest, at 1.2, apart from all others',
    );
  });

  test('that too few agencies answered, rather than a firm order', () => {
    const topics = [topic('Housing', 1, null), topic('Training', 3, [2.5, 3.4])];
    expect(finding({ topics })).toBe(
      'housing is rated lowest, at 1.0; too few agencies to say how firmly',
    );
  });

  test('initials keep their capitals', () => {
    expect(finding({ topics: [topic('NRM referrals', 2, [1, 3])] })).toBe(
      'NRM referrals is the only topic with a score, 2.0',
    );
  });
});

describe('who can be told apart', () => {
  test('in sentences, with the pairs counted', () => {
    const topics = [
      topic('Training', 3, [2.5, 3.4]),
      topic('Housing', 1.2, [0.9, 1.6]),
      topic('Policing', 1.5, [1.6, 2]),
    ];
    expect(standings({ topics })).toEqual([
      '2 of 3 pairs of topics can be told apart',
      'Lowest: housing, 1.2. Cannot be told apart from it: policing.',
      'Highest: training, 3.0. Every other topic can be told apart from it.',
    ]);
  });

  test('no pair: said outright, with no lowest and highest', () => {
    const topics = [topic('Housing', 1.2, [0.9, 2.6]), topic('Training', 2, [1, 3])];
    expect(standings({ topics })).toEqual([
      'No topic can be told apart from another with certainty',
    ]);
  });

  test('equal scores keep the framework’s order', () => {
    const topics = [topic('B', 2, [1, 3]), topic('A', 2, [1, 3]), topic('C', null, null)];
    expect(ranked({ topics }).map(({ title }) => title)).toEqual(['B', 'A']);
  });
});

function topic(
  title: string,
  score: number | null,
  interval: readonly [number, number] | null,
): TopicScore {
  return {
    code: title,
    title,
    level: 'L1',
    score,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    coverage: score === null ? 0.2 : 1,
    raters: 4,
    agencies: 4,
    answered: 2,
    applicable: 2,
    alpha: null,
    grades: { A: 0, B: 0, C: 0, D: 0, none: 8 },
    noScore: score === null ? 'low-coverage' : null,
    noInterval: score === null ? 'no-score' : interval === null ? 'few-agencies' : null,
  };
}

describe('how far agencies agree on a question, in words', () => {
  test('with how many of them gave a point of the scale', () => {
    const six = { agencies: 6, median: 2, quartiles: [1, 3], withinOneStep: 0.67 } as const;
    expect(agreementWords(six)).toBe(
      '6 agencies: median 2; the middle half from 1 to 3; 67% within one step',
    );
  });

  test('one agency agrees with nobody', () => {
    const one = { agencies: 1, median: 3, quartiles: [3, 3], withinOneStep: 1 } as const;
    expect(agreementWords(one)).toBe('One agency: 3');
  });
});
