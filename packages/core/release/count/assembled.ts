import { Counts } from './counts.ts';
import type { CountInput, CountOptions } from './input.ts';
import { GrowingPart } from './part.ts';
import { isWide } from './walker.ts';

/** The entries of one set of columns: a row each, its values in the order of the set and its count. */
export type Grouped = {
  /** How many numbers a row has: one for each column, and the count. */
  readonly width: number;
  /** Row after row, sorted by their values. */
  readonly numbers: Uint32Array;
};

/**
 * Counts out of what somebody else grouped: `ask` is given sets of columns that begin alike and answers for each with
 * the combinations of values that occur in it, at least `least` times, sorted. Sets that cannot have any are not asked for.
 */
export async function assembled(
  input: CountInput,
  { length, least }: CountOptions,
  ask: (sets: readonly (readonly number[])[]) => Promise<readonly Grouped[]>,
): Promise<Counts> {
  const columns = input.columns.length;
  const parts = Array.from(
    { length: Math.min(length, columns) },
    () => new GrowingPart(isWide(input)),
  );
  const below = async (set: readonly number[], above: Grouped): Promise<void> => {
    const part = parts[set.length];
    if (part === undefined) return;
    const first = (set.at(-1) ?? -1) + 1;
    const sets = Array.from({ length: columns - first }, (_, at) => [...set, first + at]);
    const found = above.numbers.length === 0 ? sets.map(nothing) : await ask(sets);
    for (const [at, each] of sets.entries()) {
      const grouped = found[at] ?? nothing(each);
      append(part, above, grouped);
      await below(each, grouped);
    }
  };
  await below([], { width: 1, numbers: Uint32Array.of(input.rows) });
  return new Counts(
    { rows: input.rows, columns, least },
    parts.map((part) => part.taken()),
  );
}

function nothing(set: readonly number[]): Grouped {
  return { width: set.length + 1, numbers: new Uint32Array() };
}

/** Adds the entries of a set below those of its prefix. @throws TypeError for one that is below none, or out of order. */
function append(part: GrowingPart, above: Grouped, { width, numbers }: Grouped): void {
  let row = 0;
  let entries = 0;
  const key = width - 2;
  const belongs = (prefix: number) => {
    for (let at = 0; at < key; at += 1)
      if (numbers[row + at] !== above.numbers[prefix + at]) return false;
    return true;
  };
  for (let prefix = 0; prefix < above.numbers.length; prefix += above.width) {
    part.starts.push(entries);
    for (; row < numbers.length && belongs(prefix); row += width) {
      part.values.push(numbers[row + key] ?? 0);
      part.counts.push(numbers[row + key + 1] ?? 0);
      entries += 1;
    }
  }
  if (row < numbers.length) throw new TypeError('grouped counts are not sorted as their sets are');
  part.starts.push(entries);
  part.sizes.push(entries);
}
