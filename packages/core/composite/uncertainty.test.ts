import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { modelOf, type Model } from './draw.ts';
import { readData, readMeta } from './input.ts';
import { Method } from './method.ts';
import { areApart, groupsTogether, monteCarlo, stillMoving } from './monte-carlo.ts';
import { rankShift, sensitivity } from './sensitivity.ts';
import { sobolPoints } from './sobol-sequence.ts';
import { Uncertainty } from './uncertain.ts';

const meta = 'iCode,Level,Parent,Type\na,1,I,Indicator\nb,1,I,Indicator\nI,2,,Aggregate\n';
const data = 'uCode,a,b\nfar,100,100\nnear,11,9\nbeside,10,10\nlast,0,0\n';

function model(sources: readonly Record<string, unknown>[], text = data): Model {
  const structure = readMeta(records(meta));
  const table = readData(records(text), new Set(['a', 'b']));
  if (!structure.ok || !table.ok) throw new Error('the made-up index does not hold together');
  const made = modelOf(
    table.value,
    structure.value,
    Method.parse({}),
    Uncertainty.parse({ sources }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const weights = { kind: 'weights', by: 0.5 };

test('[CO-10] one seed gives the same draws, another others', () => {
  const of = (seed: number) => monteCarlo(model([weights]), 200, seed).standings;
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

test('[CO-10] units that swap places over the draws cannot be told apart; one far ahead can', () => {
  const draws = monteCarlo(model([weights]), 500, 7);
  expect(draws.standings.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([
    ...[
      [1, 1],
      [2, 3],
      [2, 3],
      [4, 4],
    ],
  ]);
  expect(areApart(draws, 0, 1)).toBe(true);
  expect(areApart(draws, 1, 2)).toBe(false);
  expect(groupsTogether(draws).map((group) => group.toSorted())).toEqual([
    ['far'],
    ['beside', 'near'],
    ['last'],
  ]);
});

test('[CO-10] a unit without a value in some draws is set beside others where both have one', () => {
  const values = [
    [3, 2, Number.NaN],
    [1, 0.5, 9],
    [1, 0.5, Number.NaN],
  ];
  const draws = monteCarlo(
    {
      ...{ dimensions: 1, units: ['steady', 'under', 'seldom'], node: 'all' },
      at: (point) => Float64Array.from(values[Math.floor((point[0] ?? 0) * 3)] ?? []),
    },
    300,
    1,
  );
  // “Steady” is over “under” in every draw; “seldom” has a value in the second kind only, and is over both there.
  expect(draws.ahead[1]).toBe(1);
  expect(draws.ahead[6]).toBe(1);
  expect(draws.ahead[2]).toBe(0);
  expect(groupsTogether(draws)[0]).toEqual(['seldom']);
  expect(groupsTogether(draws)[1]).toEqual(['steady']);
});

test('[CO-10] of two units one is ahead as often as the other is not', () => {
  const { ahead } = monteCarlo(model([weights]), 300, 3);
  for (let one = 0; one < 4; one += 1)
    for (let other = 0; other < 4; other += 1)
      expect((ahead[one * 4 + other] ?? 0) + (ahead[other * 4 + one] ?? 0)).toBeCloseTo(1, 12);
});

test('[CO-10] raters’ disagreement widens the interval of the units they disagree on', () => {
  const errors = { a: [0, 3, null, 0], b: [0, 3, null, 0] };
  const draws = monteCarlo(model([{ kind: 'values', errors }]), 500, 5);
  const width = (at: number) => (draws.standings[at]?.high ?? 0) - (draws.standings[at]?.low ?? 0);
  expect(width(1)).toBeGreaterThan(4);
  expect(width(1)).toBeGreaterThan(3 * width(2));
});

test('[CO-10] running intervals end in the intervals, and say when more draws would tell nothing new', () => {
  const many = monteCarlo(model([weights]), 800, 7);
  expect(many.running.map(({ draws }) => draws)).toEqual([100, 200, 300, 400, 500, 600, 700, 800]);
  const last = many.running.at(-1);
  expect(last?.rankLow).toEqual(many.standings.map(({ rankLow }) => rankLow));
  expect(last?.rankHigh).toEqual(many.standings.map(({ rankHigh }) => rankHigh));
  // The first 100 draws of 800 are those of 100: one seed, one chance.
  const few = monteCarlo(model([weights]), 100, 7);
  expect(many.running[0]?.rankHigh).toEqual(few.standings.map(({ rankHigh }) => rankHigh));
  expect(stillMoving(many)).toBe(0);
});

test('[CO-10] an interval that has not settled is seen to move', () => {
  const interval = (draws: number, low: number, high: number) => ({
    ...{ draws, rankLow: [1, low], rankHigh: [1, high] },
  });
  const running = [interval(1, 2, 3), interval(2, 2, 5), interval(3, 2, 6), interval(4, 3, 9)];
  expect(stillMoving({ running })).toBe(4);
  expect(stillMoving({ running: [] })).toBeNull();
});

test('[CO-10] choices that have no answer together are counted and are in no figure', () => {
  const options = [{ method: 'arithmetic' }, { method: 'geometric' }];
  const draws = monteCarlo(model([{ kind: 'aggregate', options }]), 400, 11);
  // The least value of min-max is 0, over which a geometric mean is not defined.
  expect(draws.unanswered).toBeGreaterThan(150);
  expect(draws.draws + draws.unanswered).toBe(400);
});

test('it can be stopped, and says how far it has come', () => {
  const shares: number[] = [];
  const draws = monteCarlo(model([weights]), 1000, 1, (share) => {
    shares.push(share);
    return shares.length < 3;
  });
  expect(draws.draws).toBe(191);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
});

test('a node that is not there is a problem', () => {
  const structure = readMeta(records(meta));
  const table = readData(records(data), new Set(['a', 'b']));
  if (!structure.ok || !table.ok) throw new Error('the made-up index does not hold together');
  const asked = Uncertainty.parse({ sources: [weights], node: 'zz' });
  expect(modelOf(table.value, structure.value, Method.parse({}), asked)).toMatchObject({
    problems: [{ code: 'index-node-unknown', details: { node: 'zz' } }],
  });
});

test('[CO-11] the first points of the sequence are the published ones', () => {
  // Joe & Kuo's page prints these for three dimensions, after the origin.
  expect(sobolPoints(5, 3).map((point) => [...point])).toEqual([
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
    [0.375, 0.375, 0.625],
    [0.875, 0.875, 0.125],
  ]);
});

test('[CO-11] of 1,023 points every half, quarter and eighth of each dimension has its share', () => {
  const points = sobolPoints(1023, 21);
  for (let at = 0; at < 21; at += 1) {
    const counts = new Array<number>(8).fill(0);
    for (const point of points) {
      const band = Math.floor((point[at] ?? 0) * 8);
      counts[band] = (counts[band] ?? 0) + 1;
    }
    expect(counts.toSorted((a, b) => a - b)).toEqual([127, 128, 128, 128, 128, 128, 128, 128]);
  }
});

/** A model whose output is a function of its coordinates, to try estimators on. */
function plain(dimensions: number, of: (point: ArrayLike<number>) => number): Model {
  return { dimensions, units: ['x'], node: 'x', at: (point) => Float64Array.of(of(point)) };
}
const value = (values: Float64Array) => values[0] ?? Number.NaN;

test('[CO-11] Ishigami’s function has its published effects', () => {
  // a = 7, b = 0.1: first-order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437 (Saltelli et al. 2008).
  const turn = (share: number | undefined) => Math.PI * (2 * (share ?? 0) - 1);
  const ishigami = plain(3, (at) => {
    const [x, y, z] = [turn(at[0]), turn(at[1]), turn(at[2])];
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  });
  const found = sensitivity(ishigami, value, 4096, 1);
  const wanted = [
    [0.3139, 0.5576],
    [0.4424, 0.4424],
    [0, 0.2437],
  ];
  for (const [source, [first = 0, total = 0]] of wanted.entries()) {
    const effect = found?.effects[source];
    expect(effect?.first).toBeCloseTo(first, 1.7);
    expect(effect?.total).toBeCloseTo(total, 1.7);
    expect(effect?.firstLow).toBeLessThan(first + 0.02);
    expect(effect?.firstHigh).toBeGreaterThan(first - 0.02);
  }
});

test('[CO-11] effects do not hang on where the output begins', () => {
  const of = (from: number) =>
    sensitivity(
      plain(2, (at) => from + 2 * (at[0] ?? 0) + (at[1] ?? 0)),
      value,
      256,
      1,
    );
  // 2x + y: four fifths and one fifth. By 256 points the estimate is good to a few hundredths, wherever it begins.
  for (const from of [0, 1000]) {
    const [one, other] = of(from)?.effects ?? [];
    expect(Math.abs((one?.first ?? 0) - 0.8)).toBeLessThan(0.05);
    expect(Math.abs((other?.first ?? 0) - 0.2)).toBeLessThan(0.05);
    expect((one?.firstHigh ?? 9) - (one?.firstLow ?? 0)).toBeLessThan(0.5);
  }
});

test('[CO-20] to leave an indicator out is not to lack it: no unit loses its value', () => {
  const structure = readMeta(records(meta));
  const table = readData(records(data), new Set(['a', 'b']));
  if (!structure.ok || !table.ok) throw new Error('the made-up index does not hold together');
  const whole = Method.parse({ aggregate: [{ method: 'arithmetic', least: 1 }] });
  const made = modelOf(
    table.value,
    structure.value,
    whole,
    Uncertainty.parse({ sources: [{ kind: 'leave-out', indicators: ['a', 'b'] }] }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  // From the least, 0, to the greatest, 100: a and b alone.
  expect([...(made.value.at([0.5]) ?? [])]).toEqual([100, 9, 10, 0]);
  expect([...(made.value.at([0.9]) ?? [])]).toEqual([100, 11, 10, 0]);
});

test('[CO-11] effects over more and more points end in the effects', () => {
  const sum = plain(2, (at) => 2 * (at[0] ?? 0) + (at[1] ?? 0));
  const found = sensitivity(sum, value, 1024, 1);
  expect(found?.running.map(({ base }) => base)).toEqual([256, 512, 768, 1024]);
  expect(found?.running.at(-1)?.first).toEqual(found?.effects.map(({ first }) => first));
  expect(found?.running.at(-1)?.total).toEqual(found?.effects.map(({ total }) => total));
  // 2x + y: variances 4 ÷ 12 and 1 ÷ 12, so four fifths and one fifth.
  for (const { first } of found?.running.slice(1) ?? []) {
    expect(first[0]).toBeCloseTo(0.8, 1);
    expect(first[1]).toBeCloseTo(0.2, 1);
  }
});

test('[CO-11] more sources than the sequence has dimensions for are refused', () => {
  const sources = new Array(11).fill(weights);
  expect(Uncertainty.safeParse({ sources }).success).toBe(false);
  const ten = plain(10, (at) => at[9] ?? 0);
  expect(sensitivity(ten, value, 64, 1)?.effects).toHaveLength(10);
});

test('[CO-11] where nothing moves the output, nothing matters, and no number is made up', () => {
  const found = sensitivity(
    plain(2, () => 3),
    value,
    64,
    1,
  );
  expect(found).toMatchObject({
    variance: 0,
    effects: [{ first: null, firstLow: null, total: null }, {}],
  });
});

test('[CO-11] a source alone brings about all of the variance', () => {
  const found = sensitivity(
    plain(2, (at) => at[1] ?? 0),
    value,
    512,
    1,
  );
  expect(found?.effects[0]?.total).toBeCloseTo(0, 6);
  expect(found?.effects[1]?.first).toBeCloseTo(1, 1);
});

test('an index’s ranks may be the output, and it can be stopped', () => {
  const of = model([
    weights,
    { kind: 'normalise', options: [{ method: 'minmax' }, { method: 'zscore' }] },
  ]);
  const standing = of.at([0.5, 0]);
  if (standing === null) throw new Error('no answer');
  const found = sensitivity(of, rankShift(standing), 64, 1);
  expect(found).toMatchObject({ base: 64, runs: 256, unanswered: 0 });
  expect(sensitivity(of, rankShift(standing), 64, 1, () => false)).toBeNull();
});
