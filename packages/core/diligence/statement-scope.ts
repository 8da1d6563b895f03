import { z } from 'zod';

export const OrganisationKind = z.enum([
  'company',
  'partnership',
  'charity',
  'public-body',
  'other',
  'not-known',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** What the duty hangs on; null is not known. Turnover is of a financial year, in pounds, subsidiaries included. */
export const ScopeFacts = z.strictObject({
  kind: OrganisationKind,
  turnover: z.number().min(0).max(1e13).nullable(),
  inUk: z.boolean().nullable(),
  supplies: z.boolean().nullable(),
});
export type ScopeFacts = z.infer<typeof ScopeFacts>;

/** The duty as reference data: what held from which day, and where that was read. [SM-3] */
export const section54 = {
  from: '2015-10-29',
  threshold: 36_000_000,
  publishWithinMonths: 6,
  source: {
    title: 'Business Wales on section 54 of the Modern Slavery Act 2015; Gowling WLG (2025)',
    url: 'https://businesswales.gov.wales/news-and-blog/new-statutory-guidance-section-54-modern-slavery-act',
  },
  readOn: '2026-11-22',
  unverified: ['from'],
} as const;

export const section54Guidance = {
  published: '2025-03-24',
  says: [
    'The law is as it was; a statement may still say that no steps were taken.',
    'What is expected is more: openness, work with stakeholders, doing better each year, and more about due diligence.',
    'The statement is approved by the board, signed by a director, linked from the home page, and published within six months of the year’s end.',
  ],
  source: {
    title: 'Home Office guidance of 24 March 2025, as read by Gowling WLG and Business Wales',
    url: 'https://gowlingwlg.com/fr/insights-resources/articles/2025/the-modern-slavery-act-and-supply-chains',
  },
  readOn: '2026-11-22',
} as const;

export const ScopeReason = z.enum(['commercial', 'in-uk', 'supplies', 'turnover']);
export type ScopeReason = z.infer<typeof ScopeReason>;

/** Each condition with whether it holds; null where nobody has said. */
export type Scope = {
  readonly answer: 'in' | 'out' | 'not-known';
  readonly reasons: readonly { readonly reason: ScopeReason; readonly holds: boolean | null }[];
};

/**
 * Must the organisation publish a statement? In where all four conditions hold, out where one does not, not known
 * otherwise; a turnover of just the threshold is in. A public body or charity is weighed by what it does, which is not
 * ours to say: its first condition is not known. [SM-3]
 */
export function scopeOf({ kind, turnover, inUk, supplies }: ScopeFacts): Scope {
  const reasons = [
    { reason: 'commercial', holds: kind === 'company' || kind === 'partnership' ? true : null },
    { reason: 'in-uk', holds: inUk },
    { reason: 'supplies', holds: supplies },
    { reason: 'turnover', holds: turnover === null ? null : turnover >= section54.threshold },
  ] as const;
  if (reasons.some(({ holds }) => holds === false)) return { answer: 'out', reasons };
  return { answer: reasons.every(({ holds }) => holds) ? 'in' : 'not-known', reasons };
}
