import { statusSaid, timingSaid } from '@freehold/core/prevention';
import { timeScale } from '../action/time-scale.ts';
import { FigureFrame } from '../figure/index.ts';
import { useOpen } from '../figure/link.tsx';
import { Reader } from '../figure/reader.tsx';
import { fitted } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import { day, list } from '../words.ts';
import type { Intervention } from './calls.ts';
import type { Here } from './frame.tsx';

const [rowHeight, axisRoom] = [46, 28] as const;

/** Interventions as bars from their first to their last day, with today; those without a first day are named below. */
export function Timeline({
  interventions,
  here,
  today,
  place,
}: {
  interventions: readonly Intervention[];
  here: Pick<Here, 'partnership'>;
  today: string;
  place: string;
}) {
  const open = useOpen();
  const [box, width] = useWidth<HTMLDivElement>();
  const dated = interventions
    .flatMap((each) => (each.startsOn === null ? [] : [{ ...each, from: each.startsOn }]))
    .toSorted((a, b) => a.from.localeCompare(b.from));
  const undated = interventions.filter(({ startsOn }) => startsOn === null);
  if (dated.length === 0)
    return <p className="soft">No intervention has a first day yet, so there is no timeline.</p>;
  const ends = dated.filter(({ endsOn }) => endsOn !== null && endsOn < yearAfter(today));
  const days = [today, ...dated.flatMap(({ from, endsOn }) => [from, endsOn ?? from])].toSorted();
  const time = timeScale(
    [days[0] ?? today, days.at(-1) ?? today],
    [8, width - 12],
    Math.floor(width / 80),
  );
  const height = axisRoom + dated.length * rowHeight + 8;
  const finding =
    ends.length === 0
      ? 'None of them ends within twelve months'
      : `${ends.length} of ${dated.length} end within twelve months`;
  return (
    <FigureFrame
      finding={finding}
      measure={`From first to last day · planned and running · ${place} · today is ${day(today)}`}
      fileName={`${place} interventions over time`}
      table={{
        caption: 'Interventions over time',
        columns: [
          ...['Intervention', 'Status', 'Timing', 'First day', 'Last day', 'Funder'].map(
            (title) => ({
              title,
            }),
          ),
        ],
        rows: interventions.map((each) => [
          ...[each.name, statusSaid[each.status]],
          each.timing.map((when) => timingSaid[when]).join(', '),
          ...[each.startsOn, each.endsOn, each.funder],
        ]),
      }}
      note={
        <p>
          A paler bar that runs to the right has no last day.
          {undated.length > 0 &&
            ` Without a first day and not drawn: ${list(undated.map(({ name }) => name))}.`}
        </p>
      }
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={dated.map(reading)}
          onOpen={(at) => {
            const id = dated[at]?.id;
            if (id !== undefined) open(`/p/${here.partnership}/plan/interventions/${id}`);
          }}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <g className="axis" textAnchor="middle" fontSize={12}>
                {time.ticks.map((tick) => (
                  <g key={tick.day}>
                    <line
                      className="grid"
                      x1={time.at(tick.day)}
                      x2={time.at(tick.day)}
                      y1={axisRoom - 8}
                      y2={height}
                    />
                    <text x={time.at(tick.day)} y={13}>
                      {tick.words}
                    </text>
                  </g>
                ))}
              </g>
              {dated.map((each, index) => {
                const [from, to] = [
                  time.at(each.from),
                  time.at(each.endsOn ?? days.at(-1) ?? today),
                ];
                return (
                  <g
                    key={each.id}
                    className="bar-row"
                    data-reached={at === index || undefined}
                    transform={`translate(0 ${axisRoom + index * rowHeight})`}
                    onPointerEnter={() => reach(index)}
                  >
                    <rect className="hit" width={width} height={rowHeight} />
                    <text fontSize={13} className="row-label" x={8} y={16}>
                      {fitted(each.name, width - 16, 13)}
                    </text>
                    <rect
                      className={each.endsOn === null ? 'bar open' : 'bar'}
                      x={from}
                      y={24}
                      width={Math.max(4, to - from)}
                      height={12}
                      rx={2}
                    />
                  </g>
                );
              })}
              <line
                className="today"
                x1={time.at(today)}
                x2={time.at(today)}
                y1={axisRoom - 8}
                y2={height}
              />
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

function reading({ name, status, startsOn, endsOn, funder }: Intervention): string {
  const from = startsOn === null ? '' : ` from ${day(startsOn)}`;
  const to = endsOn === null ? ', no last day' : ` to ${day(endsOn)}`;
  return `${name}, ${statusSaid[status].toLowerCase()}${from}${to}${funder === '' ? '' : `, paid by ${funder}`}`;
}

function yearAfter(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}
