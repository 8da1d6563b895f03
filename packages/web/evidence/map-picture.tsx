import { bubbleRadius } from '@freehold/core/evidence';
import { wrapped } from '../figure/text.ts';
import type { DrawnMap } from './map-figure.tsx';
import { confidenceWords, flagWords } from './map-words.ts';

/** The map as one drawing, for SVG and PNG. */
export function MapPicture({ rows, columns, cells, done }: DrawnMap) {
  const most = Math.max(...cells.map(({ studies }) => studies.length), 1);
  const width = left + columns.length * wide;
  const height = top + rows.length * tall;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {columns.map(({ code, label }, at) => (
        <text key={code} fontSize={11} fontWeight={650} textAnchor="middle">
          {wrapped(label, { width: wide - 6, size: 11, lines: 4 }).map((line, i) => (
            <tspan key={line} x={left + at * wide + wide / 2} y={12 + i * 13}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {rows.map(({ code, label }, row) => {
        const ours = done.get(code)?.length ?? 0;
        return (
          <g key={code} transform={`translate(0 ${top + row * tall})`}>
            <line x2={width} stroke="var(--rule)" />
            <text fontSize={12}>
              {wrapped(label, { width: left - 50, size: 12, lines: 3 }).map((line, i) => (
                <tspan key={line} x={0} y={18 + i * 14}>
                  {line}
                </tspan>
              ))}
            </text>
            {ours > 0 && (
              <>
                <rect
                  x={left - 36}
                  y={18}
                  width={24}
                  height={20}
                  fill="none"
                  stroke="var(--action)"
                  strokeWidth={2}
                />
                <text x={left - 24} y={33} fontSize={12} fontWeight={650} textAnchor="middle">
                  {ours}
                </text>
              </>
            )}
            {cells.slice(row * columns.length, (row + 1) * columns.length).map((cell, at) => {
              const n = cell.studies.length;
              const x = left + at * wide + wide / 2;
              const flags = cell.flags.filter((flag) => flag !== 'absolute');
              return n === 0 ? (
                <text
                  key={cell.column}
                  x={x}
                  y={tall / 2 + 4}
                  fontSize={12}
                  textAnchor="middle"
                  fill="var(--ink-soft)"
                >
                  –
                </text>
              ) : (
                <g key={cell.column}>
                  <circle
                    cx={x}
                    cy={22}
                    r={bubbleRadius(n, most, 17)}
                    fill={`var(--score-${shades[cell.confidence]})`}
                    stroke="var(--ink)"
                  />
                  <text x={x} y={tall - 6} fontSize={10} textAnchor="middle">
                    {[
                      `${n} ${confidenceWords[cell.confidence][1]}`,
                      flags.map((flag) => flagWords[flag][0]).join(''),
                    ].join(' ')}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

const shades = { untested: 0, 'very-low': 0, low: 1, moderate: 3, high: 4 } as const;
const left = 240;
const top = 62;
const wide = 78;
const tall = 56;
