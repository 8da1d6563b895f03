/**
 * Nodes waiting with a distance each, the nearest first. A node may wait several times; whoever takes it looks whether
 * it is still wanted. Every step O(log n).
 */
export class Heap {
  readonly #keys: Float64Array;
  readonly #nodes: Int32Array;
  #size = 0;

  /** `room`: how many may wait at once. */
  constructor(room: number) {
    this.#keys = new Float64Array(room);
    this.#nodes = new Int32Array(room);
  }

  get size(): number {
    return this.#size;
  }

  put(node: number, key: number): void {
    const keys = this.#keys;
    const nodes = this.#nodes;
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      keys[at] = above;
      nodes[at] = nodes[parent] ?? 0;
      at = parent;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Takes the nearest node out. Asks for at least one. */
  take(): number {
    const keys = this.#keys;
    const nodes = this.#nodes;
    const first = nodes[0] ?? 0;
    this.#size -= 1;
    const size = this.#size;
    const key = keys[size] ?? 0;
    let at = 0;
    for (;;) {
      const begin = 4 * at + 1;
      if (begin >= size) break;
      const end = Math.min(begin + 4, size);
      let least = begin;
      for (let child = begin + 1; child < end; child += 1)
        if ((keys[child] ?? 0) < (keys[least] ?? 0)) least = child;
      if ((keys[least] ?? 0) >= key) break;
      keys[at] = keys[least] ?? 0;
      nodes[at] = nodes[least] ?? 0;
      at = least;
    }
    keys[at] = key;
    nodes[at] = nodes[size] ?? 0;
    return first;
  }

  /** For the next walk; a heap keeps nothing of the last. Asks that nobody waits. */
  reset(): void {
    return;
  }
}
