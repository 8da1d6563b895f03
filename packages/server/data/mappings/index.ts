import { Mapping } from '@freehold/core/data';
import { parsed } from '@freehold/core/problem';
import boundariesDistricts from './boundaries-districts-2024.json' with { type: 'json' };
import boundariesMapped from './boundaries-police-2017.json' with { type: 'json' };
import boundariesPolice from './boundaries-police-2020.json' with { type: 'json' };
import imdEngland from './imd-2019-england.json' with { type: 'json' };
import imdWales from './imd-2019-wales.json' with { type: 'json' };
import lookupDistricts from './lookup-districts-2024.json' with { type: 'json' };
import lookupRegions from './lookup-regions-2024.json' with { type: 'json' };
import nrmReferrals from './nrm-referrals.json' with { type: 'json' };

export type NamedMapping = {
  readonly code: string;
  readonly title: string;
  readonly content: Mapping;
};

/** The mappings that Freehold brings along, for files that publishers give out. */
export const shippedMappings: readonly NamedMapping[] = [
  shipped('lookup-districts-2024', lookupDistricts),
  shipped('lookup-regions-2024', lookupRegions),
  shipped('boundaries-districts-2024', boundariesDistricts),
  shipped('boundaries-police-2017', boundariesMapped),
  shipped('boundaries-police-2020', boundariesPolice),
  shipped('imd-2019-england', imdEngland),
  shipped('imd-2019-wales', imdWales),
  shipped('nrm-referrals', nrmReferrals),
];

function shipped(code: string, input: unknown): NamedMapping {
  const read = parsed(Mapping, input);
  if (!read.ok) throw new TypeError(`mapping ${code}: ${JSON.stringify(read.problems)}`);
  return { code, title: read.value.title ?? code, content: read.value };
}
