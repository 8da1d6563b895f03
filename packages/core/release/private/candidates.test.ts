import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { branchOf, root, thinned, valuesAt, type Branch } from './branch.ts';
import { candidatesOf } from './candidates.ts';
import type { Level } from './counts.ts';
import { Held } from './held.ts';
import { eachCell, Layout } from './layout.ts';
import { measuredCandidates } from './measure-candidates.ts';
import { finished, type Paced } from './pace.ts';
import { madeRows } from './testing.ts';
import { Values } from './values.ts';

function done<T>(work: Paced<T>): T {
  const found = finished(work, {});
  if (found === null) throw new Error('nobody stopped it');
  return found;
}

/** Levels by what rows hold `least` times or more: what is part of it is held as often. */
function levelsOf(layout: Layout, rows: readonly (readonly number[])[], least: number): Level[] {
  return Array.from({ length: layout.length }, (_, before) => {
    const length = before + 1;
    const counts = new Int32Array(layout.cells(length));
    for (const columns of layout.sets(length)) {
      const widths = layout.widthsOf(columns);
      eachCell(widths, (at, values) => {
        if (values.includes(0)) return;
        counts[layout.first(columns) + at] = rows.filter((row) =>
          columns.every((column, place) => row[column] === values[place]),
        ).length;
      });
    }
    const shown = Uint8Array.from(counts, (count) => (count >= least ? 1 : 0));
    return { counts, shown, deviations: new Float32Array(counts.length) };
  });
}

type Ground = {
  readonly rows: readonly (readonly number[])[];
  readonly values: Values;
  /** From nothing up to the last that is shown. */
  readonly branches: readonly Branch[];
};

function groundOf(
  widths: readonly number[],
  many: number,
  seed: number,
  least: number,
  of: number,
) {
  const rows = madeRows(many, widths, seed);
  const layout = new Layout(
    widths.map((width) => width + 1),
    of,
  );
  const values = new Values(layout.widths);
  const branches: Branch[] = [root(many)];
  // As after single values were kept: those under the mark are blank everywhere.
  for (const level of levelsOf(layout, rows, least))
    branches.push(done(branchOf(layout, level, branches.at(-1) ?? root(0), values)));
  return { rows, values, branches } satisfies Ground;
}

const textOf = (values: readonly number[]) => values.join(' ');
const textsOf = (branch: Branch) =>
  Array.from(branch.counts, (_, place) => textOf(valuesAt(branch, place)));

/** How many rows hold each combination of a length, by the values' numbers. */
function heldIn({ rows, values }: Ground, length: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const step = (row: readonly number[], from: number, held: readonly number[]): void => {
    if (held.length === length) found.set(textOf(held), (found.get(textOf(held)) ?? 0) + 1);
    else
      for (let column = from; column < row.length; column += 1) {
        const number = row[column] ?? 0;
        if (number > 0) step(row, column + 1, [...held, values.of(column, number)]);
      }
  };
  for (const row of rows) step(row, 0, []);
  return found;
}

const drawn = fc.record({
  widths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 6 }),
  many: fc.integer({ min: 0, max: 60 }),
  seed: fc.nat(1e6),
  least: fc.integer({ min: 1, max: 6 }),
  of: fc.constantFrom(2, 3),
});

