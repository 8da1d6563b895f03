/** What an import brings: observations unless said otherwise. */
export type ImportSearch = { readonly kind?: 'places' };

export function importSearch(search: Readonly<Record<string, unknown>>): ImportSearch {
  return search.kind === 'places' ? { kind: 'places' } : {};
}
