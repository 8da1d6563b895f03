import { Timing, timingSaid, type Figures } from '@freehold/core/prevention';
import { FigureFrame } from '../figure/index.ts';
import { useWidth } from '../figure/width.ts';
import { percent } from '../words.ts';
import type { Portfolio } from './calls.ts';

type Row = {
  readonly words: string;
  readonly shares: Readonly<Record<Timing, number>> | null;
  readonly n: string;
};

/** How spend and work are shared over the four timings, with the bound for Treat. */
export function Balance({
  found,
  setting,
  place,
  words = '',
}: {
  found: Figures;
  setting: Portfolio['setting'];
  place: string;
  /** Which of two it is, where a what-if stands beside what is. */
  words?: string;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { spend, count, withBudget, n } = found.balance;
  const rows: readonly Row[] = [
    { words: 'Share of known spend', shares: spend, n: `${withBudget} of ${n} priced` },
    { words: 'Share of interventions', shares: count, n: `${n} counted` },
  ];
  const finding =
    spend === null
      ? 'No budget is known, so only the work can be shared out'
      : `Before ${percent(spend.before)}, early ${percent(spend.early)}, treat ${percent(spend.treat)}, re-trafficking ${percent(spend['re-trafficking'])} of known spend`;
  return (
    <FigureFrame
      finding={words === '' ? finding : `${words}: ${finding}`}
      measure={`Share by timing · planned and running · ${place}`}
      fileName={`${place} balance${words === '' ? '' : ` ${words}`}`}
      table={{
        caption: 'How effort is shared over the four timings',
        columns: [
          { title: 'Timing' },
          { title: 'Share of known spend' },
          { title: 'Share of interventions' },
        ],
        rows: Timing.options.map((when) => [
          timingSaid[when],
          spend === null ? null : percent(spend[when]),
          count === null ? null : percent(count[when]),
        ]),
      }}
      note={
        <p>
          The mark at {percent(setting.treatShare)} is where Treat is held to outweigh the rest
          {setting.proposed ? '; it is a proposal of Freehold, not from a source' : ''}. An
          intervention of several timings is shared equally among them.
        </p>
      }
    >
      <div ref={box}>
        <Bars rows={rows} width={width} bound={setting.treatShare} />
      </div>
    </FigureFrame>
  );
}

/** Treat stands first, from the left, so that the bound can be read off. */
const order: readonly Timing[] = ['treat', 're-trafficking', 'early', 'before'];
const initials: Readonly<Record<Timing, string>> = {
  ...{ before: 'Before', early: 'Early', treat: 'Treat', 're-trafficking': 'Re-traff.' },
};

function Bars({ rows, width, bound }: { rows: readonly Row[]; width: number; bound: number }) {
  const high = 76;
  const height = rows.length * high + 4;
  return (
    <svg
      className="balance"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={rows
        .map(({ words, shares }) =>
          shares === null
            ? `${words}: not known`
            : `${words}: ${Timing.options.map((when) => `${timingSaid[when]} ${percent(shares[when])}`).join(', ')}`,
        )
        .join('. ')}
    >
      {rows.map((row, at) => (
        <g key={row.words} transform={`translate(0 ${at * high})`}>
          <text fontSize={13} y={14}>
            {row.words} · {row.n}
          </text>
          {row.shares === null ? (
            <text fontSize={13} y={44} className="missing">
              – not known
            </text>
          ) : (
            <Segments shares={row.shares} width={width} />
          )}
          {at === 0 && (
            <line className="bound" x1={width * bound} x2={width * bound} y1={20} y2={64} />
          )}
        </g>
      ))}
    </svg>
  );
}

function Segments({ shares, width }: { shares: Readonly<Record<Timing, number>>; width: number }) {
  const starts = order.map((_, at) =>
    order.slice(0, at).reduce((sum, when) => sum + shares[when], 0),
  );
  return (
    <g transform="translate(0 24)">
      {order.map((when, at) => {
        const [from, wide] = [(starts[at] ?? 0) * width, shares[when] * width];
        if (wide <= 0) return null;
        return (
          <g key={when} transform={`translate(${from} 0)`}>
            <rect className="share" data-timing={when} width={Math.max(1, wide - 2)} height={36} />
            {wide > 64 && (
              <text className="share-words" data-timing={when} fontSize={12} x={8} y={22}>
                {initials[when]} {percent(shares[when])}
              </text>
            )}
            {wide <= 64 && wide > 34 && (
              <text className="share-words" data-timing={when} fontSize={12} x={4} y={22}>
                {percent(shares[when])}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
