import type { Part } from './part.ts';
import { subsetsUpTo, type Subsets } from './subsets.ts';

/** The counts of all sets of columns of one length. */
export type Level = {
  readonly sets: Subsets;
  readonly part: Part;
  /** Where each set's entries, and its starts, begin; one more at the end. */
  readonly entries: Float64Array;
  readonly starts: Float64Array;
};

/** Levels from 0 (the set of nothing, with one entry) on, out of the parts of each length. */
export function levelsOf(columns: number, parts: readonly Part[]): readonly Level[] {
  const sets = subsetsUpTo(columns, parts.length);
  const [none] = sets;
  if (none === undefined) throw new TypeError('there is always a set of nothing');
  const levels: Level[] = [
    {
      sets: none,
      part: {
        sizes: Uint32Array.of(1),
        starts: Uint32Array.of(0, 1),
        values: Uint16Array.of(0),
        counts: Uint32Array.of(0),
      },
      entries: Float64Array.of(0, 1),
      starts: Float64Array.of(0, 2),
    },
  ];
  for (const [at, part] of parts.entries()) {
    const own = sets[at + 1] ?? none;
    const above = levels[at]?.part.sizes ?? new Uint32Array();
    levels.push({ sets: own, part, ...placesOf(part, own, sets[at] ?? none, above) });
  }
  return levels;
}

function placesOf(part: Part, sets: Subsets, before: Subsets, above: Uint32Array) {
  const entries = new Float64Array(sets.count + 1);
  const starts = new Float64Array(sets.count + 1);
  let set = 0;
  for (let prefix = 0; prefix < before.count; prefix += 1) {
    const end = before.firstChild[prefix + 1] ?? sets.count;
    for (; set < end; set += 1) {
      entries[set + 1] = (entries[set] ?? 0) + (part.sizes[set] ?? 0);
      starts[set + 1] = (starts[set] ?? 0) + (above[prefix] ?? 0) + 1;
    }
  }
  return { entries, starts };
}
