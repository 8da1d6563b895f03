import {
  areaY,
  dot,
  gridY,
  lineY,
  axisX,
  axisY,
  plot,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import { number } from '../words.ts';
import { tickDecimals, ticks } from './scale.ts';
import { sharedDomain, type Drawn, type SeriesPoint, type SeriesSpec } from './series.ts';

/** Draws a series with Observable Plot. The foot of the scale is 0 unless values lie below it. */
export function drawSeries(spec: SeriesSpec): Drawn {
  const { points, breaks, decimals, width, height, domain: asked } = spec;
  const rows = points.map((point) => ({ ...point, at: middle(point), run: runOf(point, breaks) }));
  const known = rows.filter(({ value, suppressed }) => value !== null && !suppressed);
  const hidden = rows.filter(({ suppressed }) => suppressed);
  const domain = asked ?? sharedDomain([rows]);
  const yTicks = ticks(domain[0], domain[1], height < 200 ? 3 : 5);
  const shown = tickDecimals(yTicks, decimals);
  const rules = breaks
    .filter(({ from }) => isWithin(from, points))
    .map(({ from, note }) => ({ at: new Date(from), note }));
  const svg = plot({
    width,
    height,
    marginLeft: 12 + Math.max(...yTicks.map((tick) => number(tick, shown).length)) * 7,
    marginRight: 24,
    marginTop: rules.length > 0 ? 34 : 14,
    marginBottom: 30,
    style: {
      fontSize: '12px',
      fontFamily: 'inherit',
      background: 'none',
      color: 'var(--ink-soft)',
    },
    x: { type: 'utc', inset: 8 },
    y: { domain },
    marks: [
      gridY(yTicks, { stroke: 'var(--rule)', strokeOpacity: 1 }),
      axisY(yTicks, {
        label: null,
        tickSize: 0,
        tickFormat: (tick: number) => number(tick, shown),
      }),
      axisX(axisRows(rows, width), { x: 'at', text: 'period', label: null }),
      ruleY([domain[0]], { stroke: 'var(--rule-strong)' }),
      areaY(
        known.filter(({ low, high }) => low !== null && high !== null),
        {
          x: 'at',
          y1: 'low',
          y2: 'high',
          z: 'run',
          fill: 'var(--cat-1)',
          fillOpacity: 0.18,
        },
      ),
      ruleX(known, { x: 'at', y1: 'low', y2: 'high', stroke: 'var(--cat-1)', strokeOpacity: 0.5 }),
      lineY(rows.map(blanked), {
        x: 'at',
        y: 'value',
        z: 'run',
        stroke: 'var(--cat-1)',
        strokeWidth: 2,
      }),
      dot(known, { x: 'at', y: 'value', r: 3.5, fill: 'var(--cat-1)' }),
      ruleX(rules, { x: 'at', stroke: 'var(--warn)', strokeDasharray: '4 3' }),
      text(rules, {
        x: 'at',
        text: 'note',
        frameAnchor: 'top',
        dy: -26,
        lineWidth: 22,
        textAnchor: 'middle',
        lineAnchor: 'top',
        fill: 'var(--warn)',
        fontSize: 12,
      }),
      text(hidden, {
        x: 'at',
        text: () => '[c]',
        frameAnchor: 'bottom',
        dy: -8,
        fill: 'var(--ink-soft)',
      }),
    ],
  });
  // Plot's own style sheet is inline, which the pages' policy forbids; `look/figure.css` says the same.
  svg.querySelector('style')?.remove();
  const [x, y] = [svg.scale('x'), svg.scale('y')];
  const marks = rows.map(({ at, value, suppressed }) => ({
    x: Number(x?.apply(at) ?? 0),
    y: Number(y?.apply(value === null || suppressed ? domain[0] : value) ?? 0),
  }));
  return { svg, marks };
}

type Row = SeriesPoint & { readonly at: Date; readonly run: number };

function middle({ start, end }: SeriesPoint): Date {
  return new Date((Date.parse(start) + Date.parse(end)) / 2);
}

/** How many breaks lie before a point: points of different runs are not joined. */
function runOf({ start }: SeriesPoint, breaks: SeriesSpec['breaks']): number {
  return breaks.filter(({ from }) => from <= start).length;
}

function isWithin(from: string, points: readonly SeriesPoint[]): boolean {
  return points.some(({ end }) => end < from) && points.some(({ start }) => start >= from);
}

function blanked(row: Row): Row {
  return row.suppressed ? { ...row, value: null } : row;
}

/** The periods that get a label: as many as fit, ends first, evenly apart. */
function axisRows(rows: readonly Row[], width: number): readonly Row[] {
  const fit = Math.max(2, Math.floor(width / 84));
  const every = Math.ceil(rows.length / fit);
  return rows.filter((_, index) => (rows.length - 1 - index) % every === 0);
}
