import { generator } from '../../numeric/index.ts';
import type { CodedColumn, CodedTable } from '../../table/index.ts';

/** A table of codes, written row by row; values are named after their codes. For tests. */
export function tableOf(
  rows: readonly (readonly number[])[],
  { sizes, kinds = [] }: { sizes: readonly number[]; kinds?: readonly CodedColumn['kind'][] },
): CodedTable {
  return {
    rows: rows.length,
    bySubject: false,
    columns: sizes.map((size, column) => ({
      ...{ name: `c${column}`, from: `c${column}`, kind: kinds[column] ?? 'category' },
      values: Array.from({ length: size }, (_, at) => `v${at + 1}`),
      declared: false,
      codes: Uint8Array.from(rows, (row) => row[column] ?? 0),
    })),
  };
}

/**
 * Made-up people: six columns of twenty values, of which each copies the one before in half of the cases, so that they go
 * together but no two people are bound to be alike.
 */
export function people(many: number, seed: number): CodedTable {
  const { below } = generator(seed);
  const rows = Array.from({ length: many }, () => {
    let last = 0;
    return Array.from({ length: 6 }, () => {
      last = last > 0 && below(2) === 0 ? last : 1 + below(20);
      return last;
    });
  });
  return tableOf(rows, { sizes: Array.from({ length: 6 }, () => 20) });
}
