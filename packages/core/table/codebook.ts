import { z } from 'zod';

const name = z.string().min(1).max(1000);
const text = z.string().max(1000);
const texts = z.array(text).max(100_000);
const values = z.union([z.literal('discover'), texts.min(1)]);
const rising = z
  .array(z.number())
  .min(1)
  .max(1000)
  .refine((cuts) => cuts.every((cut, at) => at === 0 || cut > (cuts[at - 1] ?? cut)), 'must rise');

/** Texts that stand for nothing recorded, beside the empty cell; spaces around a cell never count. */
const blanks = texts.default([]);
/** Whether the exact text `0` is a value like any other, or stands for nothing recorded. */
const zero = (usual: 'absent' | 'value') => z.enum(['absent', 'value']).default(usual);

/**
 * What one column holds. Declared values are the whole domain, whether they occur or not; `discover` takes what
 * occurs. A band's limits belong to the band above: cuts 18 and 25 make "under 18", "18 to under 25", "25 and over".
 */
export const ColumnBook = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('category'), name, values, blanks, zero: zero('absent') }),
  z.strictObject({
    kind: z.literal('ordered'),
    name,
    values: texts.min(1),
    blanks,
    zero: zero('absent'),
  }),
  z.strictObject({
    kind: z.literal('flag'),
    name,
    yes: text.default('1'),
    no: text.default('0'),
    blanks,
    zero: zero('absent'),
  }),
  z.strictObject({
    kind: z.literal('multi'),
    name,
    delimiter: z.string().min(1).max(10),
    values,
    blanks,
    zero: zero('absent'),
  }),
  z.strictObject({
    kind: z.literal('number'),
    name,
    cuts: rising,
    blanks,
    zero: zero('value'),
  }),
  z.strictObject({
    kind: z.literal('date'),
    name,
    band: z.enum(['year', 'quarter', 'month']),
    blanks,
  }),
  z.strictObject({ kind: z.literal('left-out'), name }),
]);
export type ColumnBook = z.infer<typeof ColumnBook>;

/** What a table of records holds, column by column; `subject` names the column that says whose record it is. */
export const Codebook = z.strictObject({
  format: z.literal('freehold-codebook/1'),
  subject: name.nullable().default(null),
  columns: z.array(ColumnBook).min(1).max(2000),
});
export type Codebook = z.infer<typeof Codebook>;

/** What a column is taken for when nobody has said: categories as they occur, an empty cell and `0` absent. */
export function usualColumn(name: string): ColumnBook {
  return { kind: 'category', name, values: 'discover', blanks: [], zero: 'absent' };
}
