import { FigureFrame, type Twin } from '../figure/index.ts';
import { useOpen } from '../figure/link.tsx';
import { Reader } from '../figure/reader.tsx';
import { wrapped } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import { count, day } from '../words.ts';
import type { Action } from './calls.ts';
import { today } from '../plan/stage-choice.tsx';
import { ragShapes } from './rag-tag.tsx';
import { timeScale } from './time-scale.ts';
import { colourWord, dueWords, ownerWords, statuses, wordFor } from './words.ts';

const textSize = 14;
const lineHeight = 18;
const axisRoom = 28;

/** The actions as bars from start to due day, with today; what is overdue goes on as a hatched bar to today. */
export function Timeline({
  partnership,
  actions,
  placeName,
}: {
  partnership: string;
  actions: readonly Action[];
  placeName: string;
}) {
  const open = useOpen();
  const [box, width] = useWidth<HTMLDivElement>();
  const now = today();
  const bars = actions.map((action) => barOf(action, now));
  const layout = layoutOf(bars, width, now);
  const late = actions.filter(({ overdue }) => overdue).length;
  const href = (id: string) => `/p/${partnership}/plan/actions/${id}`;
  const finding = `${count(actions.length, 'action', 'actions')} over time${late === 0 ? ', none overdue' : `, ${late} overdue`}`;
  return (
    <FigureFrame
      finding={finding}
      measure={`From start to due day · ${placeName} · today is ${day(now)}`}
      fileName={`${placeName} actions over time`}
      table={twin(actions)}
      note={
        <p>
          Diamond red, triangle amber, disc green, square ended. A hatched bar runs from the due day
          to today. An action without a start begins on the day it was written down.
        </p>
      }
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={actions.map(reading)}
          onOpen={(index) => {
            const action = actions[index];
            if (action !== undefined) open(href(action.id));
          }}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={layout.height}
              viewBox={`0 0 ${width} ${layout.height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Hatch />
              <g className="axis" textAnchor="middle" fontSize={12}>
                {layout.time.ticks.map((tick) => (
                  <g key={tick.day}>
                    <line
                      className="grid"
                      x1={layout.time.at(tick.day)}
                      x2={layout.time.at(tick.day)}
                      y1={axisRoom - 8}
                      y2={layout.height}
                    />
                    <text x={layout.time.at(tick.day)} y={13}>
                      {tick.words}
                    </text>
                  </g>
                ))}
              </g>
              {bars.map((bar, index) => (
                <Row
                  key={bar.action.id}
                  bar={bar}
                  layout={layout}
                  index={index}
                  reached={at === index}
                  onReach={() => reach(index)}
                />
              ))}
              <line
                className="today"
                x1={layout.time.at(now)}
                x2={layout.time.at(now)}
                y1={axisRoom - 8}
                y2={layout.height}
              />
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

type Bar = {
  readonly action: Action;
  readonly from: string;
  /** Null without a due day: the bar stays open. */
  readonly to: string | null;
  readonly late: string | null;
};

function barOf(action: Action, now: string): Bar {
  const begun = action.startsOn ?? action.madeAt.slice(0, 10);
  const to = action.endedOn ?? action.dueOn;
  return {
    action,
    from: to !== null && begun > to ? to : begun,
    to,
    late: action.overdue ? now : null,
  };
}

type Layout = ReturnType<typeof layoutOf>;

function layoutOf(bars: readonly Bar[], width: number, now: string) {
  const beside = width >= 640;
  const labelWidth = beside ? Math.min(300, width * 0.34) : width;
  const days = [now, ...bars.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])])];
  const [first = now, last = now] = [days.toSorted()[0], days.toSorted().at(-1)];
  const from = beside ? labelWidth + 20 : 12;
  const room = width - from - 24;
  const time = timeScale([first, last], [from, from + room], Math.floor(room / 70));
  const labels = bars.map(({ action }) =>
    wrapped(action.title, { width: labelWidth, size: textSize, lines: 2 }),
  );
  const heights = labels.map((lines) =>
    beside ? Math.max(34, lines.length * lineHeight + 12) : lines.length * lineHeight + 36,
  );
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((a, b) => a + b, axisRoom));
  const height = axisRoom + heights.reduce((a, b) => a + b, 0) + 4;
  return { time, labels, heights, tops, height, beside, width, end: from + room };
}

function Row({
  bar,
  layout,
  index,
  reached,
  onReach,
}: {
  bar: Bar;
  layout: Layout;
  index: number;
  reached: boolean;
  onReach: () => void;
}) {
  const { action, from, to, late } = bar;
  const { time, labels, heights, tops, beside, width, end } = layout;
  const lines = labels[index] ?? [];
  const y = beside ? (heights[index] ?? 0) / 2 : lines.length * lineHeight + 16;
  const [x1, x2] = [time.at(from), to === null ? end : time.at(to)];
  const colour = action.rag.stands ?? 'none';
  return (
    <g
      className="bar-row"
      data-reached={reached || undefined}
      transform={`translate(0 ${tops[index] ?? 0})`}
      onPointerEnter={onReach}
    >
      <rect className="hit" width={width} height={heights[index] ?? 0} />
      <text fontSize={textSize} className="row-label">
        {lines.map((line, at) => (
          <tspan key={line} x={0} y={20 + at * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <rect
        className={to === null ? 'bar open' : 'bar'}
        x={x1}
        y={y - 6}
        width={Math.max(3, x2 - x1)}
        height={12}
        rx={2}
      />
      {late !== null && (
        <rect
          className="bar late"
          x={x2}
          y={y - 6}
          width={Math.max(3, time.at(late) - x2)}
          height={12}
        />
      )}
      <g className="rag" data-rag={colour} transform={`translate(${x2} ${y}) scale(1.25)`}>
        <path className="rag-mark" d={ragShapes[colour]} />
      </g>
    </g>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern id="late-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="hatch" d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" />
      </pattern>
    </defs>
  );
}

function reading(action: Action): string {
  return `${action.title}: ${colourWord(action)}, ${dueWords(action)}, ${ownerWords(action)}`;
}

function twin(actions: readonly Action[]): Twin {
  return {
    caption: 'Actions by start and due day',
    columns: ['Action', 'Start', 'Due', 'Ended', 'Status', 'Colour', 'Owner'].map((title) => ({
      title,
    })),
    rows: actions.map((action) => [
      action.title,
      action.startsOn,
      action.dueOn,
      action.endedOn,
      wordFor(statuses, action.status),
      action.rag.stands === null ? null : colourWord(action),
      ownerWords(action),
    ]),
  };
}
