import type { Position, Ring } from './outline.ts';

/** A place to draw: what it is called, where its mark stands, and its outline where it has one. */
export type Shape = {
  readonly name: string;
  readonly at: Position;
  readonly rings: readonly Ring[];
};

/**
 * Shapes in whole numbers, of which one is `unit` degrees: a name, and "x y;ring;ring", a ring as steps from one position
 * to the next, the first from nought. What closes it is left out.
 */
export type PackedShapes = {
  readonly unit: number;
  readonly shapes: readonly (readonly [name: string, text: string])[];
};

/** Shapes on a grid of `unit` degrees, in about a third of the text. A ring that the grid has no room for is left out. */
export function packed(shapes: readonly Shape[], unit: number): PackedShapes {
  const onGrid = (position: Position) => position.map((each) => Math.round(each / unit));
  return {
    unit,
    shapes: shapes.map(({ name, at, rings }) => {
      const lines = rings.map((ring) => steps(ring.slice(0, -1).map(onGrid)));
      const areas = lines.filter(({ length }) => length >= 6);
      return [name, [onGrid(at), ...areas].map((each) => each.join(' ')).join(';')];
    }),
  };
}

export function unpacked({ unit, shapes }: PackedShapes): readonly Shape[] {
  return shapes.map(([name, text]) => {
    const [[x = 0, y = 0] = [], ...rings] = text.split(';').map(numbers);
    const at = inDegrees([x, y], unit);
    return { name, at, rings: rings.map((ring) => positions(ring, unit)) };
  });
}

function numbers(text: string): readonly number[] {
  return text.split(' ').map(Number);
}

function steps(grid: readonly (readonly number[])[]): readonly number[] {
  let [x, y] = [0, 0];
  return grid.flatMap(([toX = 0, toY = 0], at) => {
    if (at > 0 && toX === x && toY === y) return [];
    const step = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return step;
  });
}

function positions(ring: readonly number[], unit: number): Ring {
  let [x, y] = [0, 0];
  const open = Array.from({ length: ring.length / 2 }, (_, at) => {
    x += ring[2 * at] ?? 0;
    y += ring[2 * at + 1] ?? 0;
    return inDegrees([x, y], unit);
  });
  return [...open, ...open.slice(0, 1)];
}

/** Divided by a whole number: 3 × 0.1 is a hair off, 3 ÷ 10 is not. */
function inDegrees([x, y]: Position, unit: number): Position {
  const perDegree = Math.round(1 / unit);
  return [x / perDegree, y / perDegree];
}
