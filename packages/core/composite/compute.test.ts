import fc from 'fast-check';
import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { aggregated } from './aggregate.ts';
import { columnOf, valuesOf } from './column.ts';
import { computed } from './compute.ts';
import type { Table } from './steps.ts';
import { readData, readMeta } from './input.ts';
import type { Structure } from './meta.ts';
import { Method, Normalisation, type Mean } from './method.ts';
import { normalised } from './normalise.ts';

const metaText = [
  'Level,iCode,Direction,Weight,Parent,Type,Denominator',
  '1,a,1,1,P,Indicator,pop',
  '1,b,-1,3,P,Indicator,',
  '1,c,1,1,Q,Indicator,',
  '2,P,1,1,I,Aggregate,',
  '2,Q,1,1,I,Aggregate,',
  '3,I,1,1,,Aggregate,',
  ',pop,,,,Denominator,',
  ',kind,,,,Group,',
].join('\n');

function structure(text = metaText): Structure {
  const read = readMeta(records(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function table(text: string): Table {
  const read = readData(records(text), new Set(['a', 'b', 'c', 'pop']));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const four = table(
  'uCode,kind,a,b,c,pop\nw,x,10,4,1,10\nx,x,20,3,,10\ny,y,30,2,3,10\nz,y,,1,4,0\n',
);

function scores(method: Record<string, unknown>, of: Table = four) {
  const result = computed(of, structure(), Method.parse(method));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

test('[CO-1] each level is worked out of the one below, by hand', () => {
  const { scores: got } = scores({});
  // a: 0, 50, 100, none. b turned: 0, 33⅓, 66⅔, 100. c: 0, none, 66⅔, 100. P = (a + 3b) / 4. I = (P + Q) / 2.
  const p = [0, (50 + 100) / 4, (100 + 200) / 4, 100];
  expect(got.get('P')).toEqual(p.map((each) => expect.closeTo(each, 10)));
  const index = [0, p[1], ((p[2] ?? 0) + 200 / 3) / 2, 100];
  expect(got.get('I')).toEqual(index.map((each) => expect.closeTo(each ?? 0, 10)));
});

test('[CO-2] units with too little are left out and named', () => {
  const { units, log } = scores({ screen: { least: 0.9 } });
  expect(units).toEqual(['w', 'y']);
  expect(log).toContainEqual({ step: 'screen', left: ['x', 'z'] });
});

test('[CO-3] what is filled is in the log, by group where asked', () => {
  const { log, scores: got } = scores({
    impute: { method: 'group-mean', group: 'kind' },
    normalise: { all: { method: 'none' } },
  });
  expect(got.get('a')).toEqual([10, 20, 30, 30]);
  expect(log).toContainEqual({ step: 'impute', indicator: 'a', units: ['z'] });
});

test('a value per nothing is missing, not infinite', () => {
  const { scores: got } = scores({ denominate: true, normalise: { all: { method: 'none' } } });
  expect(got.get('a')).toEqual([1, 2, 3, null]);
});

test('[CO-7] weights of siblings sum to one, wherever they come from', () => {
  const experts = [{ a: 10, b: 30 }, { a: 1, b: 1 }, {}];
  for (const weight of [
    { method: 'given' },
    { method: 'equal' },
    { method: 'pca' },
    { method: 'budget', experts },
  ]) {
    const { weights } = scores({ weight });
    expect((weights.get('a') ?? 0) + (weights.get('b') ?? 0)).toBeCloseTo(1, 12);
    expect(weights.get('c')).toBe(1);
  }
  // One expert says a quarter, one a half; the third said nothing of these two.
  expect(scores({ weight: { method: 'budget', experts } }).weights.get('a')).toBeCloseTo(0.375, 12);
});

test('[CO-9] a cap is laid on a node, logged with its reason, and goes up the tree', () => {
  const adjust = [{ node: 'P', kind: 'cap', value: 60, units: ['z'], reason: 'no plan in force' }];
  const { scores: got, log } = scores({ adjust });
  expect(got.get('P')?.[3]).toBe(60);
  expect(got.get('I')?.[3]).toBe(80);
  expect(log).toEqual([
    { step: 'adjust', node: 'P', unit: 'z', from: 100, to: 60, reason: 'no plan in force' },
  ]);
});

test('[CO-8] a geometric mean over 0 is refused, with the node, the unit and the value', () => {
  expect(
    computed(four, structure(), Method.parse({ aggregate: [{ method: 'geometric' }] })),
  ).toMatchObject({
    ok: false,
    problems: [{ code: 'not-positive', details: { node: 'P', child: 'a', unit: 'w', value: 0 } }],
  });
});

test('[CO-8] with too few children there is no value', () => {
  const { scores: got } = scores({ aggregate: [{ method: 'arithmetic', least: 0.6 }] });
  expect(got.get('P')?.[3]).toBeNull();
  expect(got.get('Q')?.[1]).toBeNull();
});

test('ways of aggregating may differ by level, and then each level needs one', () => {
  const aggregate = [{ method: 'arithmetic' }, { method: 'median' }];
  expect(scores({ aggregate }).scores.get('I')?.[3]).toBe(100);
  const deep = structure(
    `${metaText}\n4,T,1,1,,Aggregate,`.replace('3,I,1,1,,Agg', '3,I,1,1,T,Agg'),
  );
  expect(computed(four, deep, Method.parse({ aggregate }))).toMatchObject({
    problems: [{ code: 'too-few-methods' }],
  });
});

test('what the data lack is said', () => {
  const less = table('uCode,a,b\nw,1,2\n');
  expect(computed(less, structure(), Method.parse({ denominate: true }))).toMatchObject({
    ok: false,
    problems: [
      { code: 'column-missing', where: { column: 'pop' } },
      { code: 'column-missing', where: { column: 'c' } },
    ],
  });
});

const column = fc
  .array(fc.option(fc.integer({ min: -1000, max: 1000 })), { minLength: 2, maxLength: 12 })
  .map(columnOf);
const plain = { direction: 1, target: null, goalposts: null } as const;

test.each(['minmax', 'zscore', 'rank', 'prank', 'borda', 'dist2max'])(
  '[CO-4] %s keeps the order of units, and missing stays missing',
  (method) => {
    fc.assert(
      fc.property(column, (x) => {
        const got = normalised(x, Normalisation.parse({ method }), { node: plain, units: [] });
        if (typeof got === 'string') throw new Error(got);
        for (const [at, value] of x.entries()) {
          expect(Number.isNaN(got[at])).toBe(Number.isNaN(value));
          for (const [other, next] of x.entries())
            if (value <= next) expect(got[at]).toBeLessThanOrEqual((got[other] ?? 0) + 1e-9);
        }
      }),
    );
  },
);

test.each(['minmax', 'zscore', 'rank', 'prank', 'dist2max'])(
  '[CO-4] for %s neither the unit of measure nor its zero matters',
  (method) => {
    const how = Normalisation.parse({ method });
    fc.assert(
      fc.property(
        column,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (x, by, plus) => {
          const one = normalised(x, how, { node: plain, units: [] });
          const other = normalised(
            x.map((value) => value * by + plus),
            how,
            { node: plain, units: [] },
          );
          if (typeof one === 'string' || typeof other === 'string') throw new Error('no answer');
          for (const [at, value] of one.entries())
            if (!Number.isNaN(value)) expect(other[at]).toBeCloseTo(value, 6);
        },
      ),
    );
  },
);

test('[CO-5] without spread every value lies in the middle, and one unit is no trouble', () => {
  const middle = (method: string) => {
    const got = normalised(columnOf([7, null, 7]), Normalisation.parse({ method }), {
      node: plain,
      units: [],
    });
    return typeof got === 'string' ? got : valuesOf(got);
  };
  expect(middle('minmax')).toEqual([50, null, 50]);
  expect(middle('zscore')).toEqual([0, null, 0]);
  expect(middle('dist2max')).toEqual([0.5, null, 0.5]);
});

const positive = fc
  .array(fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })), { minLength: 3, maxLength: 3 })
  .map(columnOf);

test('[CO-8] harmonic ≤ geometric ≤ arithmetic, and each lies within its values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(positive, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 }),
      (parts) => {
        const [columns, weights] = [parts.map(([each]) => each), parts.map(([, weight]) => weight)];
        const of = (method: Mean) => {
          const got = aggregated(columns, weights, { method, least: 0 });
          if ('child' in got) throw new Error('no answer');
          return got;
        };
        const [a, g, h] = [of('arithmetic'), of('geometric'), of('harmonic')];
        for (const unit of [0, 1, 2]) {
          const there = columns
            .map((each) => each[unit] ?? Number.NaN)
            .filter((each) => !Number.isNaN(each));
          expect(Number.isNaN(a[unit])).toBe(there.length === 0);
          if (there.length === 0) continue;
          expect(h[unit]).toBeLessThanOrEqual((g[unit] ?? 0) + 1e-9);
          expect(g[unit]).toBeLessThanOrEqual((a[unit] ?? 0) + 1e-9);
          expect(h[unit]).toBeGreaterThanOrEqual(Math.min(...there) - 1e-9);
          expect(a[unit]).toBeLessThanOrEqual(Math.max(...there) + 1e-9);
        }
      },
    ),
  );
});

test.each<Mean>(['arithmetic', 'geometric', 'harmonic', 'median'])(
  '[CO-8] raising a value never lowers the %s mean',
  (method) => {
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (one, other, by) => {
          const before = aggregated([one, other], [2, 1], { method, least: 0 });
          const after = aggregated([one.map((each) => each + by), other], [2, 1], {
            method,
            least: 0,
          });
          if ('child' in before || 'child' in after) throw new Error('no answer');
          for (const [unit, value] of before.entries())
            if (!Number.isNaN(value)) expect(after[unit]).toBeGreaterThanOrEqual(value - 1e-9);
        },
      ),
    );
  },
);

test('[CO-8] Copeland: a unit without any value has none, and who lacks a value is not held to be behind', () => {
  const got = aggregated([columnOf([3, 2, null]), columnOf([1, null, null])], [1, 1], {
    method: 'copeland',
    least: 0,
  });
  if ('child' in got) throw new Error('no answer');
  expect(valuesOf(got)).toEqual([1, -1, null]);
});
