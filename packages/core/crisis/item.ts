import { z } from 'zod';
import { Check } from './check.ts';

const text = (most: number) => z.string().trim().max(most);
const name = text(200).min(1);

/** The status lines of a situation board; there are no others. */
export const lineCodes = [
  'safety',
  'movement',
  'identification',
  'referral',
  'services',
  'recruiters',
  'information',
  'staff',
] as const;
export const LineCode = z.enum(lineCodes);
export type LineCode = z.infer<typeof LineCode>;

export const LineStatus = z.enum(['working', 'strained', 'broken', 'not-known']);
export type LineStatus = z.infer<typeof LineStatus>;

/** What people who were trafficked need in a crisis. Source: NRC tip sheet. */
export const ServiceKind = z.enum([
  'mhpss',
  'health',
  'food',
  'shelter',
  'legal',
  'child-protection',
  'case-management',
]);
export type ServiceKind = z.infer<typeof ServiceKind>;

/** How a thing on the board stands: one line of it, and what is going on in a sentence. */
export const Line = z.strictObject({
  kind: z.literal('line'),
  line: LineCode,
  status: LineStatus,
  says: text(500),
});
export type Line = z.infer<typeof Line>;

/** `dueAfterHours` counts from the activation; `route` is the referral route, there already, that it uses. [CR-4] [CR-5] */
export const PlanAction = z.strictObject({
  kind: z.literal('action'),
  title: name,
  practice: text(60),
  ownerOrganisation: text(200),
  ownerRole: text(200),
  dueAfterHours: z.int().min(0).max(8760).nullable(),
  route: text(500),
  checks: z.array(Check).max(20),
  status: z.enum(['planned', 'under-way', 'done', 'dropped']),
  note: text(1000),
});
export type PlanAction = z.infer<typeof PlanAction>;

/** A role, never a named person; `calledBy` is the contact that calls this one. [CR-7] */
export const Contact = z.strictObject({
  kind: z.literal('contact'),
  organisation: name,
  role: name,
  mailbox: text(200),
  telephone: text(60).regex(/^[+\d ()-]*$/),
  calledBy: z.uuid().nullable(),
  acknowledged: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;

/** `places` it can take at a time, `needed` as the partnership estimates it: neither counts people. [CR-12] */
export const Service = z.strictObject({
  kind: z.literal('service'),
  service: ServiceKind,
  organisation: name,
  route: text(500),
  state: z.enum(['working', 'strained', 'closed', 'not-known']),
  places: z.int().min(0).max(1_000_000).nullable(),
  needed: z.int().min(0).max(1_000_000).nullable(),
  asksStatus: z.enum(['yes', 'no', 'not-known']),
});
export type Service = z.infer<typeof Service>;

/** People who are affected, as a group; `people` is an estimate. [CR-13] [CR-14] */
export const Group = z.strictObject({
  kind: z.literal('group'),
  title: name,
  people: z.int().min(0).max(100_000_000).nullable(),
  source: text(300),
  irregular: z.enum(['most', 'some', 'few', 'not-known']),
  note: text(1000),
});
export type Group = z.infer<typeof Group>;

export const BaselinePoint = z.strictObject({
  start: z.iso.date(),
  end: z.iso.date(),
  count: z.int().min(0).max(1_000_000).nullable(),
  suppressed: z.boolean(),
});
export type BaselinePoint = z.infer<typeof BaselinePoint>;

/** Counts from before: typed ones of concerns or of people seen again, or a place's series (`measure` is its code). [CR-9] */
export const Baseline = z.strictObject({
  kind: z.literal('baseline'),
  counts: z.enum(['concerns', 'again', 'measure']),
  measure: text(60),
  title: name,
  source: text(500),
  points: z.array(BaselinePoint).max(400),
});
export type Baseline = z.infer<typeof Baseline>;

/** What was found afterwards. The ids say what became of it; null where nothing did yet. */
export const Finding = z.strictObject({
  kind: z.literal('finding'),
  helped: z.enum(['helped', 'did-not', 'mixed', 'not-known']),
  says: text(1000).min(1),
  forWhom: text(500),
  practice: text(60),
  claim: z.uuid().nullable(),
  gap: z.uuid().nullable(),
  action: z.uuid().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** Anything that stands on a crisis's plan or board. */
export const Item = z.discriminatedUnion('kind', [
  Line,
  PlanAction,
  Contact,
  Service,
  Group,
  Baseline,
  Finding,
]);
export type Item = z.infer<typeof Item>;
export type ItemKind = Item['kind'];
