import { placeKey, type PlaceType } from '@freehold/core/place';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';

/** Finds places as a file names them. */
export type PlaceFinder = {
  /** The place's id. Problems: `place-unknown`, `place-ambiguous`. */
  readonly find: (named: string, row: number) => string | Problem;
  /** Names that were looked for and are no place's, each once, the first fifty. */
  readonly unknown: () => readonly string[];
};

/** How a file names places, and in which column. */
export type Naming = {
  readonly by: 'code' | 'name';
  readonly column: string;
  readonly type?: PlaceType | undefined;
  /** Shared places are left aside: what is written about a place goes to a place of one's own. */
  readonly ownOnly?: boolean;
};

type Known = { readonly id: string; readonly own: boolean; readonly others: boolean };

const mostUnknown = 50;

/**
 * Reads the partnership's places, and the shared ones, once. By code, or by name: as it is written, or else by
 * what two spellings share. A place of the partnership's own stands before a shared one.
 */
export async function placeFinder(
  tx: Work,
  { by, column, type, ownOnly = false }: Naming,
): Promise<PlaceFinder> {
  const rows = await tx
    .selectFrom('place')
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
    .$if(ownOnly, (query) => query.where('partnership_id', 'is not', null))
    .select(['id', 'code', 'name', 'name_key as key', 'partnership_id as owner'])
    .execute();
  const exact = new Map<string, Known>();
  const alike = new Map<string, Known>();
  for (const { id, code, name, key, owner } of rows) {
    const place = { id, own: owner !== null, others: false };
    if (by === 'code' && code !== null) note(exact, code, place);
    if (by === 'name') note(exact, name.toLowerCase(), place);
    if (by === 'name') note(alike, key, place);
  }
  const lookedUp = (named: string) =>
    by === 'code'
      ? exact.get(named)
      : (exact.get(named.toLowerCase()) ?? alike.get(placeKey(named)));
  const unknown = new Set<string>();
  const seen = new Map<string, Known | undefined>();
  return {
    find: (named, row) => {
      const found = seen.has(named) ? seen.get(named) : lookedUp(named);
      if (seen.size < mostSeen) seen.set(named, found);
      if (found !== undefined && !found.others) return found.id;
      if (found === undefined && unknown.size < mostUnknown) unknown.add(named);
      const code = found === undefined ? 'place-unknown' : 'place-ambiguous';
      return problem(
        code,
        { text: named.slice(0, 200).toWellFormed(), type: type ?? null },
        { row, column },
      );
    },
    unknown: () => [...unknown],
  };
}

const mostSeen = 200_000;

function note(places: Map<string, Known>, key: string, place: Known): void {
  const there = places.get(key);
  if (there === undefined || (place.own && !there.own)) places.set(key, place);
  else if (there.own === place.own) places.set(key, { ...there, others: true });
}
