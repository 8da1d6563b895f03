import type { CountInput } from '@freehold/core/release';

/**
 * Records begun with each row, value by value, by looking at all rows that are left every time: the baseline that the
 * engine is measured against. It keeps what a record holds only; the rest of the totals is not made.
 */
export function naiveRecords(
  { rows, columns }: CountInput,
  k: number,
  chance: () => number,
): readonly ReadonlyMap<number, number>[] {
  const codeAt = (row: number, column: number) => columns[column]?.codes[row] ?? 0;
  const all = Array.from({ length: rows }, (_, row) => row);
  return all.map((seed) => {
    const record = new Map<number, number>();
    let extent = all;
    for (;;) {
      const open = columns
        .map((_, column) => ({ column, code: codeAt(seed, column) }))
        .filter(({ column, code }) => code > 0 && !record.has(column))
        .map(({ column, code }) => ({
          ...{ column, code },
          with: extent.filter((row) => codeAt(row, column) === code),
        }))
        .filter((each) => each.with.length >= k);
      let drawn = chance() * open.reduce((sum, each) => sum + each.with.length, 0);
      const chosen = open.find((each) => (drawn -= each.with.length) < 0);
      if (chosen === undefined) return record;
      record.set(chosen.column, chosen.code);
      extent = chosen.with;
    }
  });
}
