import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { computed } from './compute.ts';
import { readData, readMeta } from './input.ts';
import { disagreement, seenByRaters } from './raters.ts';
import { freeTemplate, resilienceTemplate, riskTemplate, type Template } from './templates.ts';

function worked({ meta, method }: Template, data: string) {
  const structure = readMeta(records(meta));
  if (!structure.ok) throw new Error(JSON.stringify(structure.problems));
  const numbers = new Set(structure.value.indicators.map(({ code }) => code));
  const table = readData(records(data), numbers);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  const result = computed(table.value, structure.value, method);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.scores;
}

const row = (level: string, topic: string, indicator: string, weight = 1) => ({
  ...{ level, levelTitle: `Level ${level}`, topic, topicTitle: `Topic ${topic}` },
  ...{ indicator, indicatorTitle: `=Indicator ${indicator}`, weight },
});
const resilience = resilienceTemplate([
  row('L1', 'T1', 'a', 3),
  row('L1', 'T1', 'b'),
  row('L1', 'T2', 'c'),
  row('L2', 'T3', 'd'),
]);

test('[CO-22] a resilience profile: 0 to 4 becomes 0 to 100, whoever else is there', () => {
  const scores = worked(resilience, 'uCode,i-a,i-b,i-c,i-d\nx,4,0,2,1\n');
  // T1 = (3 × 100 + 0) / 4; L1 = (75 + 50) / 2; the whole = (62.5 + 25) / 2.
  expect(['t-T1', 'l-L1', 'resilience'].map((code) => scores.get(code)?.[0])).toEqual([
    75, 62.5, 43.75,
  ]);
});

test('[CO-22] with fewer than half of what it needs there is no number', () => {
  const scores = worked(resilience, 'uCode,i-a,i-b,i-c,i-d\nx,,,2,\n');
  expect(['t-T1', 'l-L1', 'resilience'].map((code) => scores.get(code)?.[0])).toEqual([
    ...[null, 50, 50],
  ]);
});

test('[CO-22] risk is the cube root of its three dimensions multiplied', () => {
  const names = ['hazard', 'vulnerability', 'coping'];
  const header = names.flatMap((name) => [`${name}_1`, `${name}_2`]).join(',');
  const scores = worked(riskTemplate, `uCode,${header}\nx,0,0,0,0,0,1\ny,1,1,1,1,1,0\n`);
  const half = (0.1 + 10) / 2;
  expect(scores.get('risk')?.map(Number)).toEqual([
    expect.closeTo(Math.cbrt(0.1 * 0.1 * half), 10),
    expect.closeTo(Math.cbrt(10 * 10 * half), 10),
  ]);
});

test('[CO-22] the free template holds together', () => {
  expect(worked(freeTemplate, 'uCode,first,second\nx,1,2\ny,2,1\n').get('index')).toEqual([50, 50]);
});

test('[CO-21] raters’ disagreement is the standard error of their mean', () => {
  const of = (unit: string, indicator: string, ...values: readonly number[]) =>
    values.map((value) => ({ unit, indicator, value }));
  const seen = seenByRaters([
    ...of('x', 'a', 1, 3),
    ...of('y', 'a', 2),
    ...of('x', 'b', 2, 2, 2),
    ...of('z', 'c', 4),
  ]);
  // Of 1 and 3: deviation √2, over √2 raters: 1. Of three twos: 0.
  expect(seen).toMatchObject([
    { unit: 'x', indicator: 'a', mean: 2, error: 1, raters: 2 },
    { unit: 'y', error: null, raters: 1 },
    { unit: 'x', indicator: 'b', error: 0, raters: 3 },
    { unit: 'z', error: null },
  ]);
  const half = Math.sqrt((1 + 0) / 2);
  expect(disagreement(['y', 'x', 'z'], seen)).toEqual({
    kind: 'values',
    errors: { a: [1, 1, null], b: [null, 0, null], c: [null, null, half] },
  });
});

test('[CO-21] where nothing was rated twice, nothing is said of how sure it is', () => {
  expect(disagreement(['x'], seenByRaters([{ unit: 'x', indicator: 'a', value: 1 }]))).toBeNull();
});
