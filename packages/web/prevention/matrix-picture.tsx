import { mechanisms, Timing, timingSaid, type PortfolioGrid } from '@freehold/core/prevention';
import { said, shade } from './cell-words.ts';
import type { MeasureCode } from './routes.tsx';

const [left, wide, high, top] = [240, 124, 44, 30] as const;

/** The matrix as a picture to save. */
export function MatrixPicture({
  grid,
  of,
  most,
  currency,
}: {
  grid: PortfolioGrid;
  of: MeasureCode;
  most: number;
  currency: string;
}) {
  return (
    <svg className="matrix-picture" width={left + 4 * wide + 8} height={top + 5 * high + 8}>
      {Timing.options.map((when, at) => (
        <text key={when} fontSize={13} x={left + at * wide + wide / 2} y={18} textAnchor="middle">
          {timingSaid[when]}
        </text>
      ))}
      {mechanisms.map(({ code, report }, row) => (
        <g key={code} transform={`translate(0 ${top + row * high})`}>
          <text fontSize={13} y={high / 2} dominantBaseline="central">
            {report}
          </text>
          {(grid[row] ?? []).map((cell, at) => (
            <g key={cell.timing} transform={`translate(${left + at * wide} 0)`}>
              <rect
                className="portfolio-cell"
                data-step={shade(cell[of], most)}
                width={wide - 4}
                height={high - 4}
              />
              <text
                className="portfolio-value"
                data-step={shade(cell[of], most)}
                fontSize={14}
                x={(wide - 4) / 2}
                y={(high - 4) / 2}
                textAnchor="middle"
                dominantBaseline="central"
              >
                {said(cell, of, currency)}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
