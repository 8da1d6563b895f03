import { z } from 'zod';
import { fine, type Outcome } from '../problem.ts';
import { Count, countsFrom, Year } from './counts-table.ts';

/** The seven core outcomes of the Modern Slavery Core Outcome Set. [RC-9] */
export const CoreOutcome = z.enum([
  'housing',
  'safety',
  'support',
  'services',
  'purpose',
  'medical',
  'education',
]);
export type CoreOutcome = z.infer<typeof CoreOutcome>;

export const coreOutcomes: readonly { readonly code: CoreOutcome; readonly title: string }[] = [
  { code: 'housing', title: 'Secure and suitable housing' },
  { code: 'safety', title: 'Safety from traffickers and other abusers' },
  { code: 'support', title: 'Long-term, consistent support' },
  { code: 'services', title: 'Compassionate, trauma-informed services' },
  { code: 'purpose', title: 'Purpose in life and self-actualisation' },
  { code: 'medical', title: 'Access to medical treatment' },
  { code: 'education', title: 'Access to education' },
];

export const outcomeSource = {
  title: 'Modern Slavery Core Outcome Set',
  url: 'https://www.modernslaverypec.org/resources/core-outcome-set',
  note: 'The seven outcomes are the set’s; the answers and the five points in time are proposed by us.',
};

/** Entry, and 3, 6, 12 and 24 months after support began. PROPOSED. */
export const RecoveryPoint = z.enum(['entry', 'm3', 'm6', 'm12', 'm24']);
export type RecoveryPoint = z.infer<typeof RecoveryPoint>;

/** Whose view it is. The two are kept apart and never averaged. [RC-10] */
export const RatedBy = z.enum(['survivor', 'worker']);
export type RatedBy = z.infer<typeof RatedBy>;

export const Met = z.enum(['met', 'partly', 'not', 'unknown']);
export type Met = z.infer<typeof Met>;

/** How many people who entered in a year gave, or were given, one answer. Nobody's answer: a row is a count. */
export const OutcomeCount = z.strictObject({
  year: Year,
  outcome: CoreOutcome,
  point: RecoveryPoint,
  rater: RatedBy,
  answer: Met,
  n: Count,
});
export type OutcomeCount = z.infer<typeof OutcomeCount>;

/** The columns of a file of outcomes, in the order of the empty one that is offered. */
export const outcomeColumns = ['year', 'outcome', 'point', 'rater', 'answer', 'n'];

/** Reads counts of outcomes; the problems are those of any file of counts. [RC-6] */
export function outcomesFrom(text: string): Outcome<readonly OutcomeCount[]> {
  const read = countsFrom(text, {
    outcome: CoreOutcome.options,
    point: RecoveryPoint.options,
    rater: RatedBy.options,
    answer: Met.options,
  });
  return read.ok
    ? fine(read.value.map(({ row: _row, ...each }) => OutcomeCount.parse(each)))
    : read;
}
