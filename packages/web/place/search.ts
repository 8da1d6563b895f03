import type { Group } from './calls.ts';

/** What is looked for among the places; empty is everything. */
export type PlacesSearch = { readonly find?: string; readonly type?: string };

/** What is compared: a measure, a place (the home place unless named), and the places beside it. */
export type CompareSearch = {
  readonly measure?: string;
  readonly place?: string;
  readonly group?: 'same-parent' | 'chosen';
  readonly parent?: string;
  readonly places?: string;
};

export function placesSearch(search: Readonly<Record<string, unknown>>): PlacesSearch {
  const [find, type] = [words(search.find), words(search.type)];
  return { ...(find !== null && { find }), ...(type !== null && { type }) };
}

/** Keeps what it knows and drops the rest, empty values too. */
export function compareSearch(search: Readonly<Record<string, unknown>>): CompareSearch {
  const { group } = search;
  const [measure, place, parent] = [
    words(search.measure),
    words(search.place),
    words(search.parent),
  ];
  const places = words(search.places);
  return {
    ...(measure !== null && { measure }),
    ...(place !== null && { place }),
    ...((group === 'same-parent' || group === 'chosen') && { group }),
    ...(parent !== null && { parent }),
    ...(places !== null && { places }),
  };
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** As many places as one can choose to compare with. */
export const mostChosen = 12;

/** The group that an address names; a parent that the place does not lie in gives all of its type. */
export function groupOf(
  { group, parent, places = '' }: CompareSearch,
  parents: readonly { readonly id: string }[],
): Group {
  if (group === 'chosen') {
    const chosen = places.split(',').filter((id) => id !== '');
    return { kind: 'chosen', places: chosen.slice(0, mostChosen) };
  }
  const known = parents.find(({ id }) => id === parent);
  return group === 'same-parent' && known !== undefined
    ? { kind: 'same-parent', parent: known.id }
    : { kind: 'same-type' };
}
