import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classEdges, classOf } from './classes.ts';
import { outlines } from './geo.ts';
import { stacked } from './lanes.ts';
import { niceDomain, readableTicks, scale, tickDecimals, ticks } from './scale.ts';
import { seriesFinding } from './series.ts';
import { fitted, wrapped } from './text.ts';
import { overlaps } from './overlap.ts';
import { markWords } from './words.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('ticks are round and stay within the domain', () => {
  expect(ticks(0, 4, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(ticks(0, 0.5, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(ticks(0, 68, 5)).toEqual([0, 20, 40, 60]);
  fc.assert(
    fc.property(finite, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (least, span) => {
      const all = ticks(least, least + span, 6);
      expect(all.length).toBeLessThan(20);
      for (const tick of all) {
        expect(tick).toBeGreaterThanOrEqual(least - span * 1e-6);
        expect(tick).toBeLessThanOrEqual(least + span * (1 + 1e-6));
      }
    }),
  );
});

test('a domain holds all its values, and its foot is 0 where asked', () => {
  expect(niceDomain([3, 17], true)).toEqual([0, 20]);
  expect(niceDomain([], true)).toEqual([0, 1]);
  expect(niceDomain([5], false)).toEqual([5, 10]);
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1, maxLength: 30 }), (values) => {
      const [low, high] = niceDomain(values, false);
      const slack = (high - low) * 1e-6;
      expect(low).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      expect(high).toBeGreaterThan(low);
    }),
  );
});

test('a scale of one value puts it in the middle', () => {
  expect(scale([2, 2], [0, 100]).at(2)).toBe(50);
  expect(scale([0, 4], [0, 100]).at(1)).toBe(25);
});

test('ticks are written with as many decimals as tell them apart', () => {
  expect(tickDecimals([0, 1, 2], 2)).toBe(0);
  expect(tickDecimals([0, 0.05, 0.1], 3)).toBe(2);
  expect(tickDecimals([0, 0.05, 0.1], 1)).toBe(1);
  expect(tickDecimals([50.5], 1)).toBe(1);
  expect(readableTicks([1, 1.5, 2], 0)).toEqual([1, 2]);
  expect(readableTicks([1, 1.5, 2], 1)).toEqual([1, 1.5, 2]);
});

test('stacked marks never share a spot, and move by half a column at most', () => {
  expect(stacked([0, 1, 2, 10], 4).marks.map(({ lane }) => lane)).toEqual([0, 1, 0, 0]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }), (at) => {
      const { marks, most } = stacked(at, 7);
      expect(new Set(marks.map(({ x, lane }) => `${x} ${lane}`)).size).toBe(at.length);
      for (const [i, { x, lane }] of marks.entries()) {
        expect(Math.abs(x - (at[i] ?? 0))).toBeLessThanOrEqual(3.5);
        expect(lane).toBeLessThan(most);
      }
    }),
  );
});

test('a map keeps its shape: a square near the equator stays square, whatever its ring’s direction', () => {
  const ring = [
    [0, -1],
    [2, -1],
    [2, 1],
    [0, 1],
    [0, -1],
  ];
  const there = outlines([{ type: 'Polygon', coordinates: [ring] }], 208, 500);
  const back = outlines([{ type: 'MultiPolygon', coordinates: [[ring.toReversed()]] }], 208, 500);
  expect(there.height).toBe(209);
  expect(there.outlines[0]?.centre[0]).toBeCloseTo(104, 5);
  expect(back.height).toBe(there.height);
});

test('classes hold about as many values each, and equal values share one', () => {
  const edges = classEdges([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(edges).toHaveLength(4);
  const counts = [0, 1, 2, 3, 4].map(
    (each) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((v) => classOf(v, edges) === each).length,
  );
  expect(counts).toEqual([2, 2, 2, 2, 2]);
  expect(classEdges([7, 7, 7])).toEqual([]);
  expect(classEdges([0, 0, 0, 0, 0, 0, 1, 2, 3, 4])[0]).toBeGreaterThan(0);
  expect(classEdges([])).toEqual([]);
});

test('text breaks into lines that fit, and says when something is left out', () => {
  const text = 'Community Safety Partnership of North East Lincolnshire and its neighbours';
  const lines = wrapped(text, { width: 140, size: 14, lines: 2 });
  expect(lines).toHaveLength(2);
  expect(lines[1]?.endsWith('…')).toBe(true);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
  expect(wrapped('Housing', { width: 140, size: 14 })).toEqual(['Housing']);
  expect(fitted('Lincolnshire', 35, 14)).toBe('Linc…');
});

test('intervals that share a value cannot be told apart; without an interval nothing is claimed', () => {
  expect(overlaps({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(true);
  expect(overlaps({ low: 1, high: 1.9 }, { low: 2, high: 3 })).toBe(false);
  expect(overlaps({ low: null, high: null }, { low: 2, high: 3 })).toBe(false);
});

test('a mark is read out with its uncertainty; a suppressed one without its value', () => {
  const mark = { label: 'Kent', value: 12.34, low: 10, high: 14, decimals: 1, unit: 'per 1,000' };
  expect(markWords(mark)).toBe('Kent: 12.3 per 1,000, between 10.0 and 14.0');
  expect(markWords({ ...mark, value: 3, suppressed: true })).not.toContain('3.0');
  expect(markWords({ ...mark, value: null, note: '40% answered' })).toBe(
    'Kent: no value, 40% answered',
  );
});

test('a series says its last value and where it came from, never a suppressed one', () => {
  const point = (period: string, value: number | null, suppressed = false) => ({
    period,
    value,
    suppressed,
  });
  const how = { decimals: 1, unit: '' };
  expect(seriesFinding([point('2022', 14), point('2023', 18.2)], how)).toBe(
    '18.2 in 2023, up from 14.0 in 2022',
  );
  expect(seriesFinding([point('2022', 14), point('2023', 3, true)], how)).toBe('14.0 in 2022');
  expect(seriesFinding([point('2023', 3, true)], how)).toBe('No value that may be shown');
});
