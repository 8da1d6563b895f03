export const steps = ['prepare', 'assess', 'release', 'check', 'publish'] as const;
export type Step = (typeof steps)[number];

/** Which step of the studio is looked at; the first where it is missing. */
export type StudioSearch = { readonly step?: Step };

export function stepOf(search: Readonly<Record<string, unknown>>): StudioSearch {
  const step = steps.find((each) => each === search['step']);
  return step === undefined ? {} : { step };
}
