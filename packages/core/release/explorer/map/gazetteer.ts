import { placeKey } from '../../../place.ts';

/** The number of the place that a value says; null where it says none. */
export type Gazetteer = (value: string) => number | null;

/** A name as it is written, but for capitals, accents and spaces. No two places of a file have the same. */
export function nameKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}

/**
 * Finds a place by its name as it is written; else by what is telling in it ("Kent Police" is Kent), where that is so of one
 * place alone.
 */
export function gazetteerOf(names: readonly string[]): Gazetteer {
  const asWritten = new Map(names.map((name, at) => [nameKey(name), at]));
  const telling = new Map<string, number | null>();
  for (const [at, name] of names.entries()) {
    const key = placeKey(name);
    telling.set(key, telling.has(key) ? null : at);
  }
  return (value) => asWritten.get(nameKey(value)) ?? telling.get(placeKey(value)) ?? null;
}
