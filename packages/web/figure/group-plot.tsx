import { count, number } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { stacked } from './lanes.ts';
import { overlaps, type GroupMember } from './overlap.ts';
import { Reader } from './reader.tsx';
import { niceDomain, scale, tickDecimals, type Scale } from './scale.ts';
import { widthOf } from './text.ts';
import { useWidth } from './width.ts';
import { figureWords, markWords } from './words.ts';

/**
 * Where a place stands among a group: a dot a place along one line, the middle half as a band, the own place
 * named. Places whose interval overlaps the own place's are hollow: they cannot be told apart. No ranks.
 */
export function GroupPlot({
  finding,
  measure,
  fileName,
  members,
  own,
  q1,
  median,
  q3,
  unit,
  decimals,
  source = '',
  detection = false,
}: {
  finding: string;
  measure: string;
  fileName: string;
  members: readonly GroupMember[];
  own: GroupMember | null;
  q1: number;
  median: number;
  q3: number;
  unit: string;
  decimals: number;
  source?: string;
  detection?: boolean;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const shown = members.filter(isShown).sort((a, b) => a.value - b.value);
  const domain = niceDomain(
    [...shown.map(({ value }) => value), ...(own ? bounds(own) : [])],
    shown.every(({ value }) => value >= 0),
  );
  const x = scale(domain, [12, width - 12], width < 480 ? 4 : 7);
  const { spots, r, foot } = strip(shown.map(({ value }) => x.at(value)));
  const alike =
    own === null ? [] : members.filter((each) => !isOwn(each, own) && overlaps(each, own));
  const away = members.length - shown.length;
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      caveat={detection ? figureWords.detection : ''}
      table={twin(measure, members, decimals, own)}
      note={
        <>
          {own !== null && own.low !== null && (
            <p>
              {`Hollow: ${count(alike.length, 'place', 'places')} whose interval overlaps that of ${own.name}. They cannot be told apart from it.`}
            </p>
          )}
          {away > 0 && (
            <p>{`Not drawn: ${count(away, 'place', 'places')} without a value to show.`}</p>
          )}
        </>
      }
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={shown.map((each) =>
            markWords({ ...each, label: each.name, decimals, unit, note: noteOf(each, own) }),
          )}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={foot + 30}
              viewBox={`0 0 ${width} ${foot + 30}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Back x={x} foot={foot} decimals={decimals} quartiles={[q1, median, q3]} own={own} />
              {shown.map((each, index) => (
                <circle
                  key={each.id}
                  className={dotClass(each, own)}
                  data-reached={at === index || undefined}
                  cx={spots[index]?.x ?? 0}
                  cy={spots[index]?.y ?? 0}
                  r={own !== null && isOwn(each, own) ? r + 2.5 : r}
                  onPointerEnter={() => reach(index)}
                />
              ))}
              {own !== null && own.value !== null && !own.suppressed && (
                <OwnLabel x={x} own={own} value={own.value} decimals={decimals} width={width} />
              )}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

/** The marks of the strip: where each stands over `foot`. In a column with too many they overlap. */
function strip(at: readonly number[]) {
  const r = at.length > 120 ? 3.5 : 5;
  const wide = r * 2 + 1;
  const { marks, most } = stacked(at, wide);
  const height = Math.min(mostHeight, Math.max(64, most * wide + r));
  const spots = marks.map(({ x, lane, tall }) => {
    const apart = Math.min(wide, (height - r * 2 - 4) / Math.max(1, tall - 1));
    return { x, y: top + height - r - 2 - lane * apart };
  });
  return { spots, r, foot: top + height };
}

const mostHeight = 190;

type Shown = GroupMember & { readonly value: number };
const top = 44;

function isShown(member: GroupMember): member is Shown {
  return member.value !== null && !member.suppressed;
}

function isOwn(a: GroupMember, own: GroupMember): boolean {
  return a.own === true || a.id === own.id;
}

function bounds(own: GroupMember): number[] {
  return own.suppressed ? [] : [own.value, own.low, own.high].filter((each) => each !== null);
}

function dotClass(each: GroupMember, own: GroupMember | null): string {
  if (own === null) return 'member';
  if (isOwn(each, own)) return 'member own';
  return overlaps(each, own) ? 'member alike' : 'member';
}

function noteOf(each: GroupMember, own: GroupMember | null): string {
  if (own === null) return '';
  if (isOwn(each, own)) return 'this place';
  return overlaps(each, own) ? `cannot be told apart from ${own.name}` : '';
}

function Back({
  x,
  foot,
  decimals,
  quartiles: [q1, median, q3],
  own,
}: {
  x: Scale;
  foot: number;
  decimals: number;
  quartiles: readonly [number, number, number];
  own: GroupMember | null;
}) {
  const shown = tickDecimals(x.ticks, decimals);
  return (
    <>
      <rect
        className="middle-half"
        x={x.at(q1)}
        width={Math.max(1, x.at(q3) - x.at(q1))}
        y={top}
        height={foot - top}
      />
      <line className="median" x1={x.at(median)} x2={x.at(median)} y1={top} y2={foot} />
      {own !== null && own.low !== null && own.high !== null && (
        <rect
          className="own-interval"
          x={x.at(own.low)}
          width={Math.max(2, x.at(own.high) - x.at(own.low))}
          y={top - 8}
          height={8}
        />
      )}
      <text
        x={x.at(median)}
        y={12}
        fontSize={12}
        className="median-label"
        textAnchor={anchor(x, median)}
      >
        {`median ${number(median, decimals)} · middle half shaded`}
      </text>
      <g className="axis" textAnchor="middle" fontSize={12}>
        <line x1={x.at(x.least)} x2={x.at(x.most)} y1={foot} y2={foot} />
        {x.ticks.map((tick) => (
          <text key={tick} x={x.at(tick)} y={foot + 18}>
            {number(tick, shown)}
          </text>
        ))}
      </g>
    </>
  );
}

function OwnLabel({
  x,
  own,
  value,
  decimals,
  width,
}: {
  x: Scale;
  own: GroupMember;
  value: number;
  decimals: number;
  width: number;
}) {
  const text = `${own.name} ${number(value, decimals)}`;
  const half = widthOf(text, 14) / 2;
  const at = Math.min(width - half - 2, Math.max(half + 2, x.at(value)));
  return (
    <text className="own-label" x={at} y={31} textAnchor="middle" fontSize={14}>
      {text}
    </text>
  );
}

function anchor(x: Scale, value: number): 'start' | 'middle' | 'end' {
  const share = (value - x.least) / (x.most - x.least);
  return share < 0.25 ? 'start' : share > 0.75 ? 'end' : 'middle';
}

function twin(
  caption: string,
  members: readonly GroupMember[],
  decimals: number,
  own: GroupMember | null,
): Twin {
  return {
    caption: `${caption}. In order of name`,
    columns: [
      { title: 'Place' },
      { title: 'Value', decimals },
      { title: 'Low', decimals },
      { title: 'High', decimals },
      { title: 'Note' },
    ],
    rows: members.map((each) => [
      each.name,
      each.suppressed ? '[c]' : each.value,
      each.suppressed ? null : each.low,
      each.suppressed ? null : each.high,
      noteOf(each, own),
    ]),
  };
}
