import { z } from 'zod';
import { CountryCode } from './country.ts';
import { isProduct, ProductCode } from './product.ts';
import { Step, type Standing } from './risk.ts';
import shipped from './shipped/priority-rules.json' with { type: 'json' };

const Tier = z.int().min(1).max(9);

/**
 * A rule about suppliers. Each part of `when` that says something must fit; an empty one fits every supplier that
 * the other parts fit, and a rule that says nothing at all is refused. [DD-9]
 */
export const PriorityRule = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]{1,60}$/),
    title: z.string().trim().min(1).max(200),
    when: z.strictObject({
      countries: z.array(CountryCode).max(250),
      /** Every known country but these. */
      countriesExcept: z.array(CountryCode).max(250),
      products: z.array(ProductCode).max(120),
      /** From this tier on. */
      tierFrom: Tier.nullable(),
    }),
    severity: Step.nullable(),
    likelihood: Step.nullable(),
    source: z.string().trim().min(1).max(1000),
    status: z.enum(['confirmed', 'proposed']),
  })
  .refine(({ severity, likelihood }) => severity !== null || likelihood !== null, {
    message: 'a rule gives a severity or a likelihood',
    path: ['severity'],
  })
  .refine(
    ({ when }) =>
      when.countries.length + when.countriesExcept.length + when.products.length > 0 ||
      when.tierFrom !== null,
    { message: 'a rule looks at a country, a product or a tier', path: ['when'] },
  );
export type PriorityRule = z.infer<typeof PriorityRule>;

/** What Freehold ships, all of it PROPOSED. */
export const shippedRules: readonly PriorityRule[] = z.array(PriorityRule).parse(shipped.rules);

/** What a rule may look at. */
export type Ruled = {
  readonly country: string;
  readonly products: readonly string[];
  readonly tier: number | null;
};

export type Priority = Standing & {
  /** Codes of the rules that fit, in their order. */
  readonly because: readonly string[];
};

/**
 * A supplier's severity and likelihood by rules: the highest that a rule which fits gives. Null where no rule that
 * fits speaks of it, which is not low. [DD-9] [DD-10]
 *
 * Holds: another rule never lowers either.
 */
export function prioritised(supplier: Ruled, rules: readonly PriorityRule[]): Priority {
  const fitting = rules.filter((rule) => fits(supplier, rule));
  return {
    severity: highest(fitting.map((rule) => rule.severity)),
    likelihood: highest(fitting.map((rule) => rule.likelihood)),
    because: fitting.map(({ code }) => code),
  };
}

function fits({ country, products, tier }: Ruled, { when }: PriorityRule): boolean {
  const inCountry = when.countries.length === 0 || when.countries.includes(country);
  const elsewhere =
    when.countriesExcept.length === 0 ||
    (country !== '' && !when.countriesExcept.includes(country));
  const ofProduct =
    when.products.length === 0 ||
    products.some((each) => when.products.some((named) => isProduct(each, named)));
  const farEnough = when.tierFrom === null || (tier !== null && tier >= when.tierFrom);
  return inCountry && elsewhere && ofProduct && farEnough;
}

function highest(steps: readonly (number | null)[]): number | null {
  const said = steps.filter((each) => each !== null);
  return said.length === 0 ? null : Math.max(...said);
}
