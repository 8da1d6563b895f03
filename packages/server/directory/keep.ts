import { sql } from 'kysely';
import { organisationKey, OrganisationFields, type DirectoryFile } from '@freehold/core/directory';
import type { Work } from '../database/within.ts';
import type { Hand } from './entry.ts';
import { keepCleanUp } from './keep-clean-up.ts';
import { organisationsOf } from './listed.ts';

export type Kept = {
  readonly partnerships: { readonly new: number; readonly changed: number; readonly same: number };
  readonly others: Readonly<Record<string, number>>;
};

/**
 * Keeps what a file says in a handful of statements. A partnership that an earlier file of the same kind brought is
 * brought up to date, unless a person has edited it since: then the difference goes to the clean-up queue. [DR-9]
 */
export async function keepDirectory(
  tx: Work,
  hand: Hand,
  directory: DirectoryFile,
  title: string,
): Promise<Kept> {
  const { id } = await tx
    .insertInto('directory_import')
    .values({
      ...{ partnership_id: hand.partnership, title, by_name: hand.byName, at: hand.at },
      counts: JSON.stringify(directory.accounts),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const partnerships = await keepPartnerships(tx, hand, directory, id);
  const organisations = await keepOrganisations(tx, hand, directory, id);
  const listed = new Map(partnerships.map(({ key, id: at }) => [key, at]));
  const memberships = await keepMemberships(tx, hand, directory, { listed, organisations, id });
  const edited = partnerships.filter(({ fate }) => fate === 'edited').map(({ key }) => key);
  const cleanUp = await keepCleanUp(tx, hand, { directory, listed, organisations, edited, id });
  const many = (fate: string) => partnerships.filter((each) => each.fate === fate).length;
  return {
    partnerships: { new: many('new'), changed: many('changed'), same: many('same') },
    others: {
      'new.organisations': organisations.added,
      'new.memberships': memberships,
      'new.clean-up': cleanUp,
      'partnerships.edited-here': edited.length,
    },
  };
}

type KeptPartnership = {
  readonly key: string;
  readonly id: string;
  readonly fate: 'new' | 'changed' | 'same' | 'edited';
};

async function keepPartnerships(
  tx: Work,
  hand: Hand,
  { partnerships, mapping }: DirectoryFile,
  id: string,
): Promise<readonly KeptPartnership[]> {
  const given = JSON.stringify(
    partnerships.map(({ key, name, profile }) => ({ key, name, content: profile })),
  );
  const { rows } = await sql<KeptPartnership>`with given as (
      select * from jsonb_to_recordset(${given}::jsonb) as g (key text, name text, content jsonb)
    ), found as materialized (
      select g.*, l.id as there, l.name as old_name, l.content as old_content,
        case when l.id is null then 'new'
          when l.name = g.name and l.content = g.content then 'same'
          when l.edited_at is not null then 'edited' else 'changed' end as fate
      from given g left join listed_partnership l on l.partnership_id = ${hand.partnership}
        and l.source = ${mapping} and l.source_key = g.key
    ), added as (
      insert into listed_partnership
        (partnership_id, name, content, source, source_key, import_id, made_at, changed_at)
      select ${hand.partnership}::uuid, name, content, ${mapping}, key, ${id}::uuid, ${hand.at},
        ${hand.at} from found where fate = 'new' returning id, source_key
    ), changed as (
      update listed_partnership l set name = f.name, content = f.content, changed_at = ${hand.at}
      from found f where l.id = f.there and f.fate = 'changed'
    ), all_of as (
      select f.key, coalesce(f.there, a.id) as id, f.fate, f.old_name, f.old_content
      from found f left join added a on a.source_key = f.key
    ), noted as (
      insert into listed_change (partnership_id, kind, record, what, before, by_name, at, import_id)
      select ${hand.partnership}::uuid, 'partnership', id, 'imported',
        case when fate = 'changed'
          then jsonb_build_object('name', old_name, 'profile', old_content) end,
        ${hand.byName}, ${hand.at}, ${id}::uuid from all_of where fate in ('new', 'changed')
    ) select key, id, fate from all_of`.execute(tx);
  return rows;
}

/** Where an organisation of the file is to be found in the directory. */
export type OrganisationIds = {
  readonly of: (key: string) => string | null;
  readonly added: number;
};

async function keepOrganisations(
  tx: Work,
  hand: Hand,
  { organisations, memberships }: DirectoryFile,
  id: string,
): Promise<OrganisationIds> {
  const there = await organisationsOf(tx);
  const ids = new Map(there.map((each) => [each.id, each.id]));
  const byName = new Map(there.map((each) => [organisationKey(each.name), each.id]));
  const members = new Set(memberships.map(({ organisation }) => organisation));
  for (const { key, name } of organisations) {
    const known = ids.get(key) ?? byName.get(organisationKey(name));
    if (known !== undefined) ids.set(key, known);
  }
  const missing = organisations.filter(({ key }) => members.has(key) && !ids.has(key));
  const given = JSON.stringify(
    missing.map(({ key, name, sector, otherNames }) => ({
      ...{ key, name, sector },
      content: OrganisationFields.parse({ otherNames }),
    })),
  );
  const { rows } = await sql<{ key: string; id: string }>`with given as materialized (
      select gen_random_uuid() as id, g.* from jsonb_to_recordset(${given}::jsonb)
        as g (key text, name text, sector text, content jsonb)
    ), added as (
      insert into listed_organisation
        (id, partnership_id, name, sector, content, import_id, made_at, changed_at)
      select id, ${hand.partnership}::uuid, name, sector, content, ${id}::uuid, ${hand.at},
        ${hand.at} from given
    ), noted as (
      insert into listed_change (partnership_id, kind, record, what, by_name, at, import_id)
      select ${hand.partnership}::uuid, 'organisation', id, 'imported', ${hand.byName}, ${hand.at},
        ${id}::uuid from given
    ) select key, id from given`.execute(tx);
  for (const row of rows) ids.set(row.key, row.id);
  return { of: (key) => ids.get(key) ?? null, added: rows.length };
}

async function keepMemberships(
  tx: Work,
  hand: Hand,
  { memberships }: DirectoryFile,
  {
    listed,
    organisations,
    id,
  }: {
    readonly listed: ReadonlyMap<string, string>;
    readonly organisations: OrganisationIds;
    readonly id: string;
  },
): Promise<number> {
  const given = memberships.map((each) => ({
    listed: listed.get(each.partnership) ?? null,
    organisation: organisations.of(each.organisation),
    written: each.asWritten,
  }));
  const added = await sql`insert into listed_membership
      (partnership_id, listed_id, organisation_id, as_written, import_id, made_at)
    select ${hand.partnership}::uuid, g.listed, g.organisation, g.written, ${id}::uuid, ${hand.at}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as g (listed uuid, organisation uuid, written text)
    where g.listed is not null and g.organisation is not null
      and not exists (select from listed_membership m where m.listed_id = g.listed
        and m.organisation_id = g.organisation)`.execute(tx);
  return Number(added.numAffectedRows ?? 0);
}
