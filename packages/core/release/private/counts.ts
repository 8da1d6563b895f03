import { eachCell, type Layout } from './layout.ts';

/** A column as it may be told of: values that were declared, or that were found by a threshold with noise. */
export type PrivateColumn = {
  readonly name: string;
  readonly kind: string;
  readonly declared: boolean;
  /** By number − 1. */
  readonly values: readonly string[];
};

/** A count with noise, and the bounds that hold the true one in about 95 of 100 cases. */
export type PrivateCount = { readonly count: number; readonly low: number; readonly high: number };

/** How the counts of one length were drawn. */
export type Drawn = {
  readonly length: number;
  readonly rho: number;
  /** Subjects of up to so many values count in full. */
  readonly values: number;
  /** Standard deviation of the noise, in subjects. */
  readonly deviation: number;
};

/** What a length came to: whole counts by the layout's cells, how far off, and which may be shown. */
export type Level = {
  readonly counts: Int32Array;
  readonly deviations: Float32Array;
  readonly shown: Uint8Array;
};

/** Counts with noise of combinations of up to three values: all that a private release knows of the records. */
export class PrivateCounts {
  readonly columns: readonly PrivateColumn[];
  readonly records: PrivateCount;
  readonly drawn: readonly Drawn[];
  readonly length: number;
  /** Everything by number; the ground of records, which takes more than what is shown. */
  readonly layout: Layout;
  readonly levels: readonly Level[];

  constructor(of: Pick<PrivateCounts, 'columns' | 'records' | 'drawn' | 'layout' | 'levels'>) {
    this.columns = of.columns;
    this.records = of.records;
    this.drawn = of.drawn;
    this.layout = of.layout;
    this.levels = of.levels;
    this.length = of.levels.length;
  }

  /** How many combinations of a length are shown. */
  size(length: number): number {
    return this.levels[length - 1]?.shown.reduce((sum, shown) => sum + shown, 0) ?? 0;
  }

  /** Goes through the combinations of a length that are shown; values are texts, and all is written over. */
  each(
    length: number,
    visit: (columns: readonly number[], values: readonly number[], count: PrivateCount) => void,
  ): void {
    const level = this.levels[length - 1];
    if (level === undefined) return;
    for (const columns of this.layout.sets(length)) {
      const first = this.layout.first(columns);
      eachCell(this.layout.widthsOf(columns), (at, values) => {
        if (level.shown[first + at] === 1) visit(columns, values, this.#counted(level, first + at));
      });
    }
  }

  #counted({ counts, deviations }: Level, at: number): PrivateCount {
    const count = counts[at] ?? 0;
    return withBounds(count, deviations[at] ?? 0, this.records.high);
  }
}

/** A count that is told as it is. */
export function exactly(count: number): PrivateCount {
  return { count, low: count, high: count };
}

/** Bounds of two standard deviations and what rounding takes, within 0 and `most`. */
export function withBounds(count: number, deviation: number, most: number): PrivateCount {
  const off = 2 * deviation + 0.5;
  return {
    count,
    low: Math.max(0, Math.floor(count - off)),
    high: Math.max(count, Math.min(most, Math.ceil(count + off))),
  };
}
