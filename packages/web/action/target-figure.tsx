import { FigureFrame, type Twin } from '../figure/index.ts';
import { Reader } from '../figure/reader.tsx';
import { tickDecimals } from '../figure/scale.ts';
import { useWidth } from '../figure/width.ts';
import { figureWords, markWords } from '../figure/words.ts';
import { day, number } from '../words.ts';
import { today } from '../plan/stage-choice.tsx';
import { bandOf, layoutOf, runsOf, type Drawable, type Layout } from './target-drawing.ts';

const height = 240;

/**
 * Values with their intervals against the path and its band; baseline, aim and today are marked. Without values it is
 * the path alone, as a preview.
 */
export function TargetFigure({
  finding,
  measure,
  fileName,
  drawable,
  unit,
  source = '',
  detection = false,
}: {
  finding: string;
  measure: string;
  fileName: string;
  drawable: Drawable;
  unit: string;
  source?: string;
  detection?: boolean;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const now = today();
  const layout = layoutOf(drawable, width, height, now);
  const { points, decimals } = drawable;
  const hidden = points.some(({ suppressed }) => suppressed);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      table={twin(drawable, measure)}
      caveat={[detection && figureWords.detection, hidden && figureWords.suppressed]
        .filter((part) => part !== false)
        .join(' ')}
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={points.map((point) =>
            markWords({ ...point, label: point.period, decimals, unit }),
          )}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Axes layout={layout} decimals={decimals} />
              <Path drawable={drawable} layout={layout} />
              {drawable.breaks.map(({ from }) => (
                <line
                  key={from}
                  className="break-line"
                  x1={layout.time.at(from)}
                  x2={layout.time.at(from)}
                  y1={layout.top}
                  y2={layout.foot}
                />
              ))}
              <line
                className="today"
                x1={layout.time.at(now)}
                x2={layout.time.at(now)}
                y1={layout.top}
                y2={layout.foot}
              />
              <Values drawable={drawable} layout={layout} at={at} reach={reach} />
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

function Axes({ layout, decimals }: { layout: Layout; decimals: number }) {
  const { time, value, left, right, foot } = layout;
  const shown = tickDecimals(value.ticks, decimals);
  return (
    <g className="axis" fontSize={12}>
      {value.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={right} y1={value.at(tick)} y2={value.at(tick)} />
          <text x={left - 6} y={value.at(tick)} textAnchor="end" dominantBaseline="central">
            {number(tick, shown)}
          </text>
        </g>
      ))}
      {time.ticks.map((tick) => (
        <text key={tick.day} x={time.at(tick.day)} y={foot + 20} textAnchor="middle">
          {tick.words}
        </text>
      ))}
      <line x1={left} x2={right} y1={foot} y2={foot} />
    </g>
  );
}

function Path({ drawable, layout }: { drawable: Drawable; layout: Layout }) {
  const { time, value } = layout;
  const { corners, decimals } = drawable;
  const [first, last] = [corners[0], corners.at(-1)];
  const spots = corners.map(({ on, value: wanted }) => `${time.at(on)},${value.at(wanted)}`);
  return (
    <g>
      <polygon className="path-band" points={bandOf(drawable, layout)} />
      <polyline className="path-line" points={spots.join(' ')} />
      {first !== undefined && (
        <circle className="baseline-dot" cx={time.at(first.on)} cy={value.at(first.value)} r={5} />
      )}
      {last !== undefined && (
        <text
          className="path-label"
          x={time.at(last.on)}
          y={Math.max(12, value.at(last.value) - 9)}
          textAnchor="end"
          fontSize={13}
          fontWeight={650}
        >
          {`aim ${number(last.value, decimals)}`}
        </text>
      )}
    </g>
  );
}

function Values({
  drawable,
  layout: { time, value, foot },
  at,
  reach,
}: {
  drawable: Drawable;
  layout: Layout;
  at: number | null;
  reach: (index: number | null) => void;
}) {
  return (
    <g>
      {runsOf(drawable).map((run) => (
        <polyline
          key={run[0]?.on}
          className="seen-line"
          points={run.map(({ on, value: v }) => `${time.at(on)},${value.at(v ?? 0)}`).join(' ')}
        />
      ))}
      {drawable.points.map(({ period, on, value: v, low, high, suppressed }, index) => (
        <g
          key={period}
          className="seen-mark"
          data-reached={at === index || undefined}
          onPointerEnter={() => reach(index)}
        >
          {v === null || suppressed ? (
            <text x={time.at(on)} y={foot - 8} textAnchor="middle" fontSize={12}>
              {suppressed ? '[c]' : '–'}
            </text>
          ) : (
            <>
              {low !== null && high !== null && (
                <line
                  className="seen-span"
                  x1={time.at(on)}
                  x2={time.at(on)}
                  y1={value.at(low)}
                  y2={value.at(high)}
                />
              )}
              <circle className="seen-dot" cx={time.at(on)} cy={value.at(v)} r={4.5} />
            </>
          )}
        </g>
      ))}
    </g>
  );
}

function twin({ corners, tolerance, points, decimals }: Drawable, measure: string): Twin {
  const begin = corners[0];
  return {
    caption: `${measure}; tolerance ${number(tolerance, decimals)}`,
    columns: [
      { title: 'Day' },
      { title: 'What' },
      { title: 'Value', decimals },
      { title: 'Low', decimals },
      { title: 'High', decimals },
    ],
    rows: [
      ...corners.map(({ on, value }, index) => [
        day(on),
        on === begin?.on && index === 0
          ? 'Baseline'
          : index === corners.length - 1
            ? 'Aim'
            : 'Path',
        value,
        null,
        null,
      ]),
      ...points.map(({ period, on, value, low, high, suppressed }) => [
        day(on),
        `Value of ${period}`,
        suppressed ? '[c]' : value,
        suppressed ? null : low,
        suppressed ? null : high,
      ]),
    ],
  };
}
