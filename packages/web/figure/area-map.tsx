import { number } from '../words.ts';
import { classEdges, classOf } from './classes.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { outlines, type Geometry } from './geo.ts';
import { useOpen } from './link.tsx';
import { Reader } from './reader.tsx';
import { Legend, legendHeight, type LegendLine } from './legend.tsx';
import { useWidth } from './width.ts';
import { figureWords, markWords } from './words.ts';
import { useId } from 'react';

/** An area with its boundary; `href` opens its page. */
export type AreaFeature = {
  readonly id: string;
  readonly name: string;
  readonly geometry: Geometry;
  readonly href?: string;
};

export type AreaValue = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
};

/**
 * Areas shaded by a value in five classes of about as many areas each, or without values just as outlines.
 * The own area has a thick outline; areas without a value are hatched.
 */
export function AreaMap({
  finding,
  measure,
  fileName,
  features,
  values,
  own = null,
  unit = '',
  decimals = 1,
  source = '',
  detection = false,
}: {
  finding: string;
  measure: string;
  fileName: string;
  features: readonly AreaFeature[];
  values?: ReadonlyMap<string, AreaValue>;
  own?: string | null;
  unit?: string;
  decimals?: number;
  source?: string;
  detection?: boolean;
}) {
  const open = useOpen();
  const [box, width] = useWidth<HTMLDivElement>();
  const sorted = [...features].sort((a, b) => a.name.localeCompare(b.name));
  const drawn = outlines(
    sorted.map(({ geometry }) => geometry),
    width,
    Math.min(620, width * 1.3),
  );
  const shown = sorted.map(({ id }) => values?.get(id) ?? null);
  const known = shown.flatMap((each) => (each === null || each.suppressed ? [] : [each.value]));
  const edges = classEdges(known.filter((value) => value !== null));
  const hatch = `hatch-${useId().replace(/\W/g, '')}`;
  const legend = values === undefined ? [] : legendLines(edges, { decimals, hatch });
  const height = drawn.height + legendHeight(legend, width) + 8;
  const shade = (value: AreaValue | null, isOwn: boolean) => {
    const plain = isOwn ? '3' : 'plain';
    const kind = values === undefined ? plain : classFor(value, edges);
    return { 'data-class': kind, ...hatched(kind, hatch) };
  };
  const ownAt = sorted.findIndex(({ id }) => id === own);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      table={twin(measure, sorted, shown, decimals)}
      caveat={detection ? figureWords.detection : ''}
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={sorted.map(({ name }, index) =>
            reading(name, shown[index] ?? null, values, { unit, decimals }),
          )}
          onOpen={(index) => {
            const href = sorted[index]?.href;
            if (href !== undefined) open(href);
          }}
        >
          {(at, reach) => (
            <svg
              className="area-map"
              width={drawn.width}
              height={height}
              viewBox={`0 0 ${drawn.width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Hatch id={hatch} />
              <Legend lines={legend} width={width} y={drawn.height + 8} />
              {sorted.map((feature, index) => (
                // A pointer's short cut; the keyboard opens an area with Enter.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
                <path
                  key={feature.id}
                  className="area"
                  d={drawn.outlines[index]?.path ?? ''}
                  {...shade(shown[index] ?? null, index === ownAt)}
                  data-linked={feature.href !== undefined || undefined}
                  onPointerEnter={() => reach(index)}
                  onClick={() => feature.href !== undefined && open(feature.href)}
                />
              ))}
              {ownAt >= 0 && <path className="area-own" d={drawn.outlines[ownAt]?.path ?? ''} />}
              {at !== null && (
                <path
                  className="area-reached"
                  data-screen-only
                  d={drawn.outlines[at]?.path ?? ''}
                />
              )}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

function classFor(value: AreaValue | null, edges: readonly number[]): string {
  if (value === null || value.suppressed || value.value === null) return 'none';
  return String(classOf(value.value, edges) + (edges.length < 3 ? 1 : 0));
}

function reading(
  name: string,
  value: AreaValue | null,
  values: unknown,
  { unit, decimals }: { unit: string; decimals: number },
): string {
  if (values === undefined) return name;
  const known = value ?? { value: null, low: null, high: null, suppressed: false };
  return markWords({ ...known, label: name, decimals, unit });
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="hatch" x1={0} y1={0} x2={0} y2={6} />
      </pattern>
    </defs>
  );
}

function legendLines(
  edges: readonly number[],
  { decimals, hatch }: { decimals: number; hatch: string },
): readonly LegendLine[] {
  const shift = edges.length < 3 ? 1 : 0;
  const swatch = (kind: string | number) => (
    <rect
      className="area swatch"
      data-class={kind}
      x={-9}
      y={-7}
      width={18}
      height={14}
      {...hatched(kind, hatch)}
    />
  );
  return [
    ...[...edges.keys(), edges.length].map((index) => ({
      words: rangeWords(edges, index, decimals),
      mark: swatch(index + shift),
    })),
    { words: 'no value', mark: swatch('none') },
  ];
}

function hatched(kind: string | number, hatch: string) {
  return kind === 'none' ? { fill: `url(#${hatch})` } : {};
}

function rangeWords(edges: readonly number[], index: number, decimals: number): string {
  const [from, to] = [edges[index - 1], edges[index]];
  if (from === undefined) return to === undefined ? 'all' : `under ${number(to, decimals)}`;
  return to === undefined
    ? `${number(from, decimals)} and over`
    : `${number(from, decimals)} to under ${number(to, decimals)}`;
}

function twin(
  caption: string,
  features: readonly AreaFeature[],
  shown: readonly (AreaValue | null)[],
  decimals: number,
): Twin {
  return {
    caption,
    columns: [
      { title: 'Place' },
      { title: 'Value', decimals },
      { title: 'Low', decimals },
      { title: 'High', decimals },
    ],
    rows: features.map(({ name }, index) => {
      const { value = null, low = null, high = null, suppressed = false } = shown[index] ?? {};
      return suppressed ? [name, '[c]', null, null] : [name, value, low, high];
    }),
  };
}
