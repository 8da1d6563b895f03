import { z } from '@hono/zod-openapi';
import {
  CodeItem,
  ListedName,
  MemberRole,
  MembershipFields,
  OrganisationFields,
  OrganisationName,
  Profile,
} from '@freehold/core/directory';
import { Id } from '@freehold/core/id';

const Completeness = z.object({
  answered: z.number(),
  asked: z.number(),
  open: z.array(z.string()),
});

/** A partnership of the directory; `stale` where it was verified over 12 months ago, or never. */
export const ListedShown = z
  .object({
    id: Id,
    name: z.string(),
    profile: Profile,
    verifiedOn: z.string().nullable(),
    verifiedBy: z.string(),
    completeness: Completeness,
    stale: z.boolean(),
    members: z.number(),
    cleanUp: z.number(),
  })
  .openapi('ListedPartnership');
export type ListedShown = z.infer<typeof ListedShown>;

export const NewListed = z
  .strictObject({ name: ListedName, profile: Profile })
  .openapi('NewListedPartnership');

export const OrganisationShown = z
  .object({
    id: Id,
    name: z.string(),
    sector: z.string(),
    fields: OrganisationFields,
    partnerships: z.number(),
  })
  .openapi('ListedOrganisation');

export const NewOrganisation = z
  .strictObject({
    name: OrganisationName,
    sector: z.string().trim().min(1).max(60),
    fields: OrganisationFields,
  })
  .openapi('NewListedOrganisation');

export const MembershipShown = z
  .object({
    id: Id,
    listed: Id,
    organisation: Id,
    name: z.string(),
    sector: z.string(),
    role: MemberRole,
    startedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    asWritten: z.string(),
    fields: MembershipFields,
  })
  .openapi('ListedMembership');

export const NewMembership = z
  .strictObject({
    organisation: Id,
    role: MemberRole,
    startedOn: z.iso.date().nullable(),
    endedOn: z.iso.date().nullable(),
    fields: MembershipFields,
  })
  .openapi('NewListedMembership');

export const ChangeShown = z
  .object({
    id: Id,
    what: z.string(),
    note: z.string(),
    byName: z.string(),
    at: z.iso.datetime(),
  })
  .openapi('ListedChange');

export const CodeListShown = z
  .object({
    code: z.string(),
    title: z.string(),
    version: z.number(),
    source: z.string(),
    items: z.array(CodeItem),
  })
  .openapi('CodeList');
