import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countriesUrl from 'world-atlas/countries-110m.json?url';
import { countries } from '@freehold/core/diligence';
import { unwrapped } from '../figure/geo-unwrapped.ts';
import type { Geometry } from '../figure/index.ts';

/** A country's outline, by its two letters. */
export type Outline = { readonly code: string; readonly geometry: Geometry };

const byNumeric = new Map(countries.map(({ numeric, code }) => [numeric, code]));

/**
 * The outlines of the larger countries at 1 : 110,000,000, shipped with the application; none when they cannot be
 * read. Small countries have none at this scale. Source: Natural Earth, through world-atlas.
 */
export async function world(): Promise<readonly Outline[]> {
  const answer = await fetch(countriesUrl).catch(() => null);
  const topology: unknown = answer?.ok === true ? await answer.json().catch(() => null) : null;
  if (!isTopology(topology)) return [];
  return feature(topology, topology.objects.countries).features.flatMap(({ id, geometry }) => {
    const code = byNumeric.get(String(id ?? '').padStart(3, '0'));
    const drawn = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
    return code !== undefined && drawn ? [{ code, geometry: unwrapped(geometry) }] : [];
  });
}

type Countries = Topology<{ countries: GeometryCollection }>;

function isTopology(value: unknown): value is Countries {
  return typeof value === 'object' && value !== null && 'objects' in value && 'arcs' in value;
}
