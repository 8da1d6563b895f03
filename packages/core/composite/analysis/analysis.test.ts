import { expect, test } from 'vitest';
import { records } from '../../table/index.ts';
import { computed, type IndexResult } from '../compute.ts';
import { modelOf } from '../draw.ts';
import { readData, readMeta } from '../input.ts';
import { Method } from '../method.ts';
import { monteCarlo } from '../monte-carlo.ts';
import { Uncertainty } from '../uncertain.ts';
import reference from './analysis.reference.json' with { type: 'json' };
import { beside } from './beside.ts';
import { consistency } from './consistency.ts';
import { influences, mainEffect } from './influence.ts';
import { spreads } from './outlier.ts';
import { correlations, flags, relations } from './relation.ts';
import { removals } from './removal.ts';
import { placesOf, strengthsAndWeaknesses } from './unit.ts';

const meta = readMeta(records(reference.meta));
if (!meta.ok) throw new Error(JSON.stringify(meta.problems));
const structure = meta.value;
const data = readData(
  records(reference.data),
  new Set(structure.indicators.map(({ code }) => code)),
);
if (!data.ok) throw new Error(JSON.stringify(data.problems));
const table = data.value;

function index(method: Record<string, unknown> = {}): IndexResult {
  const result = computed(table, structure, Method.parse(method));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const result = index();
const close = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : (expect.closeTo(value, 10) as unknown)));

test('the index itself is COINr’s', () => {
  expect(result.scores.get('I')).toEqual(close(reference.index));
});

test.each(['pearson', 'spearman'] as const)('[CO-12] every %s correlation is R’s', (by) => {
  const found = correlations(result, { by });
  const wanted: Readonly<Record<string, readonly number[]>> = reference[by];
  expect(found.codes).toEqual(Object.keys(wanted));
  for (const [at, code] of found.codes.entries())
    expect(found.values[at]).toEqual(close(wanted[code] ?? []));
});

test('[CO-12] what is left of a correlation when the index is taken from both is that of R’s residuals', () => {
  const found = correlations(result, { by: 'partial', given: 'I' }, ['g', 'b', 'c']);
  expect(found.values[0]).toEqual([1, ...close(reference.partialGivenI.slice(0, 2))]);
});

test('[CO-12] alpha and components of siblings are R’s', () => {
  const q = consistency(result, structure).find(({ node }) => node === 'Q');
  expect(q?.alpha).toBeCloseTo(reference.alphaQ, 10);
  expect(q?.shares).toEqual(close(reference.eigenQ.map((variance) => variance / 4)));
  expect(consistency(result, structure).map(({ node }) => node)).toEqual(['P', 'Q', 'I']);
});

test('[CO-15] siblings that say the same, or work against each other, are those COINr flags', () => {
  const found = flags(relations(result, structure)).filter(({ kind }) => kind === 'siblings');
  const pairs = (flag: string) =>
    found.flatMap((each) => (each.flag === flag ? [[each.one, each.other, each.pearson]] : []));
  const sorted = (rows: readonly (readonly (string | number)[])[]) =>
    rows.map(([one, other, r]) => [
      ...[one, other].toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
      expect.closeTo(Number(r), 10),
    ]);
  expect(pairs('redundant')).toEqual(sorted(reference.high));
  expect(pairs('opposed').filter(([one]) => one !== 'P')).toEqual(sorted(reference.low));
});

test('[CO-15] a child that has little to do with its parent is flagged', () => {
  const weak = flags(relations(result, structure)).filter(({ flag }) => flag === 'weak');
  const parents: Readonly<Record<string, readonly number[]>> = reference.pearson;
  for (const { one, other, pearson } of weak) {
    expect(pearson).toBeCloseTo(parents[one]?.[Object.keys(parents).indexOf(other)] ?? 9, 10);
    expect(pearson).toBeLessThan(0.3);
  }
  expect(weak.map(({ one }) => one)).toEqual(['f']);
});

