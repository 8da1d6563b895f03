import { z } from 'zod';

/** How an indicator comes to a value. */
export const Kind = z.enum(['measured', 'count', 'yes-no', 'rated', 'survey']);
export type Kind = z.infer<typeof Kind>;

/** `+` higher is better, `-` lower is better, `o` context: shown, never averaged. */
export const Direction = z.enum(['+', '-', 'o']);
export type Direction = z.infer<typeof Direction>;

export const ResultType = z.enum(['input', 'process', 'output', 'outcome', 'impact']);
export const Pathway = z.enum([
  'prevention',
  'discovery',
  'respite',
  'recovery',
  'sustainable-freedom',
]);
export type Pathway = z.infer<typeof Pathway>;

/** A stage of the resilience cycle: what a place goes through, round after round. */
export const Stage = z.enum(['diagnose', 'challenge', 'change', 'normalise']);
export type Stage = z.infer<typeof Stage>;

export const FourP = z.enum(['pursue', 'prevent', 'protect', 'prepare']);
export type FourP = z.infer<typeof FourP>;

const unprintable = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
const Words = text(2000).min(1);

/**
 * One thing that a review asks about a place.
 *
 * `anchors` holds five concrete statements, for 0 to 4, always worded so that 4 is best whatever
 * `direction` says: direction is for measured values only. It is empty where people do not rate
 * (context, and measured values that come from a data set). `weight` is relative within the topic.
 * `leastCell` is the smallest count that may be shown (0 when the value counts no people).
 * `sources` are tags of the framework's source list; `proposed` marks what no source fixes.
 */
export const Indicator = z.strictObject({
  code: Code,
  title: Words,
  question: Words,
  help: Words,
  kind: Kind,
  direction: Direction,
  resultType: ResultType,
  weight: z.number().positive().max(100),
  unit: text(80),
  numerator: text(300),
  denominator: text(300),
  factor: z.number().positive(),
  anchors: z.array(Words).refine(({ length }) => length === 5 || length === 0, 'five-or-none'),
  bands: z.array(z.number()).refine(({ length }) => length === 4 || length === 0, 'four-or-none'),
  measure: text(80),
  pathway: z.array(Pathway),
  stages: z.array(Stage),
  fourP: z.array(FourP),
  sdg: z.array(text(20).min(1)),
  sensitivity: z.enum(['public', 'partnership', 'restricted']),
  leastCell: z.int().min(0).max(100),
  sources: z.array(text(40).min(1)),
  proposed: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

export const Topic = z.strictObject({
  code: Code,
  title: Words,
  help: Words,
  pathway: z.array(Pathway),
  indicators: z.array(Indicator).min(1),
});
export type Topic = z.infer<typeof Topic>;

/** `averaged: false` (structural context): indicators are shown one by one and escalated, never averaged. */
export const Level = z.strictObject({
  code: Code,
  title: Words,
  help: Words,
  averaged: z.boolean(),
  topics: z.array(Topic).min(1),
});
export type Level = z.infer<typeof Level>;

/** Where an idea comes from, and how much of it was read. */
export const FrameworkSource = z.strictObject({
  tag: text(40).min(1),
  citation: Words,
  url: text(500),
  read: z.enum(['full text', 'part', 'abstract', 'data', 'secondary', 'ours']),
});
export type FrameworkSource = z.infer<typeof FrameworkSource>;

/**
 * A shorter way through a framework. An empty `items` means every indicator.
 * `answers: 'all-some-none'` offers three plain answers, kept as 4, 2 and 0.
 */
export const Profile = z.strictObject({
  code: Code,
  title: Words,
  help: Words,
  answers: z.enum(['scale', 'all-some-none']),
  items: z.array(
    z.strictObject({
      indicator: Code,
      statement: text(300),
      section: text(120),
    }),
  ),
});
export type Profile = z.infer<typeof Profile>;

export const ScalePoint = z.strictObject({
  value: z.int().min(0).max(4),
  label: Words,
  anchor: Words,
});

export const Framework = z.strictObject({
  format: z.literal('freehold-framework/1'),
  code: Code,
  version: z.int().min(1),
  title: Words,
  statement: Words,
  licence: text(200),
  language: text(20),
  scale: z.array(ScalePoint).length(5),
  sources: z.array(FrameworkSource),
  profiles: z.array(Profile).min(1),
  levels: z.array(Level).min(1),
});
export type Framework = z.infer<typeof Framework>;

/**
 * Text that every file format and every database carries alike: outer blanks go, line ends become `\n`;
 * control characters and halves of a character are refused.
 */
function text(most: number) {
  return z
    .string()
    .overwrite((written) => written.replace(/\r\n?/g, '\n').trim())
    .max(most)
    .refine((written) => !unprintable.test(written), { error: 'unprintable' });
}
