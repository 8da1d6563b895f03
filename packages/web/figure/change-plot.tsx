import { number } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { Reader } from './reader.tsx';
import { scale, type Scale } from './scale.ts';
import { wrapped } from './text.ts';
import { useWidth } from './width.ts';

/** From one value to another; `told` says which way the evidence tells it, `note` what else to know. */
export type ChangeRow = {
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly told: 'higher' | 'lower' | 'cannot-tell' | 'none';
  readonly note: string;
};

/**
 * Changes under each other: an arrow from the earlier value to the later one, filled where the change is told,
 * hollow and grey where it cannot be told apart from none. What cannot be compared has its reason instead.
 */
export function ChangePlot({
  finding,
  measure,
  fileName,
  rows,
  most,
  names,
}: {
  finding: string;
  measure: string;
  fileName: string;
  rows: readonly ChangeRow[];
  /** The end of the scale, which begins at 0. */
  most: number;
  /** What the earlier and the later value are called. */
  names: readonly [string, string];
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const layout = layoutOf(width, rows, most);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      table={twin(measure, rows, names)}
      note={
        <p>
          Arrows run from {names[0]} to {names[1]}. ▲ higher, ▼ lower; a hollow grey mark cannot be
          told apart from no change.
        </p>
      }
    >
      <div ref={box}>
        <Reader label={finding} readings={rows.map((row) => readingOf(row, names))}>
          {(at, reach) => (
            <svg
              width={width}
              height={layout.height}
              viewBox={`0 0 ${width} ${layout.height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Axis x={layout.x} height={layout.height} />
              {rows.map((row, index) => (
                <g
                  key={row.label}
                  data-reached={at === index || undefined}
                  className="change-row"
                  data-told={row.told}
                  transform={`translate(0 ${layout.tops[index] ?? 0})`}
                  onPointerEnter={() => reach(index)}
                >
                  <rect className="hit" width={width} height={layout.heights[index] ?? 0} />
                  <text fontSize={textSize}>
                    {(layout.labels[index] ?? []).map((line, i) => (
                      <tspan key={line} x={0} y={20 + i * lineHeight}>
                        {line}
                      </tspan>
                    ))}
                  </text>
                  <Arrow row={row} x={layout.x} y={layout.middles[index] ?? 0} width={width} />
                </g>
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

const textSize = 14;
const lineHeight = 18;
const axisRoom = 26;
const valueRoom = 118;

function layoutOf(width: number, rows: readonly ChangeRow[], most: number) {
  const beside = width >= 560;
  const labelWidth = beside ? Math.min(300, width * 0.36) : width;
  const x = scale([0, most], [beside ? labelWidth + 16 : 8, width - valueRoom]);
  const labels = rows.map(({ label }) => wrapped(label, { width: labelWidth, size: textSize }));
  const heights = labels.map((lines) =>
    beside ? Math.max(34, lines.length * lineHeight + 12) : lines.length * lineHeight + 36,
  );
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((a, b) => a + b, axisRoom));
  const middles = heights.map((h, i) =>
    beside ? h / 2 : (labels[i]?.length ?? 1) * lineHeight + 16,
  );
  return {
    x,
    labels,
    heights,
    tops,
    middles,
    height: heights.reduce((a, b) => a + b, axisRoom + 4),
  };
}

function Axis({ x, height }: { x: Scale; height: number }) {
  return (
    <g className="axis" textAnchor="middle" fontSize={12}>
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x.at(tick)} x2={x.at(tick)} y1={axisRoom - 6} y2={height} />
          <text x={x.at(tick)} y={13}>
            {number(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Arrow({ row, x, y, width }: { row: ChangeRow; x: Scale; y: number; width: number }) {
  const { before, after, change, told, note } = row;
  if (before === null || after === null || change === null) {
    return (
      <text className="missing" x={x.at(0)} y={y} dominantBaseline="central" fontSize={13}>
        {`– ${note}`}
      </text>
    );
  }
  const [from, to] = [x.at(before), x.at(after)];
  const mark = { higher: '▲', lower: '▼', 'cannot-tell': '', none: '' }[told];
  return (
    <g>
      <line className="change-line" x1={from} x2={to} y1={y} y2={y} />
      <circle className="change-from" cx={from} cy={y} r={4} />
      <circle className="change-to" cx={to} cy={y} r={6.5} />
      <text x={width} y={y} textAnchor="end" dominantBaseline="central" fontSize={textSize}>
        <tspan className="change-mark">{mark === '' ? '' : `${mark} `}</tspan>
        <tspan fontWeight={650}>{signed(change.value)}</tspan>
        {change.low !== null && change.high !== null && (
          <tspan className="soft-text" fontSize={12} dx={6}>
            {`${signed(change.low)} to ${signed(change.high)}`}
          </tspan>
        )}
      </text>
    </g>
  );
}

/** A change with its sign, and a true minus. */
export function signed(value: number): string {
  const shown = number(Math.abs(value), 1);
  if (Number(shown) === 0) return shown;
  return `${value < 0 ? '−' : '+'}${shown}`;
}

const toldWords = {
  higher: 'higher',
  lower: 'lower',
  'cannot-tell': 'cannot be told apart from no change',
  none: 'not compared',
} as const;

function readingOf(row: ChangeRow, [earlier, later]: readonly [string, string]): string {
  const { label, before, after, change, told, note } = row;
  if (before === null || after === null || change === null) return `${label}: ${note}`;
  const range =
    change.low === null || change.high === null
      ? ''
      : `, between ${signed(change.low)} and ${signed(change.high)}`;
  const more = note === '' ? '' : `. ${note}`;
  return `${label}: ${number(before, 1)} in ${earlier}, ${number(after, 1)} in ${later}; ${signed(change.value)}${range}; ${toldWords[told]}${more}`;
}

function twin(
  caption: string,
  rows: readonly ChangeRow[],
  [earlier, later]: readonly [string, string],
): Twin {
  return {
    caption,
    columns: [
      { title: 'Topic' },
      { title: earlier, decimals: 1 },
      { title: later, decimals: 1 },
      { title: 'Change', decimals: 1 },
      { title: 'Low', decimals: 1 },
      { title: 'High', decimals: 1 },
      { title: 'What can be told' },
      { title: 'Note' },
    ],
    rows: rows.map(({ label, before, after, change, told, note }) => [
      ...[label, before, after],
      ...[change?.value ?? null, change?.low ?? null, change?.high ?? null],
      ...[toldWords[told], note],
    ]),
  };
}
