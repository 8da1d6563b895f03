import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { aggregated } from './aggregate.ts';
import { columnOf, shape, valuesOf } from './column.ts';
import { computed } from './compute.ts';
import reference from './coinr.reference.json' with { type: 'json' };
import { readData, readMeta } from './input.ts';
import { components, cronbach, pearson, spearman } from './linear.ts';
import type { Node } from './meta.ts';
import { Method, Normalisation, Treatment } from './method.ts';
import { normalised } from './normalise.ts';
import { imputed } from './prepare.ts';
import { treated } from './treat.ts';

type Values = readonly (number | null)[];
const given: Readonly<Record<string, Values>> = reference.values;
const at = (name: string): Values => given[name] ?? [];

/** Equal to twelve digits, and missing in the same places. */
function expectSame(got: Values, wanted: Values): void {
  expect(got.map((each) => each === null)).toEqual(wanted.map((each) => each === null));
  for (const [place, value] of wanted.entries()) {
    if (value === null) continue;
    const scale = Math.max(1, Math.abs(value));
    expect(Math.abs((got[place] ?? Number.NaN) - value) / scale).toBeLessThan(1e-12);
  }
}

function node(more: Partial<Node> = {}): Node {
  return {
    ...{ code: 'x', name: '', level: 1, parent: null, direction: 1, weight: 1 },
    ...{ denominator: null, target: null, goalposts: null },
    ...more,
  };
}

const down = { direction: -1 } as const;
const posts = { low: 1, high: 10, scale: 5 };
const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test.each<[string, Record<string, unknown>, Partial<Node>]>([
  ['minmax_up', { method: 'minmax' }, {}],
  ['minmax_down', { method: 'minmax', range: [1, 10] }, down],
  ['zscore', { method: 'zscore', mean: 10, deviation: 2 }, down],
  ['rank_up', { method: 'rank' }, {}],
  ['rank_down', { method: 'rank' }, down],
  ['borda', { method: 'borda' }, {}],
  ['prank', { method: 'prank' }, {}],
  ['dist2max', { method: 'dist2max' }, down],
  ['fracmax', { method: 'fracmax' }, {}],
  ['scaled', { method: 'scaled', from: 1, to: 20, factor: 50 }, {}],
  ['scaled_down', { method: 'scaled', from: 1, to: 20, factor: 50 }, down],
  ['dist2ref', { method: 'dist2ref', unit: 'd' }, {}],
  ['dist2ref_cap', { method: 'dist2ref', unit: 'd', cap: true }, {}],
  ['dist2targ', { method: 'dist2targ' }, { target: 9 }],
  ['dist2targ_down', { method: 'dist2targ', cap: true }, { ...down, target: 2 }],
  ['goalposts', { method: 'goalposts' }, { goalposts: { ...posts, cut: true } }],
  ['goalposts_down', { method: 'goalposts' }, { ...down, goalposts: { ...posts, cut: false } }],
])('[CO-4] %s gives what COINr gives', (name, how, of) => {
  const column = normalised(columnOf(at('x')), Normalisation.parse(how), { node: node(of), units });
  if (typeof column === 'string') throw new Error(column);
  expectSame(valuesOf(column), at(name));
});

test.each([
  ['skewed', 'treat_skewed', 'winsorised'],
  ['low', 'treat_low', 'winsorised'],
  ['wild', 'treat_wild', 'winsorised'],
  ['wilder', 'treat_wilder', 'log'],
  ['x', 'treat_x', 'nothing'],
])('[CO-6] the treatment of %s is COINr’s', (from, name, done) => {
  const result = treated(columnOf(at(from)), Treatment.parse({ method: 'auto' }));
  expectSame(valuesOf(result.column), at(name));
  expect(result.done).toBe(done);
});

