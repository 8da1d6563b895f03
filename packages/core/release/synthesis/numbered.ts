import { fine, type Outcome } from '../../problem.ts';
import type { Counts } from '../count/counts.ts';
import type { MadeRecords } from './best.ts';
import { Reported, type Telling } from './reported.ts';
import { protectedCount } from './targets.ts';

/** The values that may stand in a release, numbered over all columns from 0: by number its column and its code there. */
export type Numbering = {
  readonly columns: number;
  readonly columnOf: Uint32Array;
  readonly codeOf: Uint32Array;
};

/** Takes a set of values that `times` records shall have, as numbers in the order they were drawn in. */
export type Taking = (values: readonly number[], times: number) => void;

/** What was reported of a table, and what its numbers mean. */
export type ReportedTable = Numbering & { readonly reported: Reported };

/**
 * The protected counts of a table, those of k or more and rounded down. It looks at nothing else. [RL-12]
 *
 * Problems: `too-many-combinations`, where they do not fit in memory.
 */
export function reportedBy(counts: Counts, k: number): Outcome<ReportedTable> {
  const numbering = numberedBy(counts, k);
  const reported = Reported.of(counts.length, tellingOf(counts, k, numbering));
  return reported.ok ? fine({ ...numbering, reported: reported.value }) : reported;
}

/** Tells of the protected counts of a table by the numbers of their values. It looks at nothing else. [RL-12] */
export function tellingOf(counts: Counts, k: number, numbering: Numbering): Telling {
  const numberOf = numbersOf(numbering);
  const values = new Uint32Array(counts.length);
  return (length, tell) =>
    counts.each(
      length,
      (columns, codes, count) => {
        for (let at = 0; at < length; at += 1)
          values[at] = numberOf[columns[at] ?? 0]?.[codes[at] ?? 0] ?? 0;
        tell(values, protectedCount(count, k));
      },
      { least: k },
    );
}

/** Numbers the values that k rows or more have. */
export function numberedBy(counts: Counts, k: number): Numbering {
  const codes = Array.from({ length: counts.columns }, (): number[] => []);
  counts.each(1, ([column = 0], [code = 0]) => codes[column]?.push(code), { least: k });
  return numbered(codes);
}

/** Numbers the values of columns, given by their codes. */
export function numbered(codes: readonly (readonly number[])[]): Numbering {
  return {
    columns: codes.length,
    columnOf: Uint32Array.from(codes.flatMap((of, column) => of.map(() => column))),
    codeOf: Uint32Array.from(codes.flat()),
  };
}

/** Records, each given as the numbers of its values, as columns of codes. */
export function recordsOf(
  { columns, columnOf, codeOf }: Numbering,
  records: readonly ArrayLike<number>[],
): MadeRecords {
  const made = Array.from({ length: columns }, () => new Uint32Array(records.length));
  for (const [record, values] of records.entries())
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      const codes = made[columnOf[value] ?? 0];
      if (codes !== undefined) codes[record] = codeOf[value] ?? 0;
    }
  return { records: records.length, columns: made };
}

/** By column and code the number; −1 for what has none, and nothing beyond the last that has one. */
export function numbersOf({ columns, columnOf, codeOf }: Numbering): readonly Int32Array[] {
  const last = new Uint32Array(columns);
  for (const [value, column] of columnOf.entries())
    last[column] = Math.max(last[column] ?? 0, codeOf[value] ?? 0);
  const numbers = Array.from(last, (code) => new Int32Array(code + 1).fill(-1));
  for (const [value, column] of columnOf.entries()) {
    const of = numbers[column];
    if (of !== undefined) of[codeOf[value] ?? 0] = value;
  }
  return numbers;
}
