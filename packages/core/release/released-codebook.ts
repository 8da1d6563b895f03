import type { Codebook, CodedColumn, ColumnBook } from '../table/index.ts';

/**
 * The codebook of released records: of each column the values that were released, in their order, and nothing of any other
 * value. A column of which no value was released is left out. Reads the records back as they were written.
 */
export function releasedCodebook(
  columns: readonly CodedColumn[],
  isReleased: (column: number, code: number) => boolean,
): Codebook {
  return {
    format: 'freehold-codebook/1',
    subject: null,
    columns: columns.map(({ name, kind, values }, column) =>
      bookOf(
        name,
        kind,
        values.filter((_, at) => isReleased(column, at + 1)),
      ),
    ),
  };
}

function bookOf(name: string, kind: CodedColumn['kind'], values: string[]): ColumnBook {
  if (values.length === 0) return { kind: 'left-out', name };
  // A nought that was released is a value; with anything else there is none.
  const ordered = kind === 'ordered' || kind === 'number' || kind === 'date';
  return { kind: ordered ? 'ordered' : 'category', name, values, blanks: [], zero: 'value' };
}
