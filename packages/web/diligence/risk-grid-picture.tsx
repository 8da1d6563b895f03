import type { Risk } from './calls.ts';
import { cellsOf, steps } from './risk-cells.ts';

/** The grid as one drawing, for SVG and PNG. */
export function RiskGridPicture({ risks }: { risks: readonly Risk[] }) {
  const width = left + steps.length * wide;
  const height = top + steps.length * tall + foot;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {cellsOf(risks).map(({ severity, cells }, row) => (
        <g key={severity} transform={`translate(0 ${top + row * tall})`}>
          <text x={0} y={tall / 2} fontSize={13}>
            {severity === 5 ? 'Severity 5' : severity}
          </text>
          {cells.map(({ likelihood, band, here }) => (
            <g key={likelihood} transform={`translate(${left + (likelihood - 1) * wide} 0)`}>
              <rect
                width={wide - 4}
                height={tall - 4}
                rx={3}
                fill={`var(--risk-${band})`}
                stroke="var(--rule-strong)"
              />
              <text x={(wide - 4) / 2} y={tall / 2 + 4} textAnchor="middle" fontSize={15}>
                {here.map((risk) => risks.indexOf(risk) + 1).join(', ')}
              </text>
            </g>
          ))}
        </g>
      ))}
      {steps.map((step) => (
        <text
          key={step}
          x={left + (step - 0.5) * wide}
          y={height - 8}
          textAnchor="middle"
          fontSize={13}
        >
          {step === 1 ? 'Likelihood 1' : step}
        </text>
      ))}
    </svg>
  );
}

const left = 90;
const top = 8;
const wide = 116;
const tall = 60;
const foot = 28;