test('[CO-16] weights multiplied on the way up are COINr’s effective weights', () => {
  const wanted: Readonly<Record<string, number>> = reference.effectiveWeights;
  const found = [...influences(result, structure), ...influences(result, structure, 'I', 2)];
  for (const { code, meant } of found) expect(meant).toBeCloseTo(wanted[code] ?? 9, 12);
  expect(found.map(({ code }) => code)).toEqual('abcdefgPQ'.split(''));
});

test('[CO-16] main effects are those of weighted regressions by R, point by point', () => {
  const found = influences(result, structure);
  const wanted: Readonly<Record<string, number>> = reference.mainEffects;
  for (const { code, effect, linear } of found) {
    expect(effect).toBeCloseTo(wanted[code] ?? 9, 8);
    const r = reference.pearson.I[Object.keys(reference.pearson).indexOf(code)] ?? 9;
    expect(linear).toBeCloseTo(r ** 2, 10);
  }
  expect(found.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
});

test('[CO-16] a curve is seen where a line sees nothing, and few units say nothing', () => {
  // y = x² over evenly spread x: no straight line, and all of the variance is x's.
  const x = Float64Array.from({ length: 101 }, (_, at) => at / 50 - 1);
  expect(
    mainEffect(
      x,
      x.map((each) => each ** 2),
    ),
  ).toBeGreaterThan(0.95);
  expect(mainEffect(x.slice(0, 9), x.slice(0, 9))).toBeNull();
  expect(
    mainEffect(
      x,
      x.map(() => 3),
    ),
  ).toBeNull();
});

test('[CO-17] a unit’s strengths and weaknesses are those COINr names, with their ranks', () => {
  const { unit, strong, weak } = reference.strengths;
  const found = strengthsAndWeaknesses(result, structure, unit, 2);
  const shown = (places: readonly { code: string; rank: number | null }[]) =>
    places.map(({ code, rank }) => [code, rank]);
  expect(shown(found.strengths)).toEqual(strong.map(([code, rank]) => [code, rank]));
  const weaknesses = weak.map(([code, rank]) => [code, rank]);
  expect(shown(found.weaknesses)).toEqual(expect.arrayContaining(weaknesses));
  expect(() => placesOf(result, structure, 'nobody')).toThrow(RangeError);
});

test('[CO-17] no indicator is a strength and a weakness, and one that is missing is neither', () => {
  const { strengths, weaknesses } = strengthsAndWeaknesses(result, structure, 'u03', 5);
  const codes = [...strengths, ...weaknesses].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.toSorted()).toEqual('bcdefg'.split(''));
});

test('[CO-18] how values lie is what COINr’s statistics say, and the unit beyond Tukey’s fence is named', () => {
  const wanted: Readonly<Record<string, readonly number[]>> = reference.stats;
  for (const each of spreads(table, structure)) {
    const { least, most, mean, median, skew, kurtosis, there, same } = each;
    const quartiles = [each.lowerQuartile, each.upperQuartile];
    const got = [least, most, mean, median, skew, kurtosis, there, same, ...quartiles];
    expect(got).toEqual(close(wanted[each.code] ?? []));
  }
  const d = spreads(table, structure).find(({ code }) => code === 'd');
  expect(d?.isOut).toBe(true);
  const outlying = (side: number) => d?.outlying.filter((each) => each.side === side) ?? [];
  expect(outlying(1).map(({ unit }) => unit)).toEqual(reference.fences.high);
  // Quartiles as R gives them; 22.4 is the least of the column.
  const [low = 0, high = 0] = reference.stats.d.slice(-2);
  expect(22.4).toBeLessThan(low - 1.5 * (high - low));
  expect(outlying(-1)).toEqual([{ unit: 'u06', value: 22.4, side: -1 }]);
});

