import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranks, columnOf } from './column.ts';
import { computed } from './compute.ts';
import { structureOf, type Node, type Structure } from './meta.ts';
import { Method, type Mean, type Normalisation } from './method.ts';
import type { Table } from './steps.ts';
import { weightsOf } from './weigh.ts';

// What holds for whole indices, whatever their tables: three indicators in two pillars of one index.

const node = (code: string, level: number, parent: string | null, weight: number): Node => ({
  ...{ code, name: '', level, parent, direction: 1, weight },
  ...{ denominator: null, target: null, goalposts: null },
});

function structure([a, b, c, p, q]: readonly number[]): Structure {
  const nodes = [
    ...[node('a', 1, 'P', a ?? 1), node('b', 1, 'P', b ?? 1), node('c', 1, 'Q', c ?? 1)],
    ...[node('P', 2, 'I', p ?? 1), node('Q', 2, 'I', q ?? 1), node('I', 3, null, 1)],
  ];
  const made = structureOf(nodes.map((each, row) => ({ row, node: each })));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const codes = ['a', 'b', 'c'] as const;
type Rows = readonly (readonly number[])[];

function scores(rows: Rows, weights: readonly number[], method: object): readonly number[] {
  const table: Table = {
    units: rows.map((_, unit) => `u${unit}`),
    columns: new Map(codes.map((code, at) => [code, rows.map((row) => row[at] ?? null)])),
    groups: new Map(),
  };
  const result = computed(table, structure(weights), Method.parse(method));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return (result.value.scores.get('I') ?? []).map((value) => value ?? Number.NaN);
}

const value = fc.integer({ min: 0, max: 200 });
const rows = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 9 });
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 });
const place = (values: readonly number[], unit: number) =>
  ranks(columnOf(values.map((each) => -Math.round(each * 1e9) / 1e9)))[unit] ?? Number.NaN;

const scales: readonly Normalisation['method'][] = ['minmax', 'zscore', 'rank', 'prank'];
const positive = { all: { method: 'minmax', range: [1, 100] } };
const means: readonly Mean[] = ['arithmetic', 'geometric', 'harmonic', 'median', 'copeland'];

describe('an index keeps order', () => {
  test.each(means)(
    '[CO-8] by %s mean, a unit that is nowhere behind another is not behind it',
    (method) => {
      fc.assert(
        fc.property(rows, weights, (table, weighed) => {
          const got = scores(table, weighed, { normalise: positive, aggregate: [{ method }] });
          for (const [one, row] of table.entries())
            for (const [other, beside] of table.entries())
              if (row.every((each, at) => each >= (beside[at] ?? 0)))
                expect(got[one]).toBeGreaterThanOrEqual((got[other] ?? 0) - 1e-9);
        }),
        { numRuns: 60 },
      );
    },
  );

  // Not by z-scores: one value far out widens the spread, and with it the lead over those behind shrinks.
  test.each(scales.filter((method) => method !== 'zscore'))(
    '[CO-4] by %s, raising one value of a unit never lowers its rank',
    (method) => {
      const raised = fc.tuple(rows, weights, fc.nat(), fc.nat(2), fc.integer({ min: 1, max: 100 }));
      fc.assert(
        fc.property(raised, ([table, weighed, some, at, by]) => {
          const unit = some % table.length;
          const more = table.map((row, each) =>
            each === unit ? row.map((old, column) => (column === at ? old + by : old)) : row,
          );
          const how = { normalise: { all: { method } } };
          const [before, after] = [scores(table, weighed, how), scores(more, weighed, how)];
          expect(place(after, unit)).toBeLessThanOrEqual(place(before, unit));
        }),
        { numRuns: 100 },
      );
    },
  );
});

test.each(scales)('[CO-4] by %s, an index does not hang on units of measure', (method) => {
  const measured = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer()), {
    ...{ minLength: 3, maxLength: 3 },
  });
  fc.assert(
    fc.property(rows, weights, measured, (table, weighed, units) => {
      const how = { normalise: { all: { method } } };
      const other = table.map((row) =>
        row.map((each, at) => each * (units[at]?.[0] ?? 1) + ((units[at]?.[1] ?? 0) % 1000)),
      );
      const [one, two] = [scores(table, weighed, how), scores(other, weighed, how)];
      for (const [unit, score] of one.entries()) expect(two[unit]).toBeCloseTo(score, 6);
    }),
    { numRuns: 60 },
  );
});

test('[CO-8] an index by geometric means is never above one by arithmetic means, nor by harmonic above both', () => {
  fc.assert(
    fc.property(rows, weights, (table, weighed) => {
      const of = (method: Mean) =>
        scores(table, weighed, { normalise: positive, aggregate: [{ method }] });
      const [a, g, h] = [of('arithmetic'), of('geometric'), of('harmonic')];
      for (const unit of table.keys()) {
        expect(g[unit]).toBeLessThanOrEqual((a[unit] ?? 0) + 1e-9);
        expect(h[unit]).toBeLessThanOrEqual((g[unit] ?? 0) + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test('[CO-7] weights of siblings sum to one and none is negative, wherever they come from', () => {
  const siblings = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 6 });
  const column = fc.array(fc.option(value), { minLength: 5, maxLength: 5 }).map(columnOf);
  const any = siblings.chain((given) =>
    fc.tuple(
      fc.constant(given.map((weight, at) => node(`n${at}`, 1, 'P', weight))),
      fc.array(column, { minLength: given.length, maxLength: given.length }),
      fc.array(fc.dictionary(fc.constantFrom('n0', 'n1', 'n2', 'zz'), fc.nat(20)), {
        ...{ minLength: 1, maxLength: 4 },
      }),
    ),
  );
  fc.assert(
    fc.property(any, ([nodes, columns, experts]) => {
      const plain = ['given', 'equal', 'pca'] as const;
      const ways = [...plain.map((method) => ({ method })), { method: 'budget', experts } as const];
      for (const way of ways) {
        const found = weightsOf(nodes, columns, way);
        expect(found.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
