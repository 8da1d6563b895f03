import type { MatchReason, Suggestion } from './clean-up.ts';
import type { Known } from './known.ts';
import { sectorOf } from './sector.ts';
import {
  edits,
  initialsOf,
  isWithin,
  likeness,
  organisationKey,
  tellingWords,
  type Word,
} from './name.ts';

/** A spelling that a person has judged: it is this organisation, or it is not. */
export type Learnt = {
  readonly key: string;
  readonly organisation: string;
  readonly refused: boolean;
};

type Name = { readonly key: string; readonly words: readonly Word[]; readonly alias: boolean };
type Entry = { readonly known: Known; readonly names: readonly Name[]; readonly initials: string };

/** A suggestion under this is not made. */
export const leastScore = 0.6;
const mostSuggestions = 3;

/**
 * Finds the organisations that a name as written may mean. What has been learnt from people comes first, and what
 * they have refused does not come again. [DR-10] [DR-11]
 */
export class Matcher {
  readonly #entries: Entry[] = [];
  readonly #byKey = new Map<string, { readonly entry: Entry; readonly reason: MatchReason }>();
  readonly #refused = new Set<string>();

  constructor(known: readonly Known[], learnt: readonly Learnt[] = []) {
    for (const each of known) this.add(each);
    const byKnown = new Map(this.#entries.map((entry) => [entry.known.key, entry]));
    for (const { key, organisation, refused } of learnt) {
      const entry = byKnown.get(organisation);
      if (refused) this.#refused.add(`${key} ${organisation}`);
      else if (entry) this.#byKey.set(key, { entry, reason: 'accepted-before' });
    }
  }

  /** Adds an organisation; of two with one name the first is found by it. */
  add(known: Known): void {
    const entry = entryOf(known);
    this.#entries.push(entry);
    for (const { key, alias } of entry.names)
      if (!this.#byKey.has(key))
        this.#byKey.set(key, { entry, reason: alias ? 'known-as' : 'same-name' });
  }

  /**
   * At most three suggestions of 0.6 or more, the best first; none for a name that is like nothing known. `areas`
   * are the codes of the areas that the partnership works in: "Police" there is the force of the one area.
   */
  suggestions(text: string, areas: readonly string[] = []): readonly Suggestion[] {
    const key = organisationKey(text);
    const sure = this.#sure(text, key);
    const found = sure === null ? this.#perhaps(text, key, areas) : [sure];
    return found
      .filter(({ organisation }) => !this.#refused.has(`${key} ${organisation}`))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, mostSuggestions);
  }

  /** Where the letters agree: with a name, or with both a name and its short form in brackets. */
  #sure(text: string, key: string): Suggestion | null {
    const whole = this.#byKey.get(key);
    if (whole) return suggestion(whole.entry, 1, whole.reason);
    const bracketed = /^([^()]+)\(([^()]+)\)$/u.exec(text.trim());
    if (bracketed === null) return null;
    const outside = this.#byKey.get(organisationKey(bracketed[1] ?? ''));
    const inside = this.#byKey.get(organisationKey(bracketed[2] ?? ''));
    const isShort = initialsOf(bracketed[1] ?? '') === organisationKey(bracketed[2] ?? '');
    if (outside && (isShort || inside?.entry === outside.entry))
      return suggestion(outside.entry, 1, 'name-and-short-form');
    return null;
  }

  #perhaps(text: string, key: string, areas: readonly string[]): readonly Suggestion[] {
    const asked = { key, words: tellingWords(text), sector: sectorOf(text) };
    const found = this.#entries.flatMap((entry) => perhaps(entry, asked) ?? []);
    const force = key === 'police' || key === 'local police' ? this.#forceOf(areas) : null;
    return force === null ? found : [force, ...found];
  }

  #forceOf(areas: readonly string[]): Suggestion | null {
    const [only, ...others] = areas;
    if (only === undefined || others.length > 0) return null;
    const entry = this.#entries.find(({ known }) => known.area === only);
    return entry === undefined ? null : suggestion(entry, 0.9, 'force-of-the-area');
  }
}

/** Whether the letters agree, so that no person needs to be asked. [DR-10] */
export function isSure({ score }: Suggestion): boolean {
  return score === 1;
}

function entryOf(known: Known): Entry {
  const names = [known.name, ...known.otherNames].map((name, at) => ({
    key: organisationKey(name),
    words: tellingWords(name),
    alias: at > 0,
  }));
  return { known, names, initials: initialsOf(known.name) };
}

function suggestion({ known }: Entry, score: number, reason: MatchReason): Suggestion {
  return {
    organisation: known.key,
    name: known.name,
    score: Math.round(score * 100) / 100,
    reason,
  };
}

type Asked = { readonly key: string; readonly words: readonly Word[]; readonly sector: string };

/** The best ground on which a name may mean an organisation; null where there is none. */
function perhaps(entry: Entry, asked: Asked): Suggestion | null {
  const grounds = entry.names.flatMap((name) => groundsOf(name, entry, asked));
  if (isInitials(asked.key, entry)) grounds.push([0.75, 'initials']);
  const [best] = grounds.toSorted(([a], [b]) => b - a);
  if (best === undefined || best[0] < leastScore) return null;
  return suggestion(entry, ...best);
}

type Ground = readonly [number, MatchReason];

function groundsOf(name: Name, { known }: Entry, { key, words, sector }: Asked): Ground[] {
  const grounds: Ground[] = [];
  if (isMisspelt(name.key, key)) grounds.push([0.95, 'spelling']);
  const alike = likeness(name.words, words) * (otherKind(sector, known.sector) ? 0.6 : 1);
  if (alike >= leastScore) grounds.push([Math.min(0.94, alike), 'words-in-common']);
  // A name inside a longer one is one of its parts, or two that have run together.
  if (stands(name, key) || (name.key.length >= 3 && isWithin(name.words, words)))
    grounds.push([0.7, 'part-of']);
  return grounds;
}

/** Whether a name of two words or more stands word for word in a longer one. */
function stands(name: Name, key: string): boolean {
  return name.key.includes(' ') && ` ${key} `.includes(` ${name.key} `);
}

/** A letter wrong, or one in ten of a long name. */
function isMisspelt(one: string, other: string): boolean {
  const letters = Math.max(one.length, other.length);
  const allowed = Math.max(1, Math.floor(letters / 10));
  if (letters < 8 || Math.abs(one.length - other.length) > allowed) return false;
  return one[0] === other[0] && edits(one, other) <= allowed;
}

/** A council and a police force of one county share its name and are two bodies. */
function otherKind(one: string, other: string): boolean {
  return one !== 'other' && other !== 'other' && one !== other;
}

/** "WSCC": letters alone, at least three, that begin the words of a name. */
function isInitials(key: string, { initials }: Entry): boolean {
  return /^\p{L}{3,6}$/u.test(key) && key === initials;
}
