import { readFileSync } from 'node:fs';
import { records } from '@freehold/core/table';

/** Counts every combination in one map of texts: the baseline that the engine is measured against. */
export function naiveCounts(file: string, length: number): ReadonlyMap<string, number> {
  const { columns, records: rows } = records(readFileSync(file, 'utf8'));
  const found = new Map<string, number>();
  for (const { cells } of rows) {
    const held = columns.flatMap((column) => {
      const cell = cells[column]?.trim() ?? '';
      return cell === '' || cell === '0' ? [] : [`${column}=${cell}`];
    });
    const grow = (from: number, taken: string, size: number): void => {
      for (let at = from; at < held.length; at += 1) {
        const key = size === 0 ? (held[at] ?? '') : `${taken} & ${held[at]}`;
        found.set(key, (found.get(key) ?? 0) + 1);
        if (size + 1 < length) grow(at + 1, key, size + 1);
      }
    };
    grow(0, '', 0);
  }
  return found;
}
