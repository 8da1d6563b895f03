import type { Words } from '../../privacy/index.ts';
import { fill } from '../synthesis/begin.ts';
import type { MadeRecords } from '../synthesis/best.ts';
import { Fit } from '../synthesis/fit.ts';
import { numbered } from '../synthesis/numbered.ts';
import type { Telling } from '../synthesis/reported.ts';
import { targetBytes, targetsOf, type Targets } from '../synthesis/targets.ts';
import { leastShown, type PrivateCounts } from './counts.ts';
import { eachCell } from './layout.ts';
import { finished, part, stretches, type Paced, type Watching } from './pace.ts';
import { swap } from './swap.ts';

/**
 * Makes as many records as the noisy number of subjects, whose counts come near the noisy counts, shown or not. Columns
 * hold numbers as `counts.columns` has them, 0 for blank. Null: stopped. It sees noisy counts only, so it is covered by
 * their promise and costs nothing more. [RL-47]
 *
 * Counts of longer combinations than all of which were measured are not looked at, nor those of three where they do not fit
 * in memory.
 */
export function privateRecords(
  counts: PrivateCounts,
  words: Words,
  watching: Watching = {},
): MadeRecords | null {
  return finished(making(counts, words), watching);
}

function* making(counts: PrivateCounts, words: Words): Paced<MadeRecords> {
  const fit = new Fit(targetsFrom(counts), counts.records.count);
  fit.penalty = penalty;
  const columns = fit.targets.columns.length;
  const filling = stretches(columns, 1, (column) => fill(fit, column, words));
  yield* part(filling, 0.02, 0.2);
  const swapping = stretches(triesFor(fit.records * columns), 4000, (from, to) =>
    swap(fit, to - from, words),
  );
  yield* part(swapping, 0.2, 1);
  return fit.made();
}

/** What a combination that came out as nothing costs in a record, against 1 for one too many: it is not ruled out. */
const penalty = 6;

/** Swaps that are tried: eight for each cell, or of large tables as many as some seconds allow. */
function triesFor(cells: number): number {
  return Math.round(Math.min(8 * cells, Math.max(2 * cells, 3e6)));
}

/** Noisy counts as a search for records takes them. */
function targetsFrom(counts: PrivateCounts): Targets {
  const { columns, levels } = counts;
  const numbering = numbered(columns.map(({ values }) => values.map((_, at) => at + 1)));
  const firsts = columns.map((_, column) => numbering.columnOf.indexOf(column) - 1);
  const telling = tellingOf(counts, firsts);
  const longest = [3, 2].find(
    (length) => length <= levels.length && targetBytes(numbering, length, telling) <= mostBytes,
  );
  return targetsOf(numbering, longest ?? 1, telling);
}

/** What targets may take: half a gigabyte. */
const mostBytes = 2 ** 29;

/** What was counted. Less than is ever shown is as good as nothing: few such combinations exist, and together they are many. */
function tellingOf({ layout, levels }: PrivateCounts, firsts: readonly number[]): Telling {
  return (length, tell) => {
    const counts = levels[length - 1]?.counts ?? [];
    for (const set of layout.sets(length)) {
      const first = layout.first(set);
      eachCell(layout.widthsOf(set), (at, values) => {
        const count = counts[first + at] ?? 0;
        if (values.includes(0) || (count < leastShown && length > 1)) return;
        tell(
          values.map((number, place) => (firsts[set[place] ?? 0] ?? 0) + number),
          count,
        );
      });
    }
  };
}
