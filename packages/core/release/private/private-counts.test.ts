import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { epsilonOf } from '../../privacy/index.ts';
import { Codebook, type CodedTable } from '../../table/index.ts';
import { chosenWeights, noisySizes, waysOf } from './bounds.ts';
import type { PrivateCounts } from './counts.ts';
import { openColumns, tooManyColumns } from './domain.ts';
import { privateManifestOf } from './manifest.ts';
import { privateCounts, type Room } from './private-counts.ts';
import { privateRecords } from './private-records.ts';
import { budgetPlan, type PrivateSettings } from './settings.ts';
import { madeRows, tableOf, truthOf } from './testing.ts';
import { privateCountsText } from './texts.ts';

const settings: PrivateSettings = { epsilon: 4, delta: 1e-6, length: 3 };

function countsOf(table: CodedTable, asked = settings, seed = 7, room?: Room): PrivateCounts {
  const made = privateCounts(table, asked, generator(seed).next, {}, room);
  if (made?.ok !== true) throw new Error('refused');
  return made.value;
}

/** What is shown, by columns and values as text. */
function shownOf(counts: PrivateCounts): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let length = 1; length <= counts.length; length += 1)
    counts.each(length, (columns, values, { count }) => {
      const names = values.map((value, at) => counts.columns[columns[at] ?? 0]?.values[value - 1]);
      found.set(names.map((name, at) => `${columns[at]}:${name?.slice(1)}`).join(' '), count);
    });
  return found;
}

const widths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
const drawn = fc.record({
  widths,
  rows: fc.integer({ min: 0, max: 80 }),
  seed: fc.nat(1e6),
  epsilon: fc.constantFrom(0.1, 1, 8, 50),
  length: fc.integer({ min: 1, max: 4 }),
  // With room for every triple, or for pairs only, or hardly for those; for all candidates, or some.
  room: fc.constantFrom(
    { cells: 2 ** 25, candidates: 2 ** 21 },
    { cells: 150, candidates: 2 ** 21 },
    { cells: 40, candidates: 20 },
  ),
});

describe('what a budget pays for', () => {
  test('[RL-40] all parts together are the ρ that is charged, and stay within ε and δ', () => {
    for (const epsilon of [0.1, 0.5, 1, 4, 20])
      for (const length of [1, 2, 3, 4])
        for (const discovers of [true, false]) {
          const plan = budgetPlan({ epsilon, delta: 1e-6, length }, discovers);
          const parts = [plan.total, plan.sizes, ...plan.counts];
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(plan.rho, 12);
          expect(plan.counts).toHaveLength(length);
          expect(epsilonOf(plan.rho, 1e-6 - plan.delta)).toBeLessThanOrEqual(epsilon + 1e-9);
          expect(plan.delta).toBe(discovers ? 5e-7 : 0);
        }
  });

  test('[RL-39] a public number of subjects costs nothing, and what it would have cost goes to the counts', () => {
    for (const length of [1, 2, 3]) {
      const asked = { epsilon: 1, delta: 1e-6, length };
      const [hidden, open] = [asked, { ...asked, publicTotal: true }].map((each) =>
        budgetPlan(each, false),
      );
      const spent = (open?.counts ?? []).reduce((sum, part) => sum + part, open?.sizes ?? 0);
      expect([open?.total, open?.rho]).toEqual([0, hidden?.rho]);
      expect(spent).toBeCloseTo(open?.rho ?? 0, 12);
    }
  });

  test('[RL-42] no subject weighs more in the counts of a length than the noise is made for', () => {
    // In how many combinations subjects of so many values are, and at most those of a class.
    const choose = (m: number, l: number) =>
      [1, m, (m * (m - 1)) / 2, (m * (m - 1) * (m - 2)) / 6][l] ?? 0;
    const byValues = [1, 2, 3].map((l) => Array.from({ length: 13 }, (_, m) => choose(m, l)));
    const byClass = [0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 495];
    expect([1, 2, 3].map((l) => waysOf(12, l))).toEqual(byValues);
    for (const ways of [...byValues, byClass])
      for (const seed of [1, 2, 3]) {
        const sizes = Uint8Array.from({ length: 300 }, (_, at) => (at * seed) % 13);
        const noisy = noisySizes(sizes, 12, 0.5, generator(seed).next);
        const { weights, reach, unit, kept } = chosenWeights(noisy, ways, 500, 0.05);
        for (const [size, weight] of weights.entries())
          expect(weight * weight * (ways[size] ?? 0)).toBeLessThanOrEqual(reach * reach + 1e-6);
        expect(Math.max(...weights)).toBeLessThanOrEqual(unit);
        expect(kept).toBeGreaterThan(0);
        expect(kept).toBeLessThanOrEqual(1);
      }
  });

  test('[RL-41] sizes are told for every possible number of values, whatever occurs', () => {
    const none = noisySizes(new Uint8Array(), 6, 0.1, generator(1).next);
    expect(none).toHaveLength(7);
    expect(Math.min(...none)).toBeGreaterThanOrEqual(0);
  });

  test('[RL-39] subjects of whom nothing is recorded are counted nowhere', () => {
    const values = [3, 4];
    const rows = madeRows(60, values);
    const blank = rows.map(() => [0, 0]);
    const told = (table: CodedTable) =>
      privateCountsText(countsOf(table, { ...settings, publicTotal: true }));
    expect(noisySizes(new Uint8Array(9), 6, 0.1, generator(1).next)[0]).toBe(0);
    // With as many subjects and the same chance, in whatever order the blank ones stand.
    expect(told(tableOf([...rows, ...blank], values))).toBe(
      told(tableOf([...blank, ...rows], values)),
    );
  });
});

