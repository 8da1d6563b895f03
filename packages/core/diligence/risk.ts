import { z } from 'zod';
import { ClauseCode } from './clause.ts';

/** From 1, least, to 5, most. Remediability 5 is what can hardly be made good. */
export const Step = z.int().min(1).max(5);
export const SeverityBy = z.enum(['max', 'mean']);
export type SeverityBy = z.infer<typeof SeverityBy>;
export const Involvement = z.enum(['cause', 'contribute', 'linked', 'not-known']);
export type Involvement = z.infer<typeof Involvement>;
export const Band = z.enum(['high', 'medium', 'low', 'not-known']);
export type Band = z.infer<typeof Band>;

/** An actual or potential harm in a supply chain, before anybody has weighed it. [DD-6] */
export const RiskFields = z.strictObject({
  title: z.string().trim().min(1).max(300),
  description: z.string().trim().max(4000),
  clause: ClauseCode,
  scale: Step.nullable(),
  scope: Step.nullable(),
  remediability: Step.nullable(),
  likelihood: Step.nullable(),
  involvement: Involvement,
  salient: z.boolean(),
  severe: z.boolean(),
  tractable: z.boolean(),
  evidence: z.string().trim().max(4000),
  notedOn: z.iso.date(),
});
export type RiskFields = z.infer<typeof RiskFields>;

type Weighed = Pick<RiskFields, 'scale' | 'scope' | 'remediability'>;

/**
 * How severe a harm is, 1 to 5: the greatest or the mean of scale, scope and remediability. Null where one of them
 * is missing. [DD-6]
 */
export function severityOf(
  { scale, scope, remediability }: Weighed,
  by: SeverityBy,
): number | null {
  if (scale === null || scope === null || remediability === null) return null;
  return by === 'max' ? Math.max(scale, scope, remediability) : (scale + scope + remediability) / 3;
}

/** What orders risks and suppliers alike. */
export type Standing = { readonly severity: number | null; readonly likelihood: number | null };

/** The band that a severity and a likelihood fall into. PROPOSED. [DD-8] */
export function bandOf({ severity, likelihood }: Standing): Band {
  if (severity === null || likelihood === null) return 'not-known';
  if (severity >= 5 || (severity >= 4 && likelihood >= 3)) return 'high';
  return severity >= 3 ? 'medium' : 'low';
}

/** Severity times likelihood, 1 to 25; null where either is missing. It is shown and orders nothing. [DD-7] */
export function productOf({ severity, likelihood }: Standing): number | null {
  return severity === null || likelihood === null ? null : severity * likelihood;
}

/** Severity first, then likelihood; what is not known comes last. For `toSorted`. [DD-7] */
export function bySeverity(one: Standing, other: Standing): number {
  return (
    (other.severity ?? 0) - (one.severity ?? 0) || (other.likelihood ?? 0) - (one.likelihood ?? 0)
  );
}
