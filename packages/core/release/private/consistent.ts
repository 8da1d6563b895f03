import type { Layout } from './layout.ts';

/** Whole counts by the layout's cells. */
export type Whole = Int32Array;

/**
 * Makes whole counts of estimates, so that the values of a column, or of a column beside what is already there, never come
 * to more than what they are part of. Counts are only ever lowered for that, so what holds keeps holding. [RL-44]
 *
 * @param above Whole counts one value shorter; for single values the number of subjects, as the only cell.
 */
export function wholeCounts(
  layout: Layout,
  length: number,
  estimates: Float32Array,
  above: Whole,
): Whole {
  const counts = Int32Array.from(estimates, (estimate) => Math.round(estimate));
  for (const columns of layout.sets(length)) {
    const widths = layout.widthsOf(columns);
    const first = layout.first(columns);
    for (const [place, width] of widths.entries()) {
      const rest = columns.toSpliced(place, 1);
      const others = widths.toSpliced(place, 1);
      const strides = widths.map((_, at) => product(widths.slice(at + 1)));
      const step = strides.toSpliced(place, 1);
      const start = rest.length === 0 ? 0 : layout.first(rest);
      const cells = product(others);
      for (let at = 0; at < cells; at += 1) {
        const from = placeIn(at, others, step);
        if (from < 0) continue;
        lowered(counts, first + from, strides[place] ?? 1, width, above[start + at] ?? 0);
      }
    }
  }
  return counts;
}

/** Where a cell of the other columns begins in the whole set; −1 where one of them is blank. */
function placeIn(at: number, widths: readonly number[], steps: readonly number[]): number {
  let rest = at;
  let place = 0;
  for (let column = widths.length - 1; column >= 0; column -= 1) {
    const width = widths[column] ?? 1;
    const value = rest % width;
    if (value === 0) return -1;
    place += value * (steps[column] ?? 0);
    rest = (rest - value) / width;
  }
  return place;
}

/** Lowers the counts of one line until they come to no more than `most`: in proportion, then the greatest by one. */
function lowered(counts: Whole, start: number, step: number, width: number, most: number): void {
  let sum = 0;
  for (let value = 1; value < width; value += 1) sum += counts[start + value * step] ?? 0;
  if (sum <= most) return;
  const share = most / sum;
  let left = most;
  const parts: { readonly at: number; readonly part: number }[] = [];
  for (let value = 1; value < width; value += 1) {
    const at = start + value * step;
    const exact = (counts[at] ?? 0) * share;
    if ((counts[at] ?? 0) === 0) continue;
    counts[at] = Math.floor(exact);
    left -= Math.floor(exact);
    parts.push({ at, part: exact - Math.floor(exact) });
  }
  parts.sort((one, other) => other.part - one.part || one.at - other.at);
  for (const { at } of parts.slice(0, left)) counts[at] = (counts[at] ?? 0) + 1;
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((so, number) => so * number, 1);
}
