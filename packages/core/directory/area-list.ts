import { z } from 'zod';
import policeForceAreas from './shipped/police-force-areas.json' with { type: 'json' };

const ForceArea = z.strictObject({
  code: z.string(),
  name: z.string(),
  force: z.string(),
  forceNames: z.array(z.string()).default([]),
});

/** The 45 police force areas of the United Kingdom, with the name of each force; codes as in the map of 2017. */
export const ukPoliceForceAreas = z.array(ForceArea).parse(policeForceAreas);

export type NamedArea = { readonly code: string; readonly name: string };

/** Lists of areas by the code that an import mapping names. */
export const areaLists: Readonly<Record<string, readonly NamedArea[]>> = {
  'uk-police-force-areas': ukPoliceForceAreas.map(({ code, name }) => ({ code, name })),
};
