import type { Words } from '../../privacy/index.ts';
import { below } from './below.ts';
import type { Fit } from './fit.ts';

/**
 * Blanks values until no combination is left that must not occur; of the culprits, rather a common value than a rare one.
 * What it cost.
 */
export function clear(fit: Fit, record: number, keep: readonly number[] = []): number {
  const columns = fit.targets.columns.length;
  for (let cost = 0; ;) {
    let [worst, most] = [-1, 0];
    for (let column = 0; column < columns; column += 1) {
      if (keep.includes(column)) continue;
      const faults = fit.faults(record, column);
      if (faults === 0) continue;
      const total = fit.targets.asked[fit.at(record, column)] ?? 0;
      const weight = faults * total ** commonFirst;
      if (weight > most) [worst, most] = [column, weight];
    }
    if (worst < 0) return cost;
    cost += fit.relief(record, worst);
    fit.set(record, worst, 0);
  }
}

/** How much a value's total counts beside the faults it is part of: 0 not at all, 1 in proportion. */
const commonFirst = 0.3;

/** Gives values of which there are too few to records that are blank there, wherever they may stand, at the least cost. */
export function place(fit: Fit, words: Words): void {
  for (let value = 1; value < fit.targets.columnOf.length; value += 1)
    for (let short = -fit.over(value); short > 0; short -= 1) placeOne(fit, value, words);
}

const looks = 60;

function placeOne(fit: Fit, value: number, words: Words): void {
  const column = fit.targets.columnOf[value] ?? 0;
  let [best, least] = [-1, Infinity];
  for (let look = 0; look < looks; look += 1) {
    const record = below(fit.records, words);
    if (fit.at(record, column) !== 0) continue;
    const cost = fit.cost(record, column, value, true);
    if (cost < least) [best, least] = [record, cost];
  }
  if (best >= 0) fit.set(best, column, value);
}

/** Takes values out of which there are more than asked for, where that costs least. */
export function trim(fit: Fit, words: Words): void {
  for (let value = 1; value < fit.targets.columnOf.length; value += 1) {
    const over = fit.over(value);
    if (over <= 0) continue;
    const column = fit.targets.columnOf[value] ?? 0;
    const having = Array.from({ length: fit.records }, (_, record) => record)
      .filter((record) => fit.at(record, column) === value)
      .map((record) => ({ record, cost: fit.relief(record, column), draw: words() }))
      .toSorted((a, b) => a.cost - b.cost || a.draw - b.draw);
    for (const { record } of having.slice(0, over)) fit.set(record, column, 0);
  }
}

/**
 * Brings in each combination that is asked for and stands in no record, into one that has most of it already, where that
 * costs no more than `most`.
 */
export function cover(fit: Fit, most: number, words: Words): void {
  const { targets } = fit;
  const further = (values: readonly number[], from: number, row: number): void => {
    for (let value = from; value < targets.columnOf.length; value += 1) {
      const place = row + value;
      const asked = targets.asked[place] ?? 0;
      if (asked === 0) continue;
      const whole = [...values, value];
      if (targets.off[place] === -asked) bringIn(fit, whole, most, words);
      if (whole.length === targets.longest) continue;
      const { end = 0 } = targets.columns[targets.columnOf[value] ?? 0] ?? {};
      further(whole, end, targets.below[place] ?? 0);
    }
  };
  further([], 1, 0);
}

function bringIn(fit: Fit, values: readonly number[], most: number, words: Words): void {
  const of = values.map((value) => fit.targets.columnOf[value] ?? 0);
  const record = likeliest(fit, of, values, words);
  const before = fit.targets.columns.map((_, column) => fit.at(record, column));
  let cost = 0;
  for (const [at, column] of of.entries()) {
    const value = values[at] ?? 0;
    if (before[column] === value) continue;
    cost += fit.relief(record, column) + fit.cost(record, column, value);
    fit.set(record, column, value);
  }
  cost += clear(fit, record, of);
  if (cost <= most) return;
  for (const [column, value] of before.entries())
    if (fit.at(record, column) !== value) fit.set(record, column, value);
}

/** Of some records drawn by chance the one that has most of these values, and of those alike in that the emptiest. */
function likeliest(
  fit: Fit,
  of: readonly number[],
  values: readonly number[],
  words: Words,
): number {
  const columns = fit.targets.columns.length;
  let [best, least] = [0, Infinity];
  for (let look = 0; look < 40; look += 1) {
    const record = below(fit.records, words);
    let distance = 0;
    for (let column = 0; column < columns; column += 1)
      if (fit.at(record, column) > 0) distance += 1;
    for (const [at, column] of of.entries())
      if (fit.at(record, column) !== values[at]) distance += columns;
    if (distance < least) [best, least] = [record, distance];
  }
  return best;
}
