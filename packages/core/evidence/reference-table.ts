import { problem } from '../problem.ts';
import type { TableRecord } from '../table/index.ts';
import { blankReference, doiIn, Reference, yearIn } from './reference.ts';
import type { FoundReference } from './ris.ts';

/** Which column of a table says what; a field that no column says is left out. */
export type ReferenceColumns = Readonly<Partial<Record<ReferenceField, string>>>;
export type ReferenceField =
  | 'title'
  | 'authors'
  | 'year'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'doi'
  | 'url'
  | 'abstract'
  | 'keywords'
  | 'language'
  | 'issn'
  | 'label';

/** Names that exports give their columns, without case, spaces and underscores; the likelier first. */
const names: Readonly<Record<ReferenceField, readonly string[]>> = {
  title: ['title', 'primarytitle', 'articletitle', 'documenttitle', 'originaltitle'],
  authors: ['authors', 'authornames', 'author', 'firstauthors', 'creators'],
  year: ['year', 'publicationyear', 'pubyear', 'date', 'publicationdate', 'source'],
  container: [
    'journal',
    'journalname',
    'secondarytitle',
    'sourcetitle',
    'publicationtitle',
    'source',
  ],
  volume: ['volume'],
  issue: ['issue', 'number'],
  pages: ['pages', 'startpage', 'pagestart'],
  publisher: ['publisher'],
  doi: ['doi', 'openurllink'],
  url: ['url', 'urls', 'link', 'googlescholarlink'],
  abstract: ['abstract', 'notesabstract', 'originalabstract', 'abstractnote'],
  keywords: ['keywords', 'authorkeywords', 'manualtags', 'subjects'],
  language: ['language'],
  issn: ['issn', 'isbn'],
  label: ['labelincluded', 'included', 'label', 'finalincluded', 'asreviewlabel'],
};

/** Proposes which column says what from their names, for a person to confirm. */
export function proposedColumns(columns: readonly string[]): ReferenceColumns {
  const plain = columns.map((column) => column.toLowerCase().replace(/[^a-z]/g, ''));
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, known]) => {
      const at = known.map((name) => plain.indexOf(name)).find((each) => each >= 0);
      return at === undefined ? [] : [[field, columns[at] ?? '']];
    }),
  );
}

/**
 * Reads references from a table's rows, a reference a row; what no field takes goes into `extra`. [EV-1]
 *
 * A row without a title is refused (`title-missing`). A cell with several authors or keywords is taken apart at
 * semicolons, at the commas of a list in brackets, or, without semicolons, at commas, which part authors only after
 * an initial. Of "Journal (2014) 3:3. Date of Publication: 2014" the year and the journal's name are taken.
 */
export function referencesFromTable(
  rows: readonly TableRecord[],
  columns: ReferenceColumns,
): readonly FoundReference[] {
  return rows.map(({ row, cells }, at) => {
    const found = { number: at + 1, row };
    const cell = (field: ReferenceField): string => (cells[columns[field] ?? ''] ?? '').trim();
    const title = cell('title');
    if (title === '')
      return {
        ...found,
        problems: [problem('title-missing', {}, { row, column: columns.title ?? '' })],
      };
    const read = Reference.safeParse({
      ...blankReference,
      type: 'article',
      title,
      authors: several(cell('authors'), true),
      year: yearIn(cell('year').replace(/^.*Date of Publication:/s, '')),
      container: containerIn(cell('container')),
      ...{ volume: cell('volume'), issue: cell('issue'), pages: cell('pages') },
      ...{ publisher: cell('publisher'), url: cell('url'), language: cell('language') },
      ...{ issn: cell('issn'), abstract: cell('abstract') },
      doi: doiIn(cell('doi')) || doiIn(cell('url')),
      keywords: [...new Set(several(cell('keywords'), false))],
      label: labelOf(cell('label')),
      extra: leftOver(cells, Object.values(columns)),
    });
    if (read.success) return { ...found, reference: read.data };
    const field = read.error.issues[0]?.path.join('.') ?? '';
    return { ...found, problems: [problem('record-too-large', { field }, { row })] };
  });
}

/** A cell's parts: "a; b", "['a, b', 'c']" or, without semicolons, "A B., C D." and "a, b". */
function several(cell: string, people: boolean): readonly string[] {
  const listed = /^\[(.*)\]$/s.exec(cell)?.[1];
  if (listed !== undefined) {
    const quoted = [...listed.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)];
    return quoted.map((match) => (match[1] ?? match[2] ?? '').trim()).filter((each) => each !== '');
  }
  // "Marx, Karl" is one person: commas part people only where a part ends with an initial.
  const between = people ? /(?<=\.)\s*,\s*/ : /,/;
  const parts = cell.split(cell.includes(';') ? ';' : between);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The journal's name out of "Journal (2014) 3:3 (152-160). Date of Publication: 2014". */
function containerIn(cell: string): string {
  return (/^(.*?)\s*\(\d{4}\)/.exec(cell)?.[1] ?? cell).slice(0, 1000);
}

function labelOf(cell: string): Reference['label'] {
  const said = cell.toLowerCase();
  if (['1', 'yes', 'y', 'true', 'included', 'include', 'relevant'].includes(said))
    return 'included';
  return ['0', 'no', 'n', 'false', 'excluded', 'exclude', 'irrelevant'].includes(said)
    ? 'excluded'
    : null;
}

function leftOver(
  cells: TableRecord['cells'],
  taken: readonly (string | undefined)[],
): Reference['extra'] {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]) =>
      taken.includes(column) || cell.trim() === '' ? [] : [[column, [cell.trim()]]],
    ),
  );
}
