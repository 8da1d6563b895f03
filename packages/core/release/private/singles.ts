import type { Words } from '../../privacy/index.ts';
import { chosenWeights, waysOf, type Sizes } from './bounds.ts';
import { wholeCounts } from './consistent.ts';
import { credible, leastShown, type Drawn, type Level } from './counts.ts';
import { discoveryThreshold, type Domain } from './domain.ts';
import { cellsNeeded, Layout } from './layout.ts';
import { measured } from './measure.ts';
import { part, type Paced } from './pace.ts';
import type { BudgetPlan } from './settings.ts';

/** Single values, and which of them are told of and go on into longer combinations. */
export type Singles = {
  readonly drawn: Drawn;
  readonly kept: (column: number, number: number) => boolean;
  /** How many would have been told, but for room. */
  readonly leftOut: number;
  /** What was kept, by the layout of that alone. */
  readonly level: (to: Layout) => Level;
};

/** @param room How many cells pairs of values may take. */
export function* singles(
  { columns, records }: Domain,
  sizes: Sizes,
  plan: BudgetPlan,
  total: number,
  room: number,
  words: Words,
): Paced<Singles> {
  const layout = new Layout(
    columns.map(({ values }) => values.length + 1),
    1,
  );
  const rho = plan.counts[0] ?? 0;
  const ways = waysOf(columns.length, 1);
  const weights = chosenWeights(sizes, ways, declaredCells(columns), rho);
  const noisy = yield* part(measured(layout, 1, records, weights, rho, words), 0, 0.8);
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
  const estimates = told.map((count) => (credible(count, deviation) ? count : 0));
  const counts = yield* part(wholeCounts(layout, 1, estimates, Int32Array.of(total)), 0.8, 1);
  const least = leastThatFits(layout, counts, room);
  const kept = (column: number, number: number) =>
    (counts[layout.first([column]) + number] ?? 0) >= least;
  return {
    drawn: { length: 1, rho, values: weights.full, deviation },
    kept,
    leftOut: counts.filter((count) => count >= leastShown && count < least).length,
    level: (to) => keptLevel(layout, counts, kept, deviation, to),
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

/** The least count of a value that is told so that pairs of all that reach it have room; noisy counts decide, no others. */
function leastThatFits(layout: Layout, counts: Int32Array, room: number): number {
  for (let least = leastShown; ; least = Math.ceil(least * 1.1)) {
    const widths = layout.widths.map((width, column) => {
      const first = layout.first([column]);
      const own = counts.subarray(first, first + width);
      return 1 + own.reduce((sum, count) => sum + Number(count >= least), 0);
    });
    if (cellsNeeded(widths, 2) <= room && Math.max(0, ...widths) <= mostValues) return least;
  }
}

/** Values of a column that made records can hold. */
const mostValues = 65_535;

function keptLevel(
  layout: Layout,
  counts: Int32Array,
  kept: Singles['kept'],
  deviation: number,
  to: Layout,
): Level {
  const level = {
    counts: new Int32Array(to.cells(1)),
    deviations: new Float32Array(to.cells(1)),
    shown: new Uint8Array(to.cells(1)),
  };
  for (const [column, width] of layout.widths.entries()) {
    let next = to.first([column]);
    for (let number = 1; number < width; number += 1) {
      if (!kept(column, number)) continue;
      next += 1;
      level.counts[next] = counts[layout.first([column]) + number] ?? 0;
      level.deviations[next] = deviation;
      level.shown[next] = 1;
    }
  }
  return level;
}
