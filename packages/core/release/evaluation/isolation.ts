/**
 * How often predicates would be true of exactly one of `rows` records, told by `matches`: of how many of `measured` records
 * of the same kind each is true. A predicate isolates more readily, or less, in a larger table, so that two tables of
 * different size are not to be compared without this. The answer is never over the number of predicates.
 *
 * Chance to isolate in n records with a predicate that is true of a share w of people is n·w·(1 − w)ⁿ⁻¹. Shares are taken
 * to lie evenly under some greatest one, which is fitted to what smaller parts of the measured table would show.
 *
 * Source: Cohen & Nissim, Towards formalizing the GDPR's notion of singling out (2020); the fit as in Giomi et al. (2023).
 */
export function isolatedAmong(
  rows: number,
  { matches, measured }: { readonly matches: readonly number[]; readonly measured: number },
): number {
  const seen = expected(matches, measured, measured);
  if (rows === measured || seen === 0) return seen;
  const sizes = Array.from({ length: parts }, (_, at) => Math.ceil((measured * (at + 1)) / parts));
  const shown = sizes.map((size) => expected(matches, measured, size));
  const most = fitted(sizes, shown);
  const grown = (seen * isolating(rows, most)) / isolating(measured, most);
  return Math.min(matches.length, grown);
}

const parts = 10;

/** How many of the predicates isolate in a part of the table drawn by chance, on average. */
function expected(matches: readonly number[], measured: number, size: number): number {
  return matches.reduce((sum, count) => {
    // One of `count` is drawn, and none of the others.
    let chance = (count * size) / measured;
    for (let other = 0; other < count - 1 && chance > 1e-12; other += 1)
      chance *= Math.max(0, measured - size - other) / (measured - 1 - other);
    return sum + chance;
  }, 0);
}

/** The chance to isolate in n records, over shares from 0 to `most`, but for what does not depend on n. */
function isolating(n: number, most: number): number {
  // As 1 − (n·w + 1)(1 − w)ⁿ it would lose all its digits for small shares.
  const none = n * Math.log1p(-most);
  return (-Math.expm1(none) - n * most * Math.exp(none)) / (n + 1);
}

/** The greatest share that fits best by least squares, whatever the number of predicates. */
function fitted(sizes: readonly number[], shown: readonly number[]): number {
  const tried = Array.from({ length: 400 }, (_, at) => 10 ** (-8 + (8 * at) / 400));
  const misses = tried.map((most) => {
    const model = sizes.map((size) => isolating(size, most));
    const dot = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);
    const factor = dot(model, shown) / dot(model, model);
    return shown.reduce((sum, each, at) => sum + (each - factor * (model[at] ?? 0)) ** 2, 0);
  });
  return tried[misses.indexOf(Math.min(...misses))] ?? 1;
}
