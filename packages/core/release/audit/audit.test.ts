import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { fine, problem, refused } from '../../problem.ts';
import { audited } from './audit.ts';
import { combinationsOfLast, figuresOf } from './figures.ts';
import { histogram } from './histogram.ts';
import type { Mechanism, ToldCount } from './mechanism.ts';
import { differences } from './metadata.ts';
import { neighbours, type Pair } from './pair.ts';
import { auditPairs } from './pairs.ts';
import { privateRelease } from './private.ts';

const words = () => generator(1).next;
const claim = { epsilon: 1, delta: 1e-6 };
const [first] = auditPairs(20);
if (first === undefined) throw new Error('there are pairs');
const plain: Pair = first;

test('[RL-51] every pair differs in one subject, and says why it is bad', () => {
  const pairs = auditPairs(200);
  expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
  expect(pairs.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['single-outlier-row', 'all-same-rows', 'empty-or-one', 'unique-value'],
      ...['multi-value-unique', 'tie-at-the-percentile', 'several-rows'],
    ]),
  );
  for (const pair of pairs) {
    const { without, having } = neighbours(pair);
    expect(having.rows).toBe(without.rows + 1);
    expect(pair.why.length).toBeGreaterThan(40);
  }
});

test('[RL-39] or, with a public number of subjects, in what was recorded of one', () => {
  for (const pair of auditPairs(200, 'blanked')) {
    const { without, having } = neighbours(pair);
    expect(having.rows).toBe(without.rows);
    expect(combinationsOfLast(having).size).toBeGreaterThan(0);
    expect(combinationsOfLast(without).size).toBe(0);
  }
});

test('[RL-51] the tie is as the peer was refuted on: one value each, and one subject with nineteen further', () => {
  const pair = auditPairs(12_000).find(({ name }) => name === 'tie-at-the-percentile');
  if (pair === undefined) throw new Error('there is a tie');
  const { without, having } = neighbours(pair);
  const sizes = (row: number) => having.columns.filter(({ codes }) => codes[row] === 1).length;
  expect(without.rows).toBe(12_000);
  expect(new Set(Array.from({ length: 12_000 }, (_, row) => sizes(row)))).toEqual(new Set([1]));
  expect(sizes(12_000)).toBe(20);
});

test('[RL-51] six rows of one subject are one subject more, with six values', () => {
  const pair = auditPairs(200).find(({ name }) => name === 'several-rows');
  if (pair === undefined) throw new Error('there are several rows');
  const { having } = neighbours(pair);
  // A gender and six services: 7 single values, 21 pairs, 35 of three and as many of four.
  expect(combinationsOfLast(having).size).toBe(7 + 21 + 35 + 35);
});

test('[RL-51] what does not differ in one subject is no pair', () => {
  const two = { ...plain, subject: [...plain.subject, ...plain.subject] };
  expect(() => neighbours(two)).toThrow(/differ in one subject, not 2/);
  expect(() => neighbours({ ...plain, subject: [['nobody', '', '']] })).toThrow(/codebook/);
});

test('[RL-50] figures by hand: what is told, of the subject and of others', () => {
  const told = (text: string, column: number, count: number, length = 1): ToldCount => ({
    ...{ text, column, count, length, low: count - 2, high: count + 2 },
  });
  const counts = [
    told('a=1', 0, 6),
    told('a=2', 0, 4),
    told('b=1', 1, 9),
    told('a=1 & b=1', 0, 5, 2),
  ];
  const figures = figuresOf(
    fine({ subjects: { count: 10, low: 8, high: 12 }, counts }),
    new Set(['a=1', 'a=1 & b=1']),
  );
  expect(figures).toMatchObject({
    subjects: 10,
    'combinations of 1': 3,
    'sum of counts of 1': 19,
    'own combinations of 1': 1,
    'sum of own counts of 1': 6,
    'width of bounds of 1': 4,
    'sum of own counts of 2': 5,
    'columns that add up': 1,
    characters: 3 * 4 + 10,
  });
  // Counts 4 and 9 of others: standard deviation 5 ÷ √2. Evidence: (10 + 6 + 5) ÷ 4².
  expect(figures['spread of other counts of 1']).toBeCloseTo(5 / Math.SQRT2, 12);
  expect(figures['evidence']).toBeCloseTo(21 / 16, 12);
  expect(figuresOf(refused(problem('columns-over-limit')), new Set())).toEqual({
    'refused: columns-over-limit': 1,
  });
});

test('[RL-54] a refusal on one side only is seen', () => {
  const told = histogram(claim, null);
  const refusing: Mechanism = {
    ...told,
    run: (table, chance) =>
      table.rows > 200 ? refused(problem('too-many')) : told.run(table, chance),
  };
  const report = audited(refusing, [plain], words(), { runs: 400, falseAlarm: 0.001 });
  expect(report?.findings[0]?.epsilon.bound).toBeGreaterThan(2);
  expect(report?.refuted).toBe(true);
});

test.each([
  ['files-differ', (files: Files) => ({ ...files, 'more.csv': '' })],
  ['headings-differ', (files: Files) => ({ ...files, 'counts.csv': 'a,b\n' })],
  ['headings-differ', (files: Files) => ({ ...files, 'm.json': '{"rows":"many"}' })],
  [
    'order-differs',
    (files: Files) => ({ ...files, 'counts.csv': 'x\n1,b=1,2,1,3\n1,a=1,2,1,3\n' }),
  ],
] as const)('[RL-54] %s between the two sides is found', (code, changed) => {
  const files = { 'counts.csv': 'x\n1,a=1,3,2,4\n1,b=1,9,8,9\n', 'm.json': '{"rows":3}' };
  const both = neighbours(plain);
  const mechanism = (other: (files: Files) => Files): Mechanism => ({
    ...histogram(claim, null),
    files: (table) => (table === both.having ? other(files) : files),
  });
  expect(differences(mechanism(changed), both, words()).map((each) => each.code)).toEqual([code]);
  const fewer = (): Files => ({ 'counts.csv': 'x\n1,b=1,1,0,2\n', 'm.json': '{"rows":70}' });
  expect(differences(mechanism(fewer), both, words())).toEqual([]);
});
type Files = Readonly<Record<string, string>>;

test('[RL-54] files of a release have the same names, headings, fields and order on both sides', () => {
  const mechanism = privateRelease({ ...claim, length: 2 });
  for (const pair of auditPairs(100))
    expect(differences(mechanism, neighbours(pair), words())).toEqual([]);
});

test('[RL-52] the same seed gives the same report; progress is told, and a stop is heard', () => {
  const options = { runs: 100, falseAlarm: 0.001 };
  const done: number[] = [];
  const run = () =>
    audited(histogram(claim, 'domain-from-data'), [plain, plain], words(), {
      ...options,
      seen: (at, of) => void done.push(at / of),
    });
  expect(run()).toEqual(run());
  expect(done.slice(0, 4)).toEqual([0.25, 0.5, 0.75, 1]);
  const stopped = { ...options, stop: () => true };
  expect(audited(histogram(claim, null), [plain], words(), stopped)).toBeNull();
  expect(() => audited(histogram(claim, null), [plain], words(), { ...options, runs: 79 })).toThrow(
    RangeError,
  );
});

test('[RL-56] time is told where there is a clock, and judged never', () => {
  let at = 0;
  const slow = { ...histogram(claim, null) };
  const report = audited(slow, [plain], words(), {
    ...{ runs: 100, falseAlarm: 0.001, now: () => (at += 3) },
  });
  expect(report?.findings[0]).toMatchObject({ milliseconds: [3, 3], refuted: false });
});