describe('candidates', () => {
  test('[RL-38] are all combinations whose parts are all shown, and no others, as often as there is room', () => {
    fc.assert(
      fc.property(drawn, ({ widths, many, seed, least, of }) => {
        const { branches, values } = groundOf(widths, many, seed, least, of);
        const [before = root(0), shown = root(0)] = branches.slice(-2);
        const there = new Set(textsOf(shown));
        // Every value after every combination that is shown, by brute force.
        const expected = textsOf(shown).flatMap((text) => {
          const held = text.split(' ').map(Number);
          return Array.from(values.columns, (_, value) => [...held, value])
            .filter((all) => all.every((_, at) => there.has(textOf(all.toSpliced(at, 1)))))
            .filter((all) => new Set(all.map((value) => values.columns[value])).size === of + 1)
            .filter((all) => textOf(all) === textOf(all.toSorted((a, b) => a - b)))
            .map(textOf);
        });
        const { branch, predicted } = done(candidatesOf(before, shown, 1e6));
        expect(textsOf(branch)).toEqual(expected);
        // Parts are where they are said to be, and no more is expected than of any of them.
        for (const [place, text] of expected.entries()) {
          const all = text.split(' ').map(Number);
          for (const at of all.keys()) {
            const part = branch.parts[place * (of + 1) + at] ?? -1;
            expect(textOf(valuesAt(shown, part))).toBe(textOf(all.toSpliced(at, 1)));
            expect(predicted[place]).toBeLessThanOrEqual((shown.counts[part] ?? 0) + 1e-3);
          }
        }
        const room = Math.floor(expected.length / 2);
        const fewer = done(candidatesOf(before, shown, room));
        expect(fewer.predicted.length).toBeLessThanOrEqual(room);
        const left = predicted.filter(
          (_, at) => !textsOf(fewer.branch).includes(expected[at] ?? ''),
        );
        expect(Math.max(0, ...left)).toBeLessThanOrEqual(
          Math.min(Infinity, ...fewer.predicted) * 1.1 + 0.1,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('[RL-43] of values that have nothing to do with each other, their product is expected', () => {
    // Three flags and every mixture of them, as often as each other: an eighth of all have each three.
    const rows = Array.from({ length: 800 }, (_, at) => [at & 1, (at >> 1) & 1, (at >> 2) & 1, 1]);
    const layout = new Layout([2, 2, 2, 2], 3);
    const values = new Values(layout.widths);
    const branches: Branch[] = [root(800)];
    for (const level of levelsOf(layout, rows, 1))
      branches.push(done(branchOf(layout, level, branches.at(-1) ?? root(0), values)));
    const [before = root(0), shown = root(0)] = branches.slice(-2);
    const { predicted } = done(candidatesOf(before, shown, 10));
    expect(predicted).toHaveLength(1);
    expect(predicted[0]).toBeCloseTo(100, 3);
  });
});

describe('what is measured of them', () => {
  test('[RL-38] is how many records hold each, where noise is next to nothing', () => {
    fc.assert(
      fc.property(drawn, ({ widths, many, seed, least, of }) => {
        const ground = groundOf(widths, many, seed, least, of);
        const [before = root(0), shown = root(0)] = ground.branches.slice(-2);
        const { branch } = done(candidatesOf(before, shown, 1e6));
        const records = {
          rows: many,
          columns: widths.map((_, column) =>
            Uint32Array.from(ground.rows, (row) => row[column] ?? 0),
          ),
        };
        const way = [...ground.branches.slice(1), branch];
        // A ρ of a hundred million: the finest noise that can be drawn, a 64th of a record.
        const words = generator(seed).next;
        const { noisy } = done(measuredCandidates(way, records, ground.values, 1e8, words));
        const truth = heldIn(ground, of + 1);
        for (const [place, text] of textsOf(branch).entries())
          expect(Math.abs((noisy.counts[place] ?? 0) - (truth.get(text) ?? 0))).toBeLessThan(0.2);
      }),
      { numRuns: 100 },
    );
  });

  test('[RL-38] no record holds a candidate twice, nor one that it has not all values of', () => {
    const ground = groundOf([2, 3, 2, 3], 50, 4, 2, 2);
    const [before = root(0), shown = root(0)] = ground.branches.slice(-2);
    const { branch } = done(candidatesOf(before, shown, 1e6));
    const columns = [0, 1, 2, 3].map((column) =>
      Uint32Array.from(ground.rows, (row) => row[column] ?? 0),
    );
    const held = new Held(
      { rows: 50, columns },
      [...ground.branches.slice(1), branch],
      ground.values,
    );
    for (const [row, cells] of ground.rows.entries()) {
      const own = new Set(
        cells.flatMap((number, at) => (number > 0 ? [ground.values.of(at, number)] : [])),
      );
      const found = Array.from(held.found.subarray(0, held.of(row)));
      expect(new Set(found).size).toBe(found.length);
      for (const place of found)
        for (const value of valuesAt(branch, place)) expect(own.has(value)).toBe(true);
    }
  });

  test('what is left of a branch goes on from where it did', () => {
    const { branches } = groundOf([3, 3, 2], 40, 9, 1, 2);
    const [, , pairs = root(0)] = branches;
    const kept = Uint8Array.from(pairs.counts, (_, at) => (at % 3 === 0 ? 1 : 0));
    const thin = thinned(pairs, kept);
    expect(textsOf(thin)).toEqual(textsOf(pairs).filter((_, at) => kept[at] === 1));
    for (let from = 0; from + 1 < thin.first.length; from += 1)
      for (let place = thin.first[from] ?? 0; place < (thin.first[from + 1] ?? 0); place += 1)
        expect(thin.parts[place * 2 + 1]).toBe(from);
  });
});
