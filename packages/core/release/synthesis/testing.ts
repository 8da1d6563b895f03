import fc from 'fast-check';
import { counted } from '../count/count.ts';
import type { Counts } from '../count/counts.ts';
import type { CountInput } from '../count/input.ts';
import { twinKernel } from '../kernel/twin.ts';
import type { MadeRecords } from './best.ts';

// Small tables for the tests of this folder, and counting by hand: one combination after the other.

/** A code for each column, row by row; 0 is absent. */
export type Rows = readonly (readonly number[])[];

export const tables: fc.Arbitrary<Rows> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.nat(60))
  .chain(([columns, values, rows]) =>
    fc.array(fc.array(fc.nat(values), { minLength: columns, maxLength: columns }), {
      minLength: 0,
      maxLength: rows,
    }),
  );

export type Chosen = { readonly k: number; readonly length: number; readonly seed: number };

export const options: fc.Arbitrary<Chosen> = fc.record({
  k: fc.integer({ min: 2, max: 6 }),
  length: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(2 ** 31),
});

export function inputFrom(rows: Rows): CountInput {
  const columns = Array.from({ length: rows[0]?.length ?? 1 }, (_, column) => ({
    codes: Uint8Array.from(rows, (row) => row[column] ?? 0),
    size: 3,
  }));
  return { rows: rows.length, columns };
}

export function countsFrom(rows: Rows, length: number): Counts {
  const counts = counted(inputFrom(rows), { length, least: 1 }, twinKernel());
  if (counts === null) throw new Error('nobody stopped it');
  return counts;
}

export function rowsOf({ records, columns }: MadeRecords): Rows {
  return Array.from({ length: records }, (_, record) => columns.map((codes) => codes[record] ?? 0));
}

/** Every combination of up to `length` values in these rows, counted one by one. */
export function everyCombination(rows: Rows, length: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const held = row.flatMap((value, column) => (value > 0 ? [`${column}=${value}`] : []));
    const step = (from: number, of: readonly string[]): void => {
      if (of.length > 0) found.set(of.join('&'), (found.get(of.join('&')) ?? 0) + 1);
      if (of.length === length) return;
      for (let at = from; at < held.length; at += 1) step(at + 1, [...of, held[at] ?? '']);
    };
    step(0, []);
  }
  return found;
}
