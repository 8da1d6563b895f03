import { coverage, withoutOne, type ItemCoverage } from '../partnership/index.ts';
import type { Intervention, InterventionType } from './intervention.ts';
import { current } from './portfolio.ts';

/** An organisation is known by what it is called; `keyOf` takes spellings of one to the same key. */
export type Spelling = { readonly keyOf: (name: string) => string };

/** Which organisations do which type of work, planned or running, as leads or partners; by key. [PV-11] */
export function typeCover(
  types: readonly InterventionType[],
  interventions: readonly Intervention[],
  { keyOf }: Spelling,
): readonly ItemCoverage<InterventionType>[] {
  const cover = current(interventions).flatMap(({ type, lead, partners }) =>
    [lead, ...partners]
      .filter((name) => name !== '')
      .map((name) => ({ item: type, by: keyOf(name) })),
  );
  return coverage(types, cover);
}

/** What falls when an organisation leaves. [PV-11] */
export type Falls = {
  /** Types that nobody does any more. */
  readonly uncovered: readonly InterventionType[];
  /** Types that hang on one organisation from then on. */
  readonly onOne: readonly ItemCoverage<InterventionType>[];
  /** Interventions that it leads: somebody else must, or they stop. */
  readonly leads: readonly string[];
};

export function falls(
  types: readonly InterventionType[],
  interventions: readonly (Intervention & { readonly id: string })[],
  spelling: Spelling,
  gone: string,
): Falls {
  const leads = current(interventions).filter(
    ({ lead }) => lead !== '' && spelling.keyOf(lead) === gone,
  );
  return {
    ...withoutOne(typeCover(types, interventions, spelling), gone),
    leads: leads.map(({ id }) => id),
  };
}

/** Everybody who leads or takes part, by key, under the name that is written most; by that name. [PV-11] */
export function agencies(
  interventions: readonly Intervention[],
  { keyOf }: Spelling,
): readonly { readonly key: string; readonly name: string; readonly n: number }[] {
  const spellings = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const { lead, partners } of current(interventions)) {
    const names = [lead, ...partners].filter((name) => name !== '');
    for (const key of new Set(names.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const name of names) {
      const written = spellings.get(keyOf(name)) ?? new Map<string, number>();
      spellings.set(keyOf(name), written.set(name, (written.get(name) ?? 0) + 1));
    }
  }
  return [...spellings]
    .map(([key, written]) => {
      const [name = key] = [...written].toSorted((a, b) => b[1] - a[1]).map(([each]) => each);
      return { key, name, n: counts.get(key) ?? 0 };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
