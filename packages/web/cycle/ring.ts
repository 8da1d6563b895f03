// The wheel's geometry: four parts of a ring, clockwise from the top.

export type Part = {
  /** The outline of a part of the ring. */
  readonly path: string;
  /** How far round its outer edge a share of it reaches; '' where nothing does. */
  readonly edge: (share: number) => string;
  /** Where its words stand. */
  readonly middle: readonly [x: number, y: number];
};

/** The parts of a ring around 0, 0, with a gap between them. Angles run clockwise from the top. */
export function ringParts(many: number, inner: number, outer: number): readonly Part[] {
  const sweep = (2 * Math.PI) / many;
  return Array.from({ length: many }, (_, at) => {
    const from = at * sweep;
    const to = from + sweep;
    return {
      path: slice(from, to, inner, outer),
      edge: (share) => (share <= 0 ? '' : arc(from, from + sweep * Math.min(1, share), outer)),
      middle: point((from + to) / 2, (inner + outer) / 2),
    };
  });
}

const gap = 6;

function slice(from: number, to: number, inner: number, outer: number): string {
  // The gap is as wide at the inner edge as at the outer one, so that its sides are parallel.
  const ends = (radius: number) => [from + gap / 2 / radius, to - gap / 2 / radius] as const;
  const [outFrom, outTo] = ends(outer);
  const [inFrom, inTo] = ends(inner);
  return [
    `M${at(outFrom, outer)}`,
    `A${outer} ${outer} 0 0 1 ${at(outTo, outer)}`,
    `L${at(inTo, inner)}`,
    `A${inner} ${inner} 0 0 0 ${at(inFrom, inner)}Z`,
  ].join('');
}

function arc(from: number, to: number, outer: number): string {
  const radius = outer + 7;
  const half = gap / 2 / radius;
  return `M${at(from + half, radius)}A${radius} ${radius} 0 0 1 ${at(Math.max(to - half, from + half), radius)}`;
}

function at(angle: number, radius: number): string {
  return point(angle, radius).join(' ');
}

function point(angle: number, radius: number): readonly [number, number] {
  return [rounded(Math.sin(angle) * radius), rounded(-Math.cos(angle) * radius)];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
