/** An entry that may point to the one it was merged into. */
export type Mergeable = { readonly id: string; readonly mergedInto: string | null };

/**
 * Where each entry is to be found: itself, or what it was merged into, step by step. An entry that points to
 * something that is not there stays where it is. [DR-6]
 */
export function mergedHomes(entries: readonly Mergeable[]): ReadonlyMap<string, string> {
  const into = new Map(entries.map(({ id, mergedInto }) => [id, mergedInto]));
  return new Map(entries.map(({ id }) => [id, homeOf(id, into)]));
}

function homeOf(id: string, into: ReadonlyMap<string, string | null>): string {
  const seen = new Set<string>();
  let here = id;
  for (;;) {
    seen.add(here);
    const next = into.get(here);
    if (next === null || next === undefined || !into.has(next) || seen.has(next)) return here;
    here = next;
  }
}

/** Why one entry may not be merged into another; null where it may. [DR-6] */
export function mergeFault(
  from: Mergeable,
  to: Mergeable,
): 'merge-with-itself' | 'merged-already' | 'merged-target' | null {
  if (from.id === to.id) return 'merge-with-itself';
  if (from.mergedInto !== null) return 'merged-already';
  return to.mergedInto === null ? null : 'merged-target';
}
