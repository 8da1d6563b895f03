import { Legend, legendHeight } from './legend.tsx';
import { labelled, type NetworkDrawing, type NetworkKey, type NetworkMark } from './network.ts';
import { fitted } from './text.ts';

const pad = 16;

/**
 * A network as a still picture: for saving, printing, and browsers that cannot draw the moving one. All ties of a kind
 * are one path and all marks of a colour another, so that thousands of them stay a small file.
 */
export function NetworkPicture({
  drawing,
  keys,
  label,
  width = 900,
  height = 640,
}: {
  drawing: NetworkDrawing;
  keys: readonly NetworkKey[];
  label: string;
  width?: number;
  height?: number;
}) {
  const { marks, lines } = drawing;
  const legend = keys.map(({ category, words }) => ({
    words,
    mark: <circle r={6} className="shape" data-category={category} />,
  }));
  const inner = { width: width - 2 * pad, height: height - 2 * pad };
  const at = ({ x, y }: NetworkMark) => [pad + x * inner.width, pad + y * inner.height] as const;
  const tall = height + legendHeight(legend, width) + 8;
  const ties = lines.map(({ from, to }) => lineOf(marks[from], marks[to], at)).join('');
  const categories = [...new Set(marks.map(({ category }) => category))].toSorted((a, b) => a - b);
  return (
    <svg width={width} height={tall} viewBox={`0 0 ${width} ${tall}`} role="img" aria-label={label}>
      <path d={ties} className="network-ties" fill="none" />
      {categories.map((category) => (
        <path
          key={category}
          className="shape"
          data-category={category}
          d={marks
            .filter((mark) => mark.category === category)
            .map((mark) => circleOf(at(mark), radiusOf(mark)))
            .join('')}
        />
      ))}
      <g className="network-names" fontSize={12}>
        {labelled(marks, inner).map((mark) => {
          const [x, y] = at(mark);
          const left = x > width * 0.75;
          return (
            <text
              key={mark.id}
              x={left ? x - radiusOf(mark) - 3 : x + radiusOf(mark) + 3}
              y={y}
              textAnchor={left ? 'end' : 'start'}
              dominantBaseline="central"
            >
              {fitted(mark.label, 180, 12)}
            </text>
          );
        })}
      </g>
      <Legend lines={legend} width={width} y={height + 4} />
    </svg>
  );
}

export function radiusOf({ size }: Pick<NetworkMark, 'size'>): number {
  return 3 + 9 * size;
}

type At = (mark: NetworkMark) => readonly [number, number];

function lineOf(from: NetworkMark | undefined, to: NetworkMark | undefined, at: At): string {
  if (from === undefined || to === undefined) return '';
  return `M${at(from).map(short).join(' ')}L${at(to).map(short).join(' ')}`;
}

function circleOf([x, y]: readonly [number, number], radius: number): string {
  const [left, r, across] = [short(x - radius), short(radius), short(2 * radius)];
  return `M${left} ${short(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0z`;
}

function short(value: number): string {
  return value.toFixed(1);
}
