import { number } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { Reader } from './reader.tsx';
import { scale } from './scale.ts';
import { fitted } from './text.ts';
import { useWidth } from './width.ts';
import { markWords } from './words.ts';

/** One small picture: an own value with its interval before a group's middle half and the places themselves. */
export type BesideTile = {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly group: { readonly q1: number; readonly median: number; readonly q3: number } | null;
  readonly others: readonly number[];
  readonly note: string;
};

/** Small multiples, all on one scale from 0: where a place stands among others, topic by topic. */
export function BesidePlot({
  finding,
  measure,
  fileName,
  tiles,
  most,
}: {
  finding: string;
  measure: string;
  fileName: string;
  tiles: readonly BesideTile[];
  most: number;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const across = width >= 860 ? 3 : width >= 540 ? 2 : 1;
  const wide = (width - (across - 1) * gap) / across;
  const x = scale([0, most], [6, wide - 40]);
  const height = Math.ceil(tiles.length / across) * tall;
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      table={twin(measure, tiles)}
      note={
        <p>
          The dot with its interval is this place; the band is the middle half of the group, the bar
          its median, each small tick a place. Where the interval reaches a tick’s own, the two
          cannot be told apart.
        </p>
      }
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={tiles.map(
            (tile) => `${markWords({ ...tile, decimals: 1, note: '' })}. ${tile.note}`,
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
              {tiles.map((tile, index) => {
                const left = (index % across) * (wide + gap);
                const top = Math.floor(index / across) * tall;
                return (
                  <g
                    key={tile.label}
                    className="beside-tile"
                    data-reached={at === index || undefined}
                    transform={`translate(${left} ${top})`}
                    onPointerEnter={() => reach(index)}
                  >
                    <rect className="hit" width={wide} height={tall - 4} />
                    <text x={0} y={16} fontSize={13}>
                      {fitted(tile.label, wide - 6, 13)}
                    </text>
                    {tile.group !== null && (
                      <>
                        <rect
                          className="middle-half"
                          x={x.at(tile.group.q1)}
                          width={Math.max(1, x.at(tile.group.q3) - x.at(tile.group.q1))}
                          y={26}
                          height={22}
                        />
                        <line
                          className="median"
                          x1={x.at(tile.group.median)}
                          x2={x.at(tile.group.median)}
                          y1={26}
                          y2={48}
                        />
                      </>
                    )}
                    <line className="beside-base" x1={x.at(0)} x2={x.at(most)} y1={48} y2={48} />
                    {tile.others.map((value, other) => (
                      <line
                        key={`${value}-${other}`}
                        className="beside-tick"
                        x1={x.at(value)}
                        x2={x.at(value)}
                        y1={44}
                        y2={52}
                      />
                    ))}
                    {tile.value === null ? (
                      <text className="missing" x={x.at(0)} y={38} fontSize={12}>
                        – no score
                      </text>
                    ) : (
                      <g className="interval">
                        {tile.low !== null && tile.high !== null && (
                          <line
                            className="span"
                            x1={x.at(tile.low)}
                            x2={x.at(tile.high)}
                            y1={37}
                            y2={37}
                          />
                        )}
                        <circle cx={x.at(tile.value)} cy={37} r={5.5} />
                        <text x={wide} y={41} fontSize={13} fontWeight={650} textAnchor="end">
                          {number(tile.value, 1)}
                        </text>
                      </g>
                    )}
                  </g>
                );
              })}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

const tall = 66;
const gap = 24;

function twin(caption: string, tiles: readonly BesideTile[]): Twin {
  return {
    caption,
    columns: [
      { title: 'Topic' },
      ...['Score', 'Low', 'High', 'Lower quartile', 'Median', 'Upper quartile'].map((title) => ({
        title,
        decimals: 1,
      })),
      { title: 'Beside the others' },
    ],
    rows: tiles.map(({ label, value, low, high, group, note }) => [
      ...[label, value, low, high],
      ...[group?.q1 ?? null, group?.median ?? null, group?.q3 ?? null, note],
    ]),
  };
}
