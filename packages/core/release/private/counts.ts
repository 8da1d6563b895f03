import { valuesAt, type Branch } from './branch.ts';
import { eachCell, type Layout } from './layout.ts';
import type { Values } from './values.ts';

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
  /** How many combinations were measured, where not every possible one was. */
  readonly candidates?: number;
};

/** What a length came to: whole counts by the layout's cells, how far off, and which may be shown. */
export type Level = {
  readonly counts: Int32Array;
  readonly deviations: Float32Array;
  readonly shown: Uint8Array;
};

/** What a length came to where not every cell was measured: the combinations that are shown, and how far off. */
export type Listed = {
  readonly branch: Branch;
  readonly deviations: Float32Array;
  readonly values: Values;
};

/** Counts with noise of combinations of up to four values: all that a private release knows of the records. */
export class PrivateCounts {
  readonly columns: readonly PrivateColumn[];
  readonly records: PrivateCount;
  readonly drawn: readonly Drawn[];
  readonly length: number;
  /** Everything by number; the ground of records, which takes more than what is shown. */
  readonly layout: Layout;
  readonly levels: readonly Level[];
  /** Longer ones, that have no layout. */
  readonly longer: readonly Listed[];
  /** How many values were left out, rarest first, for want of room. */
  readonly leftOut: number;

  constructor(
    of: Pick<
      PrivateCounts,
      'columns' | 'records' | 'drawn' | 'layout' | 'levels' | 'longer' | 'leftOut'
    >,
  ) {
    this.columns = of.columns;
    this.records = of.records;
    this.drawn = of.drawn;
    this.layout = of.layout;
    this.levels = of.levels;
    this.longer = of.longer;
    this.leftOut = of.leftOut;
    this.length = of.levels.length + of.longer.length;
  }

  /** How many combinations of a length are shown. */
  size(length: number): number {
    const level = this.levels[length - 1];
    if (level === undefined) return this.#listed(length)?.branch.counts.length ?? 0;
    return level.shown.reduce((sum, shown) => sum + shown, 0);
  }

  /** Goes through the combinations of a length that are shown; values are texts, and all is written over. */
  each(
    length: number,
    visit: (columns: readonly number[], values: readonly number[], count: PrivateCount) => void,
  ): void {
    const level = this.levels[length - 1];
    if (level === undefined) return this.#eachListed(length, visit);
    for (const columns of this.layout.sets(length)) {
      const first = this.layout.first(columns);
      eachCell(this.layout.widthsOf(columns), (at, values) => {
        if (level.shown[first + at] === 1) visit(columns, values, this.#counted(level, first + at));
      });
    }
  }

  #listed(length: number): Listed | undefined {
    return this.longer[length - this.levels.length - 1];
  }

  #eachListed(length: number, visit: Parameters<PrivateCounts['each']>[1]): void {
    const listed = this.#listed(length);
    if (listed === undefined) return;
    const { branch, deviations, values } = listed;
    for (const [at, count] of branch.counts.entries()) {
      const held = valuesAt(branch, at);
      visit(
        held.map((value) => values.columns[value] ?? 0),
        held.map((value) => values.numbers[value] ?? 0),
        withBounds(count, deviations[at] ?? 0, this.records.high),
      );
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

/** Whether a count is worth showing: more than noise would often make of nothing. [RL-46] */
export function credible(count: number, deviation: number): boolean {
  return count >= leastShown && count >= doubt * deviation;
}

export const leastShown = 3;
const doubt = 1.1;
