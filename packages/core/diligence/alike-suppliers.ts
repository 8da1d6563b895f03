import { likeness, tellingWords, type Word } from '../directory/index.ts';
import { numberKey, supplierKey } from './supplier.ts';

/** A supplier as far as telling it from another goes. */
export type Named = {
  readonly id: string;
  readonly name: string;
  readonly companyNumber: string;
  readonly country: string;
};

export type AlikeReason = 'same-number' | 'same-name' | 'like-name';

/** Two suppliers that may be one. `score` is 0 to 1. */
export type Alike = {
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly reason: AlikeReason;
};

/** Names less alike than this are not worth a person's time. [DD-4] */
const leastAlike = 0.85;
/** A word that more suppliers than this bear leads nowhere. */
const mostBearers = 60;

/**
 * Suppliers that may be one of those before them in the list, each pair once: `known` come first, and no pair of
 * two known ones is made. Only names that share a word which few bear are compared, so that ten thousand take a
 * moment. Suppliers with two different company numbers are never suggested for their names. [DD-4]
 */
export function alikeSuppliers(known: readonly Named[], fresh: readonly Named[]): readonly Alike[] {
  const entries = [...known, ...fresh].map((each, at) => entry(each, at));
  const words = countedWords(entries);
  const seen = new Index();
  const found: Alike[] = [];
  for (const each of entries) {
    const rare = each.words.filter(({ word }) => (words.get(word) ?? 0) <= mostBearers);
    if (each.at >= known.length) found.push(...seen.alike(each, rare));
    seen.add(each, rare);
  }
  return found;
}

type Entry = Named & {
  readonly at: number;
  readonly key: string;
  readonly number: string;
  readonly words: readonly Word[];
};

function entry(named: Named, at: number): Entry {
  const key = supplierKey(named.name);
  const number = numberKey(named.companyNumber);
  return { ...named, at, key, number, words: tellingWords(key) };
}

function countedWords(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of entries)
    for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

class Index {
  readonly #byNumber = new Map<string, Entry[]>();
  readonly #byKey = new Map<string, Entry[]>();
  readonly #byWord = new Map<string, Entry[]>();

  add(each: Entry, rare: readonly Word[]): void {
    if (each.number !== '') push(this.#byNumber, each.number, each);
    push(this.#byKey, each.key, each);
    for (const { word } of rare) push(this.#byWord, word, each);
  }

  alike(each: Entry, rare: readonly Word[]): readonly Alike[] {
    const found = new Map<string, Alike>();
    const note = (other: Entry, score: number, reason: AlikeReason) => {
      if (found.has(other.id)) return;
      found.set(other.id, { one: each.id, other: other.id, score, reason });
    };
    if (each.number !== '')
      for (const other of this.#byNumber.get(each.number) ?? []) note(other, 1, 'same-number');
    for (const other of this.#byKey.get(each.key) ?? [])
      if (mayBeOne(each, other)) note(other, 1, 'same-name');
    const near = new Set(rare.flatMap(({ word }) => this.#byWord.get(word) ?? []));
    for (const other of near) {
      if (found.has(other.id) || !mayBeOne(each, other)) continue;
      const score = likeness(each.words, other.words);
      if (score >= leastAlike) note(other, score, 'like-name');
    }
    return [...found.values()];
  }
}

function mayBeOne(one: Entry, other: Entry): boolean {
  const numbers = one.number === '' || other.number === '' || one.number === other.number;
  const countries = one.country === '' || other.country === '' || one.country === other.country;
  return numbers && countries;
}

function push(map: Map<string, Entry[]>, key: string, each: Entry): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [each]);
  else there.push(each);
}
