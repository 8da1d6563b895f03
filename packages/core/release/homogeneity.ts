import { median } from '../numeric/index.ts';
import type { CodedColumn } from '../table/index.ts';
import type { Counts } from './count/counts.ts';
import { choose, subsetAt } from './count/subsets.ts';
import { protectedCount } from './synthesis/targets.ts';

/** How much a released group gives away of a further column, over all groups of k rows or more and all other columns. */
export type Homogeneity = {
  /** Pairs of a group and a further column in which somebody of the group has a value. */
  readonly groups: number;
  /** Those in which everybody has the same value. */
  readonly alike: number;
  /** Those in which everybody seems to, because the protected counts are the same: what any reader sees. */
  readonly seemingly: number;
  readonly columns: readonly DiversityOfColumn[];
  /** Groups in which everybody is alike and that hold no smaller such group: the largest first. At most 100. */
  readonly listed: readonly AlikeGroup[];
};

/** l-diversity of one column in the groups that it is not part of; null where there is no group. */
export type DiversityOfColumn = {
  readonly column: string;
  readonly groups: number;
  readonly alike: number;
  /** Different values, nothing recorded being one. */
  readonly distinct: Spread;
  /** As many equally common values would be as hard to guess: e to the power of the entropy. */
  readonly entropy: Spread;
  /** The least c for which a group is recursively (c, 2)-diverse: the commonest value to all others; where all are alike, none. */
  readonly recursive: Spread;
};

export type Spread = {
  readonly least: number;
  readonly median: number;
  readonly most: number;
} | null;

/** Everybody of the group has the value in the column; a group of no pairs is the whole table. */
export type AlikeGroup = {
  readonly group: readonly (readonly [column: string, value: string])[];
  readonly column: string;
  readonly value: string;
  readonly rows: number;
};

/**
 * How alike the rows of each group of k or more are in each further column. Groups are the table itself and combinations of
 * up to `longest` values (2 unless told, and one less than is counted). Where everybody is alike, whoever knows that
 * somebody is in the group knows the value. Looks at the true counts: not for publication, but for `seemingly`. [RL-21]
 *
 * Source: Machanavajjhala et al., l-Diversity: Privacy Beyond k-Anonymity (2007).
 */
export function homogeneity(
  counts: Counts,
  columns: readonly CodedColumn[],
  { k, longest = 2 }: { readonly k: number; readonly longest?: number },
): Homogeneity {
  const finding = new Finding(counts, columns, { k, longest });
  const most = Math.min(counts.length, columns.length, longest + 1);
  for (let length = 1; length <= most; length += 1)
    for (let set = 0; set < choose(columns.length, length); set += 1)
      finding.look(subsetAt(columns.length, length, set));
  return finding.found();
}

/**
 * Pairs of a group of k or more and a further column in which everybody seems to have the same value, because the protected
 * counts of both are the same: what any reader of a release sees. Groups as in `homogeneity`. [RL-21]
 */
export function seeminglyAlike(counts: Counts, k: number, longest = 2): number {
  let found = 0;
  for (let length = 1; length <= Math.min(counts.length, longest + 1); length += 1)
    counts.each(
      length,
      (columns, values, count) => {
        const shown = protectedCount(count, k);
        for (let at = 0; at < length; at += 1) {
          const [of, group] = [columns.toSpliced(at, 1), values.toSpliced(at, 1)];
          const rows = length === 1 ? counts.rows : counts.count(of, group);
          if (protectedCount(rows, k) === shown) found += 1;
        }
      },
      { least: k },
    );
  return found;
}

/** One group's values of one further column, as they are met. */
type Values = {
  readonly rows: number;
  readonly group: readonly number[];
  present: number;
  distinct: number;
  most: number;
  value: number;
  /** Sum of n · ln n over the counts of the values. */
  order: number;
};

