import type { z } from '@hono/zod-openapi';
import { OrganisationFields } from '@freehold/core/directory';
import type { Work } from '../database/within.ts';
import { noteStep, type Entry, type Hand } from './entry.ts';
import { membershipsOf, organisationsOf } from './listed.ts';
import type { NewOrganisation, OrganisationShown } from './shapes.ts';
import { countedBy } from './store.ts';

export type OrganisationFieldsWritten = z.infer<typeof NewOrganisation>;

/** Every organisation with how many partnerships it belongs to. Four statements. */
export async function organisationsShown(
  tx: Work,
): Promise<readonly z.infer<typeof OrganisationShown>[]> {
  const partnerships = countedBy(await membershipsOf(tx), (each) => each.organisation);
  return (await organisationsOf(tx)).map((each) => ({
    ...each,
    partnerships: partnerships.get(each.id) ?? 0,
  }));
}

export async function addOrganisation(
  tx: Work,
  hand: Hand,
  { name, sector, fields }: OrganisationFieldsWritten,
): Promise<string> {
  const { id } = await tx
    .insertInto('listed_organisation')
    .values({
      ...{ partnership_id: hand.partnership, name, sector, content: JSON.stringify(fields) },
      ...{ edited_at: hand.at, changed_at: hand.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await noteStep(tx, hand, { kind: 'organisation', record: id, what: 'added' });
  return id;
}

/** Writes an organisation anew; what it was stands in its history. */
export async function changeOrganisation(
  tx: Work,
  hand: Hand,
  entry: Entry,
  { name, sector, fields }: OrganisationFieldsWritten,
): Promise<void> {
  await tx
    .updateTable('listed_organisation')
    .set({
      ...{ name, sector, content: JSON.stringify(fields) },
      ...{ edited_at: hand.at, changed_at: hand.at },
    })
    .where('id', '=', entry.id)
    .execute();
  const before = { name: entry.name, fields: OrganisationFields.parse(entry.content) };
  const renamed = entry.name === name ? '' : entry.name;
  const { id: record } = entry;
  await noteStep(tx, hand, {
    kind: 'organisation',
    record,
    what: 'changed',
    before,
    note: renamed,
  });
}
