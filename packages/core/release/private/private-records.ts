import type { Words } from '../../privacy/index.ts';
import { begin } from '../synthesis/begin.ts';
import type { MadeRecords } from '../synthesis/best.ts';
import { Fit } from '../synthesis/fit.ts';
import { swap } from '../synthesis/improve.ts';
import { numbered } from '../synthesis/numbered.ts';
import { targetsOf, type Targets } from '../synthesis/targets.ts';
import type { PrivateCounts } from './counts.ts';
import { eachCell } from './layout.ts';
import type { Watching } from './private-counts.ts';

/**
 * Makes as many records as the noisy number of subjects, whose counts come near the noisy counts, shown or not. Columns
 * hold numbers as `counts.columns` has them, 0 for blank. Null: stopped. It sees noisy counts only, so it is covered by
 * their promise and costs nothing more. [RL-47]
 */
export function privateRecords(
  counts: PrivateCounts,
  words: Words,
  { seen, stop }: Watching = {},
): MadeRecords | null {
  const fit = new Fit(targetsFrom(counts), counts.records.count);
  begin(fit, words);
  for (let done = 0; done < counts.columns.length; done += 1) {
    seen?.((done + 1) / (counts.columns.length + 1));
    if (stop?.() === true) return null;
    swap(fit, 2 * fit.records, false, words);
  }
  seen?.(1);
  return fit.made();
}

/** Noisy counts as a search for records takes them: what came out as nothing costs more, but is not ruled out. */
function targetsFrom({ columns, layout, levels }: PrivateCounts): Targets {
  const numbering = numbered(columns.map(({ values }) => values.map((_, at) => at + 1)));
  const firsts = columns.map((_, column) => numbering.columnOf.indexOf(column) - 1);
  return targetsOf(numbering, levels.length, (length, tell) => {
    const counts = levels[length - 1]?.counts ?? [];
    for (const set of layout.sets(length)) {
      const first = layout.first(set);
      eachCell(layout.widthsOf(set), (at, values) => {
        const count = counts[first + at] ?? 0;
        if (values.includes(0) || (count === 0 && length > 1)) return;
        tell(
          values.map((number, place) => (firsts[set[place] ?? 0] ?? 0) + number),
          count,
        );
      });
    }
  });
}
