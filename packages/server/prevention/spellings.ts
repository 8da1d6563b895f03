import { organisationKey, type Organisation } from '@freehold/core/directory';
import type { Intervention } from '@freehold/core/prevention';

/** A name as somebody wrote it, and whose it is: `listed` is the directory's own name, null where it is not in it. */
export type Spelt = { readonly name: string; readonly key: string; readonly listed: string | null };

/** Every lead and partner once as it is written, with one key for all spellings that the directory knows. [PV-11] */
export function spellings(
  interventions: readonly Intervention[],
  organisations: readonly Organisation[],
): readonly Spelt[] {
  const known = new Map(
    organisations.flatMap(({ name, fields }) =>
      [name, ...fields.otherNames].map((each): [string, string] => [organisationKey(each), name]),
    ),
  );
  const names = interventions.flatMap(({ lead, partners }) => [lead, ...partners]);
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => {
      const listed = known.get(organisationKey(name)) ?? null;
      return { name, key: organisationKey(listed ?? name), listed };
    });
}
