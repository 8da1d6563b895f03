import type { Point } from '@freehold/core/release/explorer';

export type Labelled = { readonly at: Point; readonly radius: number; readonly text: string };
export type Label = {
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
};

/** How large the picture is, how many names it has room for, and how wide a name will be. */
type Room = {
  readonly width: number;
  readonly height: number;
  readonly most: number;
  readonly wide: (text: string) => number;
};

type Box = readonly [left: number, top: number, right: number, bottom: number];

export const labelSize = 12;

/**
 * Names beside circles, the first ones first; one that would run into another, over any circle, or out of the picture, is
 * left out: the table below the map has them all.
 */
export function labelsFor(
  marks: readonly Labelled[],
  { width, height, most, wide }: Room,
): readonly Label[] {
  const boxes: Box[] = [];
  const labels: Label[] = [];
  for (const mark of marks) {
    if (labels.length >= most) break;
    const spot = around(mark, wide(mark.text)).find(
      ({ box }) =>
        fits(box, width, height) &&
        !boxes.some((each) => meet(each, box)) &&
        !marks.some((each) => covers(box, each)),
    );
    if (spot === undefined) continue;
    boxes.push(spot.box);
    labels.push(spot.label);
  }
  return labels;
}

/** To the right, to the left, above and below a circle. */
function around({ at: [x, y], radius, text }: Labelled, textWide: number) {
  const wide = textWide + 6;
  const gap = radius + 4;
  const spot = (anchor: Label['anchor'], atX: number, atY: number) => {
    const left = anchor === 'start' ? atX : anchor === 'end' ? atX - wide : atX - wide / 2;
    const box: Box = [left, atY - labelSize, left + wide, atY + 4];
    return { label: { at: [atX, atY], anchor, text } satisfies Label, box };
  };
  return [
    spot('start', x + gap, y + 4),
    spot('end', x - gap, y + 4),
    spot('middle', x, y - gap),
    spot('middle', x, y + gap + labelSize - 2),
  ];
}

function fits([left, top, right, bottom]: Box, width: number, height: number): boolean {
  return left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;
}

/** Whether a name in this box would lie over a circle. */
function covers([left, top, right, bottom]: Box, { at: [x, y], radius }: Labelled): boolean {
  const away = Math.hypot(
    x - Math.min(Math.max(x, left), right),
    y - Math.min(Math.max(y, top), bottom),
  );
  return away < radius + 1;
}

function meet([l1, t1, r1, b1]: Box, [l2, t2, r2, b2]: Box): boolean {
  return l1 < r2 && l2 < r1 && t1 < b2 && t2 < b1;
}
