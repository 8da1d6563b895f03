import { z } from 'zod';
import { Aggregation, Imputation, Normalisation, Weighting } from './method.ts';

const code = z.string().trim().min(1).max(100);

/**
 * One thing that could have been otherwise. A choice is drawn among its options, each as likely; weights are moved by
 * up to `by` of themselves, up or down; values lie about what is given by a standard error (a number for each unit,
 * null where none is known), as when raters disagree; `leave-out` drops one indicator or none.
 */
export const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('impute'), options: z.array(Imputation).min(2).max(20) }),
  z.strictObject({
    kind: z.literal('treat'),
    options: z
      .array(z.enum(['none', 'auto', 'log']))
      .min(2)
      .max(3),
  }),
  z.strictObject({ kind: z.literal('normalise'), options: z.array(Normalisation).min(2).max(20) }),
  z.strictObject({ kind: z.literal('weighting'), options: z.array(Weighting).min(2).max(20) }),
  z.strictObject({ kind: z.literal('aggregate'), options: z.array(Aggregation).min(2).max(20) }),
  z.strictObject({ kind: z.literal('weights'), by: z.number().positive().max(1) }),
  z.strictObject({
    kind: z.literal('values'),
    errors: z.record(code, z.array(z.number().min(0).nullable())),
  }),
  z.strictObject({ kind: z.literal('leave-out'), indicators: z.array(code).min(1).max(500) }),
]);
export type Source = z.infer<typeof Source>;

/**
 * What is uncertain about an index, and which node its answers are about; the top one unless told. At most ten sources:
 * their effects are worked out over a sequence of twice as many dimensions, of which 21 are known here.
 */
export const Uncertainty = z.strictObject({
  sources: z.array(Source).min(1).max(10),
  node: code.nullable().default(null),
});
export type Uncertainty = z.infer<typeof Uncertainty>;
