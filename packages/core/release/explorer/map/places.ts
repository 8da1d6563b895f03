import { z } from 'zod';
import { parsed, problem, refused, type Outcome, type Problem } from '../../../problem.ts';
import type { ReleasedColumn } from '../columns.ts';
import { gazetteerOf, nameKey } from './gazetteer.ts';

/** The most that a file of places of a release holds: some 250 kB of it. */
export const mostPlaces = 5000;
export const mostPositions = 15_000;
export const longestName = 200;

/** Control characters and halves of characters: no name holds them. */
export const unwritable = /[\p{Cc}\p{Cs}]/u;

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Name = z
  .string()
  .min(1)
  .max(longestName)
  .refine((text) => text.trim() === text && !unwritable.test(text));

/** A place: its name, where its mark stands, and its outline in rings, of which a ring within another is a hole. */
export const Place = z.strictObject({
  name: Name,
  at: Position,
  rings: z.array(z.array(Position).min(4)),
});
export type Place = z.infer<typeof Place>;

/** Public geography that goes with a release: nothing of any record, and nothing but names and lines. */
export const Places = z.strictObject({
  format: z.literal('freehold-places/1'),
  /** Where it is from, and by which licence. */
  source: z.string().trim().min(1).max(500),
  places: z.array(Place).min(1).max(mostPlaces),
});
export type Places = z.infer<typeof Places>;

const file = 'places.json';
const mostTold = 100;

/**
 * Reads the places of a release, and refuses what does not hold together: rings that are not closed, two places of one
 * name, more positions than a page has room for, and places that are nowhere in the release. An area that no value names
 * may stay, as the ground of the map; a point may not, for whoever saw it would ask what is there. [RL-32]
 */
export function placesIn(
  text: string,
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): Outcome<Places> {
  const read = documentIn(text);
  if (!read.ok) return read;
  const { places } = read.value;
  const faults = [...faultsIn(places), ...strangersIn(places, columns)].slice(0, mostTold);
  return faults.length > 0 ? refused(...faults) : read;
}

/** Those of the places that may go with a release whose columns have these values. [RL-32] */
export function released(
  places: readonly Place[],
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): readonly Place[] {
  const named = namedIn(places, columns);
  return places.filter(({ rings }, at) => rings.length > 0 || named.has(at));
}

function documentIn(text: string): Outcome<Places> {
  try {
    return parsed(Places, JSON.parse(text), { file });
  } catch {
    return refused(problem('not-json', {}, { file }));
  }
}

function faultsIn(places: readonly Place[]): readonly Problem[] {
  const first = new Map<string, number>();
  const positions = places.reduce((sum, { rings }) => sum + rings.flat().length, 0);
  const many = positions > mostPositions;
  return [
    ...(many ? [problem('places-too-fine', { positions, most: mostPositions }, { file })] : []),
    ...places.flatMap(({ name, rings }, at) => {
      const row = at + 1;
      const firstRow = first.get(nameKey(name));
      first.set(nameKey(name), firstRow ?? row);
      return [
        ...(firstRow === undefined
          ? []
          : [problem('place-repeated', { code: name, firstRow }, { file, row })]),
        ...(rings.every(isClosed) ? [] : [problem('ring-not-closed', {}, { file, row })]),
      ];
    }),
  ];
}

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function strangersIn(
  places: readonly Place[],
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): readonly Problem[] {
  const named = namedIn(places, columns);
  if (named.size === 0) return [problem('places-foreign', { places: places.length }, { file })];
  return places.flatMap(({ name, rings }, at) =>
    rings.length > 0 || named.has(at)
      ? []
      : [problem('place-not-released', { name }, { file, row: at + 1 })],
  );
}

function namedIn(
  places: readonly Place[],
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): ReadonlySet<number> {
  const find = gazetteerOf(places.map(({ name }) => name));
  return new Set(columns.flatMap(({ values }) => values.map(find)).filter((at) => at !== null));
}
