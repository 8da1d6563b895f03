import { number, percent } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { FigureLink, useOpen } from './link.tsx';
import { Reader } from './reader.tsx';
import { readableTicks, scale, tickDecimals, type Scale } from './scale.ts';
import { wrapped } from './text.ts';
import { useWidth } from './width.ts';
import { figureWords, intervalWords, markWords } from './words.ts';

/** A value with its interval. `coverage` is a share; `note` says why a value is missing; `href` opens more. */
export type IntervalRow = {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage?: number | null;
  readonly note?: string;
  readonly href?: string;
};

/** Below this share of answers a mark is hollow. */
export const thinCoverage = 0.75;

/** Values under each other, each as a dot on its interval; a missing one is an en dash with its reason. */
export function IntervalPlot({
  finding,
  measure,
  fileName,
  rows,
  scale: range,
  source = '',
}: {
  finding: string;
  measure: string;
  fileName: string;
  rows: readonly IntervalRow[];
  scale: {
    readonly least: number;
    readonly most: number;
    readonly decimals?: number;
    readonly unit?: string;
  };
  source?: string;
}) {
  const open = useOpen();
  const [box, width] = useWidth<HTMLDivElement>();
  const { decimals = 1, unit = '' } = range;
  const layout = layoutOf(width, rows, range);
  const readings = rows.map((row) => markWords({ ...row, decimals, unit }));
  const thin = rows.some(({ coverage }) => (coverage ?? 1) < thinCoverage);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      table={twin(measure, rows, decimals)}
      note={thin ? <p>{figureWords.hollow}</p> : undefined}
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={readings}
          onOpen={(index) => {
            const href = rows[index]?.href;
            if (href !== undefined) open(href);
          }}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={layout.height}
              viewBox={`0 0 ${width} ${layout.height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Axis x={layout.x} height={layout.height} decimals={decimals} />
              {rows.map((row, index) => (
                <g
                  key={`${row.label}-${index}`}
                  data-reached={at === index || undefined}
                  className="interval-row"
                  transform={`translate(0 ${layout.tops[index] ?? 0})`}
                  onPointerEnter={() => reach(index)}
                >
                  <rect className="hit" width={width} height={layout.heights[index] ?? 0} />
                  <Label row={row} lines={layout.labels[index] ?? []} />
                  <Interval row={row} layout={layout} index={index} decimals={decimals} />
                </g>
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

type Layout = ReturnType<typeof layoutOf>;

const textSize = 14;
const lineHeight = 18;
const axisRoom = 26;
const valueRoom = 124;

function layoutOf(
  width: number,
  rows: readonly IntervalRow[],
  range: { readonly least: number; readonly most: number },
) {
  const beside = width >= 560;
  const labelWidth = beside ? Math.min(300, width * 0.36) : width;
  const from = beside ? labelWidth + 16 : 8;
  const x = scale([range.least, range.most], [from, width - valueRoom]);
  const labels = rows.map(({ label }) => wrapped(label, { width: labelWidth, size: textSize }));
  const heights = labels.map((lines) =>
    beside ? Math.max(34, lines.length * lineHeight + 12) : lines.length * lineHeight + 36,
  );
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((a, b) => a + b, axisRoom));
  const middles = heights.map((h, i) =>
    beside ? h / 2 : (labels[i]?.length ?? 1) * lineHeight + 16,
  );
  const height = axisRoom + heights.reduce((a, b) => a + b, 0) + 4;
  return { x, labels, heights, tops, middles, height, beside, width };
}

function Axis({ x, height, decimals }: { x: Scale; height: number; decimals: number }) {
  const ticks = readableTicks(x.ticks, decimals);
  const shown = tickDecimals(ticks, decimals);
  return (
    <g className="axis" textAnchor="middle" fontSize={12}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x.at(tick)} x2={x.at(tick)} y1={axisRoom - 6} y2={height} />
          <text x={x.at(tick)} y={13}>
            {number(tick, shown)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Label({ row, lines }: { row: IntervalRow; lines: readonly string[] }) {
  const text = (
    <text fontSize={textSize} className={row.href === undefined ? 'row-label' : 'row-label linked'}>
      {lines.map((line, i) => (
        <tspan key={line} x={0} y={20 + i * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
  return row.href === undefined ? (
    text
  ) : (
    <FigureLink href={row.href} focusable={false}>
      {text}
    </FigureLink>
  );
}

function Interval({
  row: { value, low, high, coverage = null, note = '' },
  layout: { x, middles, width, beside },
  index,
  decimals,
}: {
  row: IntervalRow;
  layout: Layout;
  index: number;
  decimals: number;
}) {
  const y = middles[index] ?? 0;
  if (value === null) {
    return (
      <text x={x.at(x.least)} y={y} dominantBaseline="central" fontSize={13} className="missing">
        {`– ${note}`}
      </text>
    );
  }
  const thin = (coverage ?? 1) < thinCoverage;
  return (
    <g className={thin ? 'interval thin' : 'interval'}>
      {low !== null && high !== null && (
        <line className="span" x1={x.at(low)} x2={x.at(high)} y1={y} y2={y} />
      )}
      <circle cx={x.at(value)} cy={y} r={6} />
      <text x={width} y={y} textAnchor="end" dominantBaseline="central" fontSize={textSize}>
        <tspan fontWeight={650}>{number(value, decimals)}</tspan>
        {low !== null && high !== null && (
          <tspan className="soft-text" fontSize={12} dx={6}>
            {intervalWords(low, high, decimals)}
          </tspan>
        )}
        {low === null && coverage !== null && (
          <tspan className="soft-text" fontSize={12} dx={6}>
            {`${percent(coverage)}${beside ? ' answered' : ''}`}
          </tspan>
        )}
      </text>
    </g>
  );
}

function twin(caption: string, rows: readonly IntervalRow[], decimals: number): Twin {
  return {
    caption,
    columns: [
      { title: 'What' },
      { title: 'Value', decimals },
      { title: 'Low', decimals },
      { title: 'High', decimals },
      { title: 'Coverage' },
      { title: 'Note' },
    ],
    rows: rows.map(({ label, value, low, high, coverage = null, note = '' }) => [
      label,
      value,
      low,
      high,
      coverage === null ? null : percent(coverage),
      note,
    ]),
  };
}
