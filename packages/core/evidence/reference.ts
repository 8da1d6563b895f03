import { z } from 'zod';

export const ReferenceType = z.enum([
  'article',
  'book',
  'chapter',
  'report',
  'thesis',
  'conference',
  'web',
  'other',
]);
export type ReferenceType = z.infer<typeof ReferenceType>;

const text = (most: number) => z.string().trim().max(most);

/**
 * What a reference manager knows of one publication. A text that was not given is '', a year not given is null.
 *
 * `authors` are written "Family, Given". `doi` is bare and in lower case, so that equal ones compare equal.
 * `label` is what a file said of an earlier screening. `extra` holds what has no field of its own, by the name the
 * file gave it, so that nothing of a record is dropped.
 */
export const Reference = z.strictObject({
  type: ReferenceType,
  title: text(2000).min(1),
  authors: z.array(text(500).min(1)).max(5000),
  year: z.int().min(1000).max(2999).nullable(),
  container: text(1000),
  volume: text(100),
  issue: text(100),
  pages: text(100),
  publisher: text(500),
  doi: text(500),
  url: text(4000),
  abstract: text(50_000),
  keywords: z.array(text(500).min(1)).max(2000),
  language: text(100),
  issn: text(200),
  label: z.enum(['included', 'excluded']).nullable(),
  extra: z.record(z.string().max(200), z.array(z.string().max(50_000)).max(2000)),
});
export type Reference = z.infer<typeof Reference>;

export const blankReference: Omit<Reference, 'title'> = {
  type: 'other',
  authors: [],
  year: null,
  container: '',
  volume: '',
  issue: '',
  pages: '',
  publisher: '',
  doi: '',
  url: '',
  abstract: '',
  keywords: [],
  language: '',
  issn: '',
  label: null,
  extra: {},
};

/**
 * A DOI out of whatever it was written in: bare, with "doi:", or as an address, also percent-encoded within one.
 * Lower case; '' where there is none. [EV-2]
 *
 * @example doiIn('https://doi.org/10.1000/ABC.') // => '10.1000/abc'
 */
export function doiIn(written: string): string {
  const found = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(unescaped(written))?.[0] ?? '';
  return found
    .replace(/&(?:atitle|stitle|title|volume|issue)=.*$/, '')
    .replace(/[.,;:)\]}]+$/, '')
    .toLowerCase();
}

/** The first year of four digits that a text names, from 1000 to 2999; null where it names none. */
export function yearIn(written: string): number | null {
  const found = /(?<!\d)[12]\d{3}(?!\d)/.exec(written)?.[0];
  return found === undefined ? null : Number(found);
}

function unescaped(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
