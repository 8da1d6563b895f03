import type { Arcs, Compact } from './compact.ts';

/**
 * The number of the component that each node is in, direction set aside: 1 is the largest; of two as large, the one
 * whose first node stands earlier. A node without ties is one of its own. O(n + m).
 */
export function components({ size, both }: Compact): Int32Array {
  const found = new Int32Array(size).fill(-1);
  const waiting: number[] = [];
  let count = 0;
  for (let first = 0; first < size; first += 1) {
    if (found[first] !== -1) continue;
    found[first] = count;
    waiting.push(first);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (let arc = both.start[node] ?? 0; arc < (both.start[node + 1] ?? 0); arc += 1) {
        const other = both.to[arc] ?? 0;
        if (found[other] !== -1) continue;
        found[other] = count;
        waiting.push(other);
      }
    }
    count += 1;
  }
  return largestFirst(found);
}

/**
 * The same for strong components: every node of one can reach every other along the direction of ties. O(n + m).
 *
 * Source: Tarjan, Depth-first search and linear graph algorithms (1972).
 */
export function strongComponents({ size, out }: Compact): Int32Array {
  const found = new Int32Array(size).fill(-1);
  const open: number[] = [];
  const isOpen = new Uint8Array(size);
  let count = 0;
  walk(out, size, {
    enter: (node) => {
      open.push(node);
      isOpen[node] = 1;
    },
    mayReturnTo: (node) => isOpen[node] === 1,
    leave: (node, low, entered) => {
      if (low !== entered) return;
      for (let top = open.pop(); top !== undefined; top = open.pop()) {
        isOpen[top] = 0;
        found[top] = count;
        if (top === node) break;
      }
      count += 1;
    },
  });
  return largestFirst(found);
}

/**
 * 1 for every node without which its component would fall apart, direction set aside. O(n + m).
 *
 * Source: Hopcroft & Tarjan, Efficient algorithms for graph manipulation (1973).
 */
export function articulationPoints({ size, both }: Compact): Uint8Array {
  const points = new Uint8Array(size);
  const branches = new Int32Array(size);
  walk(both, size, {
    leave: (_node, low, _entered, parent, parentEntered, parentIsFirst) => {
      if (parent === -1) return;
      branches[parent] = (branches[parent] ?? 0) + 1;
      const alone = low >= parentEntered;
      if (parentIsFirst ? (branches[parent] ?? 0) > 1 : alone) points[parent] = 1;
    },
  });
  return points;
}

type Walk = {
  readonly enter?: (node: number) => void;
  /** Whether a node met again, entered before, counts for how far back the walk can return. */
  readonly mayReturnTo?: (node: number) => boolean;
  /** `low`: the earliest node that can be returned to. `parent` is -1 for the first node of a walk. */
  readonly leave: (
    node: number,
    low: number,
    entered: number,
    parent: number,
    parentEntered: number,
    parentIsFirst: boolean,
  ) => void;
};

/** A depth-first walk over everything, without calls within calls: long chains would be too deep for those. */
function walk(arcs: Arcs, size: number, { enter, mayReturnTo, leave }: Walk): void {
  const entered = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = Int32Array.from(arcs.start);
  const path: number[] = [];
  let clock = 0;
  const begin = (node: number) => {
    entered[node] = clock;
    low[node] = clock;
    clock += 1;
    path.push(node);
    enter?.(node);
  };
  for (let first = 0; first < size; first += 1) {
    if (entered[first] !== -1) continue;
    begin(first);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const arc = next[node] ?? 0;
      if (arc < (arcs.start[node + 1] ?? 0)) {
        next[node] = arc + 1;
        const other = arcs.to[arc] ?? 0;
        if (entered[other] === -1) begin(other);
        else if (mayReturnTo?.(other) ?? true)
          low[node] = Math.min(low[node] ?? 0, entered[other] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1) ?? -1;
      leave(
        node,
        low[node] ?? 0,
        entered[node] ?? 0,
        parent,
        entered[parent] ?? -1,
        parent === first,
      );
      if (parent !== -1) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    }
  }
}

/** Numbers parts from 1, the largest first; parts as large stay in their order. */
export function largestFirst(parts: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const part of parts) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const order = [...sizes].toSorted(([, a], [, b]) => b - a);
  const number = new Map(order.map(([part], at) => [part, at + 1]));
  return parts.map((part) => number.get(part) ?? 0);
}
