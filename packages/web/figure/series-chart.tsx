import { useEffect, useRef, useState } from 'react';
import { FigureFrame, type Twin } from './frame.tsx';
import { Reader } from './reader.tsx';
import { useWidth } from './width.ts';
import { figureWords, markWords } from './words.ts';
import type { Drawn, SeriesBreak, SeriesPoint, SeriesSpec } from './series.ts';

/**
 * A measure over time: a line on its interval, cut at breaks, which stand as labelled rules.
 * `small` is for many beside each other; give them one `domain`. `detection` says that counts show what was noticed.
 */
export function SeriesChart({
  finding,
  title,
  placeName,
  fileName,
  points,
  unit,
  decimals,
  breaks = [],
  source = '',
  detection = false,
  small = false,
  domain = null,
}: {
  finding: string;
  title: string;
  placeName: string;
  fileName: string;
  points: readonly SeriesPoint[];
  unit: string;
  decimals: number;
  breaks?: readonly SeriesBreak[];
  source?: string;
  detection?: boolean;
  small?: boolean;
  domain?: readonly [number, number] | null;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const suppressed = points.some((point) => point.suppressed);
  // One object a render of the chart: walking through its marks draws nothing anew.
  const spec = { points, breaks, decimals, width, height: small ? 170 : 260, domain };
  return (
    <FigureFrame
      finding={finding}
      measure={[title, unit, placeName].filter((part) => part !== '').join(' · ')}
      fileName={fileName}
      source={source}
      table={twin(`${title}, ${placeName}`, points, decimals, unit)}
      caveat={[
        detection && (small ? figureWords.detectionShort : figureWords.detection),
        suppressed && figureWords.suppressed,
      ]
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
          {(at, reach) => <Drawing spec={spec} at={at} reach={reach} />}
        </Reader>
      </div>
    </FigureFrame>
  );
}

/** Observable Plot draws; it is loaded when the first series is shown. */
function Drawing({
  spec,
  at,
  reach,
}: {
  spec: SeriesSpec;
  at: number | null;
  reach: (index: number | null) => void;
}) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let wanted = true;
    void import('./series-drawing.ts').then(({ drawSeries }) => {
      if (wanted) setDrawn(drawSeries(spec));
    });
    return () => {
      wanted = false;
    };
  }, [spec]);
  useEffect(() => {
    if (drawn !== null) holder.current?.replaceChildren(drawn.svg);
  }, [drawn]);
  const mark = at === null ? undefined : drawn?.marks[at];
  return (
    <div
      className="series"
      style={{ blockSize: spec.height }}
      onPointerMove={(event) => {
        const left = event.currentTarget.getBoundingClientRect().left;
        if (drawn !== null) reach(nearest(drawn.marks, event.clientX - left));
      }}
      onPointerLeave={() => reach(null)}
    >
      <div ref={holder} aria-hidden="true" />
      {mark !== undefined && (
        <span
          className="series-mark"
          style={{ insetInlineStart: mark.x, insetBlockStart: mark.y }}
        />
      )}
    </div>
  );
}

function nearest(marks: Drawn['marks'], x: number): number | null {
  const gaps = marks.map((mark) => Math.abs(mark.x - x));
  const least = Math.min(...gaps);
  return marks.length === 0 ? null : gaps.indexOf(least);
}

function twin(
  caption: string,
  points: readonly SeriesPoint[],
  decimals: number,
  unit: string,
): Twin {
  return {
    caption: `${caption}${unit === '' ? '' : `, ${unit}`}`,
    columns: [
      { title: 'Period' },
      { title: 'Value', decimals },
      { title: 'Low', decimals },
      { title: 'High', decimals },
      { title: 'Note' },
    ],
    rows: points.map(({ period, value, low, high, suppressed, note = '' }) => [
      period,
      suppressed ? '[c]' : value,
      suppressed ? null : low,
      suppressed ? null : high,
      note,
    ]),
  };
}
