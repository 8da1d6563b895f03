import { z } from 'zod';
import { period } from '../period.ts';
import { PlaceType } from '../place.ts';
import { DataCode, DataSet, Measure } from './measure.ts';

// A mapping is data: it says how a file of somebody else's is read. The room's rules are in rules.md.

const Column = z.string().trim().min(1).max(300);
const Title = z.string().trim().min(1).max(300);
const Tokens = z.array(z.string().max(40)).max(50);

/**
 * What stands where a value is not known. Case and the spaces around do not matter. A dash is not among them: some
 * publishers write it for zero, so a mapping has to say what it means.
 */
const missing = ['', 'na', 'n/a', 'null', '..', ':', '[x]', '[z]'];
/** What stands where a publisher withheld a small count. */
const withheld = ['c', '[c]', '*'];

const Named = { code: DataCode.optional(), title: Title.optional() };

const tokens = {
  missing: Tokens.default(missing),
  /** These win over `missing` where a token is in both. */
  suppressed: Tokens.default(withheld),
};

/** How a row names its place; `aliases` turn a name in the file into one that is known. */
export const PlaceReading = z.strictObject({
  by: z.enum(['code', 'name']),
  column: Column,
  type: PlaceType.optional(),
  aliases: z.record(z.string().max(300), z.string().min(1).max(300)).default({}),
});
export type PlaceReading = z.infer<typeof PlaceReading>;

/** Rows that count: those whose cell `is` one of these, or is none of `isNot`. */
export const RowFilter = z.union([
  z.strictObject({ column: Column, is: z.array(z.string().max(300)).min(1).max(500) }),
  z.strictObject({ column: Column, isNot: z.array(z.string().max(300)).min(1).max(500) }),
]);
export type RowFilter = z.infer<typeof RowFilter>;

/**
 * How a row gives a value of a measure. `column` takes one cell; `sumOf` adds up the cells of all rows of the
 * same place and period, `count` the rows themselves. The other columns go with `column` only. `scale`
 * multiplies value, low and high.
 */
export const MeasureReading = z
  .strictObject({
    measure: Measure,
    value: z.union([
      z.strictObject({ column: Column }),
      z.strictObject({ sumOf: Column }),
      z.strictObject({ count: z.literal(true) }),
    ]),
    scale: z.number().positive().default(1),
    numerator: Column.optional(),
    denominator: Column.optional(),
    low: Column.optional(),
    high: Column.optional(),
    note: Column.optional(),
  })
  .refine(({ value, numerator, denominator, low, high, note }) => {
    const beside = [numerator, denominator, low, high, note];
    return 'column' in value || beside.every((column) => column === undefined);
  }, 'columns beside the value go with a value from one cell');
export type MeasureReading = z.infer<typeof MeasureReading>;

const FixedPeriod = z.string().refine((text) => period(text) !== null, { message: 'not a period' });

export const ObservationMapping = z.strictObject({
  kind: z.literal('observations'),
  ...Named,
  dataSet: DataSet,
  place: PlaceReading,
  period: z.union([z.strictObject({ column: Column }), z.strictObject({ fixed: FixedPeriod })]),
  where: z.array(RowFilter).max(20).default([]),
  measures: z
    .array(MeasureReading)
    .min(1)
    .max(200)
    .refine((all) => new Set(all.map((each) => each.measure.code)).size === all.length, {
      message: 'two measures have the same code',
    }),
  decimal: z.enum(['.', ',']).default('.'),
  ...tokens,
});
export type ObservationMapping = z.infer<typeof ObservationMapping>;

/** A look-up: each row names one place of several types, and so which lies in which. */
export const PlacesMapping = z
  .strictObject({
    kind: z.literal('places'),
    ...Named,
    places: z
      .array(
        z.strictObject({
          type: PlaceType,
          code: Column,
          name: Column,
          codeYear: z.int().min(1900).max(2200).nullable().default(null),
        }),
      )
      .min(1)
      .max(8),
    /** Pairs of child type and parent type. */
    parents: z.array(z.tuple([PlaceType, PlaceType])).max(30),
    source: z.string().trim().max(300).default(''),
  })
  .refine(({ places }) => new Set(places.map((each) => each.type)).size === places.length, {
    message: 'two places of one row have the same type',
  })
  .refine(
    ({ places, parents }) => {
      const known = new Set(places.map((each) => each.type));
      return parents.flat().every((type) => known.has(type));
    },
    { message: 'a parent names a type that the rows do not have' },
  );
export type PlacesMapping = z.infer<typeof PlacesMapping>;

export const PopulationsMapping = z.strictObject({
  kind: z.literal('populations'),
  ...Named,
  place: PlaceReading,
  year: z.union([
    z.strictObject({ column: Column }),
    z.strictObject({ fixed: z.int().min(1800).max(2200) }),
  ]),
  population: z.strictObject({ column: Column }),
  where: z.array(RowFilter).max(20).default([]),
  source: z.string().trim().max(300).default(''),
  ...tokens,
});
export type PopulationsMapping = z.infer<typeof PopulationsMapping>;

/** GeoJSON boundaries. `code` and `name` are properties of a feature. */
export const BoundariesMapping = z.strictObject({
  kind: z.literal('boundaries'),
  title: Title.optional(),
  type: PlaceType,
  code: Column,
  name: Column,
  codeYear: z.int().min(1900).max(2200).nullable().default(null),
  source: z.string().trim().max(300).default(''),
});
export type BoundariesMapping = z.infer<typeof BoundariesMapping>;

export const Mapping = z.discriminatedUnion('kind', [
  ObservationMapping,
  PlacesMapping,
  PopulationsMapping,
  BoundariesMapping,
]);
export type Mapping = z.infer<typeof Mapping>;
