import { fine, problem, refused, type Outcome } from '../../problem.ts';
import { discreteGaussian, drawable, gaussianVariance, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { chosenWeights, noisySizes, type Sizes } from './bounds.ts';
import { wholeCounts } from './consistent.ts';
import {
  exactly,
  PrivateCounts,
  withBounds,
  type Drawn,
  type Level,
  type PrivateCount,
} from './counts.ts';
import { discoveryThreshold, domainOf, narrowed, sizesOf, type Domain } from './domain.ts';
import { cellsNeeded, eachCell, Layout } from './layout.ts';
import { measurable, measured } from './measure.ts';
import { filledPairs, predictedPairs, predictedTriples } from './predict.ts';
import { budgetPlan, type BudgetPlan, type PrivateSettings } from './settings.ts';
import { shrunk, type Estimates } from './shrink.ts';

export type Watching = {
  readonly seen?: (share: number) => void;
  readonly stop?: () => boolean;
};

/**
 * Counts all combinations of up to `length` values with noise. Null: stopped. Problems: `values-not-declared`,
 * `values-over-limit`, `columns-over-limit`, and `domain-too-large` where the possible combinations do not fit in memory,
 * with how many there are, and `budget-too-small` where noise would drown everything.
 *
 * **Promise**: (ε, δ)-differential privacy for everything in the result and for which problems come. Neighbours: one
 * subject more or less, whatever values it has; with `publicTotal` one subject whose values are all blank in one of two
 * tables of as many subjects. A row is a subject where no column names them. Conditions: declared values and columns do
 * not follow from the records, nor the number of subjects where it is public; `words` is the system's entropy. Not covered: how long it takes, and
 * what was seen when the file was read (problems by row are for its owner's eyes). [RL-39] [RL-40]
 *
 * Noise is added to the counts of one, two and three values by themselves; all that follows looks at noisy numbers only:
 * what longer combinations are expected to be, how far to trust what was measured of them, and that no part is more than
 * its whole.
 */
export function privateCounts(
  table: CodedTable,
  settings: PrivateSettings,
  words: Words,
  { seen, stop }: Watching = {},
): Outcome<PrivateCounts> | null {
  const read = domainOf(table);
  if (!read.ok) return read;
  const all = read.value;
  const plan = budgetPlan(
    settings,
    all.columns.some(({ declared }) => !declared),
  );
  const { rows } = all.records;
  const total = settings.publicTotal === true ? exactly(rows) : noisyTotal(rows, plan, words);
  const sizes = noisySizes(sizesOf(all.records), all.columns.length, plan.sizes, words);
  const found = singles(all, sizes, plan, total, words);
  const domain = narrowed(all, found.kept);
  const widths = domain.columns.map(({ values }) => values.length + 1);
  const { length } = settings;
  const cells = cellsNeeded(widths, length);
  if (cells > mostCells)
    return refused(problem('domain-too-large', { combinations: cells, most: mostCells, length }));
  const layout = new Layout(widths, length);
  const first = keptLevel(all, found, layout);
  const steps: Step[] = [
    { level: first, drawn: found.drawn, estimates: Float32Array.from(first.counts) },
  ];
  for (let of = 2; of <= length; of += 1) {
    seen?.((of - 1) / (length + 1));
    if (stop?.() === true) return null;
    const ground = { layout, records: domain.records, sizes, total: total.count };
    const step = longer(ground, steps, plan.counts[of - 1] ?? 0, words);
    if (step === null) return refused(problem('budget-too-small', { length: of }));
    steps.push(step);
  }
  seen?.(1);
  const levels = steps.map(({ level }) => level);
  showParents(layout, levels);
  const { columns } = domain;
  const drawn = steps.map((step) => step.drawn);
  return fine(new PrivateCounts({ columns, records: total, drawn, layout, levels }));
}

/** What was made of one length: what may be shown, how it was drawn, and estimates with their blanks for the next. */
type Step = { readonly level: Level; readonly drawn: Drawn; readonly estimates: Float32Array };

type Ground = {
  readonly layout: Layout;
  readonly records: Domain['records'];
  readonly sizes: Sizes;
  readonly total: number;
};

/** Measures the next length and sets it beside what the ones before predict; null where noise cannot be drawn. */
function longer(
  { layout, records, sizes, total }: Ground,
  before: readonly Step[],
  rho: number,
  words: Words,
): Step | null {
  const length = before.length + 1;
  const weights = chosenWeights(sizes, length, layout.cells(length), rho);
  if (!measurable(weights, rho)) return null;
  const noisy = measured(layout, length, records, weights, rho, words);
  const last = before.at(-1);
  const shorter = last?.estimates ?? new Float32Array();
  const predicted =
    length === 2 ? predictedPairs(layout, shorter, total) : predictedTriples(layout, shorter);
  const found = shrunk(predicted, noisy.counts, layout.whole(length), noisy.deviation);
  const level = levelOf(layout, length, found, last?.level.counts ?? new Int32Array());
  if (length === 2) filledPairs(layout, found.counts, shorter, total);
  const drawn = { length, rho, values: weights.values, deviation: noisy.deviation };
  return { level, drawn, estimates: found.counts };
}

/** Cells of all sets of columns that are worked on at once: half a gigabyte. */
const mostCells = 2 ** 25;

function noisyTotal(rows: number, { total }: BudgetPlan, words: Words): PrivateCount {
  const variance = drawable(gaussianVariance(1, total));
  const count = Math.max(0, rows + discreteGaussian(variance, words));
  return withBounds(count, Math.sqrt(variance.units / variance.parts), Infinity);
}

type Singles = {
  readonly level: Level;
  readonly layout: Layout;
  readonly drawn: Drawn;
  readonly kept: (column: number, number: number) => boolean;
};

/** Counts single values, and says which are told of and go on into longer combinations. */
function singles(
  { columns, records }: Domain,
  sizes: Sizes,
  plan: BudgetPlan,
  total: { readonly count: number },
  words: Words,
): Singles {
  const layout = new Layout(
    columns.map(({ values }) => values.length + 1),
    1,
  );
  const rho = plan.counts[0] ?? 0;
  const weights = chosenWeights(sizes, 1, declaredCells(columns), rho);
  const noisy = measured(layout, 1, records, weights, rho, words);
  const { deviation } = noisy;
  const open = columns.filter(({ declared }) => !declared).length;
  const alone = (1 + 1 / weights.unit) / weights.kept;
  const threshold = open === 0 ? Infinity : discoveryThreshold(alone, deviation, open, plan.delta);
  // A value under the threshold must leave no trace: it is taken out before anything is summed.
  const told = noisy.counts.slice();
  for (const [column, { declared, values }] of columns.entries())
    for (let number = 1; number <= values.length && !declared; number += 1) {
      const at = layout.first([column]) + number;
      if ((told[at] ?? 0) < threshold) told[at] = 0;
    }
  const deviations = new Float32Array(told.length).fill(deviation);
  const estimates = told.map((count) => (credible(count, deviation) ? count : 0));
  const counts = wholeCounts(layout, 1, estimates, Int32Array.of(total.count));
  const shown = Uint8Array.from(counts, (count) => (count >= leastShown ? 1 : 0));
  return {
    level: { counts, deviations, shown },
    layout,
    drawn: { length: 1, rho, values: weights.values, deviation },
    kept: (column, number) => shown[layout.first([column]) + number] === 1,
  };
}

/** How many values columns have, as far as that was declared: what occurs must not decide how much subjects weigh. */
function declaredCells(columns: Domain['columns']): number {
  return columns.reduce(
    (sum, { declared, values }) => sum + (declared ? values.length : usualValues),
    0,
  );
}

const usualValues = 20;

/** The counts of the values that were kept, by the layout of those alone. */
function keptLevel({ columns }: Domain, { level, layout, kept }: Singles, to: Layout): Level {
  const counts = new Int32Array(to.cells(1));
  const deviations = new Float32Array(to.cells(1));
  const shown = new Uint8Array(to.cells(1));
  for (const [column, { values }] of columns.entries()) {
    let next = to.first([column]);
    for (let number = 1; number <= values.length; number += 1) {
      if (!kept(column, number)) continue;
      const at = layout.first([column]) + number;
      next += 1;
      counts[next] = level.counts[at] ?? 0;
      deviations[next] = level.deviations[at] ?? 0;
      shown[next] = 1;
    }
  }
  return { counts, deviations, shown };
}

function levelOf(layout: Layout, length: number, found: Estimates, above: Int32Array): Level {
  const counts = wholeCounts(layout, length, found.counts, above);
  const shown = Uint8Array.from(counts, (count, at) =>
    credible(count, found.deviations[at] ?? 0) ? 1 : 0,
  );
  return { counts, deviations: found.deviations, shown };
}

/** Shows whatever a combination that is shown is part of: it is at least as large. */
function showParents(layout: Layout, levels: readonly Level[]): void {
  const [, pairs, triples] = levels;
  if (pairs === undefined || triples === undefined) return;
  for (const columns of layout.sets(3)) {
    const widths = layout.widthsOf(columns);
    const first = layout.first(columns);
    const parents = columns.map((_, place) => ({
      first: layout.first(columns.toSpliced(place, 1)),
      width: widths.toSpliced(place, 1)[1] ?? 0,
    }));
    eachCell(widths, (at, values) => {
      if (triples.shown[first + at] !== 1) return;
      for (const [place, parent] of parents.entries()) {
        const [u = 0, v = 0] = values.toSpliced(place, 1);
        pairs.shown[parent.first + u * parent.width + v] = 1;
      }
    });
  }
}

/** Whether a count is worth showing: more than noise would often make of nothing. [RL-46] */
function credible(count: number, deviation: number): boolean {
  return count >= leastShown && count >= doubt * deviation;
}

const leastShown = 3;
const doubt = 1.1;
