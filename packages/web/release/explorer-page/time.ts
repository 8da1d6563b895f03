import { number } from '@freehold/core/document';
import { make, svg } from '../../document/offline-parts.ts';
import type { Row } from './bars.ts';

const period = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/;
const [wide, high, left, right, top, bottom] = [560, 150, 44, 16, 12, 24] as const;

/** Whether all values of a column are years, quarters or months; then it is drawn as a line too. */
export function isTime(values: readonly string[]): boolean {
  return values.length > 1 && values.every((value) => period.test(value));
}

/** Counts over time with their intervals; a gap where one is hidden. The bars below are its table. */
export function timeLine(rows: readonly Row[], title: string): Element {
  const points = rows
    .map(({ label, told }) => ({ label, at: yearOf(label), told }))
    .toSorted((a, b) => a.at - b.at);
  const [first = 0, last = 0] = [points[0]?.at, points.at(-1)?.at];
  const most = Math.max(
    1,
    ...points.map(({ told }) =>
      told.kind === 'few' ? 0 : 'high' in told ? told.high : told.count,
    ),
  );
  const x = (at: number) =>
    left + ((wide - left - right) * (at - first)) / Math.max(1e-9, last - first);
  const y = (count: number) => high - bottom - ((high - top - bottom) * count) / most;
  const says = points.map(
    ({ label, told }) => `${label}: ${told.kind === 'few' ? 'hidden' : number(told.count)}`,
  );
  const axis = [0, most].flatMap((count) => [
    svg('line', {
      class: 'rule',
      x1: String(left),
      x2: String(wide - right),
      y1: String(y(count)),
      y2: String(y(count)),
    }),
    svg(
      'text',
      { x: String(left - 6), y: String(y(count) + 4), 'text-anchor': 'end' },
      number(count),
    ),
  ]);
  const marks = points.flatMap(({ at, told }) =>
    told.kind === 'few'
      ? []
      : [
          ...('low' in told && told.high > told.low
            ? [
                svg('line', {
                  class: 'reach',
                  x1: String(x(at)),
                  x2: String(x(at)),
                  y1: String(y(told.low)),
                  y2: String(y(told.high)),
                }),
              ]
            : []),
          svg('circle', {
            class: told.kind,
            cx: String(x(at)),
            cy: String(y(told.count)),
            r: '3.5',
          }),
        ],
  );
  const ends = [points[0], points.at(-1)].flatMap((point, at) =>
    point === undefined
      ? []
      : [
          svg(
            'text',
            {
              x: String(x(point.at)),
              y: String(high - 6),
              'text-anchor': at === 0 ? 'start' : 'end',
            },
            point.label,
          ),
        ],
  );
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${wide} ${high}`, role: 'img', 'aria-label': `${title}. ${says.join('; ')}` },
    ...axis,
    ...runs(points).map((run) =>
      svg('polyline', {
        points: run
          .map(({ at, told }) => `${x(at)},${y(told.kind === 'few' ? 0 : told.count)}`)
          .join(' '),
      }),
    ),
    ...marks,
    ...ends,
  );
  return make('div', { class: 'time' }, drawing);
}

/** Stretches without a hidden point: a line does not cross what is not told. */
function runs<Point extends Pick<Row, 'told'>>(
  points: readonly Point[],
): readonly (readonly Point[])[] {
  const all: Point[][] = [[]];
  for (const point of points) {
    if (point.told.kind === 'few') all.push([]);
    else all.at(-1)?.push(point);
  }
  return all.filter((run) => run.length > 1);
}

function yearOf(label: string): number {
  const [, year = '0', quarter, month] = period.exec(label) ?? [];
  if (quarter !== undefined) return Number(year) + (Number(quarter) - 1) / 4;
  return Number(year) + (month === undefined ? 0 : (Number(month) - 1) / 12);
}
