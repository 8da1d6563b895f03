import type { Rho, Words } from '../../privacy/index.ts';
import { chosenWeights, waysOf, type Sizes } from './bounds.ts';
import { wholeCounts } from './consistent.ts';
import { credible, type Drawn, type Level } from './counts.ts';
import type { Domain } from './domain.ts';
import { eachCell, type Layout } from './layout.ts';
import { measured } from './measure.ts';
import { part, stretches, type Paced } from './pace.ts';
import { filledPairs, predictedPairs, predictedTriples } from './predict.ts';
import { shrunk, type Estimates } from './shrink.ts';

/** What was made of one length: what may be shown, how it was drawn, and estimates with their blanks for the next. */
export type Step = {
  readonly level: Level;
  readonly drawn: Drawn;
  readonly estimates: Float32Array;
};

export type Ground = {
  readonly layout: Layout;
  readonly records: Domain['records'];
  readonly sizes: Sizes;
  readonly total: number;
};

/** Measures every cell of the next length, pairs or triples, and sets it beside what the ones before predict. */
export function* everyCell(
  { layout, records, sizes, total }: Ground,
  before: readonly Step[],
  rho: Rho,
  words: Words,
): Paced<Step> {
  const length = before.length + 1;
  const ways = waysOf(layout.widths.length, length);
  const weights = chosenWeights(sizes, ways, layout.cells(length), rho);
  const noisy = yield* part(measured(layout, length, records, weights, rho, words), 0, 0.5);
  const last = before.at(-1);
  const shorter = last?.estimates ?? new Float32Array();
  const predicted =
    length === 2
      ? predictedPairs(layout, shorter, total)
      : yield* part(predictedTriples(layout, shorter), 0.5, 0.7);
  const whole = layout.whole(length);
  const found = yield* part(shrunk(predicted, noisy.counts, whole, noisy.deviation), 0.7, 0.8);
  const above = last?.level.counts ?? new Int32Array();
  const level = yield* part(levelOf(layout, length, found, above), 0.8, 0.95);
  if (length === 2) yield* part(filledPairs(layout, found.counts, shorter, total), 0.95, 1);
  const drawn = { length, rho, values: weights.full, deviation: noisy.deviation };
  return { level, drawn, estimates: found.counts };
}

function* levelOf(
  layout: Layout,
  length: number,
  { counts: estimates, deviations }: Estimates,
  above: Int32Array,
): Paced<Level> {
  const counts = yield* part(wholeCounts(layout, length, estimates, above), 0, 0.9);
  const shown = new Uint8Array(counts.length);
  const showing = stretches(counts.length, 2 ** 20, (from, to) => {
    for (let at = from; at < to; at += 1)
      shown[at] = credible(counts[at] ?? 0, deviations[at] ?? 0) ? 1 : 0;
  });
  yield* part(showing, 0.9, 1);
  return { counts, deviations, shown };
}

/** Shows whatever a triple that is shown is part of: it is at least as large. */
export function* showParents(layout: Layout, levels: readonly Level[]): Paced<void> {
  const [, pairs, triples] = levels;
  if (pairs === undefined || triples === undefined) return;
  const sets = layout.sets(3);
  for (const [done, columns] of sets.entries()) {
    yield done / sets.length;
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
