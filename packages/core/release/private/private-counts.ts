import { fine, type Outcome } from '../../problem.ts';
import { discreteGaussian, drawable, gaussianVariance, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { noisySizes } from './bounds.ts';
import { byCandidates } from './by-candidates.ts';
import { exactly, PrivateCounts, withBounds, type PrivateCount } from './counts.ts';
import { domainOf, narrowed, sizesOf, type Domain } from './domain.ts';
import { everyCell, showParents, type Step } from './every-cell.ts';
import { cellsNeeded, Layout } from './layout.ts';
import { finished, part, type Paced, type Watching } from './pace.ts';
import { budgetPlan, type BudgetPlan, type PrivateSettings } from './settings.ts';
import { singles } from './singles.ts';

export type { Watching } from './pace.ts';

/** What is worked on at once, at most. */
export type Room = {
  /** Cells of all sets of columns, where every cell is measured. */
  readonly cells: number;
  /** Combinations of one length that are measured, where not every cell is. */
  readonly candidates: number;
};

/** Half a gigabyte. */
const usualRoom: Room = { cells: 2 ** 25, candidates: 2 ** 21 };

/**
 * Counts combinations of up to `length` values with noise. Null: stopped. Problems, which follow from what was declared alone:
 * `values-not-declared`, `columns-over-limit`.
 *
 * **Promise**: (ε, δ)-differential privacy for everything in the result. Neighbours: one subject more or less, whatever
 * values it has; with `publicTotal` one subject whose values are all blank in one of two tables of as many subjects. A row
 * is a subject where no column names them. Conditions: declared values and columns do not follow from the records, nor the
 * number of subjects where it is public; `words` is the system's entropy. Not covered: how long it takes, and what was seen
 * when the file was read (problems by row are for its owner's eyes). [RL-38] [RL-39] [RL-40]
 *
 * Noise is added to the counts of each length by themselves; all that follows looks at noisy numbers only: what longer
 * combinations are expected to be, how far to trust what was measured of them, that no part is more than its whole, and
 * which combinations of four values (of three, where there are too many) are measured at all.
 */
export function privateCounts(
  table: CodedTable,
  settings: PrivateSettings,
  words: Words,
  watching: Watching = {},
  room: Room = usualRoom,
): Outcome<PrivateCounts> | null {
  const read = domainOf(table);
  if (!read.ok) return read;
  const counts = finished(counting(read.value, settings, room, words), watching);
  return counts === null ? null : fine(counts);
}

function* counting(
  all: Domain,
  settings: PrivateSettings,
  room: Room,
  words: Words,
): Paced<PrivateCounts> {
  const plan = budgetPlan(
    settings,
    all.columns.some(({ declared }) => !declared),
  );
  const { rows } = all.records;
  const records = settings.publicTotal === true ? exactly(rows) : noisyTotal(rows, plan, words);
  const total = records.count;
  const sizes = noisySizes(sizesOf(all.records), all.columns.length, plan.sizes, words);
  const found = yield* part(singles(all, sizes, plan, total, room.cells, words), 0, 0.05);
  const domain = narrowed(all, found.kept);
  const widths = domain.columns.map(({ values }) => values.length + 1);
  const every = lengthOfAll(widths, settings.length, room);
  const layout = new Layout(widths, every);
  const first = found.level(layout);
  const steps: Step[] = [
    { level: first, drawn: found.drawn, estimates: Float32Array.from(first.counts) },
  ];
  const ground = { layout, records: domain.records, sizes, total };
  // Of the time, lengths take about the same; single values hardly any.
  const upTo = (length: number) => 0.05 + (0.95 * (length - 1)) / Math.max(1, settings.length - 1);
  for (let length = 2; length <= every; length += 1) {
    const step = everyCell(ground, steps, plan.counts[length - 1] ?? 0, words);
    steps.push(yield* part(step, upTo(length - 1), upTo(length)));
  }
  const levels = steps.map(({ level }) => level);
  yield* part(showParents(layout, levels), upTo(every), upTo(every));
  const rest = byCandidates(ground, steps, plan.counts.slice(every), room.candidates, words);
  const longer = yield* part(rest, upTo(every), 1);
  return new PrivateCounts({
    ...{ columns: domain.columns, records, layout, levels, leftOut: found.leftOut },
    drawn: [...steps, ...longer].map(({ drawn }) => drawn),
    longer: longer.map(({ listed }) => listed),
  });
}

/** Up to which length every cell is measured: 3 at most, and as far as there is room. */
function lengthOfAll(widths: readonly number[], length: number, { cells }: Room): number {
  const most = Math.min(3, length);
  return most === 3 && cellsNeeded(widths, 3) > cells ? 2 : most;
}

function noisyTotal(rows: number, { total }: BudgetPlan, words: Words): PrivateCount {
  const variance = drawable(gaussianVariance(1, total));
  const count = Math.max(0, rows + discreteGaussian(variance, words));
  return withBounds(count, Math.sqrt(variance.units / variance.parts), Infinity);
}
