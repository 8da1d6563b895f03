import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { z } from 'zod';
import {
  blankReference,
  doiIn,
  Reference,
  type FoundReference,
  type ReferenceType,
} from '@freehold/core/evidence';
import { problem } from '@freehold/core/problem';

/**
 * Reads BibTeX, an entry at a time, so that one broken entry is refused alone (`record-unreadable`) and every entry
 * is in the answer. Comments, preambles and abbreviations are no entries; abbreviations reach every entry.
 */
export function readBibtex(text: string): readonly FoundReference[] {
  const parts = entriesOf(text.replace(/^\uFEFF/, ''));
  const abbreviations = parts.filter(({ kind }) => kind === 'string').map((part) => part.text);
  const records = parts.filter(({ kind }) => !['string', 'comment', 'preamble'].includes(kind));
  return records.map(({ text: entry, row }, at) => {
    const found = { number: at + 1, row };
    const [item] = parsedBy(`${abbreviations.join('\n')}\n${entry}`);
    const reference = item === undefined ? null : referenceFrom(item);
    if (reference !== null) return { ...found, reference };
    const code = item === undefined ? 'record-unreadable' : 'title-missing';
    return { ...found, problems: [problem(code, {}, { row })] };
  });
}

/** Writes references as BibTeX, each under its id. The format has no field for keywords, and none for `extra`. */
export function bibtexText(
  references: readonly { readonly id: string; readonly reference: Reference }[],
): string {
  return references.length === 0 ? '' : new Cite(references.map(itemFrom)).format('bibtex');
}

const Item = z.object({
  type: z.string().catch('article'),
  title: z.string().default(''),
  author: z
    .array(
      z.object({
        family: z.string().optional(),
        given: z.string().optional(),
        literal: z.string().optional(),
      }),
    )
    .default([]),
  issued: z.object({ 'date-parts': z.array(z.array(z.coerce.number())) }).optional(),
  'container-title': z.string().default(''),
  volume: z.coerce.string().default(''),
  issue: z.coerce.string().default(''),
  number: z.coerce.string().default(''),
  page: z.coerce.string().default(''),
  publisher: z.string().default(''),
  DOI: z.string().default(''),
  URL: z.string().default(''),
  abstract: z.string().default(''),
  keyword: z.string().default(''),
  language: z.string().default(''),
  ISSN: z.string().default(''),
  note: z.string().default(''),
});
type Item = z.infer<typeof Item>;

/** Nothing where the library cannot make sense of the text: it says so by throwing. */
function parsedBy(text: string): readonly Item[] {
  try {
    return z.array(Item).parse(new Cite(text).data);
  } catch {
    return [];
  }
}

const types: Readonly<Record<string, ReferenceType>> = {
  ...{ 'article-journal': 'article', 'article-magazine': 'article', article: 'article' },
  ...{ book: 'book', chapter: 'chapter', report: 'report', thesis: 'thesis' },
  ...{ 'paper-conference': 'conference', webpage: 'web' },
};

function referenceFrom(item: Item): Reference | null {
  const read = Reference.safeParse({
    ...blankReference,
    type: types[item.type] ?? 'other',
    title: item.title,
    authors: item.author
      .map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '))
      .filter((name) => name !== ''),
    year: item.issued?.['date-parts'][0]?.[0] ?? null,
    container: item['container-title'],
    volume: item.volume,
    issue: item.issue || item.number,
    pages: item.page.replace(/-+/, '–'),
    publisher: item.publisher,
    doi: doiIn(item.DOI) || doiIn(item.URL),
    url: item.URL,
    abstract: item.abstract,
    keywords: [...new Set(item.keyword.split(/[,;]/).map((each) => each.trim()))].filter(Boolean),
    ...{ language: item.language, issn: item.ISSN },
    extra: item.note === '' ? {} : { note: [item.note] },
  });
  return read.success ? read.data : null;
}

function itemFrom({ id, reference }: { readonly id: string; readonly reference: Reference }) {
  const type = Object.entries(types).find(([, kind]) => kind === reference.type)?.[0] ?? 'document';
  const { year, authors, pages } = reference;
  const said = {
    'container-title': reference.container,
    ...{ volume: reference.volume, issue: reference.issue, page: pages.replace('–', '-') },
    ...{ publisher: reference.publisher, DOI: reference.doi, URL: reference.url },
    ...{ abstract: reference.abstract, language: reference.language, ISSN: reference.issn },
  };
  return {
    ...{ id, type, title: reference.title, 'citation-key': id },
    author: authors.map((name) => {
      const [family = name, given] = name.split(/,\s*/);
      return given === undefined ? { family } : { family, given };
    }),
    ...(year === null ? {} : { issued: { 'date-parts': [[year]] } }),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
  };
}

type Part = { readonly kind: string; readonly text: string; readonly row: number };

/** The pieces that begin with "@kind{" at a line's beginning, each up to the next. */
function entriesOf(text: string): readonly Part[] {
  const starts = [...text.matchAll(/^[ \t]*@([A-Za-z]+)[ \t]*[{(]/gm)];
  let row = 1;
  let from = 0;
  return starts.map((start, at) => {
    row += lines(text.slice(from, start.index));
    from = start.index;
    const end = starts[at + 1]?.index ?? text.length;
    return { kind: (start[1] ?? '').toLowerCase(), text: text.slice(start.index, end), row };
  });
}

function lines(text: string): number {
  return (text.match(/\r\n|\r|\n/g) ?? []).length;
}
