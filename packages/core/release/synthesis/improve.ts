import type { Words } from '../../privacy/index.ts';
import { below } from './below.ts';
import type { Fit } from './fit.ts';

/**
 * Swaps values of a column between two records wherever that brings the counts nearer, drawn by chance `tries` times.
 * Every value keeps its total. With `strict`, nothing that must not occur comes to occur.
 */
export function swap(fit: Fit, tries: number, strict: boolean, words: Words): void {
  const columns = fit.targets.columns.length;
  for (let tried = 0; tried < tries; tried += 1) {
    const column = below(columns, words);
    const [one, other] = [below(fit.records, words), below(fit.records, words)];
    const [x, y] = [fit.at(one, column), fit.at(other, column)];
    if (x === y) continue;
    const taken = fit.cost(one, column, y, strict);
    if (taken === Infinity) continue;
    const given = fit.cost(other, column, x, strict);
    if (given === Infinity) continue;
    const gain = taken + given + fit.relief(one, column) + fit.relief(other, column);
    if (gain >= 0) continue;
    fit.set(one, column, y);
    fit.set(other, column, x);
  }
}

/** Blanks values until no combination is left that must not occur; of the culprits, rather a common value than a rare one. */
export function clear(fit: Fit, record: number, keep: readonly number[] = []): void {
  const columns = fit.targets.columns.length;
  for (;;) {
    let [worst, most] = [-1, 0];
    for (let column = 0; column < columns; column += 1) {
      if (keep.includes(column)) continue;
      const faults = fit.faults(record, column);
      if (faults === 0) continue;
      const total = fit.targets.columns[column]?.totals[fit.at(record, column)] ?? 0;
      const weight = faults * total ** commonFirst;
      if (weight > most) [worst, most] = [column, weight];
    }
    if (worst < 0) return;
    fit.set(record, worst, 0);
  }
}

/** How much a value's total counts beside the faults it is part of: 0 not at all, 1 in proportion. */
const commonFirst = 0.3;

/** Gives values of which there are too few to records that are blank there, wherever they may stand, at the least cost. */
export function place(fit: Fit, words: Words): void {
  for (const [column, { totals }] of fit.targets.columns.entries())
    for (let value = 1; value < totals.length; value += 1) {
      const short = (totals[value] ?? 0) - (fit.placed[column]?.[value] ?? 0);
      for (let done = 0; done < short; done += 1) placeOne(fit, column, value, words);
    }
}

const looks = 60;

function placeOne(fit: Fit, column: number, value: number, words: Words): void {
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
  for (const [column, { totals }] of fit.targets.columns.entries())
    for (let value = 1; value < totals.length; value += 1) {
      const over = (fit.placed[column]?.[value] ?? 0) - (totals[value] ?? 0);
      if (over <= 0) continue;
      const having = Array.from({ length: fit.records }, (_, record) => record)
        .filter((record) => fit.at(record, column) === value)
        .map((record) => ({ record, cost: fit.relief(record, column), draw: words() }))
        .toSorted((a, b) => a.cost - b.cost || a.draw - b.draw);
      for (const { record } of having.slice(0, over)) fit.set(record, column, 0);
    }
}

/** Brings in each combination that is asked for and stands in no record, into one that has most of it already. */
export function cover(fit: Fit, words: Words): void {
  const { columns, asked, off, pairs, triples, longest } = fit.targets;
  const n = columns.length;
  const width = columns.map(({ codes }) => codes.length + 1);
  const missing = (at: number) => (asked[at] ?? 0) > 0 && off[at] === -(asked[at] ?? 0);
  for (let a = 0; a < n; a += 1)
    for (let b = a + 1; b < n; b += 1) {
      const first = pairs[a * n + b] ?? 0;
      const [wa = 0, wb = 0] = [width[a], width[b]];
      for (let at = 0; at < wa * wb && longest > 1; at += 1)
        if (missing(first + at)) bringIn(fit, [a, b], [Math.floor(at / wb), at % wb], words);
      for (let c = b + 1; c < n && longest > 2; c += 1) {
        const start = triples[(a * n + b) * n + c] ?? 0;
        const wc = width[c] ?? 0;
        for (let at = 0; at < wa * wb * wc; at += 1) {
          if (!missing(start + at)) continue;
          const values = [Math.floor(at / (wb * wc)), Math.floor(at / wc) % wb, at % wc];
          bringIn(fit, [a, b, c], values, words);
        }
      }
    }
}

function bringIn(fit: Fit, of: readonly number[], values: readonly number[], words: Words): void {
  const columns = fit.targets.columns.length;
  let [best, least] = [0, Infinity];
  for (let look = 0; look < 40; look += 1) {
    const record = below(fit.records, words);
    let distance = 0;
    for (let column = 0; column < columns; column += 1)
      if (fit.at(record, column) > 0) distance += 1;
    for (const [at, column] of of.entries())
      if (fit.at(record, column) !== values[at]) distance += 10;
    if (distance < least) [best, least] = [record, distance];
  }
  for (const [at, column] of of.entries())
    if (fit.at(best, column) !== values[at]) fit.set(best, column, values[at] ?? 0);
  clear(fit, best, of);
}
