import { number, percent } from '../words.ts';
import { FigureFrame } from './frame.tsx';
import { Reader } from './reader.tsx';
import { fitted } from './text.ts';
import { useWidth } from './width.ts';

export type ShareLine = {
  readonly title: string;
  readonly n: number;
  readonly share: number;
};

const rowHeight = 28;

/** Shares as bars with their counts beside them, on a scale that ends at 100%. */
export function ShareBars({
  finding,
  measure,
  fileName,
  what = 'Answer',
  lines,
  unanswered,
}: {
  finding: string;
  measure: string;
  fileName: string;
  /** What a line is. */
  what?: string;
  lines: readonly ShareLine[];
  /** How many gave no answer, where answers are what is shown. */
  unanswered?: number;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const names = Math.min(250, width * 0.4);
  const bar = Math.max(40, width - names - 130);
  const height = lines.length * rowHeight + 4;
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      table={{
        caption: measure,
        columns: [{ title: what }, { title: 'n', decimals: 0 }, { title: 'Share', decimals: 3 }],
        rows: [
          ...lines.map(({ title, n, share }) => [title, n, share]),
          ...(unanswered === undefined ? [] : [['No answer', unanswered, null]]),
        ],
      }}
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={lines.map(({ title, n, share }) => `${title}: ${number(n)}, ${percent(share)}`)}
        >
          {(at, reach) => (
            <svg
              className="distribution"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              {lines.map(({ title, n, share }, index) => (
                <g
                  key={title}
                  transform={`translate(0 ${index * rowHeight})`}
                  onPointerEnter={() => reach(index)}
                >
                  {at === index && (
                    <rect
                      className="row-reached"
                      data-screen-only
                      width={width}
                      height={rowHeight}
                    />
                  )}
                  <text x={0} y={rowHeight / 2} dominantBaseline="central" fontSize={14}>
                    {fitted(title, names - 8, 14)}
                  </text>
                  <rect className="bar-back" x={names} y={5} width={bar} height={rowHeight - 10} />
                  <rect
                    className="bar"
                    x={names}
                    y={5}
                    width={Math.max(1, bar * share)}
                    height={rowHeight - 10}
                  />
                  <text
                    x={names + bar + 8}
                    y={rowHeight / 2}
                    dominantBaseline="central"
                    fontSize={14}
                  >
                    {percent(share)} ({number(n)})
                  </text>
                </g>
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}