test.each<[string, string, Record<string, unknown>]>([
  ['skewed', 'log', { method: 'log' }],
  ['x', 'boxcox_half', { method: 'box-cox', lambda: 0.5 }],
  ['x', 'boxcox_0', { method: 'box-cox', lambda: 0 }],
  ['wild', 'winsorise_wild', { method: 'winsorise' }],
])('[CO-6] %s under %s is COINr’s', (from, name, how) => {
  expectSame(valuesOf(treated(columnOf(at(from)), Treatment.parse(how)).column), at(name));
});

test('[CO-6] skewness and kurtosis are COINr’s', () => {
  for (const name of ['x', 'skewed']) {
    const found = shape(columnOf(at(name)));
    expectSame([found?.skew ?? null, found?.kurtosis ?? null], at(`skew_kurt_${name}`));
  }
});

test.each([
  ['i_mean', { method: 'mean' }],
  ['i_median', { method: 'median' }],
  ['i_mean_grp', { method: 'group-mean', group: 'g' }],
  ['i_median_grp', { method: 'group-median', group: 'g' }],
] as const)('[CO-3] %s gives what COINr gives', (name, how) => {
  expectSame(valuesOf(imputed(columnOf(at('x')), how, reference.groups)), at(name));
});

test.each([
  ['amean', 'withGaps', { method: 'arithmetic' }],
  ['gmean', 'withGaps', { method: 'geometric' }],
  ['hmean', 'withGaps', { method: 'harmonic' }],
  ['genmean2', 'whole', { method: 'generalised', power: 2 }],
  ['genmean_3', 'whole', { method: 'generalised', power: -3 }],
  ['copeland', 'whole', { method: 'copeland' }],
] as const)('[CO-8] %s gives what COINr gives', (name, table, how) => {
  const column = aggregated(reference[table].map(columnOf), reference.weights, {
    least: 0,
    ...how,
  });
  if ('child' in column) throw new Error('no answer');
  expectSame(valuesOf(column), at(name));
});

test('[CO-12] correlations, components and alpha are R’s', () => {
  const [one, two, three] = reference.whole.map(columnOf);
  if (one === undefined || two === undefined || three === undefined)
    throw new Error('three columns');
  expectSame([pearson(one, two), pearson(one, three)], at('pearson'));
  const [x, negative] = [columnOf(at('x')), columnOf(at('negative'))];
  expectSame([spearman(x, negative), pearson(x, negative)], at('spearman'));
  const found = components([one, two, three]);
  expectSame(found?.variances ?? [], at('pca_sd2'));
  expectSame((found?.loadings[0] ?? []).map(Math.abs), at('pca_load1'));
  expectSame([cronbach([one, two, three])], at('alpha'));
});

const folder = '../shared/data/composite-asem';
const table = (name: string) => records(readFileSync(`${folder}/${name}`, 'utf8'));

test.skipIf(!existsSync(folder)).each([
  ['asem-minmax-amean.csv', {}],
  ['asem-zscore-amean.csv', { normalise: { all: { method: 'zscore' } } }],
])(
  '[CO-1] the index of 51 countries by 49 indicators is %s at every level (skipped without the shared data)',
  (name, how) => {
    const structure = readMeta(table('asem-meta.csv'));
    if (!structure.ok) throw new Error(JSON.stringify(structure.problems));
    const data = readData(
      table('asem-data.csv'),
      new Set(structure.value.indicators.map(({ code }) => code)),
    );
    if (!data.ok) throw new Error(JSON.stringify(data.problems));
    const result = computed(data.value, structure.value, Method.parse(how));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const wanted = table(name);
    const places = wanted.records.map(({ cells }) =>
      result.value.units.indexOf(cells['uCode'] ?? ''),
    );
    expect(wanted.columns).toHaveLength(1 + 49 + 8 + 2 + 1);
    for (const column of wanted.columns.slice(1)) {
      const got = result.value.scores.get(column) ?? [];
      expectSame(
        places.map((place) => got[place] ?? null),
        wanted.records.map(({ cells }) =>
          cells[column] === '' || cells[column] === 'NA' ? null : Number(cells[column]),
        ),
      );
    }
  },
);
