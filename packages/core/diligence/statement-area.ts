import { z } from 'zod';
import kept from './statement-areas.json' with { type: 'json' };

export const StatementArea = z.enum([
  'structure',
  'policies',
  'risk',
  'diligence',
  'effectiveness',
  'training',
]);
export type StatementArea = z.infer<typeof StatementArea>;

const Item = z.strictObject({
  code: z.string(),
  level: z.literal([1, 2, 3]),
  says: z.string().min(1),
  /** Nobody has read what the framework asks at this level; the words are our proposal. */
  proposed: z.boolean(),
});
export type StatementItem = z.infer<typeof Item>;

export type AreaGuide = {
  readonly code: StatementArea;
  readonly title: string;
  readonly help: string;
  readonly items: readonly StatementItem[];
};

/** The six areas with what each level asks, in our words. [SM-1] */
export const statementAreas: readonly AreaGuide[] = z
  .array(
    z.strictObject({
      code: StatementArea,
      title: z.string(),
      help: z.string(),
      items: z.array(Item),
    }),
  )
  .parse(kept);

export const statementItemSource = {
  title: 'Ethical Trading Initiative, modern slavery statements evaluation framework',
  url: 'https://www.ethicaltrade.org/issuesmodern-slavery/modern-slavery-statements-evaluation-framework',
  note: 'The six areas and the levels are the framework’s; the words are ours. What is marked UNVERIFIED was not open to read.',
};

/** What somebody found of an item or a disclosure. What is not there has not been looked at. */
export const StatementAnswer = z.enum(['yes', 'no']);
export type StatementAnswer = z.infer<typeof StatementAnswer>;
export type StatementAnswers = Readonly<Record<string, StatementAnswer>>;

export type Level = 0 | 1 | 2 | 3;

/** The highest level at which everything asked there and below is found; levels build on each other. [SM-1] */
export function levelOf(area: AreaGuide, answers: StatementAnswers): Level {
  const reached = ([1, 2, 3] as const).filter((level) =>
    area.items.every((item) => item.level > level || answers[item.code] === 'yes'),
  );
  return reached.at(-1) ?? 0;
}

/** How many of an area's items have been looked at. */
export function lookedAt(area: AreaGuide, answers: StatementAnswers): number {
  return area.items.filter(({ code }) => answers[code] !== undefined).length;
}
