import type { Compact } from './compact.ts';

/** Ties within and between groups. */
export type Mixing = {
  /** (external − internal) ÷ (external + internal): −1 all within the own group, 1 all to others; null without ties. */
  readonly index: number | null;
  readonly external: number;
  readonly internal: number;
};

export type Mixed = {
  readonly whole: Mixing & { readonly unknown: number };
  readonly groups: ReadonlyMap<string, Mixing>;
  readonly nodes: readonly (Mixing | null)[];
};

/**
 * The E-I index of the whole, of each group, and of each node, by the group that each node is in. Direction and weight
 * are set aside. A tie to a node of unknown group (null) counts as neither; the whole says how many there are, and a
 * node of unknown group has no index. O(n + m). [GR-17]
 *
 * Source: Krackhardt & Stern, Informal networks and organizational crises (1988).
 */
export function mixing({ size, both }: Compact, groupOf: readonly (string | null)[]): Mixed {
  const counts = Array.from({ length: size }, () => ({ external: 0, internal: 0, unknown: 0 }));
  counts.forEach((count, node) => {
    for (let arc = both.start[node] ?? 0; arc < (both.start[node + 1] ?? 0); arc += 1)
      count[kind(groupOf[node] ?? null, groupOf[both.to[arc] ?? 0] ?? null)] += 1;
  });
  const total = added(counts);
  const names = new Set(groupOf.filter((group) => group !== null));
  return {
    // Every tie was met from both its ends.
    whole: {
      ...mixingOf({ external: total.external / 2, internal: total.internal / 2 }),
      unknown: total.unknown / 2,
    },
    groups: new Map(
      [...names].map((name) => [name, ofGroup(counts.filter((_, at) => groupOf[at] === name))]),
    ),
    nodes: counts.map((count, node) => (groupOf[node] === null ? null : mixingOf(count))),
  };
}

type Counts = { external: number; internal: number; unknown: number };

function kind(one: string | null, other: string | null): keyof Counts {
  if (one === null || other === null) return 'unknown';
  return one === other ? 'internal' : 'external';
}

function added(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, { external, internal, unknown }) => ({
      external: sum.external + external,
      internal: sum.internal + internal,
      unknown: sum.unknown + unknown,
    }),
    { external: 0, internal: 0, unknown: 0 },
  );
}

// A tie within a group was met from both its ends, one that leaves it from one.
function ofGroup(counts: readonly Counts[]): Mixing {
  const { external, internal } = added(counts);
  return mixingOf({ external, internal: internal / 2 });
}

function mixingOf({ external, internal }: Pick<Counts, 'external' | 'internal'>): Mixing {
  const ties = external + internal;
  return { index: ties === 0 ? null : (external - internal) / ties, external, internal };
}
