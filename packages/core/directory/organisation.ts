import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most).default('');

/** What the directory says of an organisation beyond its name and sector. Null means not known. */
export const OrganisationFields = z.strictObject({
  otherNames: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** A code of the list "council-department", for a council's department that stands for itself. */
  department: text(60),
  firstResponder: z.boolean().nullable().default(null),
  survivorLed: z.boolean().nullable().default(null),
  reach: text(60),
  services: text(2000),
  charityNumber: text(30),
  companyNumber: text(30),
  mailbox: text(200),
  website: text(1000),
  note: text(2000),
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const OrganisationName = z.string().trim().min(1).max(200);

/** `sector` is a code of the list "sector". */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly fields: OrganisationFields;
};

export const MemberRole = z.enum(['chair', 'co-ordinator', 'core', 'associate', 'invited']);
export type MemberRole = z.infer<typeof MemberRole>;

/** Posts, not people: who sits for the organisation, and how often they came of how many meetings. */
export const MembershipFields = z.strictObject({
  representative: text(200),
  deputy: text(200),
  attended: z.int().min(0).max(1000).nullable().default(null),
  meetings: z.int().min(0).max(1000).nullable().default(null),
});
export type MembershipFields = z.infer<typeof MembershipFields>;

export type Membership = {
  readonly id: string;
  readonly listed: string;
  readonly organisation: string;
  readonly role: MemberRole;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly asWritten: string;
  readonly fields: MembershipFields;
};
