import { problem, type Problem } from '../problem.ts';
import type { Cell, Records, TableRecord } from '../table/index.ts';
import { columnsFor } from './tabled-columns.ts';
import type { StatisticsOptions, Tabled } from './tabled.ts';

type Group<T> = {
  readonly key: readonly string[];
  readonly rows: T[];
  readonly seen: Map<string, number>;
};

function gathered<T>(key: readonly string[]): Group<T> {
  return { key, rows: [], seen: new Map() };
}

/** Reads every row, gathers them by their group, and gives each group its one row of results. */
export function groupsOf<T>(
  table: Records,
  { by }: StatisticsOptions,
  wrong: readonly Problem[],
  results: readonly string[],
  read: (record: TableRecord) => { readonly value: T; readonly problems: readonly Problem[] },
  {
    repeated,
    result,
  }: {
    readonly repeated: string | undefined;
    readonly result: (rows: readonly T[]) => readonly Cell[];
  },
): Tabled {
  const grouping = groupingIn(table, by);
  const header = [...wrong, ...grouping.problems];
  if (header.length > 0) return { header: [], rows: [], problems: header };
  const groups = new Map<string, Group<T>>();
  const problems = table.records.flatMap((record) => {
    const key = grouping.columns.map((name) => (record.cells[name] ?? '').trim());
    const group = groups.get(JSON.stringify(key)) ?? gathered<T>(key);
    groups.set(JSON.stringify(key), group);
    const { value, problems: faults } = read(record);
    group.rows.push(value);
    return [...faults, ...again(record, repeated, group.seen)];
  });
  if (problems.length > 0) return { header: [], rows: [], problems };
  const own = grouping.columns.map((name) =>
    results.includes(name.toLowerCase()) ? `given_${name}` : name,
  );
  return {
    header: [...own, ...results],
    rows: [...groups.values()].map(({ key, rows }) => [...key, ...result(rows)]),
    problems: [],
  };
}

function again(
  { row, cells }: TableRecord,
  column: string | undefined,
  seen: Map<string, number>,
): readonly Problem[] {
  const value = column === undefined ? '' : (cells[column] ?? '').trim();
  const first = seen.get(value);
  if (value === '' || column === undefined) return [];
  if (first !== undefined) return [problem('stratum-repeated', { value, first }, { row, column })];
  seen.set(value, row);
  return [];
}

/** The columns that tell the groups apart: those asked for, or `group`, `area` or `place`, or none. */
function groupingIn(
  table: Records,
  by: readonly string[],
): { readonly columns: readonly string[]; readonly problems: readonly Problem[] } {
  if (by.length === 0) {
    const { names, problems } = columnsFor(table, [], ['group']);
    return { columns: names.group === undefined ? [] : [names.group], problems };
  }
  const found = by.map((asked) => ({
    asked,
    name: table.columns.find((each) => each.toLowerCase() === asked.toLowerCase()),
  }));
  return {
    columns: found.flatMap(({ name }) => name ?? []),
    problems: found
      .filter(({ name }) => name === undefined)
      .map(({ asked }) => problem('column-missing', {}, { row: 1, column: asked })),
  };
}

/** Where a cell of a row is. */
export function at({ row }: TableRecord, column: string | undefined) {
  return { row, column: column ?? '' };
}
