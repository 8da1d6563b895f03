import type { Words } from '../../privacy/index.ts';
import { begin } from '../synthesis/begin.ts';
import type { MadeRecords } from '../synthesis/best.ts';
import { Fit } from '../synthesis/fit.ts';
import { swap } from '../synthesis/improve.ts';
import { never, type Targets } from '../synthesis/targets.ts';
import type { PrivateCounts } from './counts.ts';
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
  const columns = counts.columns.map((_, column) =>
    Uint32Array.from({ length: fit.records }, (_at, record) => fit.at(record, column)),
  );
  return { records: fit.records, columns };
}

/** Noisy counts as a search for records takes them: what came out as nothing costs more, but is not ruled out. */
function targetsFrom({ columns, layout, levels }: PrivateCounts): Targets {
  const [singles, pairs, triples] = levels;
  const pairCells = layout.cells(2);
  const asked = new Int32Array(pairCells + layout.cells(3));
  asked.set(pairs?.counts ?? []);
  asked.set(triples?.counts ?? [], pairCells);
  return {
    columns: columns.map(({ values }, column) => ({
      codes: values.map((_, at) => at + 1),
      totals: Int32Array.from({ length: values.length + 1 }, (_, number) =>
        number === 0 ? 0 : (singles?.counts[layout.first([column]) + number] ?? 0),
      ),
    })),
    asked,
    off: asked.map((count) => (count === 0 ? never : -count)),
    pairs: layout.firsts(2),
    triples: layout.firsts(3).map((first) => pairCells + first),
    longest: layout.length === 1 ? 1 : layout.length === 2 ? 2 : 3,
  };
}
