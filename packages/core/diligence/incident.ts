import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';
import { ClauseCode } from './clause.ts';
import { Currency, Workers } from './supplier.ts';

const words = (most: number) => z.string().trim().max(most);
export const IncidentStatus = z.enum(['open', 'looking-into', 'remedy', 'closed']);
export type IncidentStatus = z.infer<typeof IncidentStatus>;

/** How an incident came to be known. */
export const IncidentChannel = z.enum([
  'worker-voice',
  'grievance',
  'audit',
  'union',
  'partner',
  'inspection',
  'media',
  'other',
]);
export type IncidentChannel = z.infer<typeof IncidentChannel>;

/** Something that happened, with how many workers it concerns and none of them by name. [DD-1] */
export const IncidentFields = z.strictObject({
  title: words(300).min(1),
  facts: words(8000),
  clauses: z.array(ClauseCode).max(20),
  affected: Workers,
  foundOn: z.iso.date(),
  channel: IncidentChannel,
});
export type IncidentFields = z.infer<typeof IncidentFields>;

export const RemedyKind = z.enum([
  'back-pay',
  'claim-support',
  'services',
  'reinstatement',
  'corrective-plan',
  'contract-end',
  'other',
]);
export type RemedyKind = z.infer<typeof RemedyKind>;
export const Agreement = z.enum(['agreed', 'partly', 'not-agreed', 'not-asked']);
export type Agreement = z.infer<typeof Agreement>;
export const Works = z.enum(['yes', 'partly', 'no']);

/** What makes an incident good. `works` is what somebody found on a later day. */
export const RemedyFields = z.strictObject({
  kind: RemedyKind,
  description: words(2000),
  amount: z.number().min(0).max(1e12).nullable(),
  currency: Currency,
  workers: Workers,
  givenOn: z.iso.date(),
  agreement: Agreement,
  checkDueOn: z.iso.date().nullable(),
  checkedOn: z.iso.date().nullable(),
  works: Works.nullable(),
  checkNote: words(2000),
});
export type RemedyFields = z.infer<typeof RemedyFields>;

/** What stands in the way of a remedy. Problems: `check-too-early`, `check-incomplete`. [DD-12] */
export function remedyProblems({
  givenOn,
  checkedOn,
  works,
}: Pick<RemedyFields, 'givenOn' | 'checkedOn' | 'works'>): readonly Problem[] {
  if ((checkedOn === null) !== (works === null))
    return [problem('check-incomplete', undefined, { path: 'works' })];
  return checkedOn !== null && checkedOn <= givenOn
    ? [problem('check-too-early', { givenOn, checkedOn }, { path: 'checkedOn' })]
    : [];
}

/** Whether a remedy was found, on a day after it was given, to work wholly or in part. */
export function isCheckedRemedy({
  givenOn,
  checkedOn,
  works,
}: Pick<RemedyFields, 'givenOn' | 'checkedOn' | 'works'>): boolean {
  return checkedOn !== null && checkedOn > givenOn && (works === 'yes' || works === 'partly');
}

/** What stands in the way of closing an incident; nothing with a stated reason. Problem: `remedy-not-checked`. [DD-12] */
export function closingProblems(
  reason: string,
  remedies: readonly Pick<RemedyFields, 'givenOn' | 'checkedOn' | 'works'>[],
): readonly Problem[] {
  return reason.trim() !== '' || remedies.some(isCheckedRemedy)
    ? []
    : [problem('remedy-not-checked', { remedies: remedies.length }, { path: 'status' })];
}
