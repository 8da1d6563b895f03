import { z } from 'zod';
import { DataSource } from '../source.ts';

/** A name in a mapping, a data set or a measure: letters, digits, dot, hyphen and underscore. */
export const DataCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

/** What a value is. A proportion is a part of a whole, a rate sets a count against a base that need not hold it. */
export const ValueKind = z.enum(['count', 'proportion', 'rate', 'score', 'amount']);
export type ValueKind = z.infer<typeof ValueKind>;

/** From this day on, values are not comparable with those before. */
export const SeriesBreak = z.strictObject({
  from: z.iso.date(),
  note: z.string().trim().min(1).max(500),
});
export type SeriesBreak = z.infer<typeof SeriesBreak>;

/**
 * What is measured, whoever publishes it.
 *
 * `direction`: `+` higher is better, `-` lower is better, `o` neither. `factor` turns a share into the unit
 * shown (100 for per cent, 100,000 for a rate per 100,000). `detection` says that the value counts what was
 * found, not what there is. `leastCell` is the smallest count that may be shown, 0 for no limit; `countsPeople`
 * lets a partnership's own, larger limit stand; `zeroShown` says that a zero may be shown all the same.
 */
export const Measure = z.strictObject({
  code: DataCode,
  title: z.string().trim().min(1).max(300),
  definition: z.string().trim().max(2000).default(''),
  unit: z.string().trim().max(80).default(''),
  direction: z.enum(['+', '-', 'o']),
  valueKind: ValueKind,
  factor: z.number().positive().default(1),
  decimals: z.int().min(0).max(10).default(1),
  countsPeople: z.boolean().default(false),
  detection: z.boolean().default(false),
  leastCell: z.int().min(0).max(1000).default(0),
  zeroShown: z.boolean().default(false),
  breaks: z.array(SeriesBreak).max(50).default([]),
});
export type Measure = z.infer<typeof Measure>;

/** A publication that observations come from. */
export const DataSet = z.strictObject({
  code: DataCode,
  title: DataSource.shape.title,
  publisher: DataSource.shape.publisher.default(''),
  edition: DataSource.shape.edition.default(''),
  licence: DataSource.shape.licence.default(''),
  url: DataSource.shape.url.default(''),
  retrievedOn: DataSource.shape.retrievedOn.default(null),
  note: z.string().trim().max(2000).default(''),
});
export type DataSet = z.infer<typeof DataSet>;
