/**
 * Up to five classes with about as many values in each: the edges between them, ascending, without repeats.
 * Quantiles by linear interpolation (type 7).
 */
export function classEdges(values: readonly number[], classes = 5): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = Array.from({ length: classes - 1 }, (_, i) => quantile(sorted, (i + 1) / classes));
  return [...new Set(edges)];
}

/** The class of a value, from 0; a value on an edge belongs to the class above it. */
export function classOf(value: number, edges: readonly number[]): number {
  return edges.filter((edge) => value >= edge).length;
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}
