import { Reader } from '../figure/reader.tsx';
import { fitted } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import { number } from '../words.ts';

const [row, head] = [28, 8];

/** Correlations as squares, larger for stronger; a hollow one is negative. Each has its number where there is room. */
export function CorrelationGrid({
  titles,
  values,
}: {
  titles: readonly string[];
  values: readonly (readonly (number | null)[])[];
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const label = Math.min(260, width * 0.42);
  const cell = (width - label) / Math.max(1, titles.length);
  const height = head + titles.length * row + 26;
  const readings = values.flatMap((line, at) =>
    line.map(
      (r, place) =>
        `${titles[at] ?? ''} with ${titles[place] ?? ''}: ${r === null ? 'too few values' : number(r, 2)}`,
    ),
  );
  return (
    <div ref={box}>
      <Reader label="Correlations" readings={readings}>
        {(reached, reach) => (
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            aria-hidden="true"
            onPointerLeave={() => reach(null)}
          >
            {values.map((line, at) => (
              <g key={titles[at]} transform={`translate(0 ${head + at * row})`}>
                <text y={row / 2} dominantBaseline="central" fontSize={13}>
                  {fitted(`${at + 1} ${titles[at] ?? ''}`, label - 10, 13)}
                </text>
                {line.map((r, place) => (
                  <Square
                    key={titles[place]}
                    r={r}
                    x={label + place * cell + cell / 2}
                    wide={cell}
                    reached={reached === at * titles.length + place}
                    onReach={() => reach(at * titles.length + place)}
                  />
                ))}
              </g>
            ))}
            <g className="axis" textAnchor="middle" fontSize={12}>
              {titles.map((title, place) => (
                <text key={title} x={label + place * cell + cell / 2} y={height - 8}>
                  {place + 1}
                </text>
              ))}
            </g>
          </svg>
        )}
      </Reader>
    </div>
  );
}

/** Room for a number beside its square. */
const numbered = 62;

function Square({
  r,
  x,
  wide,
  reached,
  onReach,
}: {
  r: number | null;
  x: number;
  wide: number;
  reached: boolean;
  onReach: () => void;
}) {
  const most = Math.min(wide, row) - 4;
  const side = r === null ? 0 : Math.max(3, Math.sqrt(Math.abs(r)) * most);
  const middle = wide >= numbered ? x - 18 : x;
  return (
    <g className="correlation" data-reached={reached || undefined} onPointerEnter={onReach}>
      <rect className="hit" x={x - wide / 2} y={0} width={wide} height={row} />
      <rect
        className={(r ?? 0) < 0 ? 'negative' : 'positive'}
        x={middle - side / 2}
        y={row / 2 - side / 2}
        width={side}
        height={side}
      />
      {(wide >= numbered || r === null) && (
        <text x={x} y={row / 2} dominantBaseline="central" fontSize={12}>
          {r === null ? '–' : number(r, 2)}
        </text>
      )}
    </g>
  );
}
