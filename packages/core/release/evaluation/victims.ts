import { uniform, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';

/** A release, the records it was made from, and records of the same kind it was not made from; columns and codes alike. */
export type Attacked = {
  readonly released: CodedTable;
  readonly originals: CodedTable;
  readonly control: CodedTable | null;
};

/** `many` different numbers under `of`, or all, drawn by chance. O(many). */
export function drawn(of: number, many: number, words: Words): readonly number[] {
  // As a shuffle would, with only the places kept that were changed.
  const moved = new Map<number, number>();
  return Array.from({ length: Math.min(of, many) }, (_, at) => {
    const place = at + uniform(of - at, words);
    const found = moved.get(place) ?? place;
    moved.set(place, moved.get(at) ?? at);
    return found;
  });
}
