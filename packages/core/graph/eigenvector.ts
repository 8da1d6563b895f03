import type { Compact } from './compact.ts';
import { strongComponents } from './components.ts';

export type Eigenvector =
  | { readonly ok: true; readonly values: Float64Array }
  /** `no-ties`, `no-circle`: all would be 0. `not-settled`: `error` is how much the last round still moved. */
  | {
      readonly ok: false;
      readonly because: 'no-ties' | 'no-circle' | 'not-settled';
      readonly error: number;
    };

/**
 * Eigenvector centrality: a node stands high if those tied to it do; with direction, those whose ties come in. Ties
 * count alike whatever their weight; the squares of all values add up to 1. Of several parts that are not joined only
 * the one with the greatest eigenvalue has values over 0. Without a tie, or with direction and without a circle, there
 * is none. Each round O(m). [GR-12]
 *
 * Source: Bonacich 1972; the identity is added so that two-mode networks settle, as NetworkX does.
 */
export function eigenvector(
  network: Compact,
  { rounds = 20_000, near = 1e-12 }: { readonly rounds?: number; readonly near?: number } = {},
): Eigenvector {
  if (network.ties === 0) return { ok: false, because: 'no-ties', error: 0 };
  if (network.directed && !hasCircle(network)) return { ok: false, because: 'no-circle', error: 0 };
  let values = new Float64Array(network.size).fill(1 / Math.sqrt(network.size));
  let error = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const next = step(network, values);
    error = moved(values, next);
    values = next;
    if (error < near) return { ok: true, values };
  }
  return { ok: false, because: 'not-settled', error };
}

function step({ size, into }: Compact, values: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(size);
  let squares = 0;
  for (let node = 0; node < size; node += 1) {
    let sum = values[node] ?? 0;
    const end = into.start[node + 1] ?? 0;
    for (let arc = into.start[node] ?? 0; arc < end; arc += 1)
      sum += values[into.to[arc] ?? 0] ?? 0;
    next[node] = sum;
    squares += sum * sum;
  }
  const norm = Math.sqrt(squares);
  return next.map((value) => value / norm);
}

function moved(before: Float64Array, after: Float64Array): number {
  return before.reduce((most, value, at) => Math.max(most, Math.abs(value - (after[at] ?? 0))), 0);
}

function hasCircle(network: Compact): boolean {
  return new Set(strongComponents(network)).size < network.size;
}
