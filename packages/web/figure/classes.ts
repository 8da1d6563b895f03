import { inOrder, sortedQuantile } from '@freehold/core/numeric';

/** Up to five classes with about as many values in each, none empty: the edges between them, rising. */
export function classEdges(values: readonly number[], classes = 5): readonly number[] {
  if (values.length === 0) return [];
  const rising = inOrder(values);
  const edges = Array.from({ length: classes - 1 }, (_, i) =>
    sortedQuantile(rising, (i + 1) / classes),
  );
  const least = rising[0] ?? 0;
  return [...new Set(edges)].filter((edge) => edge !== null).filter((edge) => edge > least);
}

/** The class of a value, from 0; a value on an edge belongs to the class above it. */
export function classOf(value: number, edges: readonly number[]): number {
  return edges.filter((edge) => value >= edge).length;
}
