import { z } from 'zod';

const Arc = z.array(z.array(z.number()).min(2));
const Transform = z.object({
  scale: z.tuple([z.number(), z.number()]),
  translate: z.tuple([z.number(), z.number()]),
});
const Shape = z.looseObject({
  type: z.string().nullable(),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  arcs: z.unknown(),
});
type Shape = z.infer<typeof Shape>;

const Topology = z.looseObject({
  type: z.literal('Topology'),
  arcs: z.array(Arc),
  transform: Transform.optional(),
  objects: z.record(
    z.string(),
    z.looseObject({ type: z.string(), geometries: z.array(Shape).optional() }),
  ),
});
type Topology = z.infer<typeof Topology>;

/**
 * A TopoJSON document as the GeoJSON document that says the same; any other document as it is. Areas share their
 * borders in TopoJSON: here each gets its own. Features come in the order of the document's objects; an area whose
 * arcs are not there has no geometry, which the reader of GeoJSON then names. [DT-10]
 *
 * Source: The TopoJSON Format Specification, 2.1 (arcs, quantisation) and 2.2 (geometry).
 */
export function asGeoJson(document: unknown): unknown {
  const read = Topology.safeParse(document);
  if (!read.success) return document;
  const arcs = read.data.arcs.map((arc) => positionsOf(arc, read.data.transform));
  const shapes = Object.values(read.data.objects).flatMap(
    ({ geometries, ...single }) => geometries ?? [Shape.parse(single)],
  );
  return { type: 'FeatureCollection', features: shapes.map((shape) => featureOf(shape, arcs)) };
}

type Position = readonly [number, number];
type Line = readonly Position[];

/** Quantised arcs hold steps from the position before; others hold positions. */
function positionsOf(arc: z.infer<typeof Arc>, transform: Topology['transform']): Line {
  let x = 0;
  let y = 0;
  return arc.map(([dx = 0, dy = 0]): Position => {
    if (transform === undefined) return [dx, dy];
    x += dx;
    y += dy;
    const { scale, translate } = transform;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function featureOf({ type, id, properties, arcs: uses }: Shape, arcs: readonly Line[]) {
  const coordinates =
    type === 'Polygon'
      ? polygon(uses, arcs)
      : type === 'MultiPolygon'
        ? polygons(uses, arcs)
        : null;
  return {
    type: 'Feature',
    properties: { ...(id !== undefined && { id }), ...properties },
    geometry: coordinates === null ? null : { type, coordinates },
  };
}

const Rings = z.array(z.array(z.int()));

function polygon(uses: unknown, arcs: readonly Line[]): readonly Line[] | null {
  const rings = Rings.safeParse(uses);
  if (!rings.success) return null;
  const lines = rings.data.map((ring) => ringOf(ring, arcs));
  const [outer, ...holes] = lines;
  // Quantising can shrink a hole or a rock to less than an area; a hole without one is no hole.
  if (outer === undefined || !isRing(outer)) return null;
  return [outer, ...holes.filter(isRing)];
}

function polygons(uses: unknown, arcs: readonly Line[]): readonly (readonly Line[])[] | null {
  if (!Array.isArray(uses)) return null;
  const found = uses.map((each) => polygon(each, arcs)).filter((each) => each !== null);
  return found.length > 0 ? found : null;
}

/** Arcs put end to end: a number below nought is the arc of its complement, backwards. */
function ringOf(ring: readonly number[], arcs: readonly Line[]): Line {
  return ring.flatMap((use, at) => {
    const line = use < 0 ? (arcs[~use] ?? []).toReversed() : (arcs[use] ?? []);
    return at === 0 ? line : line.slice(1);
  });
}

function isRing(line: Line): boolean {
  return line.length >= 4;
}