class Finding {
  readonly #counts: Counts;
  readonly #columns: readonly CodedColumn[];
  readonly #k: number;
  readonly #spreads: {
    distinct: number[];
    entropy: number[];
    recursive: number[];
    alike: number;
  }[];
  readonly #alike = new Set<string>();
  readonly #listed: AlikeGroup[] = [];
  readonly #longest: number;

  constructor(
    counts: Counts,
    columns: readonly CodedColumn[],
    { k, longest }: { readonly k: number; readonly longest: number },
  ) {
    this.#counts = counts;
    this.#columns = columns;
    this.#k = k;
    this.#longest = longest;
    this.#spreads = columns.map(() => ({ distinct: [], entropy: [], recursive: [], alike: 0 }));
  }

  /** Every column of the set as the further one, the others as the group. */
  look(set: readonly number[]): void {
    const groups = set.map(() => new Map<number, Values>());
    this.#counts.marginal(set, (_, values, count) => {
      for (let at = 0; at < set.length; at += 1)
        this.#take(groups[at] ?? new Map(), set.toSpliced(at, 1), values, at, count);
    });
    for (const [at, found] of groups.entries())
      for (const each of found.values()) this.#end(set.toSpliced(at, 1), set[at] ?? 0, each);
  }

  found(): Homogeneity {
    const columns = this.#spreads.map(({ alike, distinct, entropy, recursive }, at) => ({
      column: this.#columns[at]?.name ?? '',
      ...{ groups: distinct.length, alike },
      ...{ distinct: spread(distinct), entropy: spread(entropy), recursive: spread(recursive) },
    }));
    return {
      groups: columns.reduce((sum, { groups }) => sum + groups, 0),
      alike: columns.reduce((sum, { alike }) => sum + alike, 0),
      seemingly: seeminglyAlike(this.#counts, this.#k, this.#longest),
      columns,
      listed: this.#listed.toSorted((a, b) => b.rows - a.rows).slice(0, mostListed),
    };
  }

  #take(
    found: Map<number, Values>,
    of: readonly number[],
    values: readonly number[],
    at: number,
    count: number,
  ): void {
    const group = values.toSpliced(at, 1);
    const entry = of.length === 0 ? 0 : this.#counts.find(of, group);
    const rows = of.length === 0 ? this.#counts.rows : this.#counts.countAt(of.length, entry);
    if (rows < this.#k) return;
    const known = found.get(entry) ?? {
      ...{ rows, group, present: 0, distinct: 0, most: 0, value: 0, order: 0 },
    };
    found.set(entry, known);
    known.present += count;
    known.distinct += 1;
    known.order += count * Math.log(count);
    if (count > known.most) [known.most, known.value] = [count, values[at] ?? 0];
  }

  #end(of: readonly number[], column: number, found: Values): void {
    const { rows, present, distinct, most, order } = found;
    const blank = rows - present;
    const spreads = this.#spreads[column];
    spreads?.distinct.push(distinct + (blank > 0 ? 1 : 0));
    spreads?.entropy.push(
      rows / Math.exp((order + (blank > 0 ? blank * Math.log(blank) : 0)) / rows),
    );
    const commonest = Math.max(most, blank);
    if (commonest < rows) spreads?.recursive.push(commonest / (rows - commonest));
    if (most < rows) return;
    if (spreads !== undefined) spreads.alike += 1;
    this.#list(of, column, found);
  }

  #list(of: readonly number[], column: number, { group, value, rows }: Values): void {
    const name = (columns: readonly number[], values: readonly number[]) =>
      `${column}|${columns.join()}|${values.join()}`;
    this.#alike.add(name(of, group));
    const parts = of.map((_, at) => name(of.toSpliced(at, 1), group.toSpliced(at, 1)));
    if ([...parts, name([], [])].some((part) => part !== name(of, group) && this.#alike.has(part)))
      return;
    const text = (at: number, code: number) => this.#columns[at]?.values[code - 1] ?? '';
    this.#listed.push({
      group: of.map((at, place) => [this.#columns[at]?.name ?? '', text(at, group[place] ?? 0)]),
      ...{ column: this.#columns[column]?.name ?? '', value: text(column, value), rows },
    });
  }
}

const mostListed = 100;

function spread(figures: readonly number[]): Spread {
  const middle = median(figures);
  if (middle === null) return null;
  const least = figures.reduce((low, each) => Math.min(low, each), Infinity);
  return { least, median: middle, most: figures.reduce((high, each) => Math.max(high, each), 0) };
}
