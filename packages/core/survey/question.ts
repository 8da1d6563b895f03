import { z } from 'zod';
import { Words } from './words.ts';

/** A code people may read in an export: letters, digits, `_`, `.` and `-`, not beginning with a digit. */
export const Code = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/)
  .max(80);

/** One of a list of answers. `attributes` are what a filter of choices looks at. */
export const Choice = z.strictObject({
  code: z
    .string()
    .regex(/^[^\s~]+$/)
    .max(80),
  label: Words,
  attributes: z.record(z.string(), z.string()).default({}),
});
export type Choice = z.infer<typeof Choice>;

export const ChoiceList = z.strictObject({
  code: z.string().min(1).max(80),
  choices: z.array(Choice).max(1000),
});
export type ChoiceList = z.infer<typeof ChoiceList>;

const common = {
  code: Code,
  label: Words,
  hint: Words.default({}),
  required: z.boolean().default(false),
  /** Asked only where this is true; '' is always. */
  shownIf: z.string().max(2000).default(''),
  /** An answer must make this true; '' takes any. `.` is the answer. */
  constraint: z.string().max(2000).default(''),
  constraintWords: Words.default({}),
  /** Single answers are never shown to anybody, only aggregates of at least 5. [SV-20] */
  confidential: z.boolean().default(false),
  /** Fixed by no source but by us. */
  proposed: z.boolean().default(false),
  sources: z.array(z.string()).default([]),
};

const chosen = { list: z.string().min(1), filter: z.string().max(2000).default('') };

const Note = z.strictObject({ ...common, kind: z.literal('note') });
const Text = z.strictObject({
  ...common,
  kind: z.literal('text'),
  long: z.boolean().default(false),
});
const Amount = z.strictObject({
  ...common,
  kind: z.literal('number'),
  whole: z.boolean().default(false),
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
  unit: z.string().max(40).default(''),
});
const Day = z.strictObject({ ...common, kind: z.literal('date') });
const Single = z.strictObject({
  ...common,
  ...chosen,
  kind: z.literal('single'),
  /** Shown as a closed list rather than as one button a choice. */
  minimal: z.boolean().default(false),
});
const Multiple = z.strictObject({
  ...common,
  ...chosen,
  kind: z.literal('multiple'),
  most: z.number().int().min(1).nullable().default(null),
});
/** One of an ordered list whose codes are whole numbers. */
const Rating = z.strictObject({ ...common, kind: z.literal('rating'), list: z.string().min(1) });
/** One choice of `columns` for each of `rows`. */
const Matrix = z.strictObject({
  ...common,
  kind: z.literal('matrix'),
  rows: z.string().min(1),
  columns: z.string().min(1),
});
const Evidence = z.strictObject({ ...common, kind: z.literal('file') });

const leaves = [Note, Text, Amount, Day, Single, Multiple, Rating, Matrix, Evidence] as const;
export const Leaf = z.discriminatedUnion('kind', [...leaves]);
export type Leaf = z.infer<typeof Leaf>;

/** The same questions again for each organisation of the wave, or for each entry that a respondent adds. */
export const Roster = z.strictObject({
  ...common,
  kind: z.literal('roster'),
  over: z.enum(['organisations', 'entries']),
  /** The most entries; organisations are as many as the wave has. */
  most: z.number().int().min(1).max(100).default(20),
  questions: z.array(Leaf).min(1).max(60),
});
export type Roster = z.infer<typeof Roster>;

export const Question = z.discriminatedUnion('kind', [...leaves, Roster]);
export type Question = z.infer<typeof Question>;
export type QuestionKind = Question['kind'];
