import { readFileSync, writeFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countries } from '../packages/core/country.ts';
import {
  inside,
  simplified,
  type Position,
  type Ring,
} from '../packages/core/release/explorer/map/outline.ts';
import { packed, type Shape } from '../packages/core/release/explorer/map/packed.ts';

// Writes the countries that the map of a release is drawn from: outlines of the larger ones at 1 : 110,000,000, and a
// point for each, out of Natural Earth, which is in the public domain. With --check it only says whether the file is stale.

const to = new URL('../packages/core/release/explorer/map/world.json', import.meta.url);
/** A tenth of a degree: a third of a pixel where the world is a thousand pixels wide. */
const unit = 0.1;
/** Square degrees under which a corner does not show. */
const least = 0.04;

/**
 * Countries that Natural Earth draws as part of another one, or not at all at 1 : 50,000,000: about their middle. And two
 * whose people do not live on their largest island.
 */
const byHand: Readonly<Record<string, readonly [number, number]>> = {
  ...{ GF: [-53.1, 3.9], GP: [-61.5, 16.2], MQ: [-61, 14.6], RE: [55.5, -21.1], YT: [45.2, -12.8] },
  ...{ BQ: [-68.3, 12.2], TK: [-171.9, -9.2], CX: [105.7, -10.5], CC: [96.9, -12.2] },
  ...{ GI: [-5.3, 36.1], TV: [179.2, -8.5], SJ: [16, 78.6], BV: [3.4, -54.4] },
  ...{ MY: [102, 4], KI: [173, 1.4] },
};
/** Drawn without a code of ISO 3166-1. */
const unnumbered: Readonly<Record<string, string>> = { Kosovo: 'XK' };
const leftOut = new Set(['AQ']);

const written = Object.fromEntries(packed(shapes(), unit).shapes);
const text = `${JSON.stringify({ source: 'Natural Earth', unit, shapes: written }, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(to, text);
else if (readFileSync(to, 'utf8') !== text) {
  console.error('world.json is not what its sources make; write it anew: node scripts/world.ts');
  process.exitCode = 1;
}

function shapes(): readonly Shape[] {
  const small = ringsOf('countries-110m');
  const large = ringsOf('countries-50m');
  const codes = [...new Set([...small.keys(), ...large.keys(), ...Object.keys(byHand)])];
  return codes
    .filter((code) => !leftOut.has(code))
    .toSorted()
    .map((code) => ({
      name: code,
      at: byHand[code] ?? inside(large.get(code) ?? small.get(code) ?? []),
      rings: (small.get(code) ?? [])
        .map((ring) => simplified(ring, least))
        .filter((ring) => ring !== null),
    }));
}

/** All outlines by code; those that have none, which are drawn and never meant, under ''. */
function ringsOf(name: string): ReadonlyMap<string, readonly Ring[]> {
  const file = new URL(`../node_modules/world-atlas/${name}.json`, import.meta.url);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const byNumeric = new Map(countries.map(({ numeric, code }) => [numeric, code]));
  const found = new Map<string, readonly Ring[]>();
  for (const { id, properties, geometry } of feature(topology, topology.objects.countries)
    .features) {
    const code = byNumeric.get(String(id ?? '')) ?? unnumbered[properties.name] ?? '';
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const cut = rings.flatMap((ring) => cutAtDateLine(ring.map(([x = 0, y = 0]) => [x, y])));
    found.set(code, [...(found.get(code) ?? []), ...cut]);
  }
  return found;
}

/** A ring that crosses the date line jumps from 180° to −180°: its parts on either side. */
function cutAtDateLine(ring: Ring): readonly Ring[] {
  let turns = 0;
  const unwound = ring.map(([x, y], at): Position => {
    const jump = x - (ring[at - 1]?.[0] ?? x);
    if (Math.abs(jump) > 180) turns -= Math.sign(jump);
    return [x + 360 * turns, y];
  });
  if (unwound.every(([x]) => Math.abs(x) <= 180)) return [unwound];
  return [-180, 180].flatMap((line) => {
    const beyond = Math.sign(line);
    if (!unwound.some(([x]) => x * beyond > 180)) return [];
    const far = beside(unwound, line, beyond).map(([x, y]): Position => [x - 2 * line, y]);
    return [beside(unwound, line, -beyond), far].filter(({ length }) => length > 3);
  });
}

/** What of a ring lies east (1) or west (-1) of a meridian. */
function beside(ring: Ring, line: number, side: number): Ring {
  const isIn = ([x]: Position) => (x - line) * side >= 0;
  const kept = ring.flatMap((to, at): readonly Position[] => {
    const from = ring[at - 1];
    if (from === undefined || isIn(from) === isIn(to)) return isIn(to) ? [to] : [];
    const share = (line - from[0]) / (to[0] - from[0]);
    const crossing: Position = [line, from[1] + (to[1] - from[1]) * share];
    return isIn(to) ? [crossing, to] : [crossing];
  });
  const [first] = kept;
  return first === undefined ? [] : [...kept, first];
}
