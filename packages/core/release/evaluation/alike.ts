import { fine, problem, refused, type Outcome } from '../../problem.ts';
import { emptyCodes, type CodedTable } from '../../table/index.ts';

/**
 * Tables with the same columns in the order of the first, and one code for a value in all of them; the first says what
 * kind a column is. Problem `columns-differ` for the first table that has other columns, by its place in the list.
 */
export function alike(tables: readonly CodedTable[]): Outcome<readonly CodedTable[]> {
  const [first] = tables;
  if (first === undefined) return fine([]);
  const faults = tables.flatMap((table, at) => {
    const missing = namesOnlyIn(first, table);
    const extra = namesOnlyIn(table, first);
    return missing.length + extra.length === 0
      ? []
      : [problem('columns-differ', { missing, extra, table: at })];
  });
  if (faults.length > 0) return refused(...faults);
  const shared = first.columns.map(({ name }) => {
    const values = new Set(tables.flatMap((table) => [...(columnOf(table, name)?.values ?? [])]));
    return {
      name,
      values: [...values],
      code: new Map([...values].map((value, at) => [value, at + 1])),
    };
  });
  return fine(
    tables.map(({ rows }, at) => ({
      ...{ rows, bySubject: first.bySubject },
      columns: first.columns.map((column, place) => {
        const { values = [], code = new Map<string, number>() } = shared[place] ?? {};
        const own = columnOf(tables[at] ?? first, column.name);
        const to = Uint32Array.from([
          0,
          ...(own?.values ?? []).map((value) => code.get(value) ?? 0),
        ]);
        const codes = emptyCodes(rows, values.length);
        for (let row = 0; row < rows; row += 1) codes[row] = to[own?.codes[row] ?? 0] ?? 0;
        return { ...column, values, codes };
      }),
    })),
  );
}

function namesOnlyIn(one: CodedTable, other: CodedTable): string[] {
  const there = new Set(other.columns.map(({ name }) => name));
  return one.columns.map(({ name }) => name).filter((name) => !there.has(name));
}

function columnOf({ columns }: CodedTable, name: string) {
  return columns.find((column) => column.name === name);
}
