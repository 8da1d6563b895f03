import { impactWords, likelihoodWords, riskMatrix } from '@freehold/core/cycle';
import type { Risk } from './calls.ts';

/** The matrix as one drawing, for SVG and PNG. */
export function MatrixPicture({ risks }: { risks: readonly Risk[] }) {
  const number = (risk: Risk) => risks.indexOf(risk) + 1;
  const width = left + 5 * wide;
  const height = top + 5 * tall;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {likelihoodWords.map((word, at) => (
        <text key={word} x={left + at * wide + wide / 2} y={16} textAnchor="middle" fontSize={13}>
          {`${at + 1} ${word}`}
        </text>
      ))}
      {riskMatrix(risks).map((cells, row) => (
        <g key={row} transform={`translate(0 ${top + row * tall})`}>
          <text x={0} y={tall / 2} fontSize={13}>
            {`${5 - row} ${impactWords[4 - row] ?? ''}`}
          </text>
          {cells.map(({ likelihood, score, band, risks: here }) => (
            <g key={likelihood} transform={`translate(${left + (likelihood - 1) * wide} 0)`}>
              <rect
                width={wide - 4}
                height={tall - 4}
                rx={3}
                fill={`var(--risk-${band})`}
                stroke="var(--rule-strong)"
              />
              <text x={8} y={16} fontSize={11} fill="var(--ink-soft)">
                {score}
              </text>
              <text
                x={(wide - 4) / 2}
                y={tall / 2 + 6}
                textAnchor="middle"
                fontSize={16}
                fontWeight={650}
              >
                {here.map(number).join(', ')}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

const left = 120;
const top = 28;
const wide = 116;
const tall = 64;
