/** Numbers that are added at the end, of 16 or 32 bits. */
export class Run<A extends Uint16Array | Uint32Array> {
  #held: A;
  #length = 0;
  readonly #room: (length: number) => A;

  constructor(room: (length: number) => A) {
    this.#room = room;
    this.#held = room(1024);
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#held[index] ?? 0;
  }

  push(value: number): void {
    if (this.#length === this.#held.length) this.#widen(this.#length + 1);
    this.#held[this.#length] = value;
    this.#length += 1;
  }

  /** Adds `length` numbers of `from`, beginning at `begin`. */
  append(from: Uint32Array, begin: number, length: number): void {
    const end = this.#length + length;
    if (end > this.#held.length) this.#widen(end);
    // Most runs are a handful, for which a loop is quicker than a view.
    if (length > 32) this.#held.set(from.subarray(begin, begin + length), this.#length);
    else
      for (let at = 0; at < length; at += 1) this.#held[this.#length + at] = from[begin + at] ?? 0;
    this.#length = end;
  }

  copyTo(target: Uint32Array, place: number, begin: number, length: number): void {
    for (let at = 0; at < length; at += 1) target[place + at] = this.#held[begin + at] ?? 0;
  }

  /** What has been added, as an array of its own. */
  copied(): A {
    const all = this.#room(this.#length);
    all.set(this.#held.subarray(0, this.#length));
    return all;
  }

  empty(): void {
    this.#length = 0;
  }

  #widen(least: number): void {
    const wider = this.#room(Math.max(least, this.#held.length * 2));
    wider.set(this.#held.subarray(0, this.#length));
    this.#held = wider;
  }
}

/** A run of value codes: 16 bits where every code fits. */
export function valueRun(wide: boolean): Run<Uint16Array | Uint32Array> {
  return new Run<Uint16Array | Uint32Array>((length) =>
    wide ? new Uint32Array(length) : new Uint16Array(length),
  );
}

export function numberRun(): Run<Uint32Array> {
  return new Run((length) => new Uint32Array(length));
}
