import { z } from 'zod';
import kept from './routes.json' with { type: 'json' };

export const RouteType = z.enum([
  'state-scheme',
  'reparation-order',
  'restitution',
  'civil',
  'employment-tribunal',
  'employer',
  'other',
]);
export type RouteType = z.infer<typeof RouteType>;

export const Jurisdiction = z.enum(['england-wales', 'scotland', 'northern-ireland', 'any']);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

const words = z.string().trim().min(1);

/**
 * A way to compensation in one jurisdiction, as the source had it on a day. It is a signpost and no legal advice.
 * `unverified` names the fields that nobody has read in the law itself. [RC-8]
 */
export const CompensationRoute = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: words,
  type: RouteType,
  jurisdictions: z.array(Jurisdiction).min(1),
  eligibility: words,
  timeLimit: words,
  exclusions: words,
  barriers: z.array(words),
  help: words,
  source: z.strictObject({ title: words, url: z.url() }),
  readOn: z.iso.date(),
  unverified: z.array(z.enum(['eligibility', 'timeLimit', 'exclusions', 'barriers', 'help'])),
});
export type CompensationRoute = z.infer<typeof CompensationRoute>;

/** Every route that a claim can be counted under, in the order in which they are offered. */
export const compensationRoutes: readonly CompensationRoute[] = z
  .array(CompensationRoute)
  .parse(kept);

/** The name of a route; its code where nobody knows it any more. */
export function routeTitle(code: string): string {
  return compensationRoutes.find((each) => each.code === code)?.title ?? code;
}
