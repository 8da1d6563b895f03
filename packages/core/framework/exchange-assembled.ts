import type { Book, Row } from './exchange-rows.ts';

/** A framework put together but not checked, and the row that each path into it came from. */
export type Assembled = {
  readonly framework: unknown;
  readonly places: ReadonlyMap<string, Row>;
};

/**
 * Puts the rows together: topics into their level, indicators into their topic, anchors to their indicator.
 *
 * A row whose parent is not there is put under the first one, so that its own faults are found too;
 * `references` has already said what is wrong with it. Of parents with the same code the first gets all.
 */
export function assembled(book: Book): Assembled {
  const places = new Map<string, Row>();
  const noted = (path: string, row: Row | undefined) => {
    if (row !== undefined && row.row > 0) places.set(path, row);
    return row?.fields ?? {};
  };
  const plain = (sheet: 'scale' | 'sources') =>
    book.rows(sheet).map((row, at) => noted(`${sheet}.${at}`, row));
  const anchors = firstBy(book.rows('anchors'), 'indicator');
  const [levels, topics, profiles] = [
    some(book, 'levels'),
    some(book, 'topics'),
    some(book, 'profiles'),
  ];
  const topicsIn = children(levels, topics, 'level');
  const indicatorsIn = children(topics, book.rows('indicators'), 'topic');
  const profileItems = children(profiles, book.rows('profile-items'), 'profile');
  const indicator = (row: Row, path: string) => {
    const own = anchors.get(row.fields.code);
    if (own !== undefined) places.set(`${path}.anchors`, own);
    return { ...without(noted(path, row), 'topic'), anchors: anchorsOf(own) };
  };
  const topic = (row: Row, path: string) => ({
    ...without(noted(path, row), 'level'),
    indicators: indicatorsIn(row).map((each, at) => indicator(each, `${path}.indicators.${at}`)),
  });
  return {
    places,
    framework: {
      ...noted('', book.rows('framework')[0]),
      scale: plain('scale'),
      sources: plain('sources'),
      profiles: profiles.map((row, p) => ({
        ...noted(`profiles.${p}`, row),
        items: profileItems(row).map((item, i) =>
          without(noted(`profiles.${p}.items.${i}`, item), 'profile'),
        ),
      })),
      levels: levels.map((row, l) => ({
        ...noted(`levels.${l}`, row),
        topics: topicsIn(row).map((each, t) => topic(each, `levels.${l}.topics.${t}`)),
      })),
    },
  };
}

/** The rows of a sheet, or one that is no row of any file, for children to stand under. */
function some(book: Book, sheet: 'levels' | 'topics' | 'profiles'): readonly Row[] {
  const rows = book.rows(sheet);
  return rows.length > 0 ? rows : [{ sheet, row: 0, fields: {}, written: {} }];
}

function children(
  parents: readonly Row[],
  rows: readonly Row[],
  field: string,
): (parent: Row) => readonly Row[] {
  const first = firstBy(parents, 'code');
  const found = new Map<Row, Row[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) found.get(first.get(row.fields[field]) ?? parents[0] ?? row)?.push(row);
  return (parent) => found.get(parent) ?? [];
}

function firstBy(rows: readonly Row[], field: string): ReadonlyMap<unknown, Row> {
  return new Map(rows.toReversed().map((row) => [row.fields[field], row]));
}

/** The anchors of a row; none where their number is wrong, which `references` has said. */
function anchorsOf(row: Row | undefined): readonly unknown[] {
  if (row === undefined) return [];
  const found = ['0', '1', '2', '3', '4'].map((point) => row.fields[point]);
  return found.some((text) => text === '' || text === undefined) ? [] : found;
}

function without(fields: Row['fields'], name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
}
