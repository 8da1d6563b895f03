import { z } from 'zod';
import {
  ListedName,
  MemberRole,
  MembershipFields,
  OrganisationFields,
  OrganisationName,
  Profile,
} from '@freehold/core/directory';
import type { Work } from '../database/within.ts';
import type { Calendar } from './calendar.ts';
import directory from './directory.json' with { type: 'json' };
import { idsOf } from './ids.ts';

const Content = z.strictObject({
  organisations: z.array(
    z.strictObject({
      name: OrganisationName,
      sector: z.string(),
      fields: OrganisationFields.default(() => OrganisationFields.parse({})),
    }),
  ),
  partnerships: z.array(
    z.strictObject({
      name: ListedName,
      verifiedDaysAgo: z.int().nullable(),
      verifiedBy: z.string(),
      members: z.array(z.strictObject({ organisation: z.string(), role: MemberRole })),
      profile: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Lists made-up partnerships and organisations of the county and its districts. */
export async function addDirectory(
  tx: Work,
  partnership: string,
  calendar: Calendar,
): Promise<void> {
  const { organisations, partnerships } = Content.parse(dated(directory, calendar));
  const own = { partnership_id: partnership };
  const bodies = await tx
    .insertInto('listed_organisation')
    .values(
      organisations.map(({ name, sector, fields }) => ({
        ...{ ...own, name, sector, content: JSON.stringify(fields), edited_at: calendar.at(-30) },
      })),
    )
    .returning(['id', 'name'])
    .execute();
  const ids = new Map(partnerships.map(({ name }) => [name, crypto.randomUUID()]));
  await tx
    .insertInto('listed_partnership')
    .values(
      partnerships.map(({ name, verifiedDaysAgo, verifiedBy, profile }) => ({
        ...{ ...own, name, id: ids.get(name) ?? '', edited_at: calendar.at(-30) },
        content: JSON.stringify(Profile.parse(tied(profile, ids))),
        verified_on: verifiedDaysAgo === null ? null : calendar.on(-verifiedDaysAgo),
        verified_by: verifiedBy,
      })),
    )
    .execute();
  const organisation = idsOf(bodies);
  const members = partnerships.flatMap((each) =>
    each.members.map((member) => ({
      ...{ ...own, listed_id: ids.get(each.name) ?? '', role: member.role },
      organisation_id: organisation(member.organisation),
      content: JSON.stringify(MembershipFields.parse({})),
    })),
  );
  await tx.insertInto('listed_membership').values(members).execute();
  await tx
    .insertInto('listed_change')
    .values(
      partnerships.map(({ name }) => ({
        ...{ ...own, kind: 'partnership' as const, record: ids.get(name) ?? '', what: 'added' },
        ...{ by_name: 'Co-ordinator, Harbourside Council', at: calendar.at(-30) },
      })),
    )
    .execute();
}

/** Days written as "+30" or "-30" become days counted from now. */
function dated(value: unknown, calendar: Calendar): unknown {
  if (typeof value === 'string' && /^[+-]\d+$/.test(value)) return calendar.on(Number(value));
  if (Array.isArray(value)) return value.map((each) => dated(each, calendar));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, dated(each, calendar)]),
  );
}

const Ties = z.array(
  z.object({
    relation: z.string(),
    partnership: z.string().optional(),
    name: z.string().optional(),
  }),
);

/** Ties name another partnership of the file; the directory knows it by its id. */
function tied(
  profile: Readonly<Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const ties = Ties.parse(profile['ties'] ?? []).map(({ relation, partnership, name = '' }) =>
    partnership === undefined
      ? { relation, name }
      : { relation, partnership: ids.get(partnership) ?? null, name: partnership },
  );
  return { ...profile, ties };
}
