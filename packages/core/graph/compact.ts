import type { Network } from './network.ts';

/**
 * The neighbours of all nodes in one row: those of node v stand at `start[v]` up to before `start[v + 1]`, in rising
 * order, each once, with the weight of the tie to them.
 */
export type Arcs = {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
};

/** A network as arithmetic wants it: nodes are numbers in the order of `ids`. */
export type Compact = {
  readonly size: number;
  readonly ids: readonly string[];
  readonly directed: boolean;
  /** Where a node's ties lead; in an undirected network the same as `into`. */
  readonly out: Arcs;
  /** Where ties to a node come from. */
  readonly into: Arcs;
  /** Neighbours with direction set aside: a tie there and one back are one, their weights added. */
  readonly both: Arcs;
  /** Ties between two different nodes, several alike counted once. */
  readonly ties: number;
  /** Ties from a node to itself; they are in no measure. */
  readonly loops: number;
  /** Ties that were added to one of the same ends before them. */
  readonly merged: number;
};

/**
 * Counts several ties of the same ends as one with the sum of their weights, and sets loops aside. [GR-1] [GR-2]
 * O(n + m log m).
 *
 * @throws RangeError for a tie to a node that is not there, a node that is there twice, or a weight that is not over 0.
 */
export function compact({ directed, nodes, ties }: Network): Compact {
  const ids = nodes.map(({ id }) => id);
  const at = numbered(ids);
  const size = ids.length;
  const found = new Map<number, number>();
  let loops = 0;
  for (const { source, target, weight } of ties) {
    const from = place(at, source);
    const to = place(at, target);
    if (!(weight > 0) || weight === Infinity)
      throw new RangeError(`a weight must be over 0 and finite, got ${weight}`);
    if (from === to) loops += 1;
    else add(found, directed || from < to ? from * size + to : to * size + from, weight);
  }
  const sides = directed ? found : withReturns(found, size);
  const out = arcs(sides, size);
  const into = directed ? arcs(turned(sides, size), size) : out;
  return {
    size,
    ids,
    directed,
    out,
    into,
    both: directed ? arcs(withReturns(found, size), size) : out,
    ties: found.size,
    loops,
    merged: ties.length - loops - found.size,
  };
}

/** How many neighbours a node has among these. */
export function degreeOf({ start }: Arcs, node: number): number {
  return (start[node + 1] ?? 0) - (start[node] ?? 0);
}

/** The weights of a node's ties added up. */
export function strengthOf({ start, weight }: Arcs, node: number): number {
  let sum = 0;
  for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1) sum += weight[at] ?? 0;
  return sum;
}

function numbered(ids: readonly string[]): ReadonlyMap<string, number> {
  const at = new Map(ids.map((id, index) => [id, index]));
  if (at.size < ids.length) throw new RangeError('a node is there twice');
  return at;
}

function place(at: ReadonlyMap<string, number>, id: string): number {
  const found = at.get(id);
  if (found === undefined) throw new RangeError(`a tie ends at ${id}, which is no node`);
  return found;
}

function add(sums: Map<number, number>, key: number, weight: number): void {
  sums.set(key, (sums.get(key) ?? 0) + weight);
}

function turned(sides: ReadonlyMap<number, number>, size: number): Map<number, number> {
  return new Map([...sides].map(([key, weight]) => [turnedKey(key, size), weight]));
}

function withReturns(sides: ReadonlyMap<number, number>, size: number): Map<number, number> {
  const both = new Map(sides);
  for (const [key, weight] of sides) add(both, turnedKey(key, size), weight);
  return both;
}

function turnedKey(key: number, size: number): number {
  return (key % size) * size + Math.floor(key / size);
}

function arcs(sides: ReadonlyMap<number, number>, size: number): Arcs {
  const keys = Float64Array.from(sides.keys()).sort();
  const start = new Int32Array(size + 1);
  const to = new Int32Array(keys.length);
  const weight = new Float64Array(keys.length);
  keys.forEach((key, index) => {
    const from = Math.floor(key / size);
    start[from + 1] = (start[from + 1] ?? 0) + 1;
    to[index] = key % size;
    weight[index] = sides.get(key) ?? 0;
  });
  for (let node = 0; node < size; node += 1)
    start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  return { start, to, weight };
}
