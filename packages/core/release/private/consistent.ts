import type { Layout } from './layout.ts';
import { part, stretches, type Paced } from './pace.ts';

/** Whole counts by the layout's cells. */
export type Whole = Int32Array;

/**
 * Makes whole counts of estimates, so that the values of a column, or of a column beside what is already there, never come
 * to more than what they are part of. Counts are only ever lowered for that, so what holds keeps holding. [RL-44]
 *
 * @param above Whole counts one value shorter; for single values the number of subjects, as the only cell.
 */
export function* wholeCounts(
  layout: Layout,
  length: number,
  estimates: Float32Array,
  above: Whole,
): Paced<Whole> {
  const counts = yield* part(rounded(estimates), 0, 0.2);
  const line = new Int32Array(Math.max(0, ...layout.widths));
  const sets = layout.sets(length);
  for (const [done, columns] of sets.entries()) {
    yield 0.2 + (0.8 * done) / sets.length;
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
        const stride = strides[place] ?? 1;
        for (let value = 1; value < width; value += 1)
          line[value - 1] = first + from + value * stride;
        lowered(counts, line, 0, width - 1, above[start + at] ?? 0);
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

/** Estimates as whole numbers. */
export function* rounded(estimates: Float32Array): Paced<Whole> {
  const counts = new Int32Array(estimates.length);
  yield* stretches(counts.length, 2 ** 20, (from, to) => {
    for (let at = from; at < to; at += 1) counts[at] = Math.round(estimates[at] ?? 0);
  });
  return counts;
}

/**
 * Lowers the counts at the places of a line, `from` one `to` another, until they come to no more than `most`: in proportion,
 * then the greatest rests by one.
 */
export function lowered(
  counts: Whole,
  line: Int32Array,
  from: number,
  to: number,
  most: number,
): void {
  let sum = 0;
  for (let place = from; place < to; place += 1) sum += counts[line[place] ?? 0] ?? 0;
  if (sum <= most) return;
  const share = most / sum;
  let left = most;
  const parts: { readonly at: number; readonly part: number }[] = [];
  for (let place = from; place < to; place += 1) {
    const at = line[place] ?? 0;
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
