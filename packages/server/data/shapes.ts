import { z } from '@hono/zod-openapi';
import { Mapping, SeriesBreak, ValueKind } from '@freehold/core/data';
import { Id } from '@freehold/core/id';
import { PlaceType } from '@freehold/core/place';
import { DataSource } from '@freehold/core/source';
import { delimiters } from '@freehold/core/table';
import { ProblemLine } from '../http/problem.ts';

export const MeasureShown = z
  .object({
    code: z.string(),
    title: z.string(),
    definition: z.string(),
    unit: z.string(),
    direction: z.enum(['+', '-', 'o']),
    valueKind: ValueKind,
    factor: z.number(),
    decimals: z.number(),
    countsPeople: z.boolean(),
    detection: z.boolean(),
    leastCell: z.number(),
    zeroShown: z.boolean(),
    breaks: z.array(SeriesBreak),
  })
  .openapi('Measure');
export type MeasureShown = z.infer<typeof MeasureShown>;

/** `first` and `last` are the periods that its observations begin and end with. */
export const MeasureListed = MeasureShown.extend({
  observations: z.number(),
  places: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  dataSets: z.array(z.string()),
}).openapi('MeasureListed');

export const DataSetListed = DataSource.extend({
  code: z.string(),
  note: z.string(),
  observations: z.number(),
  measures: z.array(z.string()),
}).openapi('DataSetListed');

export const MappingListed = z
  .object({
    code: z.string(),
    title: z.string(),
    kind: z.enum(['observations', 'places', 'populations', 'boundaries']),
    content: Mapping,
    shipped: z.boolean(),
  })
  .openapi('MappingListed');

/** The first rows of a file. For GeoJSON the columns are the properties of its features. */
export const Preview = z
  .object({
    form: z.enum(['table', 'geojson']),
    encoding: z.string(),
    delimiter: z.enum(delimiters).nullable(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    problems: z.array(ProblemLine),
  })
  .openapi('Preview');

/** Suppressed: there is a value, and it may not be shown. Value null and not suppressed: none is known. */
const Value = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  suppressed: z.boolean(),
});

export const Point = Value.extend({
  period: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  note: z.string(),
}).openapi('Point');
export type Point = z.infer<typeof Point>;

const PlaceNamed = z.object({ id: Id, name: z.string(), type: PlaceType });

/** `own` is false where the data are for a place that this one lies in. */
export const PlaceSeries = z
  .object({
    measure: MeasureShown,
    place: PlaceNamed,
    own: z.boolean(),
    points: z.array(Point),
    source: DataSource.nullable(),
  })
  .openapi('PlaceSeries');
export type PlaceSeries = z.infer<typeof PlaceSeries>;

export const GroupKind = z.enum(['same-type', 'same-parent', 'chosen']);
export type GroupKind = z.infer<typeof GroupKind>;

/** Why there is no group, or nothing to compare. */
export const NoPosition = z.enum(['no-observations', 'no-value', 'suppressed', 'group-too-small']);

/**
 * A place's newest value in its group. `quintile`: 1 holds the lowest values. `score`: 0 to 4, 4 best, null for a
 * measure of context. Members come by name, the place itself among them.
 */
export const PlacePosition = z
  .object({
    measure: MeasureShown,
    place: PlaceNamed,
    period: z.string().nullable(),
    own: Value.nullable(),
    group: z
      .object({
        kind: GroupKind,
        label: z.string(),
        n: z.number(),
        least: z.number(),
        q1: z.number(),
        median: z.number(),
        q3: z.number(),
        most: z.number(),
      })
      .nullable(),
    quintile: z.number().nullable(),
    score: z.number().nullable(),
    members: z.array(Value.extend({ id: Id, name: z.string(), own: z.boolean() })),
    source: DataSource.nullable(),
    reason: NoPosition.nullable(),
  })
  .openapi('PlacePosition');
export type PlacePosition = z.infer<typeof PlacePosition>;

export const PlaceMeasures = z
  .object({
    rows: z.array(
      z.object({
        measure: MeasureShown,
        placeId: Id,
        placeName: z.string(),
        own: z.boolean(),
        source: DataSource,
        latest: Point.nullable(),
        n: z.number(),
      }),
    ),
  })
  .openapi('PlaceMeasures');
