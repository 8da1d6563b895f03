/** A node of a drawn network. `x`, `y` and `size` lie within 0 to 1; `category` is 1 to 8, or 0 for all others. */
export type NetworkMark = {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly category: number;
};

/** A tie between two marks, by their places in the list. */
export type NetworkLine = { readonly from: number; readonly to: number; readonly weight: number };

export type NetworkDrawing = {
  readonly directed: boolean;
  readonly marks: readonly NetworkMark[];
  readonly lines: readonly NetworkLine[];
};

/** One line of the key to a network's colours. */
export type NetworkKey = { readonly category: number; readonly words: string };

/** The marks whose names fit on a still picture: the largest first, none over another. */
export function labelled(
  marks: readonly NetworkMark[],
  { width, height, most = 40 }: { width: number; height: number; most?: number },
): readonly NetworkMark[] {
  const taken: { x: number; y: number; wide: number }[] = [];
  return marks
    .toSorted((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
    .slice(0, most * 3)
    .filter(({ x, y, label }) => {
      const spot = { x: x * width, y: y * height, wide: Math.min(28, label.length) * 6.5 + 12 };
      const free = taken.every(
        (each) =>
          Math.abs(each.y - spot.y) > 15 ||
          spot.x + spot.wide < each.x ||
          each.x + each.wide < spot.x,
      );
      if (free && taken.length < most) taken.push(spot);
      return free && taken.at(-1) === spot;
    });
}
