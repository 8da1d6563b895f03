import {
  MemberRole,
  MembershipFields,
  mergedHomes,
  OrganisationFields,
  Profile,
  type Listed,
  type Membership,
  type Organisation,
} from '@freehold/core/directory';
import type { Work } from '../database/within.ts';

/** The partnerships of the directory by name: neither merged into another nor removed. */
export async function listedOf(tx: Work): Promise<readonly Listed[]> {
  const rows = await tx
    .selectFrom('listed_partnership')
    .where('merged_into', 'is', null)
    .where('removed_at', 'is', null)
    .select(['id', 'name', 'content', 'verified_on', 'verified_by'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    profile: Profile.parse(row.content),
    verifiedOn: row.verified_on,
    verifiedBy: row.verified_by,
  }));
}

/** The organisations of the directory by name: neither merged into another nor removed. */
export async function organisationsOf(tx: Work): Promise<readonly Organisation[]> {
  const rows = await tx
    .selectFrom('listed_organisation')
    .where('merged_into', 'is', null)
    .where('removed_at', 'is', null)
    .select(['id', 'name', 'sector', 'content'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ content, ...row }) => ({ ...row, fields: OrganisationFields.parse(content) }));
}

/**
 * Who belongs to which partnership, with merged entries read as what they were merged into. An organisation that
 * stands twice in one partnership after a merge is there once, as it was first written. Three statements.
 */
export async function membershipsOf(tx: Work): Promise<readonly Membership[]> {
  const partnerships = await homesIn(tx, 'listed_partnership');
  const organisations = await homesIn(tx, 'listed_organisation');
  const rows = await tx
    .selectFrom('listed_membership')
    .selectAll()
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  const once = new Map<string, Membership>();
  for (const row of rows) {
    const listed = partnerships.get(row.listed_id);
    const organisation = organisations.get(row.organisation_id);
    if (listed === undefined || organisation === undefined) continue;
    const key = `${listed} ${organisation}`;
    if (once.has(key)) continue;
    once.set(key, {
      id: row.id,
      listed,
      organisation,
      role: MemberRole.parse(row.role),
      startedOn: row.started_on,
      endedOn: row.ended_on,
      asWritten: row.as_written,
      fields: MembershipFields.parse(row.content),
    });
  }
  return [...once.values()];
}

/** Where each entry of a table is read, those left out that end in a removed one. */
async function homesIn(
  tx: Work,
  table: 'listed_partnership' | 'listed_organisation',
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom(table)
    .select(['id', 'merged_into as mergedInto', 'removed_at as removedAt'])
    .execute();
  const removed = new Set(rows.filter((row) => row.removedAt !== null).map(({ id }) => id));
  return new Map([...mergedHomes(rows)].filter(([, home]) => !removed.has(home)));
}
