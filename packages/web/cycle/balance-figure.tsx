import { FigureFrame } from '../figure/frame.tsx';
import { useWidth } from '../figure/width.ts';
import { stageWords } from '../framework/axes.ts';
import { count, percent } from '../words.ts';
import type { RoundSummary } from './calls.ts';

/** Where the effort of each round went, stage by stage, the newest rounds first. */
export function BalanceFigure({
  place,
  rounds,
  finding,
}: {
  place: string;
  rounds: readonly RoundSummary[];
  finding: string;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const shown = rounds.toReversed().slice(0, mostDrawn);
  const height = shown.length * block;
  return (
    <FigureFrame
      finding={finding}
      measure="Share of a round’s pieces of work by stage: actions, assets they draw on or newly listed, lines ticked"
      fileName={`Effort by stage, ${place}`}
      table={{
        caption: `Effort by round and stage, ${place}`,
        columns: [
          { title: 'Round' },
          { title: 'Stage' },
          { title: 'Share' },
          { title: 'Pieces', decimals: 0 },
          { title: 'Actions', decimals: 0 },
          { title: 'Lines ticked', decimals: 0 },
          { title: 'Assets', decimals: 0 },
          { title: 'Pieces without a stage', decimals: 0 },
        ],
        rows: rounds.flatMap(({ title, balance }) =>
          balance.stages.map(({ stage, share, n, actions, items, assets }) => [
            ...[title, stageWords[stage], share === null ? null : percent(share)],
            ...[n, actions, items, assets, balance.untagged],
          ]),
        ),
      }}
    >
      <div ref={box} className="balance reader">
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={finding}
        >
          {shown.map((round, at) => (
            <RoundBars key={round.id} round={round} y={at * block} width={width} />
          ))}
        </svg>
      </div>
      {rounds.length > mostDrawn && (
        <p className="small soft">The newest {mostDrawn} rounds are drawn; the table has all.</p>
      )}
    </FigureFrame>
  );
}

const mostDrawn = 6;
const row = 26;
const block = row * 4 + 46;
const labels = 84;
const figures = 112;

function RoundBars({ round, y, width }: { round: RoundSummary; y: number; width: number }) {
  const { title, balance } = round;
  const space = Math.max(60, width - labels - figures);
  const apart = balance.untagged === 0 ? '' : `, ${balance.untagged} more without a stage`;
  return (
    <g transform={`translate(0 ${y})`}>
      <text className="head" y={16}>
        {title}
        <tspan className="soft-text" fontWeight={400} dx={10}>
          {count(balance.n, 'piece', 'pieces')}
          {apart}
        </tspan>
      </text>
      {balance.stages.map(({ stage, share, n }, at) => (
        <g key={stage} transform={`translate(0 ${28 + at * row})`}>
          <text y={13}>{stageWords[stage]}</text>
          <rect className="track" x={labels} width={space} height={16} rx={2} />
          {(share ?? 0) > 0 && (
            <rect className="bar" x={labels} width={space * (share ?? 0)} height={16} rx={2} />
          )}
          <text x={labels + space + 8} y={13}>
            {share === null ? '– nothing yet' : `${percent(share)} · ${n} of ${balance.n}`}
          </text>
        </g>
      ))}
    </g>
  );
}
