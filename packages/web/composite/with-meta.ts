import { csvText, records } from '@freehold/core/table';

/** The metadata with one cell changed, all others as they were. A column that is not there is added. */
export function withMeta(
  meta: string,
  code: string,
  column: string,
  value: string | number,
): string {
  const { columns, records: rows } = records(meta);
  const named = columns.filter((name) => name !== '');
  const all = named.includes(column) ? named : [...named, column];
  return csvText(
    [
      all,
      ...rows.map(({ cells }) =>
        all.map((name) =>
          name === column && cells['iCode'] === code ? value : (cells[name] ?? ''),
        ),
      ),
    ],
    { guard: false },
  );
}
