import { pairsIn } from '@freehold/core/release/explorer';
import { TableReader, unguarded } from '@freehold/core/table';

/** A combination as it is listed: its columns and values as words, its count, and both ends where noise was added. */
export type ListedCount = {
  readonly length: number;
  readonly text: string;
  readonly count: number;
  readonly ends: readonly [number, number] | null;
};

/** The lines of a file of counts, which the server has checked. */
export function listedCounts(text: string): readonly ListedCount[] {
  const reader = new TableReader({ delimiter: ',' });
  const [, ...rows] = [...reader.push(text), ...reader.end()];
  return rows.map(({ cells: [length, combination = '', count, low, high] }) => ({
    length: Number(length),
    text: (pairsIn(unguarded(combination)) ?? [])
      .map(([column, value]) => `${column}: ${value}`)
      .join(' · '),
    count: Number(count),
    ends: low === undefined || high === undefined ? null : [Number(low), Number(high)],
  }));
}

/** Those that hold all the words, of one length or of any. */
export function found(
  counts: readonly ListedCount[],
  { words, length }: { readonly words: string; readonly length: number | null },
): readonly ListedCount[] {
  const each = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return counts.filter(
    (count) =>
      (length === null || count.length === length) &&
      each.every((word) => count.text.toLowerCase().includes(word)),
  );
}
