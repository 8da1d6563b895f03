import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import landUrl from 'world-atlas/land-50m.json?url';
import { unwrapped } from './geo-unwrapped.ts';

/**
 * The world's land at 1 : 50,000,000, shipped with the application so that no map is fetched from anywhere else;
 * null when it cannot be read, and the map is then without coasts. Source: Natural Earth, through world-atlas.
 */
export async function land() {
  const answer = await fetch(landUrl).catch(() => null);
  const topology: unknown = answer?.ok === true ? await answer.json().catch(() => null) : null;
  const object = isTopology(topology) ? topology.objects['land'] : undefined;
  if (!isTopology(topology) || object === undefined) return null;
  const found = feature(topology, object);
  const parts = found.type === 'FeatureCollection' ? found.features : [found];
  return {
    type: 'FeatureCollection' as const,
    features: parts.flatMap(({ geometry, properties }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
        ? [{ type: 'Feature' as const, properties, geometry: unwrapped(geometry) }]
        : [],
    ),
  };
}

function isTopology(value: unknown): value is Topology {
  return typeof value === 'object' && value !== null && 'objects' in value && 'arcs' in value;
}