test('[CO-20] taking out each indicator and node moves ranks as COINr says', () => {
  const found = removals(table, structure, Method.parse({}));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const wanted: Readonly<Record<string, { mean: number; diffs: readonly number[] }>> =
    reference.removed;
  expect(found.value.map(({ code }) => code)).toEqual('abcdefgPQ'.split(''));
  for (const { code, gains, mean, most } of found.value) {
    expect(gains).toEqual(wanted[code]?.diffs);
    expect(mean).toBeCloseTo(wanted[code]?.mean ?? 9, 12);
    expect(most).toBe(Math.max(...(wanted[code]?.diffs ?? []).map(Math.abs)));
  }
});

test('[CO-20] an only child takes its parent along, and what leaves nothing is left out', () => {
  const lone = readMeta(
    records(
      'iCode,Level,Parent,Type\na,1,P,Indicator\nb,1,Q,Indicator\nP,2,I,Aggregate\nQ,2,I,Aggregate\nI,3,,Aggregate\n',
    ),
  );
  if (!lone.ok) throw new Error('the made-up tree does not hold together');
  const found = removals(table, lone.value, Method.parse({ weight: { method: 'equal' } }));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const gains = new Map(found.value.map((each) => [each.code, each.gains]));
  expect(gains.get('a')).toEqual(gains.get('P'));
  const alone = removals(table, lone.value, Method.parse({}), 'P');
  expect(alone).toEqual({ ok: true, value: [] });
});

test('[CO-19] two methods beside each other move the units that COINr says', () => {
  const other = index({ normalise: { all: { method: 'zscore' } } });
  expect(other.scores.get('I')).toEqual(close(reference.indexByZscore));
  const ways = [
    { name: 'min-max', result, draws: null },
    { name: 'z-score', result: other, draws: null },
  ];
  const { units, shifts } = beside(ways, 'I');
  expect(units.map(({ gains }) => Math.abs(gains[1] ?? 9))).toEqual(reference.rankShift);
  expect(shifts[0]).toMatchObject({ mean: 0, most: 0, movers: [], spearman: 1, apart: null });
  expect(shifts[1]).toMatchObject({ most: 1, movers: ['u09', 'u11'] });
  // 1 − 6 Σd² ÷ n(n² − 1), with d² 1 for two of fourteen units.
  expect(shifts[1]?.spearman).toBeCloseTo(1 - (6 * 2) / (14 * 195), 12);
  expect(units[8]).toMatchObject({ unit: 'u09', rankLeast: 6, rankMost: 7 });
});

test('[CO-19] rank intervals and how many pairs can be told apart stand beside the ranks', () => {
  const asked = Uncertainty.parse({ sources: [{ kind: 'weights', by: 0.9 }] });
  const model = modelOf(table, structure, Method.parse({}), asked);
  if (!model.ok) throw new Error(JSON.stringify(model.problems));
  const draws = monteCarlo(model.value, 200, 1);
  const { units, shifts } = beside([{ name: 'as it is', result, draws }], 'I');
  const [last] = units.filter(({ unit }) => unit === 'u07');
  expect(last?.stands[0]).toMatchObject({ rank: 14, rankHigh: 14 });
  // 14 units make 91 pairs; weights that may nearly double or vanish leave some of them undecided.
  expect(shifts[0]?.apart?.of).toBe(91);
  expect(shifts[0]?.apart?.pairs).toBeGreaterThan(45);
  expect(shifts[0]?.apart?.pairs).toBeLessThan(91);
});

test('[CO-19] a unit that another way screens out has no rank there', () => {
  const screened = index({ screen: { least: 1 } });
  const ways = [
    { name: 'all', result, draws: null },
    { name: 'whole rows', result: screened, draws: null },
  ];
  const missing = beside(ways, 'I').units.filter(({ gains }) => gains[1] === null);
  expect(missing.map(({ unit }) => unit)).toEqual(['u03', 'u07', 'u11']);
  expect(() => beside([], 'I')).toThrow(RangeError);
});
