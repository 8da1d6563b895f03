import { z } from 'zod';
import { headed, type Block, type Document } from '../document/index.ts';
import kept from './scorecard.json' with { type: 'json' };

export const ScorecardSection = z.enum([
  'leadership',
  'resources',
  'victims',
  'disruption',
  'supply-chain',
]);
export type ScorecardSection = z.infer<typeof ScorecardSection>;

/** 0 is "not yet begun"; 1 to 4 are the four levels. */
export const ScorecardLevel = z.int().min(0).max(4);

export const scorecardLevels = [
  'Not yet begun',
  'Basic first steps',
  'Early progress',
  'Substantial progress',
  'Mature practice',
] as const;

/** The five sections, each with what its four levels look like. The words are ours and PROPOSED. [SM-6] */
export const scorecard: readonly {
  readonly code: ScorecardSection;
  readonly title: string;
  readonly help: string;
  readonly levels: readonly string[];
}[] = z
  .array(
    z.strictObject({
      code: ScorecardSection,
      title: z.string(),
      help: z.string(),
      levels: z.array(z.string()).length(4),
    }),
  )
  .parse(kept);

export const scorecardSource = {
  title: 'Local Government Association, council guide to tackling modern slavery (maturity matrix)',
  url: 'https://www.local.gov.uk/publications/council-guide-tackling-modern-slavery',
  note: 'The five sections and the four levels are the matrix’s; its single rows were not open to read, and what a level looks like is PROPOSED by us.',
};

/** A council's answer to one section in one year; a level of null is not answered. */
export type ScorecardAnswer = {
  readonly year: number;
  readonly section: ScorecardSection;
  readonly level: number | null;
  readonly evidence: string;
  readonly link: string;
};

/** One section in a year beside the year before; `change` is null where either is not answered. [SM-6] */
export type ScorecardRow = {
  readonly section: ScorecardSection;
  readonly now: ScorecardAnswer | null;
  readonly before: ScorecardAnswer | null;
  readonly change: number | null;
};

/**
 * Every section in a year, with the newest earlier year that answers it. A level without evidence stands and is said
 * to have none; nothing is averaged over sections. [SM-6]
 */
export function scorecardOf(
  answers: readonly ScorecardAnswer[],
  year: number,
): readonly ScorecardRow[] {
  return ScorecardSection.options.map((section) => {
    const own = answers.filter((each) => each.section === section && each.level !== null);
    const now = answers.find((each) => each.section === section && each.year === year) ?? null;
    const before =
      own.filter((each) => each.year < year).toSorted((a, b) => b.year - a.year)[0] ?? null;
    const level = now?.level ?? null;
    const change = level === null || before === null ? null : level - (before.level ?? 0);
    return { section, now, before, change };
  });
}

/** Every section of a year with what its level looks like, its evidence and the year before, as a document. [SM-6] */
export function scorecardDocument(
  {
    year,
    today,
    ...setting
  }: Pick<Document, 'partnership' | 'place' | 'madeUp'> & {
    readonly year: number;
    readonly today: string;
  },
  answers: readonly ScorecardAnswer[],
): Document {
  const rows = scorecardOf(answers, year);
  const sections = [
    { title: 'Section by section', blocks: rows.flatMap(blocksOf) },
    {
      title: 'How to read this',
      blocks: [
        {
          kind: 'text' as const,
          text: `${scorecardSource.title}, ${scorecardSource.url}. ${scorecardSource.note}`,
        },
      ],
    },
  ];
  const sheet = {
    columns: ['year', 'section', 'level', 'evidence', 'link'],
    rows: answers.map((each) => [
      ...[each.year, each.section, each.level, each.evidence, each.link],
    ]),
  };
  return headed(
    { ...setting, madeOn: today },
    {
      ...{ kind: 'council-scorecard', title: 'Council scorecard' },
      ...{ subtitle: `${setting.place} · ${year}`, sections, sheet },
    },
  );
}

function blocksOf({ section, now, before, change }: ScorecardRow): readonly Block[] {
  const guide = scorecard.find(({ code }) => code === section);
  const level = now?.level ?? null;
  const looks = level === null || level === 0 ? '' : (guide?.levels[level - 1] ?? '');
  const facts: readonly (readonly [string, string])[] = [
    ['Level', level === null ? 'not answered' : `${level}: ${scorecardLevels[level] ?? ''}`],
    ['What that looks like', looks],
    ['Evidence', now === null || now.evidence === '' ? 'none named' : now.evidence],
    ['Where it can be read', now?.link ?? ''],
    ['Earlier', before === null ? '' : `level ${before.level ?? '–'} in ${before.year}`],
    [
      'Change',
      change === null ? '' : change === 0 ? 'none' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`,
    ],
  ];
  return [
    { kind: 'heading', text: guide?.title ?? section },
    {
      kind: 'facts',
      facts: facts.filter(([, said]) => said !== '').map(([term, said]) => [term, said]),
    },
  ];
}
