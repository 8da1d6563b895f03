import { expect, test } from 'vitest';
import { computed } from './compute.ts';
import { checkedDefinition, noticesOf, openedIndex } from './definition.ts';
import { modelOf } from './draw.ts';
import { madeIndex, type MadeIndicator } from './made.ts';
import { monteCarlo } from './monte-carlo.ts';

const cell = (value: number | null, interval: readonly [number, number] | null = null) => ({
  ...{ value, n: value === null ? null : 40, suppressed: value === null },
  ...{ low: interval?.[0] ?? null, high: interval?.[1] ?? null },
});
const poor: MadeIndicator = {
  ...{ code: 'poor', title: 'Poverty', group: 'Need', direction: -1, unit: '%' },
  ...{ source: 'Made up', period: '2024', notice: '' },
  cells: [cell(10, [8, 11.92]), cell(20), null],
};
const found: MadeIndicator = {
  ...{ ...poor, code: 'found', title: '=People found', group: 'Help', direction: 1 },
  ...{ notice: 'Detection, not prevalence.', cells: [cell(4), cell(null), cell(9)] },
};
const made = madeIndex({
  ...{ title: 'Two signs', note: '', placeType: 'district' },
  units: ['Alder', 'Birch', 'Cedar'].map((name, at) => ({ code: `X0${at}`, name })),
  indicators: [poor, found],
});

test('values at hand become an index that holds together and has a result', () => {
  expect(checkedDefinition(made)).toMatchObject({ ok: true });
  const opened = openedIndex(made);
  if (!opened.ok) throw new Error('it was checked');
  const { table, structure } = opened.value;
  expect(structure.aggregates.map(({ code, name }) => [code, name])).toEqual([
    ['g1', 'Need'],
    ['g2', 'Help'],
    ['index', 'The whole'],
  ]);
  const result = computed(table, structure, made.method);
  // Poverty turned over: Alder 100, Birch 1; found: Alder 1, Cedar 100. The mean of what is there.
  expect(result.ok && result.value.scores.get('index')).toEqual([50.5, 1, 100]);
});

test('what is known about a value goes along: interval, n, why it is missing, and notices', () => {
  const [head = '', alder = '', birch = ''] = made.data.split('\r\n');
  expect(head).toBe('uCode,uName,poor,found,poor_low,poor_high,poor_n,found_n,found_note');
  expect(alder).toBe('X00,Alder,10,4,8,11.92,40,40,');
  expect(birch).toBe('X01,Birch,20,,,,40,,[c]');
  expect(noticesOf(made.meta)).toEqual([{ code: 'found', notice: 'Detection, not prevalence.' }]);
  // A normal interval of 95 % is 3.92 standard errors wide: 3.92 here.
  expect(made.uncertainty?.sources.find(({ kind }) => kind === 'values')).toMatchObject({
    errors: { poor: [expect.closeTo(1, 12), null, null] },
  });
});

test('[CO-10] errors stay with their units where screening leaves others out', () => {
  const sure = madeIndex({
    ...{ title: 'Screened', note: '', placeType: null },
    units: ['gone', 'sure', 'unsure'].map((code) => ({ code, name: code })),
    indicators: [
      { ...poor, cells: [null, cell(10), cell(20, [0, 40])] },
      { ...poor, code: 'ill', cells: [cell(3), cell(5), cell(7)] },
    ],
  });
  const method = { ...sure.method, screen: { least: 0.9 } };
  const opened = openedIndex(sure);
  const errors = sure.uncertainty?.sources.filter(({ kind }) => kind === 'values') ?? [];
  if (!opened.ok) throw new Error('it holds together');
  const { table, structure } = opened.value;
  const plain = { ...method, normalise: { all: { method: 'none' as const }, only: {} } };
  const model = modelOf(table, structure, plain, { node: null, sources: errors });
  if (!model.ok) throw new Error('it has a model');
  const draws = monteCarlo(model.value, 200, 1);
  expect(draws.standings.map(({ unit }) => unit)).toEqual(['sure', 'unsure']);
  const [known, unknown] = draws.standings.map(({ low, high }) => (high ?? 0) - (low ?? 0));
  expect(known).toBe(0);
  expect(unknown).toBeGreaterThan(10);
});
