import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted } from './count/count.ts';
import { inputOf } from './count/input.ts';
import { tableOf } from './evaluation/testing.ts';
import { homogeneity } from './homogeneity.ts';
import { twinKernel } from './kernel/twin.ts';

function found(rows: readonly (readonly number[])[], k: number, sizes = [2, 2, 2]) {
  const table = tableOf(rows, { sizes });
  const counts = counted(inputOf(table), { length: 3, least: 1 }, twinKernel());
  if (counts === null) throw new Error('stopped');
  return homogeneity(counts, table.columns, { k });
}

const times = (many: number, row: readonly number[]) => Array.from({ length: many }, () => row);

test('[RL-21] a group in which everybody is alike is listed once, not with what it holds', () => {
  // c0 = 1 always goes with c1 = 2; the groups (c0 = 1, c2 = …) are alike too, and add nothing.
  const { alike, listed } = found(
    [
      ...times(6, [1, 2, 1]),
      ...times(6, [1, 2, 2]),
      ...times(5, [2, 1, 1]),
      ...times(5, [2, 2, 2]),
    ],
    5,
  );
  expect(listed).toContainEqual({ group: [['c0', 'v1']], column: 'c1', value: 'v2', rows: 12 });
  const within = listed.filter(
    ({ group, column }) =>
      column === 'c1' && group.some(([of, value]) => of === 'c0' && value === 'v1'),
  );
  expect(within).toHaveLength(1);
  expect(alike).toBeGreaterThan(listed.length);
});

test('[RL-21] diversity by hand: a group of eight with 4, 2, 1 values and 1 blank', () => {
  const { columns } = found([...times(4, [1, 1]), ...times(2, [1, 2]), [1, 3], [1, 0]], 5, [1, 3]);
  const [, second] = columns;
  // Entropy −(½ ln ½ + ¼ ln ¼ + 2 · ⅛ ln ⅛) = 1.75 ln 2; e to that is 2^1.75. The commonest to all others is 4 to 4.
  expect(second?.distinct).toEqual({ least: 4, median: 4, most: 4 });
  expect(second?.entropy?.median).toBeCloseTo(2 ** 1.75, 12);
  expect(second?.recursive?.most).toBeCloseTo(1, 12);
  // Everybody who has a c1 is counted within it: whoever has c1 = 1 has c0 = 1, but four are too few for a group of five.
  expect(second?.groups).toBe(2);
});

test('[RL-21] groups of fewer than k are not looked at, and a reader sees as alike what rounds to the same', () => {
  expect(found(times(4, [1, 1, 1]), 5).groups).toBe(0);
  // 12 with c0 = 1, of whom 11 have c1 = 1: both are shown as 10.
  const { listed, seemingly } = found([...times(11, [1, 1, 0]), [1, 2, 0]], 5);
  expect(listed.map(({ column }) => column)).not.toContain('c1');
  expect(seemingly).toBeGreaterThan(0);
});

test('[RL-21] the same pairs of a group and a value are found by looking at every row', () => {
  const row = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
      const k = 3;
      let alike = 0;
      const groups = [0, 1, 2].flatMap((a) =>
        [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])),
      );
      for (const group of groups.filter((each) => each.filter((code) => code > 0).length < 3)) {
        const own = rows.filter((each) =>
          group.every((code, at) => code === 0 || each[at] === code),
        );
        if (own.length < k) continue;
        for (const column of [0, 1, 2].filter((at) => group[at] === 0)) {
          const values = new Set(own.map((each) => each[column]));
          if (values.size === 1 && !values.has(0)) alike += 1;
        }
      }
      expect(found(rows, k).alike).toBe(alike);
    }),
    { numRuns: 300 },
  );
});
