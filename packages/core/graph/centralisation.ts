/**
 * Freeman's centralisation: how far a network hangs on its most central node. 0: all stand alike; 1: a star. It is the
 * sum of how far every node falls short of the greatest value, divided by the most that this sum can be for as many
 * nodes. Null where that most is 0.
 *
 * Source: Freeman, Centrality in social networks: conceptual clarification (1978/79).
 *
 * @example centralisation([3, 1, 1, 1], starOf(4).degree) // => 1
 */
export function centralisation(values: ArrayLike<number>, most: number): number | null {
  if (!(most > 0)) return null;
  const all = Array.from(values);
  const greatest = all.reduce((so, value) => Math.max(so, value), -Infinity);
  return all.reduce((sum, value) => sum + (greatest - value), 0) / most;
}

/**
 * The greatest sum of differences for n nodes, which a star has: for degree (undirected), for in- or out-degree
 * (all ties towards or from the middle), for normalised betweenness and for closeness of an undirected whole.
 */
export function starOf(n: number): {
  readonly degree: number;
  readonly oneWay: number;
  readonly betweenness: number;
  readonly closeness: number;
} {
  return {
    degree: n < 3 ? 0 : (n - 1) * (n - 2),
    oneWay: n < 2 ? 0 : (n - 1) ** 2,
    betweenness: n < 3 ? 0 : n - 1,
    closeness: n < 3 ? 0 : ((n - 1) * (n - 2)) / (2 * n - 3),
  };
}
