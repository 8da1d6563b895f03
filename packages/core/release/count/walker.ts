import type { Kernel } from '../kernel/kernel.ts';
import { checkedOptions, type CountInput, type CountOptions } from './input.ts';
import { GrowingPart, type Part } from './part.ts';
import { perListedRow, planned } from './planner.ts';
import { filled, laidOut, mostBitGroups, type Workspace } from './workspace.ts';

/** A set of columns that has been counted, and where in its level's part its entries lie. */
type Prefix = {
  readonly level: number;
  readonly column: number;
  readonly parent: Prefix | null;
  /** Entries, each a group of the sets that begin with this one. */
  readonly groups: number;
  /** Rows in all of them. */
  readonly rows: number;
  readonly starts: number;
  readonly entries: number;
  readonly bitable: boolean;
};

/** What a set of columns came to. */
export type Sample = {
  readonly entries: number;
  /** Entries and rows of its prefix. */
  readonly groups: number;
  readonly rows: number;
  /** By the planner, in its nanoseconds: the last step, and all steps with the lists between them. */
  readonly cost: number;
  readonly chain: number;
};

/**
 * Counts the values of sets of columns by going down from each set to those that begin with it: rows that lack a value
 * of the beginning, or are in a combination left out, are not looked at again.
 *
 * One walker owns one kernel. A task is a pair of columns and every longer set that begins with it.
 */
export class Walker {
  readonly #kernel: Kernel;
  readonly #space: Workspace;
  readonly #options: CountOptions;
  readonly #columns: number;
  readonly #parts: readonly GrowingPart[];
  readonly #root: Prefix;
  readonly #singles: readonly Prefix[];
  readonly #rare: number | null;
  #words: Uint32Array;
  /** What lies in the one place that each level has for a list, and for bitsets: the last prefix that needed one. */
  readonly #listed: { readonly prefix: Prefix; readonly length: number }[] = [];
  readonly #bitted: Prefix[] = [];
  /** Whose entries lie where entries come out. */
  #out: Prefix | null = null;

  /** With `marked`, rows in combinations of fewer than that are marked column by column; see `marks`. */
  constructor(
    input: CountInput,
    options: CountOptions,
    kernel: Kernel,
    marked: number | null = null,
  ) {
    this.#options = checkedOptions(options);
    this.#kernel = kernel;
    this.#rare = marked;
    this.#space = laidOut(input, options.length, marked !== null);
    filled(this.#space, input, kernel);
    this.#words = new Uint32Array(kernel.memory.buffer);
    this.#columns = input.columns.length;
    const wide = isWide(input);
    this.#parts = Array.from({ length: options.length + 1 }, () => new GrowingPart(wide));
    this.#root = {
      ...{ level: 0, column: -1, parent: null, groups: 1, rows: input.rows },
      ...{ starts: 0, entries: 0, bitable: false },
    };
    this.#listed[0] = { prefix: this.#root, length: input.rows };
    this.#singles = input.columns.map((_, column) => this.#counted(this.#root, column));
  }

