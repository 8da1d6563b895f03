import { generator, type Generator } from '../../numeric/index.ts';
import type { CodedTable } from '../../table/index.ts';

/** Rows of codes (0 blank) as a table; a column has as many declared values as `values` says, named by letters. */
export function tableOf(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  declared: readonly boolean[] = values.map(() => true),
): CodedTable {
  return {
    rows: rows.length,
    bySubject: false,
    columns: values.map((many, column) => ({
      name: `c${column}`,
      from: `c${column}`,
      kind: 'category',
      values: Array.from({ length: many }, (_, at) => `v${at + 1}`),
      declared: declared[column] ?? true,
      codes: Uint16Array.from(rows, (row) => row[column] ?? 0),
    })),
  };
}

/** Made-up rows whose columns hang together: most values follow a hidden group. */
export function madeRows(many: number, values: readonly number[], seed = 1): number[][] {
  const { next }: Generator = generator(seed);
  const draw = (below: number) => next() % below;
  return Array.from({ length: many }, () => {
    const group = draw(5);
    return values.map((width) => {
      if (draw(4) === 0) return 0;
      return draw(3) > 0 ? 1 + ((group * 7) % width) : 1 + draw(width);
    });
  });
}

/** True counts of every combination that occurs, by columns and values as text. */
export function truthOf(
  rows: readonly (readonly number[])[],
  length: number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const step = (row: readonly number[], from: number, chosen: readonly string[]) => {
    if (chosen.length > 0) found.set(chosen.join(' '), (found.get(chosen.join(' ')) ?? 0) + 1);
    if (chosen.length === length) return;
    for (let column = from; column < row.length; column += 1)
      if ((row[column] ?? 0) > 0) step(row, column + 1, [...chosen, `${column}:${row[column]}`]);
  };
  for (const row of rows) step(row, 0, []);
  return found;
}