describe('counts with noise', () => {
  test('[RL-44] no parts are more than their whole, and nothing is shown without what it is part of', () => {
    fc.assert(
      fc.property(drawn, ({ widths: values, rows, seed, epsilon, length, room }) => {
        const table = tableOf(madeRows(rows, values, seed), values);
        const counts = countsOf(table, { epsilon, delta: 1e-6, length }, seed, room);
        const shown = shownOf(counts);
        const sums = new Map<string, number>();
        for (const [key, count] of shown) {
          expect(count).toBeGreaterThan(0);
          const parts = key.split(' ');
          for (const [at, part] of parts.entries()) {
            const rest = parts.toSpliced(at, 1).join(' ');
            if (rest !== '') expect(shown.has(rest)).toBe(true);
            const group = `${rest}|${part.split(':')[0]}`;
            sums.set(group, (sums.get(group) ?? 0) + count);
          }
        }
        for (const [group, sum] of sums) {
          const [rest = ''] = group.split('|');
          expect(sum).toBeLessThanOrEqual(shown.get(rest) ?? counts.records.count);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[RL-42] [RL-43] with next to no noise they are the true counts, but for the smallest', () => {
    const values = [3, 4, 2, 5, 3];
    const rows = madeRows(3000, values);
    const counts = countsOf(tableOf(rows, values), { epsilon: 100, delta: 1e-6, length: 3 });
    const truth = truthOf(rows, 3);
    const shown = shownOf(counts);
    const large = [...truth].filter(([, count]) => count >= 30);
    expect(large.length).toBeGreaterThan(200);
    // Weights for subjects of many values leave a few per cent.
    const off = large.map(([key, count]) => Math.abs((shown.get(key) ?? 0) - count) / count);
    expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(0.05);
    expect(Math.abs(counts.records.count - 3000)).toBeLessThan(10);
  });

  test('[RL-46] of nothing hardly anything is made', () => {
    const counts = countsOf(tableOf([], [4, 4, 4, 4]), { epsilon: 1, delta: 1e-6, length: 3 });
    expect(counts.size(2) + counts.size(3)).toBeLessThan(10);
  });

  test('[RL-38] [RL-43] of four values too they are near the true ones, but for the smallest', () => {
    const values = [3, 4, 2, 5, 3];
    const rows = madeRows(3000, values);
    const counts = countsOf(tableOf(rows, values), { epsilon: 100, delta: 1e-6, length: 4 });
    const shown = shownOf(counts);
    const large = [...truthOf(rows, 4)].filter(
      ([key, count]) => count >= 30 && key.split(' ').length === 4,
    );
    expect(large.length).toBeGreaterThan(20);
    const off = large.map(([key, count]) => Math.abs((shown.get(key) ?? 0) - count) / count);
    expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(0.08);
  });

  test('they say how far they are, never backwards, and end when asked', () => {
    const values = [3, 4, 2, 5, 3];
    const table = tableOf(madeRows(3000, values), values);
    const run = (stopAfter: number) => {
      const seen: number[] = [];
      const made = privateCounts(table, { ...settings, length: 4 }, generator(1).next, {
        seen: (share) => void seen.push(share),
        stop: () => seen.length >= stopAfter,
      });
      return { made, seen };
    };
    const { made, seen } = run(Infinity);
    expect(made?.ok).toBe(true);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([Math.min(...seen) >= 0, seen.at(-1)]).toEqual([true, 1]);
    for (const after of [0, 1, Math.floor(seen.length / 2), seen.length - 2])
      expect(run(after)).toMatchObject({ made: null, seen: { length: after } });
  });

  test('an empty table and one of one row are counted like any other', () => {
    for (const rows of [[], [[1, 2]]]) {
      const counts = countsOf(tableOf(rows, [2, 2]), { epsilon: 1, delta: 1e-6, length: 2 });
      expect(counts.columns.map(({ name }) => name)).toEqual(['c0', 'c1']);
    }
  });
});

describe('a domain', () => {
  test('[RL-45] a value that one subject alone holds is told no more often than δ says', () => {
    const rows = [...Array.from({ length: 200 }, () => [1, 1]), [2, 1]];
    const table = tableOf(rows, [2, 1], [false, true]);
    const delta = 0.01;
    const runs = 1500;
    let told = 0;
    let common = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const { columns } = countsOf(table, { epsilon: 3, delta, length: 1 }, seed);
      told += Number(columns[0]?.values.includes('v2'));
      common += Number(columns[0]?.values.includes('v1'));
    }
    expect(common).toBe(runs);
    // Half of δ is for this; 3.5 standard deviations above it would be chance once in 4,000.
    expect(told).toBeLessThanOrEqual(runs * 0.005 + 3.5 * Math.sqrt(runs * 0.005));
  });

  test('values of several to a cell must be declared, for their headings would tell them', () => {
    const table = tableOf([[1]], [1], [false]);
    const multi = {
      ...table,
      columns: table.columns.map((each) => ({ ...each, kind: 'multi' as const, from: 'signs' })),
    };
    const refused = privateCounts(multi, settings, generator(1).next);
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'values-not-declared', where: { column: 'signs' } }],
    });
  });

  test('and that is asked of the codebook, for without a filled cell there is no heading to see', () => {
    const asked = (values: 'discover' | string[]) =>
      openColumns(
        Codebook.parse({
          format: 'freehold-codebook/1',
          columns: [{ kind: 'multi', name: 'signs', delimiter: ';', values }],
        }),
      );
    expect(asked('discover')).toEqual([
      { code: 'values-not-declared', details: {}, where: { column: 'signs' } },
    ]);
    expect(asked(['fear', 'debt'])).toEqual([]);
    expect(openColumns(null)).toEqual([]);
  });

  test('[RL-38] where every triple has no room, those of which all pairs are shown are counted', () => {
    const values = [6, 8, 5, 7, 6];
    const rows = madeRows(6000, values);
    const truth = [...truthOf(rows, 3)].filter(([, count]) => count >= 20);
    const error = (counts: PrivateCounts) => {
      const shown = shownOf(counts);
      const off = truth.map(([key, count]) => Math.abs((shown.get(key) ?? 0) - count));
      return off.reduce((sum, each) => sum + each, 0) / truth.length;
    };
    const asked = { ...settings, epsilon: 8 };
    const every = countsOf(tableOf(rows, values), asked);
    const some = countsOf(tableOf(rows, values), asked, 7, { cells: 1500, candidates: 5000 });
    expect(every.drawn[2]?.candidates).toBeUndefined();
    expect(some.drawn[2]?.candidates).toBeGreaterThan(100);
    expect(some.layout.length).toBe(2);
    expect(error(some)).toBeLessThan(1.3 * error(every));
  });

  test('[RL-38] where pairs of all values have no room, the rarest values are left out, by noisy counts', () => {
    const rows = Array.from({ length: 4000 }, (_, at) => [
      1 + (at % 4),
      at < 3600 ? 1 : 1 + (at % 20),
    ]);
    const counts = countsOf(tableOf(rows, [4, 20]), { ...settings, epsilon: 100 }, 7, {
      ...{ cells: 20, candidates: 10 },
    });
    expect(counts.columns.map((column) => column.values)).toEqual([
      ['v1', 'v2', 'v3', 'v4'],
      ['v1'],
    ]);
    expect(counts.leftOut).toBe(19);
  });

  test('nothing is refused but by what was declared: the smallest budget still gives counts of one value', () => {
    const wide = Array.from({ length: 30 }, () => 1);
    const rows = Array.from({ length: 50 }, () => wide);
    const counts = countsOf(tableOf(rows, wide), { epsilon: 0.05, delta: 1e-15, length: 4 });
    expect(counts.drawn).toHaveLength(4);
    expect(counts.records.count).toBeGreaterThanOrEqual(0);
    expect(tooManyColumns(200)).toEqual([]);
    expect(tooManyColumns(201)).toMatchObject([{ code: 'columns-over-limit' }]);
  });
});

