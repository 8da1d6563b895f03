import { Stage } from '@freehold/core/cycle';
import { FigureFrame } from '../figure/frame.tsx';
import { FigureLink } from '../figure/link.tsx';
import { stageMeans, stageWords } from '../framework/axes.ts';
import type { RoundSummary, StageLine } from './calls.ts';
import { ringParts } from './ring.ts';
import { doneWords, stagesFinding, stateWords } from './words.ts';
import '../look/cycle.css';

/**
 * The cycle of a place as a ring: how each stage of the round stands, and how far its checklist is. Each part is a
 * link to its stage; without a round the ring shows what the stages are.
 */
export function Wheel({
  round,
  place,
  partnership,
}: {
  round: RoundSummary | null;
  place: string;
  partnership: string;
}) {
  const stages = round?.stages ?? none;
  const finding =
    round === null ? 'No round is open' : `${round.title}: ${lowered(stagesFinding(stages))}`;
  return (
    <FigureFrame
      finding={finding}
      measure="Stages of the cycle; the outer line is the share of checklist lines done"
      fileName={`Cycle of ${place}`}
      table={{
        caption: `Stages of the cycle of ${place}`,
        columns: [
          { title: 'Stage' },
          { title: 'State' },
          { title: 'Lines done', decimals: 0 },
          { title: 'Lines', decimals: 0 },
          { title: 'What it is for' },
        ],
        rows: stages.map(({ stage, state, items, done }) => [
          ...[stageWords[stage], stateWords[state], done, items],
          stageMeans[stage],
        ]),
      }}
    >
      <div className="wheel">
        <svg
          width={size}
          height={size}
          viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
          role="group"
          aria-label={`The cycle. ${finding}.`}
        >
          {stages.map((line, index) => (
            <Segment
              key={line.stage}
              line={line}
              index={index}
              href={round && `/p/${partnership}/cycle/${round.id}#${line.stage}`}
            />
          ))}
          {turns.map((angle) => (
            <path
              key={angle}
              className="wheel-turn"
              d="M-6 -7L7 0L-6 7Z"
              transform={`rotate(${angle}) translate(0 ${-(inner + outer) / 2})`}
            />
          ))}
          <g className="wheel-middle" aria-hidden="true">
            <text y={-4}>{round === null ? 'The cycle' : `Round ${round.number}`}</text>
            <text y={18} className="soft-text">
              {round === null ? 'no round open' : 'under way'}
            </text>
          </g>
        </svg>
      </div>
    </FigureFrame>
  );
}

const size = 380;
const outer = 176;
const inner = 62;
const parts = ringParts(4, inner, outer);
const turns = [0, 90, 180, 270];
const none: readonly StageLine[] = Stage.options.map((stage) => ({
  ...{ stage, state: 'not-started', items: 0, done: 0 },
}));

function Segment({ line, index, href }: { line: StageLine; index: number; href: string | null }) {
  const part = parts[index];
  if (part === undefined) return null;
  const { stage, state, items, done } = line;
  const [x, y] = part.middle;
  const inside = (
    <g className="wheel-part" data-state={state}>
      <path className="wheel-slice" d={part.path} />
      {items > 0 && <path className="wheel-track" d={part.edge(1)} />}
      {items > 0 && done > 0 && <path className="wheel-done" d={part.edge(done / items)} />}
      <g transform={`translate(${x} ${y})`}>
        <text className="wheel-name" y={-8}>
          {`${index + 1} ${stageWords[stage]}`}
        </text>
        <text className="wheel-state" y={10}>
          {stateWords[state]}
        </text>
        {items > 0 && (
          <text className="wheel-state" y={26}>
            {doneWords(line)}
          </text>
        )}
      </g>
    </g>
  );
  return href === null ? inside : <FigureLink href={href}>{inside}</FigureLink>;
}

function lowered(words: string): string {
  return words.startsWith('No ') ? words.toLowerCase() : words;
}
