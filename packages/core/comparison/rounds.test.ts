import { expect, test } from 'vitest';
import { commonQuestions, roundsCompared, type Link, type Scored } from './rounds.ts';

const topic = (code: string, score: number | null, parts: readonly string[]): Scored => ({
  ...{ code, title: `Topic ${code}`, group: 'L1', score, parts },
  low: score === null ? null : score - 0.2,
  high: score === null ? null : score + 0.2,
});
const same = (...codes: readonly string[]): readonly Link[] =>
  codes.map((code) => ({ from: code, to: code, verdict: 'same' }));
const none = new Set<string>();
const alone = { before: [], after: [] };

test('[CP-15] the same questions are compared, and a small step is not told from none', () => {
  const found = roundsCompared(
    [topic('A', 1, ['a1', 'a2']), topic('B', 2, ['b1']), topic('C', 3, ['c1'])],
    [topic('A', 2, ['a1', 'a2']), topic('B', 2.1, ['b1']), topic('C', 2, ['c1'])],
    { links: same('a1', 'a2', 'b1', 'c1'), broken: none, restricted: alone },
  );
  expect(found.map(({ verdict }) => verdict)).toEqual(['higher', 'cannot-tell', 'lower']);
  // 1 ± √(0.2² + 0.2²)
  expect(found[0]?.change?.low).toBeCloseTo(1 - 0.28284271, 8);
});

test('[CP-16] a question more, a question fewer or one that means something else cannot be compared', () => {
  const links: readonly Link[] = [
    ...same('a1', 'b1'),
    { from: 'a2', to: 'a2', verdict: 'cannot-compare' },
    { from: null, to: 'b2', verdict: 'new' },
    { from: 'c1', to: 'c9', verdict: 'moved' },
    { from: 'd1', to: null, verdict: 'gone' },
  ];
  const found = roundsCompared(
    [
      topic('A', 1, ['a1', 'a2']),
      topic('B', 1, ['b1']),
      topic('C', 1, ['c1']),
      topic('D', 1, ['d1']),
    ],
    [
      topic('A', 3, ['a1', 'a2']),
      topic('B', 3, ['b1', 'b2']),
      topic('C', 3, ['c9']),
      topic('E', 1, ['e1']),
    ],
    { links, broken: none, restricted: alone },
  );
  expect(
    found.map((each) => [each.topic.code, each.verdict, each.because, each.differing]),
  ).toEqual([
    ['A', 'cannot-compare', 'questions-differ', ['a2']],
    ['B', 'cannot-compare', 'questions-differ', ['b2']],
    ['C', 'higher', null, []],
    ['E', 'cannot-compare', 'not-in-both', ['e1']],
    ['D', 'cannot-compare', 'not-in-both', ['d1']],
  ]);
  expect(
    found.every(({ change, verdict }) => (change === null) === (verdict === 'cannot-compare')),
  ).toBe(true);
});

test('[CP-16] a change in counting cannot be compared, and a missing score is said', () => {
  const before = [topic('A', 1, ['a1']), topic('B', null, ['b1'])];
  const found = roundsCompared(before, before, {
    ...{ links: same('a1', 'b1'), broken: new Set(['a1']), restricted: alone },
  });
  expect(found.map(({ verdict, because }) => [verdict, because])).toEqual([
    ['cannot-compare', 'counting-changed'],
    ['no-score', null],
  ]);
});

test('[CP-16] on the questions in common where there are some, and it says on how many', () => {
  const before = [topic('A', 1, ['a1', 'a2', 'a3'])];
  const after = [topic('A', 3, ['a1', 'a3'])];
  const links = same('a1', 'a2', 'a3');
  expect(commonQuestions(before, after, links, new Set(['a3']))).toEqual([
    { from: 'a1', to: 'a1' },
  ]);
  const restricted = {
    before: [topic('A', 2, ['a1', 'a3'])],
    after: [topic('A', 3, ['a1', 'a3'])],
  };
  const [found] = roundsCompared(before, after, { links, broken: none, restricted });
  expect(found).toMatchObject({
    ...{ verdict: 'higher', because: 'questions-differ', differing: ['a2'], common: 2 },
    ...{ before: { score: 2 }, change: { value: 1 } },
  });
});
