import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedBy, tellingOf } from './numbered.ts';
import { never, protectedCount, targetBytes, targetsOf, type Targets } from './targets.ts';
import { countsFrom, everyCombination, options, tables, type Rows } from './testing.ts';

function told(rows: Rows, k: number, length: number) {
  const counts = countsFrom(rows, length);
  const numbering = numberedBy(counts, k);
  return [numbering, length, tellingOf(counts, k, numbering)] as const;
}

/** Every combination of values of different columns, by its place; rare values have none. */
function everyPlace({ columns, columnOf, codeOf, below, longest }: Targets) {
  const places = new Map<string, number>();
  const text = (value: number) => `${columns[columnOf[value] ?? 0]?.of}=${codeOf[value]}`;
  const step = (values: readonly number[], row: number): void => {
    for (let value = (values.at(-1) ?? 0) + 1; value < columnOf.length; value += 1) {
      if (values.some((other) => columnOf[other] === columnOf[value])) continue;
      const whole = [...values, value];
      places.set(whole.map(text).toSorted().join('&'), row + value);
      if (whole.length < longest) step(whole, below[row + value] ?? 0);
    }
  };
  step([], 0);
  return places;
}

test('[RL-12] each combination of k rows has a place of its own that asks for its protected count, and no other is allowed', () => {
  fc.assert(
    fc.property(tables, options, (rows, { k, length }) => {
      const targets = targetsOf(...told(rows, k, length));
      const truth = everyCombination(rows, length);
      const places = everyPlace(targets);
      const common = [...truth].filter(([, count]) => count >= k);
      const own = common.map(([each]) => places.get(each) ?? -1);
      expect(new Set(own).size).toBe(common.length);
      expect(own.map((place) => [targets.asked[place], targets.off[place]])).toEqual(
        common.map(([, count]) => [protectedCount(count, k), -protectedCount(count, k)]),
      );
      for (const [each, place] of places)
        if ((truth.get(each) ?? 0) < k) expect(targets.off[place]).toBe(never);
    }),
    { numRuns: 400 },
  );
});

test('what targets take is known before they are laid out', () => {
  fc.assert(
    fc.property(tables, options, (rows, { k, length }) => {
      const { off, asked, below } = targetsOf(...told(rows, k, length));
      expect(targetBytes(...told(rows, k, length))).toBe(
        off.byteLength + asked.byteLength + below.byteLength,
      );
    }),
    { numRuns: 100 },
  );
});
