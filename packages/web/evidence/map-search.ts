import { mapKinds, noFilter, strengths, type MapFilter } from '@freehold/core/evidence';
import { z } from 'zod';

const words = z.array(z.string()).optional().catch(undefined);
const year = z.int().optional().catch(undefined);

/** How the map is looked at: its rows, what is kept, and the cell that is open. What is missing is the usual. */
const Search = z.object({
  rows: z.enum(mapKinds).optional().catch(undefined),
  row: z.string().optional().catch(undefined),
  column: z.string().optional().catch(undefined),
  ...{ countries: words, designs: words, populations: words, settings: words },
  exploitation: words,
  strengths: z.array(z.enum(strengths)).optional().catch(undefined),
  ...{ from: year, to: year },
  words: z.string().optional().catch(undefined),
});
export type MapSearch = { [Key in keyof z.infer<typeof Search>]?: z.infer<typeof Search>[Key] };

export function mapSearch(search: Readonly<Record<string, unknown>>): MapSearch {
  const found = Search.parse(search);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

export function filterOf(search: MapSearch): MapFilter {
  const { countries, designs, populations, settings, exploitation } = search;
  return {
    countries: countries ?? noFilter.countries,
    designs: designs ?? noFilter.designs,
    populations: populations ?? noFilter.populations,
    settings: settings ?? noFilter.settings,
    exploitation: exploitation ?? noFilter.exploitation,
    strengths: search.strengths ?? noFilter.strengths,
    from: search.from ?? null,
    to: search.to ?? null,
    words: search.words ?? '',
  };
}

/** A change of filter as it goes into the address; what is empty leaves it. */
export function searchOf(filter: MapFilter): MapSearch {
  const kept = Object.entries(filter).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return mapSearch(Object.fromEntries(kept));
}
