import { numberRun, valueRun, type Run } from './run.ts';

/**
 * Counts of some sets of columns of one length, one set after the other. For each set: how many entries; for each
 * entry of its prefix, and once more at the end, where its own entries begin (from 0 in each set); the entries'
 * values, which are codes of the set's last column, and their counts.
 */
export type Part = {
  readonly sizes: Uint32Array;
  readonly starts: Uint32Array;
  readonly values: Uint16Array | Uint32Array;
  readonly counts: Uint32Array;
};

/** A part that grows. */
export class GrowingPart {
  readonly sizes = numberRun();
  readonly starts = numberRun();
  readonly values: Run<Uint16Array | Uint32Array>;
  readonly counts = numberRun();

  constructor(wide: boolean) {
    this.values = valueRun(wide);
  }

  copied(): Part {
    return {
      sizes: this.sizes.copied(),
      starts: this.starts.copied(),
      values: this.values.copied(),
      counts: this.counts.copied(),
    };
  }

  /** What has grown so far; it begins again from nothing. */
  taken(): Part {
    const part = this.copied();
    this.empty();
    return part;
  }

  empty(): void {
    for (const run of [this.sizes, this.starts, this.values, this.counts]) run.empty();
  }
}

/** Parts one after the other as one. They are let go as they are taken over, so that little is held twice. */
export function concatenated(parts: Part[], wide: boolean): Part {
  const length = (of: (part: Part) => { readonly length: number }) =>
    parts.reduce((sum, part) => sum + of(part).length, 0);
  const entries = length(({ counts }) => counts);
  const whole = {
    sizes: new Uint32Array(length(({ sizes }) => sizes)),
    starts: new Uint32Array(length(({ starts }) => starts)),
    values: wide ? new Uint32Array(entries) : new Uint16Array(entries),
    counts: new Uint32Array(entries),
  };
  const at = { sizes: 0, starts: 0, values: 0, counts: 0 };
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    whole.sizes.set(part.sizes, at.sizes);
    whole.starts.set(part.starts, at.starts);
    whole.values.set(part.values, at.values);
    whole.counts.set(part.counts, at.counts);
    at.sizes += part.sizes.length;
    at.starts += part.starts.length;
    at.values += part.values.length;
    at.counts += part.counts.length;
  }
  return whole;
}