  /** How many tasks there are: one for each pair of columns. */
  get tasks(): number {
    return tasksOf(this.#columns, this.#options.length);
  }

  /** The counts of single columns. */
  singles(): Part {
    const [, part] = this.#parts;
    if (part === undefined) throw new TypeError('there is always a first level');
    return part.copied();
  }

  /** Counts one task: parts of the lengths 2, 3, … */
  task(task: number): readonly Part[] {
    const [first, second] = pairAt(task, this.#columns);
    const single = this.#singles[first];
    if (single === undefined) throw new RangeError(`there is no task ${task}`);
    this.#descend(this.#counted(single, second));
    return this.#parts.slice(2).map((part) => part.taken());
  }

  /** Counts one set of columns by itself, and forgets it: how many entries it has, and what that took. */
  sampled(set: readonly number[]): Sample {
    let prefix = this.#root;
    let chain = 0;
    let last = { cost: 0, groups: 0, rows: 0 };
    for (const column of set) {
      last = { ...this.#plan(prefix, column), groups: prefix.groups, rows: prefix.rows };
      chain += last.cost + prefix.rows * perListedRow;
      prefix = this.#counted(prefix, column);
    }
    for (const part of this.#parts.slice(2)) part.empty();
    return { entries: prefix.groups, ...last, chain };
  }

  /** For each row, one bit a column, in words of 32: whether its value there is in a combination marked so far. */
  get marks(): { readonly words: number; readonly marks: Uint32Array } {
    const { words, marks } = this.#space.marks;
    const { rows } = this.#root;
    return { words, marks: this.#words.slice(marks >>> 2, (marks >>> 2) + words * rows) };
  }

  #descend(prefix: Prefix): void {
    if (prefix.level >= this.#options.length) return;
    for (let column = prefix.column + 1; column < this.#columns; column += 1)
      this.#descend(this.#counted(prefix, column));
  }

  #counted(prefix: Prefix, column: number): Prefix {
    const entries = prefix.groups === 0 ? this.#nothing() : this.#entries(prefix, column);
    const made = this.#kept(prefix, column, entries);
    this.#out = made;
    if (this.#rare !== null) this.#mark(made, this.#rare);
    return made;
  }

  #nothing(): number {
    this.#words[this.#space.out.starts >>> 2] = 0;
    return 0;
  }

  #entries(prefix: Prefix, column: number): number {
    const { out, cells, scratch } = this.#space;
    const { codes, bytes, width } = this.#place(column);
    const { groups } = prefix;
    const { way } = this.#plan(prefix, column);
    if (way === 'bits') return this.#byBits(prefix, column);
    const { least } = this.#options;
    const length = this.#list(prefix);
    const list = this.#listPlace(prefix.level);
    if (way === 'cells') {
      this.#kernel.histogram(list.rows, list.groups, length, codes, bytes, width, cells);
      return this.#kernel.gather(cells, groups, width, least, out.starts, out.values, out.counts);
    }
    return this.#kernel.sorted(
      ...([list.rows, list.groups, length, codes, bytes, groups, least] as const),
      ...([scratch, out.starts, out.values, out.counts] as const),
    );
  }

  #plan({ rows, groups, bitable: begun }: Prefix, column: number) {
    const { width, full, bits } = this.#place(column);
    const bitable = begun && bits !== null && this.#rare === null;
    const { stride, mostCells } = this.#space;
    return planned({ rows, groups, width, full, bitable, stride, mostCells });
  }

  #byBits(prefix: Prefix, column: number): number {
    this.#bits(prefix);
    const { out, stride } = this.#space;
    const { width, full } = this.#place(column);
    const part = this.#parts[prefix.level];
    let found = 0;
    for (let group = 0; group < prefix.groups; group += 1) {
      this.#words[(out.starts >>> 2) + group] = found;
      const groupBits = this.#bitsOf(prefix, group);
      let left = part?.counts.at(prefix.entries + group) ?? 0;
      for (let value = 1; value < width; value += 1) {
        const last = full && value === width - 1;
        const valueBits = this.#valueBits(column, value);
        const count = last ? left : this.#kernel.shared(groupBits, valueBits, stride);
        left -= count;
        if (count === 0 || count < this.#options.least) continue;
        this.#words[(out.values >>> 2) + found] = value;
        this.#words[(out.counts >>> 2) + found] = count;
        found += 1;
      }
    }
    this.#words[(out.starts >>> 2) + prefix.groups] = found;
    return found;
  }

  #kept(prefix: Prefix, column: number, entries: number): Prefix {
    const level = prefix.level + 1;
    const { out } = this.#space;
    const part = this.#parts[level];
    if (part === undefined) throw new RangeError(`no level ${level}`);
    const [starts, first] = [part.starts.length, part.counts.length];
    part.sizes.push(entries);
    part.starts.append(this.#words, out.starts >>> 2, prefix.groups + 1);
    part.values.append(this.#words, out.values >>> 2, entries);
    part.counts.append(this.#words, out.counts >>> 2, entries);
    const bits = this.#place(column).bits !== null && entries <= mostBitGroups;
    return {
      ...{ level, column, parent: prefix, groups: entries, starts, entries: first },
      rows: total(this.#words, out.counts >>> 2, entries),
      bitable: bits && (prefix.bitable || level === 1),
    };
  }

  /** Sees to it that the rows of a prefix are listed at its level; answers how many. */
  #list(prefix: Prefix): number {
    const { parent, level, column } = prefix;
    const there = this.#listed[level];
    if (there?.prefix === prefix || parent === null) return there?.length ?? 0;
    const length = this.#list(parent);
    const { starts, values } = this.#entriesOf(prefix, parent.groups);
    const { codes, bytes, width } = this.#place(column);
    const [from, to] = [this.#listPlace(parent.level), this.#listPlace(level)];
    const { cells, mostCells } = this.#space;
    const given = [from.rows, from.groups, length, codes, bytes] as const;
    const listed = (found: number): number => {
      this.#listed[level] = { prefix, length: found };
      return found;
    };
    if (parent.groups * width > mostCells)
      return listed(this.#kernel.narrowSorted(...given, starts, values, to.rows, to.groups));
    this.#kernel.spread(starts, values, parent.groups, width, cells, 0);
    const found = this.#kernel.narrow(...given, width, cells, to.rows, to.groups);
    this.#kernel.spread(starts, values, parent.groups, width, cells, 1);
    return listed(found);
  }

  /** Where the entries of a prefix lie in the kernel's memory; they are put there again if others are. */
  #entriesOf(prefix: Prefix, groups: number): { readonly starts: number; readonly values: number } {
    const { out, again } = this.#space;
    if (this.#out === prefix) return out;
    const part = this.#parts[prefix.level];
    part?.starts.copyTo(this.#words, again.starts >>> 2, prefix.starts, groups + 1);
    part?.values.copyTo(this.#words, again.values >>> 2, prefix.entries, prefix.groups);
    return again;
  }

  #bits(prefix: Prefix): void {
    const { parent, level } = prefix;
    if (this.#bitted[level] === prefix || level < 2 || parent === null) return;
    this.#bits(parent);
    const part = this.#parts[level];
    for (let group = 0; group < parent.groups; group += 1) {
      const end = part?.starts.at(prefix.starts + group + 1) ?? 0;
      for (let entry = part?.starts.at(prefix.starts + group) ?? 0; entry < end; entry += 1) {
        const value = part?.values.at(prefix.entries + entry) ?? 0;
        this.#kernel.both(
          this.#bitsOf(parent, group),
          this.#valueBits(prefix.column, value),
          this.#bitsOf(prefix, entry),
          this.#space.stride,
        );
      }
    }
    this.#bitted[level] = prefix;
  }

  #bitsOf(prefix: Prefix, group: number): number {
    if (prefix.level > 1)
      return (this.#space.bits[prefix.level - 2] ?? 0) + group * this.#space.stride;
    const value = this.#parts[1]?.values.at(prefix.entries + group) ?? 0;
    return this.#valueBits(prefix.column, value);
  }

  #valueBits(column: number, value: number): number {
    return (this.#place(column).bits ?? 0) + (value - 1) * this.#space.stride;
  }

  #mark(prefix: Prefix, rare: number): void {
    const length = this.#list(prefix);
    const list = this.#listPlace(prefix.level);
    const { out, marks } = this.#space;
    for (let word = 0; word < marks.words; word += 1) this.#words[(marks.mask >>> 2) + word] = 0;
    for (let each: Prefix | null = prefix; each !== null && each.column >= 0; each = each.parent) {
      const word = (marks.mask >>> 2) + (each.column >> 5);
      this.#words[word] = (this.#words[word] ?? 0) | (1 << (each.column & 31));
    }
    this.#kernel.mark(
      ...([list.rows, list.groups, length, out.counts, rare] as const),
      ...([marks.words, marks.mask, marks.marks] as const),
    );
  }

  #place(column: number) {
    const place = this.#space.columns[column];
    if (place === undefined) throw new RangeError(`no column ${column}`);
    return place;
  }

  #listPlace(level: number) {
    const place = this.#space.lists[level];
    if (place === undefined) throw new RangeError(`no list of level ${level}`);
    return place;
  }
}

/** Whether value codes need more than 16 bits. */
export function isWide({ columns }: CountInput): boolean {
  return columns.some(({ size }) => size > 0xffff);
}

/** How many tasks a count has: one for each pair of columns. */
export function tasksOf(columns: number, length: number): number {
  return length < 2 ? 0 : (columns * (columns - 1)) / 2;
}

/** The pair of columns that a task begins with: 0 1, 0 2, … */
function pairAt(task: number, columns: number): readonly [number, number] {
  let [first, left] = [0, task];
  while (left >= columns - 1 - first) {
    left -= columns - 1 - first;
    first += 1;
  }
  return [first, first + 1 + left];
}

function total(words: Uint32Array, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 1) sum += words[at] ?? 0;
  return sum;
}
