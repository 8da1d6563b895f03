import { number } from '../words.ts';
import { classEdges, classOf } from './classes.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { outlines, type Geometry } from './geo.ts';
import { useOpen } from './link.tsx';
import { Reader } from './reader.tsx';
import { useWidth } from './width.ts';
import { figureWords, markWords } from './words.ts';

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
  const ownAt = sorted.findIndex(({ id }) => id === own);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      table={twin(measure, sorted, shown, decimals)}
      note={
        <>
          {values !== undefined && <Legend edges={edges} decimals={decimals} unit={unit} />}
          {detection && <p>{figureWords.detection}</p>}
        </>
      }
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
              height={drawn.height}
              viewBox={`0 0 ${drawn.width} ${drawn.height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              <Hatch />
              {sorted.map((feature, index) => (
                // A pointer's short cut; the keyboard opens an area with Enter.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
                <path
                  key={feature.id}
                  className="area"
                  d={drawn.outlines[index]?.path ?? ''}
                  data-class={
                    values === undefined ? 'plain' : classFor(shown[index] ?? null, edges)
                  }
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

function Hatch() {
  return (
    <defs>
      <pattern
        id="no-value"
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

function Legend({
  edges,
  decimals,
  unit,
}: {
  edges: readonly number[];
  decimals: number;
  unit: string;
}) {
  const shift = edges.length < 3 ? 1 : 0;
  return (
    <ul className="figure-legend">
      {[...edges.keys(), edges.length].map((index) => (
        <li key={index}>
          <span className="swatch" data-class={index + shift} />
          {rangeWords(edges, index, decimals)}
        </li>
      ))}
      <li>
        <span className="swatch" data-class="none" /> no value
      </li>
      {unit !== '' && <li className="soft">{unit}</li>}
    </ul>
  );
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
