import { uniform, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { isOrdered } from './nearest.ts';
import { drawn } from './victims.ts';

/** What a record is asked about one column; code 0 is blank. `least` and `most` take in the value itself, never blank. */
export type Clause = {
  readonly column: number;
  readonly is: 'same' | 'other' | 'least' | 'most';
  readonly code: number;
};

/** All of its clauses together. */
export type Predicate = readonly Clause[];

/** How many records of a table a predicate is true of; counting ends past `enough`. */
export function matching(table: CodedTable, predicate: Predicate, enough = Infinity): number {
  const tests = predicate.map(({ column, ...clause }) => ({
    codes: table.columns[column]?.codes ?? new Uint8Array(),
    true: truths(clause, table.columns[column]?.values.length ?? 0),
  }));
  const [first, ...others] = tests;
  if (first === undefined) return Math.min(table.rows, enough + 1);
  let found = 0;
  for (let row = 0; row < table.rows && found <= enough; row += 1) {
    if (first.true[first.codes[row] ?? 0] === 0) continue;
    if (others.every((other) => other.true[other.codes[row] ?? 0] === 1)) found += 1;
  }
  return found;
}

/** For each code whether the clause is true of it. */
function truths({ is, code }: Omit<Clause, 'column'>, size: number): Uint8Array {
  return Uint8Array.from({ length: size + 1 }, (_, other) => {
    if (is === 'same') return other === code ? 1 : 0;
    if (is === 'other') return other === code ? 0 : 1;
    return other > 0 && (is === 'least' ? other >= code : other <= code) ? 1 : 0;
  });
}

/** Predicates of one column that are true of exactly one record: lone values, lone blanks, and the ends of an order. */
export function univariate(table: CodedTable): readonly Predicate[] {
  return table.columns.flatMap(({ codes, values, kind }, column) => {
    const counts = new Uint32Array(values.length + 1);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    const there = [...counts.keys()].filter((code) => (counts[code] ?? 0) > 0);
    const lone = there.filter((code) => counts[code] === 1);
    const valued = there.filter((code) => code > 0);
    const ends = [
      { is: 'most', code: valued[0] ?? 0 },
      { is: 'least', code: valued.at(-1) ?? 0 },
    ] as const;
    return [
      ...lone.map((code) => [{ column, is: 'same', code } as const]),
      ...(isOrdered(kind) ? ends.filter(({ code }) => lone.includes(code)) : []).map((end) => [
        { column, ...end },
      ]),
    ];
  });
}

/**
 * Predicates of `many` columns that are true of exactly one record, made from records drawn by chance: the same value, or
 * in an order as far out as it. At most `wanted`, in at most `tries`.
 */
export function multivariate(
  table: CodedTable,
  { many, wanted, tries }: { many: number; wanted: number; tries: number },
  words: Words,
): readonly Predicate[] {
  const middles = table.columns.map((_, column) => middleOf(table, column));
  const found = new Map<string, Predicate>();
  for (let tried = 0; tried < tries && found.size < wanted && table.rows > 0; tried += 1) {
    const row = uniform(table.rows, words);
    const predicate = drawn(table.columns.length, many, words)
      .toSorted((a, b) => a - b)
      .map((column) => clauseOf(table, column, row, middles[column] ?? 0));
    const name = JSON.stringify(predicate);
    if (!found.has(name) && matching(table, predicate, 1) === 1) found.set(name, predicate);
  }
  return [...found.values()];
}

function clauseOf({ columns }: CodedTable, column: number, row: number, middle: number): Clause {
  const { codes = [], kind = 'category' } = columns[column] ?? {};
  const code = codes[row] ?? 0;
  if (code === 0 || !isOrdered(kind)) return { column, is: 'same', code };
  return { column, is: code > middle ? 'least' : 'most', code };
}

/** The middle one of a column's codes, blanks left out. */
function middleOf({ columns }: CodedTable, column: number): number {
  const codes = (columns[column]?.codes ?? new Uint8Array()).filter((code) => code > 0).sort();
  return codes[codes.length >> 1] ?? 0;
}

/** Predicates drawn blindly: any columns, any values that are released, any question that they allow. */
export function guesses(
  table: CodedTable,
  { many, wanted }: { readonly many: number; readonly wanted: number },
  words: Words,
): readonly Predicate[] {
  const there = table.columns.map(({ codes }) => [...new Set<number>(codes)]);
  const any = <T>(of: readonly T[], otherwise: T): T => of[uniform(of.length, words)] ?? otherwise;
  return Array.from({ length: wanted }, () =>
    drawn(table.columns.length, many, words).map((column) => {
      const code = any(there[column] ?? [0], 0);
      const ordered = code > 0 && isOrdered(table.columns[column]?.kind ?? 'category');
      return { column, is: any(ordered ? asks : asks.slice(0, 2), 'same'), code };
    }),
  );
}

const asks: readonly Clause['is'][] = ['same', 'other', 'least', 'most'];
