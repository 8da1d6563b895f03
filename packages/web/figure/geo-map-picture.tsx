import { mapClassOf, type MapClass } from './geo-map-classes.ts';
import { outlines, type Geometry } from './geo.ts';
import { Legend, legendHeight } from './legend.tsx';

export type CountedArea = {
  readonly id: string;
  readonly name: string;
  readonly geometry: Geometry;
  readonly value: number;
};

/**
 * Areas shaded by a count in fixed classes, as a drawing: what a picture of the map shows, and what stands in for
 * it where a browser cannot draw it.
 */
export function CountedAreas({
  areas,
  classes,
  width,
  at = null,
  reach,
}: {
  areas: readonly CountedArea[];
  classes: readonly MapClass[];
  width: number;
  at?: number | null;
  reach?: (index: number | null) => void;
}) {
  const drawn = outlines(
    areas.map(({ geometry }) => geometry),
    width,
    Math.min(720, width * 1.4),
  );
  const lines = classes.map(({ words }, index) => ({
    words,
    mark: <rect className="counted" data-class={index} x={-9} y={-7} width={18} height={14} />,
  }));
  const height = drawn.height + legendHeight(lines, width) + 8;
  return (
    <svg
      className="counted-areas"
      width={drawn.width}
      height={height}
      viewBox={`0 0 ${drawn.width} ${height}`}
      aria-hidden="true"
      onPointerLeave={() => reach?.(null)}
    >
      <Legend lines={lines} width={width} y={drawn.height + 8} />
      {areas.map(({ id, value }, index) => (
        <path
          key={id}
          className="counted"
          data-class={mapClassOf(value, classes)}
          d={drawn.outlines[index]?.path ?? ''}
          onPointerEnter={() => reach?.(index)}
        />
      ))}
      {at !== null && (
        <path className="area-reached" data-screen-only d={drawn.outlines[at]?.path ?? ''} />
      )}
    </svg>
  );
}
