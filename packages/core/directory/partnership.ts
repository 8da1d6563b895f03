import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most).default('');
const day = z.iso.date().nullable().default(null);
const code = z.string().trim().max(60).default('');
const codes = z.array(z.string().trim().min(1).max(60)).max(60);

/** Where a listed partnership works: a place by its official code, or by its name alone where the code is ''. */
export const Area = z.strictObject({ code: text(60), name: text(200) });
export type Area = z.infer<typeof Area>;

export const Status = z.enum(['developing', 'active', 'paused', 'merged', 'closed']);
export type Status = z.infer<typeof Status>;

/** Who leads. `category` is a code of the list "lead"; '' means that the question has no answer. */
export const Chair = z.strictObject({
  category: code,
  organisation: text(200),
  role: text(200),
  since: day,
});
export type Chair = z.infer<typeof Chair>;

/** `fte` counts full-time posts; null for `paid` means not known. */
export const Coordinator = z.strictObject({
  category: code,
  organisation: text(200),
  role: text(200),
  paid: z.boolean().nullable().default(null),
  fte: z.number().min(0).max(100).nullable().default(null),
  fundedUntil: day,
});
export type Coordinator = z.infer<typeof Coordinator>;

export const Relation = z.enum(['reports-to', 'sub-group-of', 'beside', 'feeds']);
export type Relation = z.infer<typeof Relation>;

/**
 * How a partnership stands to another. `partnership` is null where the other is not listed: its place in the
 * structure is then known and who fills it is "TBC".
 */
export const Tie = z.strictObject({
  relation: Relation,
  partnership: z.string().nullable().default(null),
  name: text(300),
});
export type Tie = z.infer<typeof Tie>;

/** One thing that a partnership does. `category` is a code of the list "activity", `level` of "activity-level". */
export const Activity = z.strictObject({
  category: z.string().trim().min(1).max(60),
  level: code,
  title: text(300),
  lead: text(200),
  from: day,
  to: day,
  fourP: code,
  pathway: code,
  betr: code,
  topics: codes.default([]),
  inputs: text(1000),
  outputs: text(1000),
  outcomes: text(1000),
  evidence: text(1000),
  cost: text(200),
});
export type Activity = z.infer<typeof Activity>;

/**
 * A paper that governs the partnership. Whether its link works is for a person to say: nothing is fetched by the
 * server, so that no entry can make it call addresses inside the house.
 */
export const GovernanceDocument = z.strictObject({
  kind: z.string().trim().min(1).max(60),
  title: text(300),
  owner: text(200),
  version: text(60),
  approvedOn: day,
  reviewDue: day,
  link: text(1000),
  linkState: z.enum(['', 'works', 'broken', 'moved']).default(''),
  linkCheckedOn: day,
  linkCheckedBy: text(200),
});
export type GovernanceDocument = z.infer<typeof GovernanceDocument>;

export const Funding = z.strictObject({
  category: z.string().trim().min(1).max(60),
  funder: text(200),
  amount: code,
  purpose: code,
  from: day,
  to: day,
  conditions: text(1000),
  inKind: text(1000),
});
export type Funding = z.infer<typeof Funding>;

/** Whom to write to. A role's mailbox outlives the person, so it comes before any name. */
export const Contact = z.strictObject({
  mailbox: text(200),
  role: text(200),
  name: text(200),
});

/**
 * What the directory says of a partnership. A list of null has not been asked or answered; an empty list is the
 * answer "none". Only the name is needed: each further field must earn its place.
 */
export const Profile = z.strictObject({
  formerNames: z.array(z.string().trim().min(1).max(300)).max(30).default([]),
  status: Status.default('active'),
  startedOn: day,
  endedOn: day,
  type: code,
  functions: codes.default([]),
  scale: code,
  areas: z.array(Area).max(400).default([]),
  ties: z.array(Tie).max(100).default([]),
  home: text(200),
  chair: Chair.default(() => Chair.parse({})),
  coordinator: Coordinator.default(() => Coordinator.parse({})),
  contact: Contact.default(() => Contact.parse({})),
  website: text(1000),
  objectives: text(5000),
  vision: text(2000),
  pledge: z
    .strictObject({ signed: z.boolean().nullable().default(null), on: day })
    .default({ signed: null, on: null }),
  meetingFrequency: text(100),
  nextMeeting: day,
  meetingMode: code,
  reportsTo: text(300),
  engagement: codes.default([]),
  themes: codes.default([]),
  goodPractice: codes.default([]),
  activities: z.array(Activity).max(200).nullable().default(null),
  measures: codes.nullable().default(null),
  funding: z.array(Funding).max(100).nullable().default(null),
  documents: z.array(GovernanceDocument).max(100).nullable().default(null),
  note: text(5000),
});
export type Profile = z.infer<typeof Profile>;

export const ListedName = z.string().trim().min(1).max(300);

/** A partnership of the directory with when, and by whom, it was last found to be right. */
export type Listed = {
  readonly id: string;
  readonly name: string;
  readonly profile: Profile;
  readonly verifiedOn: string | null;
  readonly verifiedBy: string;
};
