import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stage } from '../framework/index.ts';
import { balanceOf, type Effort } from './balance.ts';
import { warningsOf, type RoundEffort } from './warnings.ts';

const work = (stage: Stage | null, many: number, of: Effort['of'] = 'action'): Effort[] =>
  Array.from({ length: many }, () => ({ of, stage }));

test('[CY-14] shares are pieces in a stage over pieces in any', () => {
  const balance = balanceOf([
    ...work('diagnose', 3, 'item'),
    ...work('diagnose', 2, 'asset'),
    ...work('change', 4),
    ...work('normalise', 1),
    ...work(null, 2),
  ]);
  // By hand: 5 + 0 + 4 + 1 = 10 pieces with a stage, 2 without.
  expect(balance).toMatchObject({ n: 10, untagged: 2 });
  expect(balance.stages).toEqual([
    { stage: 'diagnose', actions: 0, items: 3, assets: 2, n: 5, share: 0.5 },
    { stage: 'challenge', actions: 0, items: 0, assets: 0, n: 0, share: 0 },
    { stage: 'change', actions: 4, items: 0, assets: 0, n: 4, share: 0.4 },
    { stage: 'normalise', actions: 1, items: 0, assets: 0, n: 1, share: 0.1 },
  ]);
});

test('[CY-14] where nothing was done there are no shares, not noughts', () => {
  const { n, stages } = balanceOf(work(null, 3));
  expect(n).toBe(0);
  expect(stages.map(({ share }) => share)).toEqual([null, null, null, null]);
});

test('[CY-14] shares sum to 1', () => {
  const piece = fc.constantFrom(...Stage.options);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), (stages) => {
      const balance = balanceOf(stages.map((stage) => ({ of: 'item', stage })));
      const sum = balance.stages.reduce((all, { share }) => all + (share ?? 0), 0);
      expect(sum).toBeCloseTo(1, 10);
    }),
  );
});

describe('[CY-15] warnings', () => {
  const round = (
    number: number,
    pieces: readonly [number, number, number, number],
    state: RoundEffort['state'] = 'closed',
  ): RoundEffort => ({
    ...{ number, state },
    balance: balanceOf(Stage.options.flatMap((stage, at) => work(stage, pieces[at] ?? 0))),
  });
  const codes = (...rounds: readonly RoundEffort[]) => warningsOf(rounds).map(({ code }) => code);

  test('always diagnosing: over half in two rounds in a row', () => {
    const found = warningsOf([round(1, [6, 2, 1, 1]), round(2, [8, 1, 0, 1], 'open')]);
    expect(found).toEqual([
      {
        code: 'always-in-one-stage',
        stage: 'diagnose',
        rounds: [
          { number: 1, share: 0.6, n: 10 },
          { number: 2, share: 0.8, n: 10 },
        ],
      },
    ]);
  });

  test('half is not over half, one round is not round after round, another stage ends the run', () => {
    expect(codes(round(1, [5, 3, 1, 1]), round(2, [5, 3, 1, 1]))).toEqual([]);
    expect(codes(round(1, [9, 0, 0, 1]))).toEqual([]);
    expect(codes(round(1, [9, 0, 0, 1]), round(2, [1, 0, 8, 1]))).toEqual([]);
    expect(codes(round(1, [9, 0, 0, 1]), round(2, [1, 0, 8, 1]), round(3, [9, 0, 0, 1]))).toEqual(
      [],
    );
  });

  test('never normalising: two closed rounds with nothing in Normalise; the open one may still', () => {
    const [first, second] = [round(1, [3, 2, 3, 0]), round(2, [3, 3, 2, 0])];
    expect(codes(first, second)).toEqual(['never-normalising']);
    expect(codes(first, { ...second, state: 'open' })).toEqual([]);
    expect(codes(first, round(2, [3, 3, 2, 1]))).toEqual([]);
    expect(codes(first, second, round(3, [2, 1, 1, 0], 'open'))).toEqual(['never-normalising']);
  });

  test('a round with under five pieces says nothing', () => {
    expect(codes(round(1, [4, 0, 0, 0]), round(2, [4, 0, 0, 0]))).toEqual([]);
    expect(codes(round(1, [5, 0, 0, 0]), round(2, [5, 0, 0, 0]))).toEqual([
      'always-in-one-stage',
      'never-normalising',
    ]);
  });

  test('three rounds are all named, oldest first', () => {
    const [warning] = warningsOf([3, 1, 2].map((number) => round(number, [1, 0, 9, 1])));
    expect(warning?.rounds.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(warning?.stage).toBe('change');
  });
});
