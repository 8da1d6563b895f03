import { fine } from '../../problem.ts';
import { normalQuantile } from '../../numeric/index.ts';
import {
  discreteGaussian,
  drawable,
  gaussianVariance,
  rhoWithin,
  type Words,
} from '../../privacy/index.ts';
import { byCodePoint, csvText, type CodedColumn, type CodedTable } from '../../table/index.ts';
import { pairText } from '../combination.ts';
import { exactly } from '../private/index.ts';
import { bounded, isHeld, percentileOfData, sizesOf, summed, type Flaw } from './flaw.ts';
import type { Claim, Mechanism, Told, ToldCount, ToldFigure } from './mechanism.ts';

/**
 * Counts of single values with noise: small enough to be checked by eye, to try the audit on. Without a flaw it keeps its
 * claim; with one it breaks it on purpose, and an audit that does not catch it is no audit. It makes no release: what it
 * tells goes to an audit only.
 */
export function histogram(
  of: { readonly epsilon: number; readonly delta: number },
  flaw: Flaw | null,
): Mechanism {
  const rhoDelta = of.delta / 2;
  const claim = { ...of, rhoDelta, rho: rhoWithin(of.epsilon, of.delta - rhoDelta) };
  const tell = (table: CodedTable, words: Words) => told(table, claim, flaw, words);
  return {
    name: flaw === null ? 'histogram' : `broken-on-purpose-${flaw}`,
    claim,
    run: (table, words) => fine(tell(table, words)),
    files: (table, words) => filesOf(table, tell(table, words), flaw),
  };
}

function told(table: CodedTable, claim: Claim, flaw: Flaw | null, words: Words): Told {
  const bound = boundOf(table, claim, flaw, words);
  // The number of subjects is one more count that a subject changes by one.
  const asked = gaussianVariance(Math.sqrt(bound + 1), claim.rho);
  const variance = drawable(flaw === 'half-noise' ? asked / 4 : asked);
  const deviation = Math.sqrt(variance.units / variance.parts);
  const noisy = (truth: number) => around(truth + discreteGaussian(variance, words), deviation);
  const chosen = flaw === 'bound-from-data' ? bounded(table, bound, words) : table;
  const open = table.columns.filter(({ declared }) => !declared).length;
  // A discrete Gaussian is no larger than a continuous one to which one is added.
  const mark = 2 + deviation * normalQuantile(1 - claim.rhoDelta / Math.max(1, open));
  const subjects = flaw === 'recorded-as-public' ? exactly(recorded(table)) : noisy(table.rows);
  const counts = chosen.columns.flatMap((column, at) => {
    const all = countsOf(column, at, noisy);
    if (column.declared || flaw === 'domain-from-data') return all;
    const known = all.filter(({ count }) => count >= mark);
    const hidden = all.filter(({ count }) => count > 0 && count < mark);
    const rest = hidden.reduce((sum, { count }) => sum + count, 0);
    return flaw === 'hidden-values-summed' ? summed(known, rest, subjects.count) : known;
  });
  return { subjects, counts };
}

/** How many subjects something is recorded of: no public number, however many there are. */
function recorded(table: CodedTable): number {
  return sizesOf(table).filter((size) => size > 0).length;
}

function around(count: number, deviation: number): ToldFigure {
  return { count, low: Math.floor(count - 2 * deviation), high: Math.ceil(count + 2 * deviation) };
}

/** How many values a subject may count with: declared as all columns, or by what is wrong. */
function boundOf(table: CodedTable, { rho }: Claim, flaw: Flaw | null, words: Words): number {
  if (flaw === 'bound-forgotten') return 1;
  return flaw === 'bound-from-data' ? percentileOfData(table, rho, words) : table.columns.length;
}

function countsOf(
  { name, values, codes }: CodedColumn,
  column: number,
  noisy: (truth: number) => ToldFigure,
): readonly ToldCount[] {
  const held = new Int32Array(values.length + 1);
  for (const code of codes) held[code] = (held[code] ?? 0) + 1;
  return values.map((value, at) => ({
    ...{ text: pairText(name, value), length: 1, column },
    ...noisy(held[at + 1] ?? 0),
  }));
}

function filesOf({ columns }: CodedTable, { counts }: Told, flaw: Flaw | null) {
  const shown = flaw === 'headings-from-data' ? columns.filter(isHeld) : columns;
  const lines = counts
    .toSorted((a, b) => byCodePoint(a.text, b.text))
    .map(({ text, length, count, low, high }) => [length, text, count, low, high]);
  return {
    'counts.csv': csvText([['length', 'combination', 'count', 'low', 'high'], ...lines]),
    'synthetic.csv': csvText([shown.map(({ name }) => name)]),
  };
}
