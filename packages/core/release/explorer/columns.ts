import { byCodePoint, declaredIn, type Codebook } from '../../table/index.ts';
import type { AnyManifest } from './any-manifest.ts';
import type { ReadCounts } from './counts-in.ts';
import type { ReadRecords } from './records-in.ts';

export type ReleasedColumn = {
  readonly name: string;
  readonly kind: string;
  /** What occurs in the release, in the codebook's order where it has one. */
  readonly values: readonly string[];
};

/** Gives columns and values their numbers, and says records and combinations in them. */
export function columnsOf(
  { columns: told, length }: AnyManifest,
  codebook: Codebook,
  records: ReadRecords,
  { combinations: read }: ReadCounts,
) {
  const numbers = new Map(told.map(({ name }, at) => [name, at]));
  const met = told.map((_, at) => new Set(records.map((record) => record[at] ?? '')));
  for (const { pairs } of read)
    for (const [name, value] of pairs) met[numbers.get(name) ?? -1]?.add(value);
  const columns = told.map(({ name, kind }, at) => ({
    ...{ name, kind },
    values: inOrder(met[at] ?? new Set(), orderOf(codebook, name)),
  }));
  const codeOf = columns.map(({ values }) => new Map(values.map((value, at) => [value, at + 1])));
  const codes = columns.map((_, at) =>
    records.map((record) => codeOf[at]?.get(record[at] ?? '') ?? 0),
  );
  const combinations = Array.from({ length }, (): number[] => []);
  for (const { pairs, numbers: counted } of read) {
    const flat = combinations[pairs.length - 1];
    const coded = pairs.map(([name, value]) => {
      const column = numbers.get(name) ?? 0;
      return [column, codeOf[column]?.get(value) ?? 0] as const;
    });
    for (const pair of coded.sort(([a], [b]) => a - b)) flat?.push(...pair);
    flat?.push(...counted);
  }
  return { columns, codes, combinations };
}

function inOrder(met: ReadonlySet<string>, declared: readonly string[]): readonly string[] {
  const known = declared.filter((value) => met.has(value));
  const others = [...met].filter((value) => value !== '' && !declared.includes(value));
  return [...known, ...others.toSorted(byCodePoint)];
}

function orderOf({ columns }: Codebook, name: string): readonly string[] {
  const book = columns.find((each) => each.name === name);
  return book === undefined || book.kind === 'left-out' ? [] : (declaredIn(book) ?? []);
}
