/** A box on a canvas. `tone` and `state` become classes; `lane` is '' where there is none. */
export type CanvasBox = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly tone: string;
  readonly state: string;
  /** What stands under the title: badges in words. */
  readonly note: string;
  readonly lane: string;
  readonly at: Spot | null;
  /** So many boxes are folded away under it; 0 for none. */
  readonly folded: number;
};

/** An arrow from box to box. `mark` stands in its middle. */
export type CanvasArrow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly tone: string;
  readonly shade: string;
  readonly line: string;
  readonly mark: string;
  readonly state: string;
};

export type CanvasDrawing = {
  readonly boxes: readonly CanvasBox[];
  readonly arrows: readonly CanvasArrow[];
  /** From left to right; empty for none. */
  readonly lanes: readonly string[];
};

export type Spot = { readonly x: number; readonly y: number };

export const boxWidth = 208;
export const boxHeight = 92;
export const grid = 16;

/** Where every box stands: where somebody has put it, else where the layout has. */
export function placed(
  boxes: readonly CanvasBox[],
  spots: ReadonlyMap<string, Spot>,
): ReadonlyMap<string, Spot> {
  return new Map(boxes.map(({ id, at }) => [id, at ?? spots.get(id) ?? { x: 0, y: 0 }]));
}

/**
 * The nearest box in a direction, for walking by arrow keys: nearness along the direction counts once, beside it
 * twice. Null where there is none on that side.
 */
export function nearest(
  spots: ReadonlyMap<string, Spot>,
  from: string,
  direction: 'left' | 'right' | 'up' | 'down',
): string | null {
  const here = spots.get(from);
  if (here === undefined) return null;
  const found = [...spots].flatMap(([id, { x, y }]) => {
    const [along, beside] = turned(x - here.x, y - here.y, direction);
    return id === from || along < grid ? [] : [{ id, far: along + 2 * Math.abs(beside) }];
  });
  return found.toSorted((a, b) => a.far - b.far)[0]?.id ?? null;
}

function turned(x: number, y: number, direction: string): readonly [number, number] {
  if (direction === 'left') return [-x, y];
  if (direction === 'right') return [x, y];
  return direction === 'up' ? [-y, x] : [y, x];
}
