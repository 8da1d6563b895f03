import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problem, refused } from '../../problem.ts';
import { reportedBy } from './numbered.ts';
import { Reported } from './reported.ts';
import { countsFrom, everyCombination, options, tables } from './testing.ts';

test('[RL-12] what was reported is found with its count, and nothing else, in whatever order it is asked for', () => {
  fc.assert(
    fc.property(tables, options, (rows, { k, length }) => {
      const found = reportedBy(countsFrom(rows, length), k);
      if (!found.ok) throw new Error('it fits');
      const { reported, columnOf, codeOf } = found.value;
      const truth = everyCombination(rows, length);
      const told = new Map<string, number>();
      const values = Array.from({ length: reported.values }, (_, value) => value);
      const text = (of: readonly number[]) =>
        of.map((value) => `${columnOf[value]}=${codeOf[value]}`).join('&');
      const step = (of: readonly number[]): void => {
        const entry = reported.find(of.toReversed());
        expect(reported.find(of)).toBe(entry);
        if (entry < 0) return;
        told.set(text(of), reported.counts[of.length - 1]?.[entry] ?? 0);
        if (of.length < reported.length)
          for (const value of values.slice((of.at(-1) ?? 0) + 1)) step([...of, value]);
      };
      for (const value of values) step([value]);
      const common = [...truth].filter(([, count]) => count >= k);
      expect(told).toEqual(new Map(common.map(([each, count]) => [each, count - (count % k)])));
    }),
    { numRuns: 300 },
  );
});

test('what does not fit is told before it is made; a part that was not told of is a mistake', () => {
  const pair = (length: number, tell: (values: readonly number[], count: number) => void) => {
    if (length === 1) for (const value of [0, 1, 2]) tell([value], 10);
    if (length === 2) tell([0, 2], 10);
    if (length === 3) tell([0, 1, 2], 10);
  };
  // One word of bits and one of ranks for each of three values, and one entry for each value of the pair.
  expect(Reported.of(2, pair, 31)).toEqual(
    refused(problem('too-many-combinations', { bytes: 32, mostBytes: 31 })),
  );
  const found = Reported.of(2, pair, 32);
  if (!found.ok) throw new Error('it fits');
  expect(found.value.find([2, 0])).toBe(0);
  expect(found.value.find([0, 1])).toBe(-1);
  expect(() => Reported.of(3, pair)).toThrow(RangeError);
});
