import { problem, type Problem } from '../problem.ts';
import type { Cell, Records, TableRecord } from '../table/index.ts';

/** What a statistic reads from a table, and the other names under which publishers write it. */
const aliases = {
  numerator: ['x', 'count', 'observed'],
  denominator: ['n', 'population', 'pop'],
  count: ['numerator', 'x'],
  population: ['pop', 'denominator', 'n'],
  standard_population: ['stdpop', 'standard', 'std_pop'],
  age: ['ageband', 'age_band', 'stratum'],
  period: ['year', 'time'],
  value: [],
  lower: ['low', 'lowercl', 'lower95_0cl'],
  upper: ['high', 'uppercl', 'upper95_0cl'],
  group: ['area', 'place'],
} as const satisfies Record<string, readonly string[]>;
export type Quantity = keyof typeof aliases;

export type Found = {
  /** The header's own name of each quantity that is there. */
  readonly names: Readonly<Partial<Record<Quantity, string>>>;
  readonly problems: readonly Problem[];
};

/**
 * Finds columns by their plain names in any case, or else by another usual name where only one of those is there.
 * Problems at row 1: `column-missing`, and `column-unclear` where several columns could be meant.
 */
export function columnsFor(
  { columns }: Pick<Records, 'columns'>,
  needed: readonly Quantity[],
  optional: readonly Quantity[] = [],
): Found {
  const found = [...needed, ...optional].map((quantity) => {
    const exact = columns.filter((name) => plain(name) === quantity);
    const others: readonly string[] = aliases[quantity];
    const like = exact.length > 0 ? exact : columns.filter((name) => others.includes(plain(name)));
    return { quantity, like };
  });
  return {
    names: Object.fromEntries(
      found.flatMap(({ quantity, like }) => like.map((name) => [quantity, name])),
    ),
    problems: [
      ...found
        .filter(({ quantity, like }) => like.length === 0 && needed.includes(quantity))
        .map(({ quantity }) => problem('column-missing', {}, { row: 1, column: quantity })),
      ...found
        .filter(({ like }) => like.length > 1)
        .map(({ quantity, like }) =>
          problem('column-unclear', { like }, { row: 1, column: quantity }),
        ),
    ],
  };
}

export type Reading = { readonly value: number | null; readonly problems: readonly Problem[] };

/**
 * A cell's number; null where it is missing: empty, or `NA` as R writes it. Problems: `not-a-number`, and
 * `out-of-range` under `least`, with row and column.
 */
export function numberIn(
  { row, cells }: TableRecord,
  column: string | undefined,
  least: number | null = 0,
): Reading {
  const text = column === undefined ? '' : (cells[column] ?? '').trim();
  if (column === undefined || text === '' || text === 'NA') return { value: null, problems: [] };
  const where = { row, column };
  if (!plainNumber.test(text))
    return {
      value: null,
      problems: [problem('not-a-number', { found: text.slice(0, 60) }, where)],
    };
  const value = Number(text);
  return least !== null && value < least
    ? { value: null, problems: [problem('out-of-range', { value, least, most: null }, where)] }
    : { value, problems: [] };
}

export type Counts = { readonly numerator: number | null; readonly denominator: number | null };

/**
 * A row's two counts. Problems besides those of `numberIn`: `more-than-all` where a part (`isPart`) is greater than
 * its whole, and `counted-among-nobody`.
 */
export function countsIn(
  record: TableRecord,
  names: Found['names'],
  isPart: boolean,
): Counts & { readonly problems: readonly Problem[] } {
  const above = numberIn(record, names.numerator);
  const below = numberIn(record, names.denominator);
  const [numerator, denominator] = [above.value, below.value];
  const where = { row: record.row, column: names.numerator ?? '' };
  const faults = impossible(numerator, denominator, isPart).map((code) =>
    problem(code, { numerator, denominator }, where),
  );
  return { numerator, denominator, problems: [...above.problems, ...below.problems, ...faults] };
}

function impossible(
  numerator: number | null,
  denominator: number | null,
  isPart: boolean,
): readonly string[] {
  if (numerator === null || denominator === null) return [];
  if (denominator === 0 && numerator > 0) return ['counted-among-nobody'];
  return isPart && numerator > denominator ? ['more-than-all'] : [];
}

/**
 * The header and the cells that are carried over. One that bears the name of a result is kept under `given_` and
 * its name, so that the result's name means the result.
 */
export function carried(
  columns: readonly string[],
  results: readonly string[],
): {
  readonly header: readonly string[];
  readonly cells: (record: TableRecord) => readonly Cell[];
} {
  const kept = columns.filter((name) => name !== '');
  return {
    header: kept.map((name) => (results.includes(plain(name)) ? `given_${name}` : name)),
    cells: ({ cells }) => kept.map((name) => cells[name] ?? ''),
  };
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/;
