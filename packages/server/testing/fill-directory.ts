import { MembershipFields, OrganisationFields, Profile } from '@freehold/core/directory';
import { asInstallation } from '../database/within.ts';
import type { TestHouse } from './house.ts';

/** Something in every table of the directory, and the ids by the names that routes give them. */
export async function fillDirectory(
  house: TestHouse,
  send: (rest: string, json: unknown, method?: string) => Promise<string>,
  { id, marker }: { readonly id: string; readonly marker: string },
) {
  const profile = Profile.parse({ note: `${marker} note`, areas: [{ name: `${marker} area` }] });
  const listed = await send('/directory/partnerships', { name: `${marker} group`, profile });
  const twin = await send('/directory/partnerships', { name: `${marker} twin`, profile });
  const fields = OrganisationFields.parse({ note: `${marker} note` });
  const organisation = await send('/directory/organisations', {
    ...{ name: `${marker} body`, sector: 'ngo', fields },
  });
  const membership = await send(`/directory/partnerships/${listed}/members`, {
    ...{ organisation, role: 'core', startedOn: null, endedOn: null },
    fields: MembershipFields.parse({ representative: `${marker} post` }),
  });
  await send(
    '/directory/code-lists/scale',
    { items: [...scales, { code: marker, title: `${marker} scale` }] },
    'PUT',
  );
  const own = { partnership_id: id };
  const rows = await asInstallation(house.database, async (tx) => {
    const brought = await tx
      .insertInto('directory_import')
      .values({ ...own, title: `${marker} import`, counts: '[]', by_name: `${marker} person` })
      .returning('id')
      .executeTakeFirstOrThrow();
    const item = await tx
      .insertInto('clean_up_item')
      .values({ ...own, listed_id: listed, kind: 'member-suggested', text: `${marker} bodie` })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('organisation_alias')
      .values({ ...own, key: `${marker} boddy`, organisation_id: organisation })
      .execute();
    return { brought: brought.id, item: item.id };
  });
  return {
    listed: [listed, twin],
    listedOrganisation: [organisation],
    listedMembership: [membership],
    directoryImport: [rows.brought],
    cleanUp: [rows.item],
  };
}

const scales = [
  { code: 'local', title: 'Local' },
  { code: 'subregional', title: 'Subregional' },
  { code: 'regional', title: 'Regional' },
  { code: 'uk-wide', title: 'UK-wide' },
];
