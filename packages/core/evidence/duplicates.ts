import type { Reference } from './reference.ts';

export type Named = Pick<Reference, 'title' | 'year' | 'doi' | 'authors'> & { readonly id: string };

/** Why two references are held to be one publication; `certain` may be merged unasked, the rest a person decides. */
export type Duplicate = {
  readonly id: string;
  /** The one that stands: the earlier in the list. */
  readonly of: string;
  readonly certain: boolean;
  readonly because: 'same-doi' | 'same-title-and-year' | 'same-title' | 'like-title';
  /** How like the titles are: 0 to 1. */
  readonly likeness: number;
};

/** Titles this like, or more, are put before a person. */
const leastLikeness = 0.85;
/** Below this, one of two equal DOIs is likely a slip, or a book's beside its chapter's. */
const leastUnderOneDoi = 0.4;

/**
 * Finds references that are the same publication as an earlier one, at most one finding each. [EV-3]
 *
 * The same DOI is certain. So is the same title in the same year, compared without case, accents, marks and leading
 * articles, unless the two have different DOIs or, for a title of fewer than four words, different first authors. The same title in
 * another or an unknown year, or beside another DOI, the same DOI over titles that have little in common, and a title
 * that shares 85 % of its pairs of letters within a year of the other, unless each has a word the other has not, are
 * suggested; so is a title that goes on with a subtitle, by the same author in the same year. What a certain duplicate adds,
 * such as a DOI, finds further ones, and every finding points to the one that stands. About O(n) for titles that
 * differ.
 */
export function duplicates(references: readonly Named[]): readonly Duplicate[] {
  const known = new Known();
  return references.flatMap((reference) => {
    const found = known.find(reference);
    known.add(reference, found?.certain === true ? found.of : reference.id);
    return found === null ? [] : [found];
  });
}

type Kept = { readonly id: string; readonly reference: Named; readonly plain: string };

class Known {
  readonly #byDoi = new Map<string, Kept>();
  readonly #byTitle = new Map<string, Kept[]>();
  readonly #byWord = new Map<string, Kept[]>();

  /** Keeps a reference under the id of the one that stands for it. */
  add(reference: Named, id: string): void {
    const plain = plainTitle(reference.title);
    const kept = { id, reference, plain };
    if (reference.doi !== '' && !this.#byDoi.has(reference.doi))
      this.#byDoi.set(reference.doi, kept);
    put(this.#byTitle, plain, kept);
    for (const word of rareWords(plain)) put(this.#byWord, word, kept);
  }

  find(reference: Named): Duplicate | null {
    const plain = plainTitle(reference.title);
    return (
      this.#sameDoi(reference, plain) ??
      this.#sameTitle(reference, plain) ??
      this.#like(reference, plain)
    );
  }

  #sameDoi(reference: Named, plain: string): Duplicate | null {
    const same = reference.doi === '' ? undefined : this.#byDoi.get(reference.doi);
    if (same === undefined) return null;
    const likeness = likenessOf(plain, same.plain);
    const certain = likeness >= leastUnderOneDoi;
    return { id: reference.id, of: same.id, certain, because: 'same-doi', likeness };
  }

  #sameTitle(reference: Named, plain: string): Duplicate | null {
    const titled = this.#byTitle.get(plain) ?? [];
    const certain = titled.find((each) => isSame(reference, each.reference, plain));
    const chosen = certain ?? titled[0];
    if (plain === '' || chosen === undefined) return null;
    const sameYear = reference.year !== null && reference.year === chosen.reference.year;
    return {
      ...{ id: reference.id, of: chosen.id, certain: certain !== undefined, likeness: 1 },
      because: sameYear ? 'same-title-and-year' : 'same-title',
    };
  }

  #like(reference: Named, plain: string): Duplicate | null {
    const candidates = new Set(rareWords(plain).flatMap((word) => this.#byWord.get(word) ?? []));
    const best = [...candidates]
      .filter((each) => yearsApart(reference, each.reference) <= 1)
      .map((each) => ({ each, likeness: likenessOf(plain, each.plain) }))
      .filter(({ each, likeness }) =>
        likeness >= leastLikeness
          ? !saysAnother(plain, each.plain)
          : goesOn(reference, each.reference, plain, each.plain),
      )
      .toSorted((a, b) => b.likeness - a.likeness)[0];
    if (best === undefined) return null;
    return {
      ...{ id: reference.id, of: best.each.id, certain: false },
      ...{ because: 'like-title', likeness: best.likeness },
    };
  }
}

function isSame(one: Named, other: Named, plain: string): boolean {
  const doisDiffer = one.doi !== '' && other.doi !== '' && one.doi !== other.doi;
  const short = plain.split(' ').length < 4;
  return (
    one.year !== null &&
    one.year === other.year &&
    !doisDiffer &&
    (!short || (firstAuthor(one) !== '' && firstAuthor(one) === firstAuthor(other)))
  );
}

/** Each title has a word that the other has nothing like: "on farms" and "on ships", "2000" and "2010". */
function saysAnother(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  const alone = (words: readonly string[], among: readonly string[]) =>
    words.some((word) => !among.some((each) => areAlike(word, each)));
  return alone(a, b) && alone(b, a);
}

function areAlike(one: string, other: string): boolean {
  return one === other || (!/\d/.test(one + other) && likenessOf(one, other) >= 0.6);
}

/** One title is the other with a subtitle, by the same first author in the same year. */
function goesOn(one: Named, other: Named, onePlain: string, otherPlain: string): boolean {
  const [short = '', long = ''] = [onePlain, otherPlain].toSorted((a, b) => a.length - b.length);
  return (
    long.startsWith(`${short} `) &&
    short.split(' ').length >= 4 &&
    yearsApart(one, other) === 0 &&
    firstAuthor(one) !== '' &&
    firstAuthor(one) === firstAuthor(other)
  );
}

/** Unknown years are held to be near: a missing year hides no duplicate. */
function yearsApart(one: Named, other: Named): number {
  return one.year === null || other.year === null ? 0 : Math.abs(one.year - other.year);
}

/** A first author's family name as far as every export writes it alike: "Liu R." and "Liu, Roy" are both "liu". */
function firstAuthor({ authors }: Named): string {
  return plainTitle((authors[0] ?? '').split(',')[0] ?? '').split(' ')[0] ?? '';
}

/** A title without case, accents, marks, HTML tags and a leading article. */
export function plainTitle(title: string): string {
  return title
    .replace(/<[^>]*>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '');
}

/** The longest words of a title: two titles that are alike share at least one of them. */
function rareWords(plain: string): readonly string[] {
  return [...new Set(plain.split(' '))]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, 4);
}

/** Dice's coefficient over neighbouring pairs of letters within words: 1 for equal titles, 0 with nothing in common. */
function likenessOf(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [pairs(one), pairs(other)];
  const total = sizeOf(a) + sizeOf(b);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, often] of a) shared += Math.min(often, b.get(pair) ?? 0);
  return (2 * shared) / total;
}

function pairs(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of text.split(' ')) {
    for (let at = 0; at + 1 < word.length; at += 1) {
      const pair = word.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
  }
  return found;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}

function put<T>(index: Map<string, T[]>, key: string, value: T): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [value]);
  else there.push(value);
}
