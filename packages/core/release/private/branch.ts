import type { Level } from './counts.ts';
import type { Layout } from './layout.ts';
import type { Paced } from './pace.ts';
import type { Values } from './values.ts';

/**
 * Combinations of one length, each by its place, in the order of their values; what is shown of a length, or what may be
 * measured. A value goes by its number among those of all columns.
 */
export type Branch = {
  readonly length: number;
  /** The values of each combination, `length` a combination. */
  readonly values: Int32Array;
  /** Where each stands without its first value, its second …: places in the branch before, `length` a combination. */
  readonly parts: Int32Array;
  readonly counts: Int32Array;
  /** Where those begin that go on from each combination of the branch before; one more at the end. */
  readonly first: Int32Array;
};

/** What single values are parts of: nothing, which all subjects have. */
export function root(total: number): Branch {
  const none = new Int32Array();
  return { length: 0, values: none, parts: none, counts: Int32Array.of(total), first: none };
}

/** The values of one combination. */
export function valuesAt({ length, values }: Branch, place: number): readonly number[] {
  return Array.from(values.subarray(place * length, (place + 1) * length));
}

/** The combinations of a layout that are shown, one value longer than those of `before`, which are shown too. */
export function* branchOf(
  layout: Layout,
  level: Level,
  before: Branch,
  values: Values,
): Paced<Branch> {
  const length = before.length + 1;
  const many = level.shown.reduce((sum, shown) => sum + shown, 0);
  const branch = newBranch(length, many, before.counts.length);
  const placeOf = placesIn(layout, before, values);
  const widths = layout.widths;
  let next = 0;
  for (let from = 0; from < before.counts.length; from += 1) {
    if (from % 256 === 0) yield from / before.counts.length;
    branch.first[from] = next;
    const held = valuesAt(before, from);
    const columns = held.map((value) => values.columns[value] ?? 0);
    const inside = insideOf(layout, held, values);
    for (let column = (columns.at(-1) ?? -1) + 1; column < widths.length; column += 1) {
      const width = widths[column] ?? 0;
      const start = layout.first([...columns, column]) + inside * width;
      for (let number = 1; number < width; number += 1) {
        if (level.shown[start + number] !== 1) continue;
        const all = [...held, values.of(column, number)];
        branch.values.set(all, next * length);
        branch.parts.set(
          all.map((_, place) => placeOf(all.toSpliced(place, 1))),
          next * length,
        );
        branch.counts[next] = level.counts[start + number] ?? 0;
        next += 1;
      }
    }
  }
  branch.first[before.counts.length] = next;
  return branch;
}

/** Room for as many combinations, with nothing in it. */
export function newBranch(length: number, many: number, before: number): Branch {
  return {
    length,
    values: new Int32Array(many * length),
    parts: new Int32Array(many * length),
    counts: new Int32Array(many),
    first: new Int32Array(before + 1),
  };
}

/** Some of a branch's combinations. */
export function thinned(branch: Branch, kept: Uint8Array): Branch {
  const { length, first } = branch;
  const many = kept.reduce((sum, each) => sum + each, 0);
  const thin = newBranch(length, many, first.length - 1);
  let next = 0;
  for (let from = 0; from + 1 < first.length; from += 1) {
    thin.first[from] = next;
    for (let place = first[from] ?? 0; place < (first[from + 1] ?? 0); place += 1) {
      if (kept[place] !== 1) continue;
      for (let at = 0; at < length; at += 1) {
        thin.values[next * length + at] = branch.values[place * length + at] ?? 0;
        thin.parts[next * length + at] = branch.parts[place * length + at] ?? 0;
      }
      thin.counts[next] = branch.counts[place] ?? 0;
      next += 1;
    }
  }
  thin.first[first.length - 1] = next;
  return thin;
}

/** Where a combination's cell lies from the first of its set. */
function insideOf(layout: Layout, held: readonly number[], values: Values): number {
  return held.reduce((inside, value) => {
    const width = layout.widths[values.columns[value] ?? 0] ?? 0;
    return inside * width + (values.numbers[value] ?? 0);
  }, 0);
}

/** Where a combination of a branch stands in it. */
function placesIn(layout: Layout, branch: Branch, values: Values) {
  if (branch.length === 0) return () => 0;
  const cellOf = (held: readonly number[]) =>
    layout.first(held.map((value) => values.columns[value] ?? 0)) + insideOf(layout, held, values);
  const places = new Int32Array(layout.cells(branch.length));
  for (let place = 0; place < branch.counts.length; place += 1)
    places[cellOf(valuesAt(branch, place))] = place;
  return (held: readonly number[]) => places[cellOf(held)] ?? 0;
}
