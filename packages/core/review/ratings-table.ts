import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { byRow, columnsIn, emptyCells, records } from '../table/index.ts';
import { Answer, Confidence, Grade, Rating } from './rating.ts';

const needed = ['rater', 'agency', 'indicator', 'rating'] as const;
const optional = ['grade', 'confidence'] as const;
type Column = (typeof needed)[number] | (typeof optional)[number];

/**
 * Reads ratings from delimited text with the columns rater, agency, indicator and rating, and grade and
 * confidence where there are; in any order, the header in any case; other columns are left alone.
 *
 * A rating is 0, 1, 2, 3, 4, na or dk, a grade A to D, a confidence low, medium or high, all in any case; an
 * empty grade or confidence is none. `known` holds the indicators that may be rated. All problems come at once,
 * with row (the header is row 1) and column: `column-missing`, `column-repeated`, `missing-value`,
 * `not-one-of`, `unknown-indicator`, `rated-twice` (one rater, one indicator), `two-agencies` (one rater),
 * `too-long`, `no-ratings`, and those of the table itself. O(n). [RV-28]
 */
export function ratingsFrom(text: string, known: ReadonlySet<string>): Outcome<readonly Rating[]> {
  const table = records(text);
  const columns = columnsIn<Column>(table, needed, optional);
  if (columns.problems.length > 0) return refused(...columns.problems);
  const rows = table.records.map((record) =>
    readRow(record.row, (column) => columns.cell(record, column), known),
  );
  const problems = [
    ...table.problems,
    ...rows.flatMap((row) => row.problems),
    ...betweenRows(rows),
  ];
  if (problems.length > 0) return refused(...byRow(problems));
  const ratings = rows.flatMap(({ rating }) => rating ?? []);
  return ratings.length === 0 ? refused(problem('no-ratings')) : fine(ratings);
}

type Row = {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  readonly rating: Rating | null;
  readonly problems: readonly Problem[];
};

function readRow(row: number, cell: (column: Column) => string, known: ReadonlySet<string>): Row {
  const cells = {
    rater: cell('rater'),
    agency: cell('agency'),
    indicator: cell('indicator'),
    rating: cell('rating').toLowerCase(),
    grade: cell('grade').toUpperCase(),
    confidence: cell('confidence').toLowerCase(),
  };
  const problems = [
    ...emptyCells(cells, needed, row),
    ...tooLong(cells, row),
    ...notOneOf(cells, row),
    ...unknown(cells.indicator, known, row),
  ];
  return { row, cells, rating: problems.length === 0 ? ratingOf(cells) : null, problems };
}

const allowed: readonly (readonly [Column, readonly string[]])[] = [
  ['rating', Answer.options],
  ['grade', Grade.options],
  ['confidence', Confidence.options],
];

function notOneOf(cells: Row['cells'], row: number): readonly Problem[] {
  return allowed
    .filter(([column, values]) => cells[column] !== '' && !values.includes(cells[column]))
    .map(([column, values]) =>
      problem(
        'not-one-of',
        { found: cells[column].slice(0, 60), allowed: values },
        { row, column },
      ),
    );
}

function tooLong(cells: Row['cells'], row: number): readonly Problem[] {
  return (['rater', 'agency'] as const)
    .filter((column) => cells[column].length > 200)
    .map((column) => problem('too-long', { most: 200 }, { row, column }));
}

function unknown(indicator: string, known: ReadonlySet<string>, row: number): readonly Problem[] {
  if (indicator === '' || known.has(indicator)) return [];
  return [problem('unknown-indicator', { indicator }, { row, column: 'indicator' })];
}

function ratingOf({ rater, agency, indicator, rating, grade, confidence }: Row['cells']): Rating {
  return Rating.parse({
    rater,
    agency,
    indicator,
    answer: rating,
    grade: grade === '' ? null : grade,
    confidence: confidence === '' ? null : confidence,
  });
}

/** What rows say against each other: the first row of a rater, and of a rater's answer, stands. */
function betweenRows(rows: readonly Row[]): readonly Problem[] {
  const answered = new Map<string, number>();
  const spoke = new Map<string, { readonly agency: string; readonly row: number }>();
  return rows.flatMap(({ row, cells: { rater, agency, indicator } }) => {
    if (rater === '' || agency === '' || indicator === '') return [];
    const key = JSON.stringify([rater, indicator]);
    const first = answered.get(key);
    const other = spoke.get(rater);
    if (first === undefined) answered.set(key, row);
    if (other === undefined) spoke.set(rater, { agency, row });
    return [
      ...(first === undefined ? [] : [twice(rater, indicator, first, row)]),
      ...(other === undefined || other.agency === agency ? [] : [twoAgencies(rater, other, row)]),
    ];
  });
}

function twice(rater: string, indicator: string, first: number, row: number): Problem {
  return problem('rated-twice', { rater, indicator, first }, { row, column: 'indicator' });
}

function twoAgencies(
  rater: string,
  { agency, row: first }: { readonly agency: string; readonly row: number },
  row: number,
): Problem {
  return problem('two-agencies', { rater, agency, first }, { row, column: 'agency' });
}
