import { problem, type Problem } from '../problem.ts';
import { columnsOf, type SheetName } from './exchange.ts';
import type { Book, Row } from './exchange-rows.ts';

/**
 * What the rows of different sheets say of each other: codes used twice, parents, indicators and sources
 * that are not there, anchors that are neither five nor none. Nothing is said of what a missing sheet would
 * have to answer.
 */
export function references(book: Book): readonly Problem[] {
  return [
    ...surplus(book),
    ...keys.flatMap(([sheet, field]) => repeated(book.rows(sheet), field)),
    ...perProfile(book),
    ...parents.flatMap((each) => unknown(book, ...each)),
    ...unknownSources(book),
    ...book.rows('anchors').flatMap(wrongAnchors),
  ];
}

const keys: readonly (readonly [SheetName, string])[] = [
  ['levels', 'code'],
  ['topics', 'code'],
  ['indicators', 'code'],
  ['profiles', 'code'],
  ['sources', 'tag'],
  ['anchors', 'indicator'],
];

const parents: readonly (readonly [SheetName, string, SheetName, string])[] = [
  ['topics', 'level', 'levels', 'unknown-parent'],
  ['indicators', 'topic', 'topics', 'unknown-parent'],
  ['profile-items', 'profile', 'profiles', 'unknown-parent'],
  ['profile-items', 'indicator', 'indicators', 'unknown-indicator'],
  ['anchors', 'indicator', 'indicators', 'unknown-indicator'],
];

/** The sheet `framework` is about one framework; each further row is one too many. */
function surplus(book: Book): readonly Problem[] {
  return book
    .rows('framework')
    .slice(1)
    .map((row) => at(row, 'code', 'one-row-only', {}));
}

function repeated(rows: readonly Row[], field: string): readonly Problem[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const code = row.written[field] ?? '';
    if (code === '') return [];
    const seen = first.get(code);
    if (seen === undefined) first.set(code, row);
    return seen === undefined
      ? []
      : [at(row, field, 'repeated-code', { name: code, first: seen.row })];
  });
}

function perProfile(book: Book): readonly Problem[] {
  const items = book.rows('profile-items');
  const profiles = new Set(items.map(({ fields }) => fields.profile));
  return [...profiles].flatMap((profile) =>
    repeated(
      items.filter(({ fields }) => fields.profile === profile),
      'indicator',
    ),
  );
}

function unknown(
  book: Book,
  sheet: SheetName,
  field: string,
  target: SheetName,
  code: string,
): readonly Problem[] {
  if (book.lacks(target, 'code')) return [];
  const known = new Set(book.rows(target).map(({ written }) => written.code));
  return book.rows(sheet).flatMap((row) => {
    const named = row.written[field];
    if (named === undefined || known.has(named)) return [];
    if (named === '') return [at(row, field, 'missing-value', {})];
    return [at(row, field, code, { found: named, sheet: target })];
  });
}

function unknownSources(book: Book): readonly Problem[] {
  if (book.lacks('sources', 'tag')) return [];
  const known = new Set(book.rows('sources').map(({ written }) => written.tag));
  return book.rows('indicators').flatMap((row) => {
    const named = Array.isArray(row.fields.sources) ? row.fields.sources : [];
    const tags = named.filter((tag) => !known.has(tag)).map(String);
    return tags.length > 0 ? [at(row, 'sources', 'unknown-source', { tag: tags.join('; ') })] : [];
  });
}

function wrongAnchors(row: Row): readonly Problem[] {
  const points = ['0', '1', '2', '3', '4'];
  const given = points.filter((point) => (row.written[point] ?? '') !== '');
  const blank = points.find((point) => row.written[point] === '');
  if (blank === undefined || given.length === 0) return [];
  return [at(row, blank, 'wrong-number-of-anchors', { found: given.length, wanted: 5 })];
}

function at(row: Row, field: string, code: string, details: Record<string, string | number>) {
  const title = columnsOf[row.sheet].find(([each]) => each === field)?.[1] ?? field;
  return problem(code, details, { sheet: row.sheet, row: row.row, column: title });
}
