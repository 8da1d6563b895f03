import { z } from 'zod';

const Words = z.string();
const Shown = z.number().min(0).max(4).nullable();

/** A line of a list: its opening words may stand out. */
export const Item = z.strictObject({ lead: Words.optional(), text: Words }).readonly();
export type Item = z.infer<typeof Item>;

/** `width` is relative to the other columns. */
export const Column = z
  .strictObject({ title: Words, width: z.number().positive(), figures: z.boolean().optional() })
  .readonly();
export type Column = z.infer<typeof Column>;

/** `quiet`: the heading before it says the same; the caption is for those who cannot see that. */
export const Table = z
  .strictObject({
    kind: z.literal('table'),
    caption: Words,
    quiet: z.boolean().optional(),
    columns: z.array(Column).min(1).readonly(),
    rows: z.array(z.array(Words).readonly()).readonly(),
  })
  .readonly();
export type Table = z.infer<typeof Table>;

/** A score from 0 to 4 with its interval; `label` is the bar in words: "1.8, between 1.4 and 2.2". */
export const Bar = z
  .strictObject({
    code: Words,
    title: Words,
    score: Shown,
    low: Shown,
    high: Shown,
    coverage: z.number().min(0).max(1),
    label: Words,
  })
  .readonly();
export type Bar = z.infer<typeof Bar>;

/** Scores with their intervals, by group. */
export const Chart = z
  .strictObject({
    kind: z.literal('chart'),
    title: Words,
    note: Words,
    groups: z
      .array(z.strictObject({ title: Words, bars: z.array(Bar).readonly() }).readonly())
      .readonly(),
  })
  .readonly();
export type Chart = z.infer<typeof Chart>;

/** The smallest part of a document that stands by itself. */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: Words, aside: Words.optional() }).readonly(),
  z.strictObject({ kind: z.literal('lead'), text: Words }).readonly(),
  z.strictObject({ kind: z.literal('text'), text: Words }).readonly(),
  z.strictObject({ kind: z.literal('note'), text: Words }).readonly(),
  z
    .strictObject({
      kind: z.literal('list'),
      items: z.array(Item).readonly(),
      small: z.boolean().optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('facts'),
      facts: z.array(z.tuple([Words, Words]).readonly()).readonly(),
    })
    .readonly(),
  Chart,
  Table,
]);
export type Block = z.infer<typeof Block>;

/** `newPage`: begins on a page of its own when printed. */
export const Section = z
  .strictObject({
    title: Words,
    blocks: z.array(Block).readonly(),
    newPage: z.boolean().optional(),
  })
  .readonly();
export type Section = z.infer<typeof Section>;

const paper = {
  title: Words,
  subtitle: Words,
  /** Written at the top of every page. */
  running: Words,
  partnership: Words,
  place: Words,
  madeUp: z.boolean(),
  madeOn: z.iso.date(),
  /** Who may have it, printed on every page; '' where it carries no marking. */
  marking: Words,
  sections: z.array(Section).readonly(),
};

/** What people read: HTML and DOCX both draw it, so that they cannot say different things. */
export const Paper = z.strictObject(paper).readonly();
export type Paper = z.infer<typeof Paper>;

/** The records behind a document as one flat table, for a spreadsheet; null is a value that is not there. */
export const Sheet = z
  .strictObject({
    columns: z.array(Words).min(1).readonly(),
    rows: z
      .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly())
      .readonly(),
  })
  .readonly();
export type Sheet = z.infer<typeof Sheet>;

/** A report as plain data, before anybody draws it. `kind` says which: "funding-case". [DO-1] */
export const Document = z
  .strictObject({
    format: z.literal('freehold-document/1'),
    kind: Words.min(1),
    ...paper,
    sheet: Sheet,
  })
  .readonly();
export type Document = z.infer<typeof Document>;