describe('what is made of the counts', () => {
  const values = [3, 4, 2, 5];
  const rows = madeRows(2000, values);
  const table = tableOf(rows, values);

  test('[RL-47] as many records as are told of, whose pairs hang together as they did', () => {
    const counts = countsOf(table, { epsilon: 8, delta: 1e-6, length: 3 });
    const made = privateRecords(counts, generator(3).next);
    if (made === null) throw new Error('stopped');
    expect(made.records).toBe(counts.records.count);
    const own = Array.from({ length: made.records }, (_, record) =>
      made.columns.map((column) => column[record] ?? 0),
    );
    const truth = truthOf(rows, 2);
    const ours = truthOf(own, 2);
    const error = (of: ReadonlyMap<string, number>) =>
      [...truth].reduce((sum, [key, count]) => sum + Math.abs((of.get(key) ?? 0) - count), 0);
    // Beside records whose columns were shuffled apart.
    const apart = own.map((_, record) =>
      values.map((_of, column) => rows[(record + 37 * column) % rows.length]?.[column] ?? 0),
    );
    expect(error(ours)).toBeLessThan(0.3 * error(truthOf(apart, 2)));
  });

  test('[RL-47] few combinations stand in them that came out as nothing', () => {
    const wide = [6, 8, 5, 7, 6];
    const source = madeRows(3000, wide);
    const counts = countsOf(tableOf(source, wide), { epsilon: 8, delta: 1e-6, length: 3 });
    const made = privateRecords(counts, generator(3).next);
    if (made === null) throw new Error('stopped');
    const own = Array.from({ length: made.records }, (_, record) =>
      made.columns.map((column) => column[record] ?? 0),
    );
    const [level, stood] = [counts.levels[2], new Set<number>()];
    let nothing = 0;
    for (const row of own)
      for (const set of counts.layout.sets(3)) {
        const held = set.map((column) => row[column] ?? 0);
        const at = set.reduce(
          (sum, column, place) => sum * (counts.layout.widths[column] ?? 0) + (held[place] ?? 0),
          0,
        );
        const place = counts.layout.first(set) + at;
        if (held.includes(0) || stood.has(place)) continue;
        stood.add(place);
        if ((level?.counts[place] ?? 0) < 3) nothing += 1;
      }
    expect(stood.size).toBeGreaterThan(500);
    expect(nothing / stood.size).toBeLessThan(0.1);
  });

  test('[RL-47] they can be stopped, and are made of pairs where triples were not all measured', () => {
    const counts = countsOf(table, settings, 7, { cells: 150, candidates: 1000 });
    expect(counts.levels).toHaveLength(2);
    const asked: number[] = [];
    const stop = () => asked.push(0) > 9;
    expect(privateRecords(counts, generator(3).next, { stop })).toBeNull();
    expect(asked).toHaveLength(10);
    expect(privateRecords(counts, generator(3).next)?.records).toBe(counts.records.count);
  });

  test('[RL-39] a public number is told as it is, and the promise is about what was recorded', () => {
    const asked = { ...settings, publicTotal: true };
    const counts = countsOf(table, asked);
    expect(counts.records).toEqual({ count: 2000, low: 2000, high: 2000 });
    const manifest = privateManifestOf({
      ...{ settings: asked, table, counts, ledger: true, chance: 'system entropy' },
      ...{ madeAt: '2026-03-02T10:00:00.000Z', madeBy: 'test' },
    });
    expect(manifest).toMatchObject({ publicTotal: true, rowsLow: 2000, rows: 2000 });
    expect(manifest.neighbours).toContain('The number of rows is public');
    expect(manifest.guarantee).toContain('what was recorded of any one row');
    expect(manifest.budget.total).toBe(0);
  });

  test('[RL-48] [RL-49] the manifest says what was spent, and the file of counts reads as the exact one does', () => {
    const counts = countsOf(table);
    const manifest = privateManifestOf({
      ...{ settings, table, counts, ledger: false },
      ...{ madeAt: '2026-03-02T10:00:00.000Z', madeBy: 'test', chance: { unsafeSeed: 7 } },
    });
    expect(manifest.guarantee).toContain('ε = 4 and δ = 0.000001');
    expect(manifest.warnings).toHaveLength(2);
    expect(manifest.drawn.map(({ length }) => length)).toEqual([1, 2, 3]);
    const [head, first, ...rest] = privateCountsText(counts).trimEnd().split('\n');
    expect(head?.trim()).toBe('length,combination,count,low,high');
    expect(first).toMatch(/^1,c0=v\d,\d+,\d+,\d+/);
    const sizes = [1, 2, 3].map((length) => counts.size(length));
    expect(rest).toHaveLength(sizes.reduce((sum, size) => sum + size, 0) - 1);
    for (const line of rest) {
      const [count = 0, low = 0, high = 0] = line.trim().split(',').slice(-3).map(Number);
      expect(low <= count && count <= high).toBe(true);
    }
  });
});
