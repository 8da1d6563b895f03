import { fitted } from '../figure/text.ts';

type Row = {
  readonly item: { readonly code: string; readonly label: string };
  readonly by: readonly string[];
};

const [left, wide, high, top] = [290, 56, 26, 130] as const;

/** Types by organisations as a picture to save: a disc where an organisation does the work. */
export function CoverPicture({
  rows,
  everybody,
}: {
  rows: readonly Row[];
  everybody: readonly { readonly key: string; readonly name: string }[];
}) {
  return (
    <svg width={left + everybody.length * wide + 60} height={top + rows.length * high + 8}>
      {everybody.map(({ key, name }, at) => (
        <text
          key={key}
          fontSize={12}
          transform={`translate(${left + at * wide + wide / 2} ${top - 8}) rotate(-40)`}
        >
          {fitted(name, 150, 12)}
        </text>
      ))}
      {rows.map(({ item, by }, row) => (
        <g key={item.code} transform={`translate(0 ${top + row * high + high / 2})`}>
          <text fontSize={13} dominantBaseline="central">
            {fitted(item.label, left - 12, 13)}
          </text>
          {everybody.map(({ key }, at) =>
            by.includes(key) ? (
              <circle key={key} className="flow-bar" cx={left + at * wide + wide / 2} r={6} />
            ) : null,
          )}
        </g>
      ))}
    </svg>
  );
}
