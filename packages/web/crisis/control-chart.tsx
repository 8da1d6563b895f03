import { expectedIn, stepSaid, type StepCount, type Watched } from '@freehold/core/crisis';
import { FigureFrame } from '../figure/index.ts';
import { Reader } from '../figure/reader.tsx';
import { scale } from '../figure/scale.ts';
import { useWidth } from '../figure/width.ts';
import { day, number } from '../words.ts';
import type { Board } from './calls.ts';

const titles: Readonly<Record<Watched, string>> = {
  concerns: 'Referral concerns',
  again: 'People seen again',
};

/**
 * Days of the crisis against what the baseline would give on one day: a u chart. Each day is drawn as its step, since
 * exact small counts stay in the house. Nothing where no baseline can tell.
 */
export function ControlChart({ what, board }: { what: Watched; board: Board }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const base = usualDay(board, what);
  const days = board.days.flatMap((each) => {
    const step = each[what];
    return step === null ? [] : [{ day: each.day, step }];
  });
  if (base === null || days.length === 0) return null;
  const { expected, limits } = base;
  const outside = days.filter(({ step }) => step.low > limits.high3).length;
  const finding =
    outside === 0
      ? `${titles[what]}: no day is surely above the outer limit`
      : `${titles[what]}: ${outside} of ${days.length} days lie above the outer limit`;
  const high = Math.max(limits.high3, ...days.map(({ step }) => step.high + 1));
  const y = scale([0, high], [height - foot, 12]);
  const x = (at: number) => left + ((width - left - right) * (at + 0.5)) / days.length;
  const wide = Math.min(26, ((width - left - right) / days.length) * 0.7);
  return (
    <FigureFrame
      finding={finding}
      measure={`${titles[what]} a day at ${board.crisis.place.name}, in steps of ${board.leastCell}; lines: what the baseline would give on one day`}
      fileName={`${titles[what]} - ${board.crisis.title}`}
      caveat="Counts show what was noticed, not how much there is."
      note={
        <p>
          Each bar is the step that a day’s count lies in; hollow is under {board.leastCell}, none
          included. Line: {number(expected, 1)} expected. Dashes: 99.8% limits,{' '}
          {number(limits.low3, 1)} to {number(limits.high3, 1)}.
        </p>
      }
      table={{
        caption: finding,
        columns: [
          { title: 'Day' },
          { title: 'Counted' },
          { title: 'Expected', decimals: 1 },
          { title: 'Lower limit', decimals: 1 },
          { title: 'Upper limit', decimals: 1 },
        ],
        rows: days.map(({ day: on, step }) => [
          ...[on, stepSaid(step), expected, limits.low3, limits.high3],
        ]),
      }}
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={days.map(({ day: on, step }) => `${day(on)}: ${stepSaid(step)}`)}
        >
          {(at, reach) => (
            <svg
              className="control-chart"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              {y.ticks.map((tick) => (
                <g key={tick}>
                  <line
                    x1={left}
                    x2={width - right}
                    y1={y.at(tick)}
                    y2={y.at(tick)}
                    stroke="var(--rule)"
                  />
                  <text
                    x={left - 8}
                    y={y.at(tick)}
                    textAnchor="end"
                    dominantBaseline="central"
                    fontSize={12}
                  >
                    {number(tick)}
                  </text>
                </g>
              ))}
              {days.map(({ day: on, step }, index) => (
                <g
                  key={on}
                  data-reached={at === index || undefined}
                  onPointerEnter={() => reach(index)}
                >
                  <Bar step={step} x={x(index) - wide / 2} width={wide} at={y.at} />
                </g>
              ))}
              <Limit words="expected" value={expected} at={y.at} width={width} />
              <Limit words="99.8%" value={limits.high3} at={y.at} width={width} dashed />
              {limits.low3 > 0 && (
                <Limit words="" value={limits.low3} at={y.at} width={width} dashed />
              )}
              {ends(days).map(({ index, on }) => (
                <text
                  key={on}
                  x={x(index)}
                  y={height - 6}
                  textAnchor={index === 0 ? 'start' : 'end'}
                  fontSize={12}
                >
                  {day(on)}
                </text>
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

const height = 220;
const foot = 28;
const left = 36;
const right = 68;

/** What the baseline of a count would give on one day; null where none can tell. */
function usualDay({ changes, items }: Board, what: Watched) {
  const own = items.filter(({ content }) => content.kind === 'baseline' && content.counts === what);
  for (const { baseline, control, days } of changes) {
    if (control.answer !== 'cannot-tell' && own.some(({ id }) => id === baseline)) {
      return expectedIn({ count: control.expected, days }, 1);
    }
  }
  return null;
}

function ends(days: readonly { readonly day: string }[]) {
  const last = days.length - 1;
  return (last > 0 ? [0, last] : [0]).map((index) => ({ index, on: days[index]?.day ?? '' }));
}

function Bar({
  step,
  x,
  width,
  at,
}: {
  step: StepCount;
  x: number;
  width: number;
  at: (value: number) => number;
}) {
  const top = at(step.high);
  const bottom = at(step.low);
  return (
    <rect
      {...{ x, width }}
      y={top}
      height={Math.max(3, bottom - top)}
      rx={2}
      fill={step.suppressed ? 'transparent' : 'var(--cat-1)'}
      stroke="var(--cat-1)"
      strokeWidth={1.5}
    />
  );
}

function Limit({
  words,
  value,
  at,
  width,
  dashed = false,
}: {
  words: string;
  value: number;
  at: (value: number) => number;
  width: number;
  dashed?: boolean;
}) {
  return (
    <>
      <line
        x1={left}
        x2={width - right}
        y1={at(value)}
        y2={at(value)}
        stroke="var(--cat-2)"
        strokeWidth={2}
        strokeDasharray={dashed ? '6 5' : undefined}
      />
      <text x={width - right + 6} y={at(value)} dominantBaseline="central" fontSize={12}>
        {words}
      </text>
    </>
  );
}
