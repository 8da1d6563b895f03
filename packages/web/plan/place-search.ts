/** Whose plan a page is about: the home place where it is missing. */
export type PlaceSearch = { readonly place?: string };

export function placeSearch(search: Readonly<Record<string, unknown>>): PlaceSearch {
  return typeof search.place === 'string' && search.place !== '' ? { place: search.place } : {};
}
