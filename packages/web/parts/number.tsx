import type { ReactNode } from 'react';
import { count, number, percent } from '../words.ts';

/**
 * One way to show a number: value, interval, n, coverage, date, source, in that order of weight.
 * A missing value is an en dash with its reason; a suppressed one is [c].
 */
export function Figure({
  value,
  decimals = 1,
  unit = '',
  interval = null,
  n = null,
  nOf = ['answer', 'answers'],
  coverage = null,
  date = '',
  source = '',
  suppressed = false,
  missingBecause = 'no data',
  children,
}: {
  value: number | null;
  decimals?: number;
  unit?: string;
  interval?: readonly [number, number] | null;
  n?: number | null;
  nOf?: readonly [string, string];
  coverage?: number | null;
  date?: string;
  source?: string;
  suppressed?: boolean;
  missingBecause?: string;
  children?: ReactNode;
}) {
  const details = [
    interval && `${number(interval[0], decimals)} to ${number(interval[1], decimals)}`,
    n !== null && count(n, nOf[0], nOf[1]),
    coverage !== null && `${percent(coverage)} covered`,
    date,
    source,
  ].filter((part) => part !== false && part !== null && part !== '');
  return (
    <span className="number">
      {suppressed ? (
        <span className="value" title="Suppressed: too few people to show">
          [c]
        </span>
      ) : value === null ? (
        <span className="value">
          – <span className="detail">{missingBecause}</span>
        </span>
      ) : (
        <span className="value">
          {number(value, decimals)}
          {unit !== '' && ` ${unit}`}
        </span>
      )}
      {details.length > 0 && <span className="detail">{details.join(' · ')}</span>}
      {children}
    </span>
  );
}

/** A score from 0 to 4 on the one ramp; the number is always written too. */
export function ScoreCell({ score }: { score: number | null }) {
  return (
    <span className="score-cell" data-step={score === null ? 'none' : Math.round(score)}>
      {score === null ? '–' : number(score, 1)}
    </span>
  );
}
