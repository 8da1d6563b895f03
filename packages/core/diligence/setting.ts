import { z } from 'zod';
import { AssessmentRule, shippedAssessmentRule } from './assessment.ts';
import { PriorityRule, shippedRules } from './priority.ts';
import { SeverityBy } from './risk.ts';

/** How a partnership weighs risks and suppliers, and where it refers to. */
export const DiligenceSetting = z.strictObject({
  severityBy: SeverityBy,
  rules: z
    .array(PriorityRule)
    .max(200)
    .refine((rules) => new Set(rules.map(({ code }) => code)).size === rules.length, {
      message: 'two rules have one code',
    }),
  assessment: AssessmentRule,
  /** Whom to turn to here, in the partnership's own words; '' where nobody has written it down. */
  referral: z.string().trim().max(2000),
});
export type DiligenceSetting = z.infer<typeof DiligenceSetting>;

/** What holds where a partnership has set nothing. */
export const shippedSetting: DiligenceSetting = {
  severityBy: 'max',
  rules: [...shippedRules],
  assessment: shippedAssessmentRule,
  referral: '',
};
