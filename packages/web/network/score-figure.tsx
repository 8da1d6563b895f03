import { FigureFrame } from '../figure/index.ts';
import { useWidth } from '../figure/width.ts';
import { fitted } from '../figure/text.ts';
import { scale as scaleOf } from '../figure/scale.ts';
import { number } from '../words.ts';
import type { RelationshipsAnswer } from './calls.ts';
import { hiddenWords } from './words.ts';

type Score = RelationshipsAnswer['result']['confidential']['whole']['trust'];
type Row = { readonly label: string; readonly score: Score };

/** Scores from 1 to 4 with what missing answers could make of them; what is hidden says why. */
export function ScoreFigure({
  finding,
  rows,
  asked,
  answered,
  wave,
}: {
  finding: string;
  rows: readonly Row[];
  asked: number;
  answered: number;
  wave: string;
}) {
  return (
    <FigureFrame
      finding={finding}
      measure={`Mean from 1 to 4; ${answered} of ${asked} organisations answered. Thin line: what those who did not could make of it.`}
      fileName={finding}
      source={`survey “${wave}”`}
      table={{
        caption: finding,
        columns: [
          { title: 'Of' },
          { title: 'Mean', decimals: 2 },
          { title: 'Lowest possible', decimals: 2 },
          { title: 'Highest possible', decimals: 2 },
          { title: 'Organisations', decimals: 0 },
          { title: 'Why there is none' },
        ],
        rows: rows.map(({ label, score: { value, lowest, highest, n, hidden } }) => [
          label,
          ...(hidden === 'too-few' || hidden === 'protects-others'
            ? ['[c]', '[c]', '[c]', '[c]']
            : [value, lowest, highest, n]),
          hidden === null ? '' : hiddenWords[hidden],
        ]),
      }}
    >
      <Drawing rows={rows} label={finding} />
    </FigureFrame>
  );
}

const high = 30;

function Drawing({ rows, label }: { rows: readonly Row[]; label: string }) {
  const [holder, width] = useWidth<HTMLDivElement>();
  const left = Math.min(220, width * 0.4);
  const scale = scaleOf([1, 4], [left + 8, width - 44], 4);
  const tall = rows.length * high + 28;
  return (
    <div ref={holder} className="reader">
      <svg
        width={width}
        height={tall}
        role="img"
        aria-label={`${label}; the table has every value`}
      >
        {[1, 2, 3, 4].map((tick) => (
          <g key={tick} className="axis">
            <line x1={scale.at(tick)} x2={scale.at(tick)} y1={0} y2={tall - 24} className="grid" />
            <text x={scale.at(tick)} y={tall - 8} textAnchor="middle" fontSize={12}>
              {tick}
            </text>
          </g>
        ))}
        {rows.map(({ label: words, score }, at) => (
          <g key={words} transform={`translate(0 ${at * high + high / 2})`}>
            <text x={0} y={0} dominantBaseline="central" fontSize={14}>
              {fitted(words, left, 14)}
            </text>
            <Mark score={score} at={scale.at} left={left} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Mark({ score, at, left }: { score: Score; at: (value: number) => number; left: number }) {
  const { value, lowest, highest, hidden } = score;
  if (value === null || lowest === null || highest === null)
    return (
      <text x={left + 8} y={0} dominantBaseline="central" fontSize={12} className="soft-text">
        {hidden === 'nobody' || hidden === null ? '– ' : '[c] '}
        {hidden === null ? '' : hiddenWords[hidden]}
      </text>
    );
  return (
    <>
      <line x1={at(lowest)} x2={at(highest)} y1={0} y2={0} className="score-bounds" />
      <circle cx={at(value)} r={6} className="shape" data-category={1} />
      <text x={at(highest) + 10} y={0} dominantBaseline="central" fontSize={13}>
        {number(value, 1)}
      </text>
    </>
  );
}
