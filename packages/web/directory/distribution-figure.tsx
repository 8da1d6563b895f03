import { FigureFrame } from '../figure/index.ts';
import { Reader } from '../figure/reader.tsx';
import { fitted } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import { percent } from '../words.ts';

export type DistributionLine = {
  readonly title: string;
  readonly n: number;
  readonly share: number;
};

const rowHeight = 28;

/** Shares as bars with their counts beside them, on a scale that ends at 100%. */
export function DistributionFigure({
  finding,
  measure,
  fileName,
  lines,
  unanswered,
}: {
  finding: string;
  measure: string;
  fileName: string;
  lines: readonly DistributionLine[];
  unanswered: number;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const names = Math.min(250, width * 0.4);
  const bar = Math.max(40, width - names - 110);
  const height = lines.length * rowHeight + 4;
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      table={{
        caption: measure,
        columns: [
          { title: 'Answer' },
          { title: 'n', decimals: 0 },
          { title: 'Share', decimals: 3 },
        ],
        rows: [
          ...lines.map(({ title, n, share }) => [title, n, share]),
          ['No answer', unanswered, null],
        ],
      }}
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={lines.map(({ title, n, share }) => `${title}: ${n}, ${percent(share)}`)}
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
                    {percent(share)} ({n})
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
