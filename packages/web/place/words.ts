import type { PlaceType } from '@freehold/core/place';
import { count, list, number, sayProblems } from '../words.ts';
import type { Position } from './calls.ts';

/** A type of place: one, and many. */
export const placeTypes: Readonly<Record<PlaceType, readonly [one: string, many: string]>> = {
  ward: ['ward', 'wards'],
  district: ['district', 'districts'],
  county: ['county', 'counties'],
  'police-force-area': ['police force area', 'police force areas'],
  'community-safety-partnership': [
    'community safety partnership area',
    'community safety partnership areas',
  ],
  region: ['region', 'regions'],
  nation: ['nation', 'nations'],
  custom: ['area of your own', 'areas of your own'],
};

/** "a district in Lincolnshire and East Midlands"; areas of its own name, such as its partnership area, go unsaid. */
export function whatPlaceIs({ name: own, type, parents }: Said): string {
  const [one] = placeTypes[type];
  const article = /^[aeiou]/.test(one) ? 'an' : 'a';
  const named = parents.filter(({ name }) => name !== own).map(({ name }) => name);
  const names = [...new Set(named)].slice(0, 3);
  return names.length === 0 ? `${article} ${one}` : `${article} ${one} in ${list(names)}`;
}

type Said = {
  readonly name: string;
  readonly type: PlaceType;
  readonly parents: readonly { readonly name: string }[];
};

/** The parent that a place is best shown in: a county or a force area before a region, never one that is the place again. */
export function usualParent<P extends { readonly name: string; readonly type: PlaceType }>(
  name: string,
  parents: readonly P[],
): P | null {
  const others = parents.filter((each) => each.name !== name);
  return usualParents.flatMap((type) => others.filter((each) => each.type === type))[0] ?? null;
}

const usualParents: readonly PlaceType[] = [
  'county',
  'police-force-area',
  'district',
  'community-safety-partnership',
  'region',
  'custom',
  'nation',
];

/** "ward" → "Ward" at the head of a list or a line. */
export function heading(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function placesTitle(total: number, find: string, type: PlaceType | null): string {
  const what = type === null ? count(total, 'place', 'places') : count(total, ...placeTypes[type]);
  if (find !== '') return total === 0 ? `No place is called “${find}”` : `${what} match “${find}”`;
  return total === 0 ? 'No places yet' : what;
}

/** What a comparison finds, as a sentence; fifths and quarters, never a rank. */
export function positionTitle({
  place: { name: place },
  measure,
  own,
  group,
  quintile,
}: Pick<Position, 'place' | 'measure' | 'own' | 'group' | 'quintile'>): string {
  const value = own === null || own.suppressed ? null : own.value;
  if (value === null) return `${place} has no value to show for “${measure.title}”`;
  const shown = valueWords(value, measure);
  if (group === null) return `${place}: ${shown}`;
  return `${place}, at ${shown}, is ${standing(value, group, quintile)} ${group.label}`;
}

function standing(
  value: number,
  { q1, q3 }: { readonly q1: number; readonly q3: number },
  quintile: number | null,
): string {
  if (quintile === 1) return 'among the lowest fifth of';
  if (quintile === 5) return 'among the highest fifth of';
  if (value < q1) return 'in the lower quarter of';
  return value > q3 ? 'in the upper quarter of' : 'in the middle half of';
}

/** A value inside a sentence; scores and shares need no unit there. */
function valueWords(
  value: number,
  { decimals, unit, valueKind }: Pick<Position['measure'], 'decimals' | 'unit' | 'valueKind'>,
): string {
  const bare = unit === '' || valueKind === 'score' || valueKind === 'proportion';
  return bare ? number(value, decimals) : `${number(value, decimals)} ${unit}`;
}

/** Where the middle half of a group lies. */
export function groupFinding(
  { decimals }: Pick<Position['measure'], 'decimals'>,
  { q1, q3, label }: { readonly q1: number; readonly q3: number; readonly label: string },
): string {
  return `Half of ${label} lie between ${number(q1, decimals)} and ${number(q3, decimals)}`;
}

/** The title of a map that shades a measure over a group. */
export function mapFinding(measure: string, group: string): string {
  return `Where “${measure}” is higher and lower: ${group}`;
}

/** Why a comparison shows no group. */
export const noGroupWords: Readonly<Record<NonNullable<Position['reason']>, string>> = {
  'group-too-small':
    'Fewer than four places of this group have a value, so that single places would stand out. Choose a wider group.',
  'no-value': 'This place has no value for this measure. Choose another measure, or import data.',
  'no-observations': 'Nothing has been imported for this measure yet.',
  suppressed: 'The value of this place is hidden because so few people are counted.',
};

sayProblems({
  'parent-needed': () => 'Choose the area whose places you compare.',
  'places-needed': () => 'Choose places to compare with.',
  'place-exists': () => 'There is a place with this type and code already. Search for it instead.',
  'code-without-year': () => 'Say which year’s code list the code is from.',
  'circle-of-places': () => 'A place cannot lie within itself.',
  'unknown-place': () => 'One of the places chosen is not there any more. Choose again.',
});
