import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { records, type TableRecord } from '../table/index.ts';
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
 * `too-long`, `no-ratings`, and those of the table itself. O(n).
 */
export function ratingsFrom(text: string, known: ReadonlySet<string>): Outcome<readonly Rating[]> {
  const table = records(text);
  const columns = columnsOf(table.columns);
  const header = headerProblems(table.columns, columns);
  // Without its columns no row can be read; what is wrong with the header is all there is to say.
  if (header.length > 0) return refused(...header);
  const rows = table.records.map((record) => readRow(record, columns, known));
  const problems = [
    ...table.problems.filter(({ code }) => code !== 'no-rows'),
    ...rows.flatMap((row) => row.problems),
    ...betweenRows(rows),
  ].toSorted((a, b) => (a.where?.row ?? 0) - (b.where?.row ?? 0));
  if (problems.length > 0) return refused(...problems);
  const ratings = rows.flatMap(({ rating }) => rating ?? []);
  return ratings.length === 0 ? refused(problem('no-ratings')) : fine(ratings);
}

type Columns = ReadonlyMap<string, string>;
type Row = {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  readonly rating: Rating | null;
  readonly problems: readonly Problem[];
};

/** From a column's plain name to the name that it bears in the file; of several the first. */
function columnsOf(names: readonly string[]): Columns {
  return new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
}

function headerProblems(names: readonly string[], columns: Columns): readonly Problem[] {
  const missing = needed.filter((column) => !columns.has(column));
  const again = [...needed, ...optional].filter(
    (column) => names.filter((name) => name.toLowerCase() === column).length > 1,
  );
  return [
    ...missing.map((column) => problem('column-missing', {}, { row: 1, column })),
    ...again.map((column) => problem('column-repeated', {}, { row: 1, column })),
  ];
}

function readRow(record: TableRecord, columns: Columns, known: ReadonlySet<string>): Row {
  const { row } = record;
  const cell = (column: Column) => record.cells[columns.get(column) ?? '']?.trim() ?? '';
  const cells = {
    rater: cell('rater'),
    agency: cell('agency'),
    indicator: cell('indicator'),
    rating: cell('rating').toLowerCase(),
    grade: cell('grade').toUpperCase(),
    confidence: cell('confidence').toLowerCase(),
  };
  const empty = needed.filter((column) => cells[column] === '');
  const problems = [
    ...empty.map((column) => problem('missing-value', {}, { row, column })),
    ...tooLong(cells, row),
    ...notOneOf(cells, row),
    ...(cells.indicator === '' || known.has(cells.indicator)
      ? []
      : [
          problem(
            'unknown-indicator',
            { indicator: cells.indicator },
            { row, column: 'indicator' },
          ),
        ]),
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

function ratingOf(cells: Row['cells']): Rating {
  return Rating.parse({
    rater: cells.rater,
    agency: cells.agency,
    indicator: cells.indicator,
    answer: cells.rating,
    grade: cells.grade === '' ? null : cells.grade,
    confidence: cells.confidence === '' ? null : cells.confidence,
  });
}

function betweenRows(rows: readonly Row[]): readonly Problem[] {
  const answered = new Map<string, number>();
  const agencies = new Map<string, { agency: string; row: number }>();
  return rows.flatMap(({ row, cells: { rater, agency, indicator } }) => {
    if (rater === '') return [];
    const key = JSON.stringify([rater, indicator]);
    const before = answered.get(key);
    const spoke = agencies.get(rater);
    if (before === undefined) answered.set(key, row);
    if (spoke === undefined && agency !== '') agencies.set(rater, { agency, row });
    const twice = before !== undefined && indicator !== '';
    const two = spoke !== undefined && agency !== '' && spoke.agency !== agency;
    return [
      ...(twice
        ? [
            problem(
              'rated-twice',
              { rater, indicator, first: before },
              { row, column: 'indicator' },
            ),
          ]
        : []),
      ...(two
        ? [
            problem(
              'two-agencies',
              { rater, agency: spoke.agency, first: spoke.row },
              { row, column: 'agency' },
            ),
          ]
        : []),
    ];
  });
}
