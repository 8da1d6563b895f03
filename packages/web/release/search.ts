import { steps, type Step } from './words.ts';

/** Which step of the studio is looked at; the first where it is missing. */
export type StudioSearch = { readonly step?: Step };

export function stepOf(search: Readonly<Record<string, unknown>>): StudioSearch {
  const step = steps.find((each) => each === search['step']);
  return step === undefined ? {} : { step };
}
