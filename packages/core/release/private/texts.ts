import { byCodePoint, csvText, type CodedTable } from '../../table/index.ts';
import { betweenPairs, pairText } from '../combination.ts';
import type { MadeRecords } from '../synthesis/best.ts';
import type { PrivateCounts } from './counts.ts';

/**
 * Counts with noise as CSV: `length,combination,count,low,high`, in the order and with the escapes of exact counts.
 * Only what is shown. [RL-49]
 */
export function privateCountsText(counts: PrivateCounts): string {
  return csvText([['length', 'combination', 'count', 'low', 'high'], ...lines(counts)]);
}

function* lines(counts: PrivateCounts): Generator<readonly (string | number)[]> {
  for (let length = 1; length <= counts.length; length += 1) {
    const found: { readonly text: string; readonly numbers: readonly number[] }[] = [];
    counts.each(length, (columns, values, { count, low, high }) => {
      const pairs = columns.map((column, at) => {
        const { name = '', values: texts = [] } = counts.columns[column] ?? {};
        return pairText(name, texts[(values[at] ?? 0) - 1] ?? '');
      });
      found.push({ text: pairs.join(betweenPairs), numbers: [count, low, high] });
    });
    found.sort((a, b) => byCodePoint(a.text + betweenPairs, b.text + betweenPairs));
    for (const { text, numbers } of found) yield [length, text, ...numbers];
  }
}

/** Records made from noisy counts, as a table. */
export function privateTable(
  counts: PrivateCounts,
  { records, columns }: MadeRecords,
  { bySubject, columns: from }: CodedTable,
): CodedTable {
  return {
    rows: records,
    bySubject,
    columns: counts.columns.map((column, at) => ({
      ...column,
      kind: from[at]?.kind ?? 'category',
      from: from[at]?.from ?? column.name,
      codes: columns[at] ?? new Uint32Array(records),
    })),
  };
}
