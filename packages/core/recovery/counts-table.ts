import { z } from 'zod';
import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { byRow, columnsIn, records } from '../table/index.ts';

/** A year of counts, and how many. */
export const Year = z.int().min(2000).max(2100);
export const Count = z.int().min(0).max(1_000_000);

/** As many rows as a file of counts may have: every combination of a few years has fewer. */
export const mostRows = 20_000;

/** The columns of a file of counts besides year and n, and what may stand in each; '' where it may be empty. */
export type Allowed<Name extends string> = Readonly<Record<Name, readonly string[]>>;

export type CountRow<Name extends string> = Readonly<Record<Name, string>> & {
  readonly row: number;
  readonly year: number;
  readonly n: number;
};

/**
 * Reads counts from delimited text with the columns year, n and those of `allowed`, in any order and case; a column
 * whose cells may be empty may be absent. Other columns are left alone, so that no name or note is ever kept. [RC-6]
 *
 * All problems come at once, with row (the header is row 1) and column: `column-missing`, `column-repeated`,
 * `not-one-of`, `not-a-year`, `not-a-count`, `row-repeated` (one combination twice), `no-rows`, `too-many-rows`, those
 * of the table itself, and what `check` finds in a row. O(n).
 */
export function countsFrom<Name extends string>(
  text: string,
  allowed: Allowed<Name>,
  check: (row: CountRow<Name>) => readonly Problem[] = () => [],
): Outcome<readonly CountRow<Name>[]> {
  const table = records(text);
  const names = keysOf(allowed);
  const needed = names.filter((name) => !allowed[name].includes(''));
  const columns = columnsIn<Name | 'year' | 'n'>(table, ['year', ...needed, 'n'], names);
  if (columns.problems.length > 0) return refused(...columns.problems);
  if (table.records.length > mostRows) return refused(problem('too-many-rows', { most: mostRows }));
  const rows = table.records.map((record) =>
    readRow(record.row, (name) => columns.cell(record, name), { names, allowed, check }),
  );
  const good = rows.flatMap(({ value }) => value ?? []);
  const problems = [
    ...table.problems,
    ...rows.flatMap((row) => row.problems),
    ...twice(good, names),
  ];
  if (problems.length > 0) return refused(...byRow(problems));
  return good.length === 0 ? refused(problem('no-rows')) : fine(good);
}

type Reading<Name extends string> = {
  readonly names: readonly Name[];
  readonly allowed: Allowed<Name>;
  readonly check: (row: CountRow<Name>) => readonly Problem[];
};

function readRow<Name extends string>(
  row: number,
  cell: (name: Name | 'year' | 'n') => string,
  { names, allowed, check }: Reading<Name>,
): { readonly value: CountRow<Name> | null; readonly problems: readonly Problem[] } {
  const year = whole(cell('year'));
  const n = whole(cell('n'));
  const said = new Map(names.map((name) => [name, cell(name).toLowerCase()]));
  const problems = [
    ...(Year.safeParse(year).success ? [] : [problem('not-a-year', {}, { row, column: 'year' })]),
    ...(Count.safeParse(n).success ? [] : [problem('not-a-count', {}, { row, column: 'n' })]),
    ...names.flatMap((name) =>
      notOneOf(said.get(name) ?? '', allowed[name], { row, column: name }),
    ),
  ];
  if (problems.length > 0 || year === null || n === null) return { value: null, problems };
  const value: CountRow<Name> = { ...recordOf(names, said), row, year, n };
  return { value, problems: check(value) };
}

function notOneOf(
  found: string,
  allowed: readonly string[],
  where: { readonly row: number; readonly column: string },
): readonly Problem[] {
  if (allowed.includes(found)) return [];
  const choices = allowed.filter((each) => each !== '');
  return [problem('not-one-of', { found: found.slice(0, 60), allowed: choices }, where)];
}

/** The first row of a combination stands; one file says a thing once. */
function twice<Name extends string>(
  rows: readonly CountRow<Name>[],
  names: readonly Name[],
): readonly Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap((each) => {
    const key = [each.year, ...names.map((name) => each[name])].join('\t');
    const before = first.get(key);
    if (before === undefined) first.set(key, each.row);
    return before === undefined ? [] : [problem('row-repeated', { before }, { row: each.row })];
  });
}

function whole(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function keysOf<Name extends string>(allowed: Allowed<Name>): readonly Name[] {
  const names: Name[] = [];
  for (const name in allowed) names.push(name);
  return names;
}

function recordOf<Name extends string>(
  names: readonly Name[],
  said: ReadonlyMap<Name, string>,
): Readonly<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) found[name] = said.get(name) ?? '';
  if (!isWhole(names, found)) throw new TypeError('a column was left out');
  return found;
}

function isWhole<Name extends string>(
  names: readonly Name[],
  found: Partial<Record<Name, string>>,
): found is Record<Name, string> {
  return names.every((name) => found[name] !== undefined);
}
