import { count, number } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { Legend, legendHeight } from './legend.tsx';
import { Reader } from './reader.tsx';
import { Shape } from './shape.tsx';
import { fitted, wrapped } from './text.ts';
import { useWidth } from './width.ts';

/** One rater's or agency's answer. `value` runs 0 to 4; null is an answer off the scale, which `note` says. */
export type DotPoint = {
  readonly label: string;
  readonly value: number | null;
  readonly group?: string;
  readonly note?: string;
};

/**
 * Ratings on the 0 to 4 scale: a dot an agency, stacked over its answer and labelled where there is room,
 * with the median as a line and the middle half as a band. Answers off the scale are listed below.
 *
 * `scaleLabels` are the words of the points 0 to 4. `large` is for a wall. Groups (at most eight) differ by
 * colour and by shape.
 */
export function DotPlot({
  finding,
  measure,
  fileName,
  points,
  scaleLabels,
  median,
  quartiles,
  agreed = null,
  large = false,
}: {
  finding: string;
  measure: string;
  fileName: string;
  points: readonly DotPoint[];
  scaleLabels: readonly string[];
  median: number | null;
  quartiles: readonly [number, number] | null;
  agreed?: number | null;
  large?: boolean;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const groups = [...new Set(points.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  const placed = place(points, { width, large, scaleLabels, agreed });
  const legend =
    groups.length < 2
      ? []
      : groups.map((words, index) => ({
          words,
          mark: <Shape x={0} y={0} r={7} category={index} />,
        }));
  const height = placed.height + legendHeight(legend, width);
  const off = points.filter(({ value }) => value === null);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      table={twin(measure, points)}
      note={
        <>
          {off.length > 0 && (
            <p>
              {count(off.length, 'answer', 'answers')} off the scale:{' '}
              {off.map(({ label, note = 'no answer' }) => `${label} (${note})`).join(', ')}.
            </p>
          )}
        </>
      }
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={placed.dots.map(({ point }) => words(point, scaleLabels))}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Legend lines={legend} width={width} y={placed.height} />
              <Middle median={median} quartiles={quartiles} placed={placed} />
              {agreed !== null && <Agreed value={agreed} placed={placed} />}
              {scaleLabels.map((label, value) => (
                <Point key={label} value={value} placed={placed} />
              ))}
              {placed.dots.map(({ point, x, y }, index) => (
                <g
                  key={`${point.label}-${index}`}
                  data-reached={at === index || undefined}
                  className="dot"
                  onPointerEnter={() => reach(index)}
                >
                  <Shape
                    x={x}
                    y={y}
                    r={placed.r}
                    category={point.group === undefined ? 0 : groups.indexOf(point.group)}
                  />
                  {placed.named && (
                    <text
                      x={x + placed.r + 6}
                      y={y}
                      dominantBaseline="central"
                      fontSize={placed.size}
                    >
                      {fitted(point.label, placed.column - placed.r * 2 - 16, placed.size)}
                    </text>
                  )}
                </g>
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

type Placed = ReturnType<typeof place>;

function place(
  points: readonly DotPoint[],
  {
    width,
    large,
    scaleLabels,
    agreed,
  }: {
    width: number;
    large: boolean;
    scaleLabels: readonly string[];
    agreed: number | null;
  },
) {
  const [r, size] = large ? [13, 20] : [8, 14];
  const column = width / 5;
  const named = column >= (large ? 150 : 104);
  const stacks = [0, 1, 2, 3, 4].map((value) =>
    points.filter((point) => point.value !== null && Math.round(point.value) === value),
  );
  const tallest = Math.max(1, ...stacks.map((stack) => stack.length));
  const row = r * 2 + (large ? 10 : 6);
  const labelSize = large ? 17 : 13;
  const head = labelSize + 8 + (agreed === null ? 0 : labelSize + 6);
  const foot = head + 6 + tallest * row;
  // A named dot stands left in its column, so that its name has room beside it.
  const shift = named ? 0.16 : 0.5;
  const x = (value: number) => (value + shift) * column;
  const dots = stacks.flatMap((stack, value) =>
    stack.map((point, i) => ({ point, x: x(value), y: foot - row * (i + 0.5) })),
  );
  const labels = scaleLabels.map((label) =>
    wrapped(label, { width: column - 12, size: labelSize, lines: 3 }),
  );
  const lines = Math.max(1, ...labels.map((each) => each.length));
  const height = foot + 14 + labelSize * (1.4 + lines * 1.1);
  return { r, size, column, named, dots, head, foot, x, labelSize, labels, height };
}

function Middle({
  median,
  quartiles,
  placed,
}: {
  median: number | null;
  quartiles: readonly [number, number] | null;
  placed: Placed;
}) {
  const { x, head, foot, labelSize } = placed;
  return (
    <>
      {quartiles && (
        <rect
          className="middle-half"
          x={x(quartiles[0]) - placed.r - 3}
          width={x(quartiles[1]) - x(quartiles[0]) + placed.r * 2 + 6}
          y={head}
          height={foot - head}
        />
      )}
      {median !== null && (
        <>
          <line className="median" x1={x(median)} x2={x(median)} y1={labelSize + 5} y2={foot} />
          <text
            className="median-label"
            x={x(median)}
            y={labelSize}
            fontSize={labelSize}
            textAnchor={anchorOf(median)}
          >
            {`median ${number(median, Number.isInteger(median) ? 0 : 1)}`}
          </text>
        </>
      )}
    </>
  );
}

function Agreed({ value, placed }: { value: number; placed: Placed }) {
  const { head, labelSize } = placed;
  const at = placed.x(value);
  return (
    <g className="agreed">
      <path d={`M${at - 7} ${head - 10}h14l-7 10z`} />
      <text
        x={at + (value > 3 ? -12 : 12)}
        y={head - 1}
        fontSize={labelSize}
        textAnchor={value > 3 ? 'end' : 'start'}
      >
        {`agreed ${number(value)}`}
      </text>
    </g>
  );
}

function anchorOf(median: number): 'start' | 'middle' | 'end' {
  return median > 3.4 ? 'end' : median < 0.6 ? 'start' : 'middle';
}

function Point({ value, placed }: { value: number; placed: Placed }) {
  const { column, foot, labelSize, named, x } = placed;
  const at = named ? value * column + 6 : x(value);
  const lines = placed.labels[value] ?? [];
  return (
    <g className="axis" textAnchor={named ? 'start' : 'middle'}>
      <line x1={value * column + 4} x2={(value + 1) * column - 4} y1={foot} y2={foot} />
      <text x={at} y={foot + labelSize + 10} fontSize={labelSize} fontWeight={650}>
        {value}
      </text>
      {lines.map((line, i) => (
        <text
          key={line}
          x={at}
          y={foot + 10 + labelSize * (2.1 + i * 1.1)}
          fontSize={labelSize - 1}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function words({ label, value, note = '' }: DotPoint, scaleLabels: readonly string[]): string {
  const on =
    value === null ? 'no answer' : `${number(value)} ${scaleLabels[Math.round(value)] ?? ''}`;
  return `${label}: ${on.trim()}${note === '' ? '' : `, ${note}`}`;
}

function twin(caption: string, points: readonly DotPoint[]): Twin {
  return {
    caption,
    columns: [
      { title: 'Who' },
      { title: 'Group' },
      { title: 'Rating (0 to 4)', decimals: 0 },
      { title: 'Note' },
    ],
    rows: points.map(({ label, group = '', value, note = '' }) => [label, group, value, note]),
  };
}
