/** A count as it may be shown: null where it is hidden. */
export type Shown = number | null;

export type PartsShown = {
  /** Null where fewer than `least` are in the whole; then every part is hidden too. */
  readonly total: Shown;
  readonly parts: readonly Shown[];
};

/**
 * The parts of a whole, and the whole, as they may be shown: a part under `least` is hidden, and with it as many of
 * the next smallest as it takes that subtracting tells nothing. [RC-1] [RC-2] [RC-3]
 *
 * `zeroShown` says of each part whether nought may be shown; of none unless said. Of parts alike the first is hidden.
 * O(n log n).
 *
 * Holds: whoever knows the total, what is shown and which noughts would be shown finds for each hidden part at least
 * `least` + 1 whole numbers that it may be, or the total is hidden.
 *
 * @throws RangeError if a count is negative or broken, or `least` is under 1.
 */
export function hideParts(
  counts: readonly number[],
  least: number,
  zeroShown: readonly boolean[] = [],
): PartsShown {
  mustBeCounts(counts, least);
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total < least) return { total: null, parts: counts.map(() => null) };
  const small = counts.flatMap((n, at) => (isSmall(n, least, zeroShown[at]) ? [at] : []));
  const hidden = small.length === 0 ? new Set<number>() : enough(counts, small, least, zeroShown);
  // Where even all parts together leave too little room, the whole goes too.
  if (hidden === null) return { total: null, parts: counts.map(() => null) };
  return { total, parts: counts.map((n, at) => (hidden.has(at) ? null : n)) };
}

/** Is a count too small to show? Nought is, unless it may be shown. [RC-1] */
export function isSmall(n: number, least: number, zeroShown = false): boolean {
  return n < least && !(n === 0 && zeroShown);
}

/** @throws RangeError if a count is negative or broken, or `least` is under 1. */
export function mustBeCounts(counts: readonly number[], least: number): void {
  if (!Number.isInteger(least) || least < 1)
    throw new RangeError(`least is out of range: ${least}`);
  for (const n of counts)
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`a count is out of range: ${n}`);
}

/** The small parts and the smallest others until what hides among them has room; null where all are too few. */
function enough(
  counts: readonly number[],
  small: readonly number[],
  least: number,
  zeroShown: readonly boolean[],
): ReadonlySet<number> | null {
  const hidden = new Set(small);
  const others = counts
    .map((n, at) => ({ n, at }))
    // A nought that is shown says nothing about the rest and would hide nothing.
    .filter(({ n, at }) => !hidden.has(at) && n > 0)
    .toSorted((a, b) => a.n - b.n || a.at - b.at);
  for (;;) {
    if (hidden.size >= 2 && room(counts, hidden, zeroShown) >= least) return hidden;
    const next = others.shift();
    if (next === undefined) return null;
    hidden.add(next.at);
  }
}

/** How far a hidden part may lie from its least: a part whose nought would be shown is known to be 1 or more. */
function room(
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  zeroShown: readonly boolean[],
): number {
  return [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0) - (zeroShown[at] ? 1 : 0), 0);
}
