import { z } from 'zod';
import { asGeoJson } from '@freehold/core/data';
import { ukPoliceForceAreas, type NamedArea } from '@freehold/core/directory';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ properties: z.record(z.string(), z.unknown()).nullable() })),
});

const codes = ['id', 'code', 'PFA20CD', 'pfa20_code'];
const names = ['name', 'pfa_name', 'PFA20NM', 'pfa20_name'];

/**
 * The areas that a boundary file names, GeoJSON or TopoJSON. An area that Freehold knows by its code gets the name
 * that it is known by. Problem: `no-areas` for a file in which none is found.
 */
export function areasIn(document: unknown): Outcome<readonly NamedArea[]> {
  const read = Collection.safeParse(asGeoJson(document));
  const areas = (read.data?.features ?? []).flatMap(({ properties }) => {
    const code = first(properties ?? {}, codes);
    const name = first(properties ?? {}, names);
    if (code === '' && name === '') return [];
    const known = ukPoliceForceAreas.find((each) => each.code === code);
    return [{ code, name: known?.name ?? (name || code) }];
  });
  return areas.length > 0 ? fine(areas) : refused(problem('no-areas', { codes, names }));
}

function first(properties: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  const found = keys.map((key) => properties[key]).find((each) => each !== undefined);
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
}
