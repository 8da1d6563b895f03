import { number } from '../words.ts';
import { cellDetail, step, type HeatLevel } from './heat.ts';
import { wrapped } from './text.ts';

/** The heat grid as one drawing, for SVG and PNG: a row a level, at most five cells beside each other. */
export function HeatPicture({
  levels,
  decimals,
}: {
  levels: readonly HeatLevel[];
  decimals: number;
}) {
  const heights = levels.map(({ cells }) => Math.ceil(cells.length / across) * (tall + gap) + gap);
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((a, b) => a + b, 0));
  const height = heights.reduce((a, b) => a + b, 0);
  const width = labels + across * (wide + gap);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {levels.map((level, i) => (
        <g key={level.code} transform={`translate(0 ${(tops[i] ?? 0) + 1})`}>
          <Lines text={level.title} x={0} y={20} width={labels - 12} size={15} weight={650} />
          {level.cells.map((cell, n) => (
            <g
              key={cell.code}
              transform={`translate(${labels + (n % across) * (wide + gap)} ${Math.floor(n / across) * (tall + gap)})`}
              fill={cell.score === null ? 'var(--ink)' : `var(--score-${step(cell.score)}-ink)`}
            >
              <rect
                width={wide}
                height={tall}
                rx={3}
                fill={cell.score === null ? 'none' : `var(--score-${step(cell.score)})`}
                stroke="var(--rule-strong)"
                strokeDasharray={cell.score === null ? '4 3' : undefined}
              />
              <Lines text={cell.title} x={10} y={18} width={wide - 16} size={12} weight={400} />
              <text x={10} y={58} fontSize={19} fontWeight={650}>
                {cell.score === null ? '–' : number(cell.score, decimals)}
              </text>
              <Lines
                text={cellDetail(cell)}
                x={10}
                y={74}
                width={wide - 16}
                size={11}
                weight={400}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

const systemFontsAreWider = 0.84;
const labels = 168;
const wide = 176;
const tall = 94;
const gap = 8;
const across = 5;

function Lines({
  text,
  x,
  y,
  width,
  size,
  weight,
}: {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  weight: number;
}) {
  return (
    <text fontSize={size} fontWeight={weight}>
      {wrapped(text, { width: width * systemFontsAreWider, size, lines: size > 14 ? 4 : 2 }).map(
        (line, i) => (
          <tspan key={line} x={x} y={y + i * size * 1.2}>
            {line}
          </tspan>
        ),
      )}
    </text>
  );
}
