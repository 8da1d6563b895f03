/** By whom something was said of one organisation. */
export type Said = { readonly of: string; readonly raters: readonly string[] };

/** Why a mean is not shown. */
export type Hidden = 'nobody' | 'too-few' | 'protects-others';

/** The fewest organisations whose answers may be shown as one mean. */
export const leastRaters = 5;

/**
 * Which means may be shown when the mean of all is shown too. One of fewer than five raters never is. If those that
 * are hidden could be worked out from the rest, and fewer than five raters stand behind them, the shown mean with the
 * fewest raters is hidden as well, until that holds no longer. Null: it may be shown. [PN-5]
 */
export function hiddenAmong(all: readonly Said[]): ReadonlyMap<string, Hidden | null> {
  const verdict = new Map<string, Hidden | null>(
    all.map(({ of, raters }) => [of, firstVerdict(raters.length)]),
  );
  const shown = all
    .filter(({ of }) => verdict.get(of) === null)
    .toSorted((a, b) => b.raters.length - a.raters.length || (a.of < b.of ? 1 : -1));
  while (revealing(all, verdict)) {
    const least = shown.pop();
    if (least === undefined) break;
    verdict.set(least.of, 'protects-others');
  }
  return verdict;
}

function firstVerdict(raters: number): Hidden | null {
  if (raters === 0) return 'nobody';
  return raters < leastRaters ? 'too-few' : null;
}

function revealing(all: readonly Said[], verdict: ReadonlyMap<string, Hidden | null>): boolean {
  const hidden = all.filter(({ of }) => verdict.get(of) !== null);
  const behind = new Set(hidden.flatMap(({ raters }) => raters));
  return behind.size > 0 && behind.size < leastRaters;
}
