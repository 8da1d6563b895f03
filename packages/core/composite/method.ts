import { z } from 'zod';

const code = z.string().trim().min(1).max(100);

/** Units with too little data are left out: `least` is the share of indicators that must be there. */
export const Screening = z.strictObject({ least: z.number().min(0).max(1) });
export type Screening = z.infer<typeof Screening>;

/** What fills a gap. For a group's mean or median, `group` names the column that tells groups apart. */
export const Imputation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }),
  z.strictObject({ method: z.enum(['mean', 'median']) }),
  z.strictObject({ method: z.enum(['group-mean', 'group-median']), group: code }),
]);
export type Imputation = z.infer<typeof Imputation>;

/** How one indicator's outliers are treated. `auto` winsorises and, where that is not enough, takes logarithms. */
export const Treatment = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }),
  z.strictObject({
    method: z.enum(['auto', 'winsorise']),
    /** At most so many values are moved. */
    most: z.int().min(0).default(5),
    skew: z.number().positive().default(2),
    kurtosis: z.number().positive().default(3.5),
  }),
  z.strictObject({ method: z.literal('log') }),
  z.strictObject({ method: z.literal('box-cox'), lambda: z.number() }),
]);
export type Treatment = z.infer<typeof Treatment>;

const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, { message: 'range-does-not-rise' });

/** How one indicator is brought to a scale. Directions are dealt with first: afterwards more is always better. */
export const Normalisation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('minmax'), range: range.default([0, 100]) }),
  z.strictObject({
    method: z.literal('zscore'),
    mean: z.number().default(0),
    deviation: z.number().positive().default(1),
  }),
  z.strictObject({ method: z.enum(['rank', 'prank', 'borda', 'dist2max', 'fracmax', 'none']) }),
  z.strictObject({
    method: z.literal('scaled'),
    from: z.number(),
    to: z.number(),
    factor: z.number().default(100),
  }),
  z.strictObject({ method: z.literal('dist2ref'), unit: code, cap: z.boolean().default(false) }),
  z.strictObject({ method: z.literal('dist2targ'), cap: z.boolean().default(false) }),
  z.strictObject({ method: z.literal('goalposts') }),
  /** Bands by their upper ends, in the indicator's own direction of values, ascending; one score more than ends. */
  z.strictObject({
    method: z.literal('categorical'),
    ends: z.array(z.number()).min(1),
    scores: z.array(z.number()).min(2),
  }),
]);
export type Normalisation = z.infer<typeof Normalisation>;

/** Where weights come from. Budgets: each expert's shares by code, averaged. */
export const Weighting = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['given', 'equal', 'pca']) }),
  z.strictObject({
    method: z.literal('budget'),
    experts: z
      .array(z.record(code, z.number().min(0)))
      .min(1)
      .max(500),
  }),
]);
export type Weighting = z.infer<typeof Weighting>;

export const Mean = z.enum([
  'arithmetic',
  'geometric',
  'harmonic',
  'median',
  'copeland',
  'generalised',
]);
export type Mean = z.infer<typeof Mean>;

/** How a level's values become one: `least` is the share of children that must be there, none unless told. */
export const Aggregation = z
  .strictObject({
    method: Mean,
    power: z
      .number()
      .refine((value) => value !== 0)
      .optional(),
    least: z.number().min(0).max(1).default(0),
  })
  .refine(({ method, power }) => method !== 'generalised' || power !== undefined, {
    path: ['power'],
    message: 'power-needed',
  });
export type Aggregation = z.infer<typeof Aggregation>;

/** A rule laid over a node once it is worked out; what it does is logged. Null units: all of them. */
export const Adjustment = z.strictObject({
  node: code,
  kind: z.enum(['cap', 'floor', 'penalty']),
  value: z.number(),
  units: z.array(code).nullable().default(null),
  reason: z.string().trim().min(1).max(1000),
});
export type Adjustment = z.infer<typeof Adjustment>;

/**
 * A method is data: the steps of an index in their order, each of which may be left out. What is said for one
 * indicator in `only` goes before what is said for all. One way of aggregating, or one a level from level 2 up.
 */
export const Method = z.strictObject({
  screen: Screening.nullable().default(null),
  denominate: z.boolean().default(false),
  impute: Imputation.default({ method: 'none' }),
  treat: z
    .strictObject({ all: Treatment, only: z.record(code, Treatment).default({}) })
    .default({ all: { method: 'none' }, only: {} }),
  normalise: z
    .strictObject({ all: Normalisation, only: z.record(code, Normalisation).default({}) })
    .default({ all: { method: 'minmax', range: [0, 100] }, only: {} }),
  weight: Weighting.default({ method: 'given' }),
  aggregate: z
    .array(Aggregation)
    .min(1)
    .max(50)
    .default([{ method: 'arithmetic', least: 0 }]),
  adjust: z.array(Adjustment).max(500).default([]),
});
export type Method = z.infer<typeof Method>;
