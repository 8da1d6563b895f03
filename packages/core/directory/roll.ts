import type { Suggestion } from './clean-up.ts';
import type { Known } from './known.ts';
import { Matcher, type Learnt } from './match.ts';
import { organisationKey } from './name.ts';
import { sectorOf } from './sector.ts';

/** The organisations that are known while a file is read: each new name is known to the rows after it. */
export class Roll {
  readonly #known: Known[];
  readonly #keys: Set<string>;
  readonly #matcher: Matcher;

  constructor(known: readonly Known[], learnt: readonly Learnt[] = []) {
    this.#known = [...known];
    this.#matcher = new Matcher(known, learnt);
    this.#keys = new Set(known.map(({ key }) => key));
  }

  get known(): readonly Known[] {
    return this.#known;
  }

  suggestions(text: string, areas: readonly string[]): readonly Suggestion[] {
    return this.#matcher.suggestions(text, areas);
  }

  /** Adds a name that is like none; answers with its key, which no other organisation has. */
  add(name: string): string {
    const stem = organisationKey(name).replaceAll(' ', '-').slice(0, 80);
    let key = stem;
    for (let more = 2; this.#keys.has(key); more += 1) key = `${stem}-${more}`;
    this.#keys.add(key);
    const added = { key, name, sector: sectorOf(name), otherNames: [], area: null };
    this.#known.push(added);
    this.#matcher.add(added);
    return key;
  }
}
