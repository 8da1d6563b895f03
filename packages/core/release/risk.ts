import type { CodedTable } from '../table/index.ts';
import type { Watch } from './count/count.ts';
import { inputOf } from './count/input.ts';
import type { Part } from './count/part.ts';
import { tasksOf, Walker } from './count/walker.ts';
import type { Kernel } from './kernel/kernel.ts';

/** How much of a table is rare, and what makes it so. */
export type Risk = {
  readonly rows: number;
  /** Rows in at least one rare combination. */
  readonly rareRows: number;
  readonly lengths: readonly RareLength[];
  readonly columns: readonly RareColumn[];
};

export type RareLength = {
  readonly length: number;
  readonly combinations: number;
  /** Of fewer than k rows, and of exactly one. */
  readonly rare: number;
  readonly unique: number;
};

/** `rare`: of the rows that have a value, those in which it is in at least one rare combination. */
export type RareColumn = {
  readonly column: string;
  readonly filled: number;
  readonly rare: number;
  readonly values: readonly {
    readonly value: string;
    readonly rows: number;
    readonly rare: number;
  }[];
};

/**
 * Which rows, columns and values are in combinations of fewer than `k` rows, up to `length` values, wherever the
 * combination is rare already without them or not. Null when it was stopped. [RL-8]
 */
export function risk(
  table: CodedTable,
  { k, length }: { readonly k: number; readonly length: number },
  kernel: Kernel,
  { seen, stop }: Watch = {},
): Risk | null {
  const longest = Math.min(length, table.columns.length);
  const walker = new Walker(inputOf(table), { length: longest, least: 1 }, kernel, k);
  const lengths = [walker.singles()].map((part, at) => rareLength(part, at + 1, k));
  for (let at = 2; at <= longest; at += 1)
    lengths.push({ length: at, combinations: 0, rare: 0, unique: 0 });
  const tasks = tasksOf(table.columns.length, longest);
  for (let task = 0; task < tasks; task += 1) {
    if (stop?.() === true) return null;
    for (const [at, part] of walker.task(task).entries())
      lengths[at + 1] = added(lengths[at + 1], rareLength(part, at + 2, k));
    seen?.(task + 1, tasks);
  }
  const { words, marks } = walker.marks;
  return {
    rows: table.rows,
    rareRows: anyIn(marks, words),
    lengths,
    columns: byColumn(table, marks, words),
  };
}

function rareLength({ counts }: Part, length: number, k: number): RareLength {
  let [rare, unique] = [0, 0];
  for (const count of counts) {
    if (count < k) rare += 1;
    if (count === 1) unique += 1;
  }
  return { length, combinations: counts.length, rare, unique };
}

function added(one: RareLength | undefined, other: RareLength): RareLength {
  if (one === undefined) return other;
  return {
    length: one.length,
    combinations: one.combinations + other.combinations,
    rare: one.rare + other.rare,
    unique: one.unique + other.unique,
  };
}

function anyIn(marks: Uint32Array, words: number): number {
  let rows = 0;
  for (let at = 0; at < marks.length; at += words)
    if (marks.subarray(at, at + words).some((word) => word !== 0)) rows += 1;
  return rows;
}

function byColumn(table: CodedTable, marks: Uint32Array, words: number): readonly RareColumn[] {
  return table.columns.map(({ name, values, codes }, column) => {
    const rows = new Uint32Array(values.length + 1);
    const rare = new Uint32Array(values.length + 1);
    for (let row = 0; row < table.rows; row += 1) {
      const code = codes[row] ?? 0;
      const word = marks[row * words + (column >> 5)] ?? 0;
      rows[code] = (rows[code] ?? 0) + 1;
      rare[code] = (rare[code] ?? 0) + ((word >>> (column & 31)) & 1);
    }
    return {
      column: name,
      filled: table.rows - (rows[0] ?? 0),
      rare: rare.reduce((sum, each, code) => (code === 0 ? sum : sum + each), 0),
      values: values.map((value, at) => ({
        value,
        rows: rows[at + 1] ?? 0,
        rare: rare[at + 1] ?? 0,
      })),
    };
  });
}
