import { problem, type Problem } from '../problem.ts';
import { blankReference, doiIn, Reference, yearIn, type ReferenceType } from './reference.ts';

/** A record as it was found: its number in the file, the line it began on, and the reference or why there is none. */
export type FoundReference =
  | { readonly number: number; readonly row: number; readonly reference: Reference }
  | { readonly number: number; readonly row: number; readonly problems: readonly Problem[] };

type Tags = ReadonlyMap<string, readonly string[]>;
/** Where something began, and its tags; null for text that is no record. */
type Block = { readonly row: number; readonly tags: Tags | null };

/** Under this name `extra` holds what stood between a record's end and the next one's beginning. */
const afterEnd = 'after the record';

const tagged = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/**
 * Reads RIS as reference managers really write it: a byte order mark, numbers between records, values over several
 * lines, a DOI written as an address, a year with its slashes. Every record is in the answer, read or refused. [EV-1]
 *
 * A record begins at `TY`; what follows its `ER` up to the next one is kept with it. One without a title is refused
 * (`title-missing`), and so is text before the first one (`outside-any-record`), unless it is only a number. Tags
 * without a field of ours go into `extra`. O(length of the text).
 *
 * Source: RIS format specification, Research Information Systems (2001), and exports of six vendors.
 */
export function readRis(text: string): readonly FoundReference[] {
  return blocksOf(text).map(({ row, tags }, at) => {
    const found = { number: at + 1, row };
    return tags === null
      ? { ...found, problems: [problem('outside-any-record', {}, { row })] }
      : { ...found, ...referenceFrom(tags, row) };
  });
}

type Open = {
  readonly row: number;
  readonly tags: Map<string, string[]>;
  last: string[];
  ended: boolean;
};

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Open | null = null;
  let stray = false;
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [, tag = '', value = ''] = tagged.exec(line.trimEnd()) ?? [];
    if (tag === 'TY') {
      const last = [value.trim()];
      open = { row: at + 1, tags: new Map([['TY', last]]), last, ended: false };
      blocks.push(open);
    } else if (open !== null) {
      taken(open, tag, value, line);
    } else if (!stray && !isOnlyNumber(line)) {
      // Said once: what stands before the first record is one thing that could not be read.
      blocks.push({ row: at + 1, tags: null });
      stray = true;
    }
  }
  return blocks;
}

/** Nothing, or the number that some exports put before each record. */
function isOnlyNumber(line: string): boolean {
  return /^\W*\d*\W*$/.test(line);
}

function taken(open: Open, tag: string, value: string, line: string): void {
  if (tag === 'ER') open.ended = true;
  else if (tag !== '') open.last = kept(open.tags, tag, value.trim());
  else if (open.ended && !isOnlyNumber(line)) kept(open.tags, afterEnd, line.trim());
  else if (!open.ended && line.trim() !== '') {
    // The line goes on with the value before it.
    open.last.push(`${open.last.pop() ?? ''} ${line.trim()}`.trim());
  }
}

/** Adds a value to a tag's, and answers with all of them. */
function kept(tags: Map<string, string[]>, tag: string, value: string): string[] {
  const values = tags.get(tag) ?? [];
  values.push(value);
  tags.set(tag, values);
  return values;
}

const types: Readonly<Record<string, ReferenceType>> = {
  ...{ JOUR: 'article', JFULL: 'article', MGZN: 'article', NEWS: 'article', EJOUR: 'article' },
  ...{ ABST: 'article', INPR: 'article', BOOK: 'book', EBOOK: 'book', EDBOOK: 'book' },
  ...{ CHAP: 'chapter', ECHAP: 'chapter', RPRT: 'report', GOVDOC: 'report', THES: 'thesis' },
  ...{ CONF: 'conference', CPAPER: 'conference', ELEC: 'web', BLOG: 'web', WEB: 'web' },
};

/** Which tags say what, the likelier first; a field takes the first that is there. */
const meaning = {
  title: ['TI', 'T1', 'CT', 'BT'],
  authors: ['AU', 'A1'],
  year: ['PY', 'Y1', 'DA'],
  container: ['T2', 'JF', 'JO', 'JA', 'J2', 'BT'],
  volume: ['VL'],
  issue: ['IS', 'CP'],
  start: ['SP'],
  end: ['EP'],
  publisher: ['PB'],
  doi: ['DO', 'DI'],
  url: ['UR', 'L2', 'LK', 'L1'],
  abstract: ['AB', 'N2'],
  keywords: ['KW'],
  language: ['LA'],
  issn: ['SN'],
} as const;

/** ASReview writes its label into a note, at times within a tag of its own. */
const label = /\bASReview_(relevant|irrelevant)\b/;

function referenceFrom(
  tags: Tags,
  row: number,
): { reference: Reference } | { problems: readonly Problem[] } {
  const all = (field: keyof typeof meaning): readonly string[] =>
    filled(meaning[field].map((tag) => tags.get(tag)).find((each) => filled(each).length > 0));
  const one = (field: keyof typeof meaning): string => all(field)[0] ?? '';
  const title = one('title');
  if (title === '') return { problems: [problem('title-missing', {}, { row })] };
  const doi = doiIn(one('doi')) || doiIn(linked(tags));
  const [start, end] = [one('start'), one('end')];
  const read = Reference.safeParse({
    ...blankReference,
    type: types[tags.get('TY')?.[0] ?? ''] ?? 'other',
    title,
    authors: all('authors'),
    year: yearIn(one('year')),
    container: one('container') === title ? '' : one('container'),
    ...{ volume: one('volume'), issue: one('issue'), publisher: one('publisher') },
    pages: end === '' || end === start ? start : `${start}–${end}`,
    doi,
    url: one('url'),
    abstract: all('abstract').join(' '),
    keywords: [...new Set(all('keywords'))],
    language: one('language'),
    issn: [...new Set(all('issn'))].join('; '),
    label: labelled(tags.get('N1') ?? []),
    extra: leftOver(tags),
  });
  return read.success
    ? { reference: read.data }
    : {
        problems: [
          problem(
            'record-too-large',
            { field: read.error.issues[0]?.path.join('.') ?? '' },
            { row },
          ),
        ],
      };
}

function filled(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).filter((each) => each !== '');
}

/** Links in which a DOI may hide; the text of other tags may name other people's DOIs. */
function linked(tags: Tags): string {
  return ['UR', 'L2', 'L3', 'LK'].flatMap((tag) => tags.get(tag) ?? []).join(' ');
}

function labelled(notes: readonly string[]): Reference['label'] {
  const said = notes.map((note) => label.exec(note)?.[1]).find((each) => each !== undefined);
  return said === 'relevant' ? 'included' : said === 'irrelevant' ? 'excluded' : null;
}

const ours = new Set<string>(Object.values(meaning).flat());

/** Tags that have no field; of a field's several tags, those that another was preferred to are kept here too. */
function leftOver(tags: Tags): Reference['extra'] {
  const unread = [...tags].filter(([tag, [value = '']]) =>
    tag === 'TY' ? value !== 'GEN' && !(value in types) : !ours.has(tag) || isSpare(tag, tags),
  );
  return Object.fromEntries(
    unread.flatMap(([tag, values]) => {
      const kept = filled(values);
      return kept.length > 0 ? [[tag, [...kept]]] : [];
    }),
  );
}

function isSpare(tag: string, tags: Tags): boolean {
  const fields = Object.values(meaning).filter((names) => names.some((name) => name === tag));
  return fields.every((names) => names.find((name) => filled(tags.get(name)).length > 0) !== tag);
}
