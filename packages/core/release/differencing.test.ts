import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted } from './count/count.ts';
import { inputOf } from './count/input.ts';
import { differencing, nameOf, recordsDiffering, shownCounts } from './differencing.ts';
import { tableOf } from './evaluation/testing.ts';
import { twinKernel } from './kernel/twin.ts';

const table = (rows: readonly (readonly number[])[]) => tableOf(rows, { sizes: [2, 2] });

function countsOf(rows: readonly (readonly number[])[]) {
  const counts = counted(inputOf(table(rows)), { length: 2, least: 1 }, twinKernel());
  if (counts === null) throw new Error('stopped');
  return counts;
}

const shown = (rows: readonly (readonly number[])[], k: number) =>
  shownCounts(countsOf(rows), table(rows).columns, { k });

const shows = (rows: number, counts: Record<string, number>, k = 10) => ({
  ...{ k, rows },
  counts: new Map(Object.entries(counts)),
});

test('[RL-22] where the totals say that few were added, a change tells how many there were', () => {
  // 100 to 109 rows, then 100 to 109: at most nine came. A count that went from 20–29 to 30–39 was 21–29 and is 30–38.
  const found = differencing(shows(100, { a: 20, b: 40 }), shows(100, { a: 30, b: 40 }));
  expect(found).toMatchObject({
    mostChanged: 9,
    way: 'added',
    compared: 2,
    changed: 1,
    narrowed: 1,
  });
  expect(found.listed).toEqual([{ combination: 'a', earlier: [21, 29], now: [30, 38] }]);
});

test('[RL-22] what was left out and shows now is exposed; the same holds for rows taken away', () => {
  const [few, more] = [shows(100, {}), shows(100, { a: 10 })];
  expect(differencing(few, more)).toMatchObject({
    ...{ exposed: 1, listed: [{ combination: 'a', earlier: [1, 9], now: [10, 18] }] },
  });
  const away = differencing(shows(110, { a: 10 }), shows(100, {}));
  expect(away).toMatchObject({ way: 'taken away', mostChanged: 19, exposed: 0 });
});

test('[RL-22] two releases of the same rows with different k are told to narrow each other', () => {
  // 24 by tens is 20–29, by sevens 21–27; of 98 to 104 and 100 to 109 rows at most nine came.
  const found = differencing(shows(98, { a: 21 }, 7), shows(100, { a: 20 }));
  expect(found.listed).toEqual([{ combination: 'a', earlier: [21, 27], now: [21, 29] }]);
});

test('[RL-22] whatever is added, the true counts lie in the spans, and a count told as known is the true one', () => {
  const row = fc.tuple(fc.nat(2), fc.nat(2));
  const rows = fc.array(row, { maxLength: 30 });
  fc.assert(
    fc.property(
      rows,
      fc.array(row, { maxLength: 6 }),
      fc.integer({ min: 2, max: 5 }),
      (one, added, k) => {
        const found = differencing(shown(one, k), shown([...one, ...added], k));
        expect(found.contradicting).toBe(0);
        for (const { combination, earlier, now } of found.listed) {
          const codes = combination.split(' & ').map((pair) => /c(\d)=v(\d)/.exec(pair) ?? []);
          const count = (of: readonly (readonly number[])[]) =>
            of.filter((each) =>
              codes.every(([, column, code]) => each[Number(column)] === Number(code)),
            ).length;
          for (const [[low, high], true_] of [
            [earlier, count(one)],
            [now, count([...one, ...added])],
          ] as const) {
            expect(true_).toBeGreaterThanOrEqual(low);
            expect(true_).toBeLessThanOrEqual(high);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('[RL-22] what cannot be if rows were only added is told as such', () => {
  expect(differencing(shows(100, { a: 40 }), shows(100, { a: 10 }))).toMatchObject({
    ...{ contradicting: 1, narrowed: 0 },
  });
});

test('[RL-22] combinations are called alike whatever order the columns were in', () => {
  const pairs = [
    ['b', '2'],
    ['a', '1'],
  ] as const;
  expect(nameOf(pairs)).toBe('a=1 & b=2');
  expect(nameOf(pairs.toReversed())).toBe('a=1 & b=2');
});

test('[RL-22] made records are compared by what stands in one only, and by what differs slightly', () => {
  // Earlier: 1|· 3, ·|1 3, (1,1) 3. Now: 1|· 4, ·|1 3, ·|2 1, (1,1) 3, (1,2) 1.
  const three = [
    [1, 1],
    [1, 1],
    [1, 1],
  ];
  expect(recordsDiffering(countsOf(three), countsOf([...three, [1, 2]]), 5)).toEqual({
    ...{ onlyEarlier: 0, onlyNow: 2, slightly: 1, same: 2 },
  });
});
