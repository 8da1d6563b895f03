import { renderToStaticMarkup } from 'react-dom/server';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { AreaMap, DotPlot, GroupPlot, HeatGrid, IntervalPlot } from './index.ts';
import { TwinTable } from './twin-table.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });

function page(chart: ReactElement): string {
  return renderToStaticMarkup(
    <RouterContextProvider router={router}>{chart}</RouterContextProvider>,
  );
}

test('the heat grid writes each score, its interval and its coverage, and why a score is missing', () => {
  const html = page(
    <HeatGrid
      finding="Housing is weakest"
      measure="0 to 4"
      fileName="heat"
      levels={[
        {
          code: 'L1',
          title: 'Individual',
          cells: [
            {
              code: 'T1',
              title: 'Housing',
              score: 1.4,
              low: 1,
              high: 1.9,
              coverage: 0.8,
              href: '/p/1/plan',
            },
            {
              code: 'T2',
              title: 'Work',
              score: null,
              low: null,
              high: null,
              coverage: 0.3,
              note: '30% answered',
            },
          ],
        },
      ]}
    />,
  );
  expect(html.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Housing\s+1\.4\s+1\.0 to 1\.9 · 80% answered/);
  expect(html).toContain('data-step="1"');
  expect(html).toContain('30% answered');
  expect(html).toContain('data-step="none"');
});

test('an interval plot marks thin coverage and gives the reason for a missing value', () => {
  const html = page(
    <IntervalPlot
      finding="Scores"
      measure="0 to 4"
      fileName="scores"
      scale={{ least: 0, most: 4 }}
      rows={[
        { label: 'Housing', value: 2.5, low: 2, high: 3, coverage: 0.6 },
        { label: 'Work', value: null, low: null, high: null, note: 'too few answers' },
      ]}
    />,
  );
  expect(html).toContain('interval thin');
  expect(html).toContain('– too few answers');
  expect(html).toContain('2.0 to 3.0');
});

test('a dot plot stacks equal answers and lists those off the scale', () => {
  const html = page(
    <DotPlot
      finding="Agencies differ"
      measure="Rating, 0 to 4"
      fileName="dots"
      scaleLabels={['None', 'Little', 'Some', 'Most', 'All']}
      points={[
        { label: 'Council', value: 2 },
        { label: 'Police', value: 2 },
        { label: 'Charity', value: null, note: 'don’t know' },
      ]}
      median={2}
      quartiles={[2, 2]}
    />,
  );
  const heights = [...html.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map((found) => found[2]);
  expect(new Set(heights).size).toBe(2);
  expect(html).toContain('1 answer off the scale: Charity (don’t know).');
});

test('a group plot shows no suppressed value and says who cannot be told apart', () => {
  const member = (id: string, value: number, low: number, high: number, suppressed = false) => ({
    id,
    name: `Place ${id}`,
    value,
    low,
    high,
    suppressed,
  });
  const own = member('a', 10, 8, 12);
  const html = page(
    <GroupPlot
      finding="Near the middle"
      measure="Rate"
      fileName="group"
      members={[
        own,
        member('b', 11, 9, 13),
        member('c', 20, 18, 22),
        member('d', 98765, 1, 2, true),
      ]}
      own={own}
      q1={10}
      median={11}
      q3={15}
      unit=""
      decimals={1}
    />,
  );
  expect(html.match(/class="member alike"/g)).toHaveLength(1);
  expect(html).not.toContain('98,765');
  expect(html).toContain('Not drawn: 1 place without a value to show.');
});

test('a map hatches areas without a value and outlines the own area', () => {
  const square = (x: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ],
  });
  const html = page(
    <AreaMap
      finding="Higher in the east"
      measure="Score"
      fileName="map"
      features={[
        { id: 'a', name: 'A', geometry: square(0) },
        { id: 'b', name: 'B', geometry: square(1) },
      ]}
      values={new Map([['a', { value: 3, low: null, high: null, suppressed: false }]])}
      own="a"
    />,
  );
  expect(html).toContain('data-class="none"');
  expect(html).toContain('area-own');
});

test('a table of thousands of rows comes in pages that say where one is; a short one comes whole', () => {
  const twin = (rows: number) => (
    <TwinTable
      caption="Ties"
      columns={[{ title: 'Name' }, { title: 'Degree', decimals: 0 }]}
      rows={Array.from({ length: rows }, (_, at) => [`node ${at}`, at])}
    />
  );
  const long = page(twin(5000));
  expect(long.match(/<tr/g)).toHaveLength(201);
  expect(long).toContain('rows 1 to 200 of 5,000');
  expect(long).toContain('Rows after');
  const short = page(twin(200));
  expect(short.match(/<tr/g)).toHaveLength(201);
  expect(short).not.toContain('Rows after');
});
