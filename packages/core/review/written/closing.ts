import type { Limit } from '../limits.ts';
import type { ReviewReport } from '../report.ts';
import type { Block, Section } from '../../document/index.ts';
import { capital, count, day, list, number, percent } from '../../document/index.ts';
import { said } from './words.ts';

/** Who took part, the method with its recipe, the limits, and the sources. */
export function closing(report: ReviewReport): readonly Section[] {
  return [
    { title: 'Who took part', blocks: people(report) },
    { title: 'How this was worked out', blocks: method(report) },
    { title: 'What this report cannot say', blocks: bounds(report) },
    { title: 'Sources', blocks: sources(report) },
  ];
}

function people({ takenPart, invited, steps }: ReviewReport): readonly Block[] {
  return [
    {
      kind: 'lead',
      text: `${capital(count(takenPart.length, 'person', 'people'))} answered, of ${invited} invited. Their names and single answers are not part of this report.`,
    },
    {
      kind: 'table',
      caption: 'Who answered, by agency and role',
      columns: [
        { title: 'Agency', width: 42 },
        { title: 'Role', width: 38 },
        { title: 'Answers given', width: 20, figures: true },
      ],
      rows: takenPart.map(({ agency, roleTitle, answered }) => [
        agency,
        roleTitle === '' ? '–' : roleTitle,
        String(answered),
      ]),
    },
    ...(steps.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: 'Steps of the review',
            columns: [
              { title: 'Day', width: 22 },
              { title: 'Step', width: 30 },
              { title: 'Note', width: 48 },
            ],
            rows: steps.map(({ on, to, note }) => [day(on), capital(said(to)), note]),
          },
        ]
      : []),
  ];
}

/** How a review’s scores were worked out, with the recipe. */
export function method({
  recipe,
  scale,
  framework,
  review,
  madeOn,
}: ReviewReport): readonly Block[] {
  const { interval, measured } = recipe;
  return [
    {
      kind: 'list',
      items: [
        {
          lead: 'Blind first.',
          text: 'Each person answered alone, for an agency, before seeing other answers. The agencies then met and agreed scores. An agreed score stands beside the ratings and never replaces them.',
        },
        {
          lead: 'Scores.',
          text: `A topic’s score is the weighted mean of its answered indicators, from 0 to 4. “Not applicable” leaves the sum; “don’t know” lowers the coverage. Under ${percent(recipe.leastCoverage)} coverage no score is given.`,
        },
        {
          lead: 'Where a score comes from.',
          text: 'An indicator’s score is what was agreed; where nothing was agreed it is measured, or the mean of the agencies’ ratings. Context is shown and has no score.',
        },
        {
          lead: 'Ranges.',
          text: `The agencies are drawn again at random ${number(interval.draws)} times; the range holds the middle ${percent(interval.level)} of the scores that come out. Under ${count(recipe.leastAgencies, 'agency', 'agencies')} no range is claimed.`,
        },
        ...(measured.length > 0
          ? [
              {
                lead: 'Measured values.',
                text: `A value from a data set becomes 0 to 4 by the fifth of the comparison group (${said(review.comparison)}) it lies in, or by fixed bands, with the good end at 4.`,
              },
            ]
          : []),
      ],
    },
    {
      kind: 'table',
      caption: 'The scale',
      columns: [
        { title: 'Score', width: 10, figures: true },
        { title: 'Name', width: 28 },
        { title: 'Meaning', width: 62 },
      ],
      rows: scale.map(({ value, label, anchor }) => [String(value), label, anchor]),
    },
    { kind: 'heading', text: 'Recipe' },
    {
      kind: 'facts',
      facts: [
        ['Method', recipe.method],
        ['Framework', `${framework.code}, version ${framework.version}`],
        ['Profile', recipe.profile],
        [
          'Range',
          `${percent(interval.level)}, ${number(interval.draws)} draws, seed ${interval.seed}`,
        ],
        ['Least coverage', percent(recipe.leastCoverage)],
        ['Least agencies for a range', String(recipe.leastAgencies)],
        ['Report made', day(madeOn)],
      ],
    },
    {
      kind: 'note',
      text: 'With the same answers, the same recipe gives the same scores again.',
    },
  ];
}

function bounds({ limits }: ReviewReport): readonly Block[] {
  return [{ kind: 'list', items: limits.map((limit) => ({ text: sentence(limit) })) }];
}

function sentence(limit: Limit): string {
  switch (limit.code) {
    case 'self-assessment':
      return `This is a self-assessment by ${count(limit.agencies, 'agency', 'agencies')} that ${limit.agencies === 1 ? 'works' : 'work'} here. It shows how they see the place, with what evidence they had; it is no inspection, and it does not rank people or agencies.`;
    case 'no-score':
      return `No score means that under ${percent(limit.leastCoverage)} of what applies was answered${limit.topics > 0 ? ` (${count(limit.topics, 'topic', 'topics')} here)` : ''}. It does not mean nought, and says nothing about how good things are.`;
    case 'small-numbers':
      return limit.agencies < limit.leastAgencies
        ? `With ${count(limit.agencies, 'agency', 'agencies')}, no range is claimed: one agency more could change every score.`
        : `With ${count(limit.agencies, 'agency', 'agencies')} the ranges are rough: few agencies that happen to agree give a range that is too narrow, and one agency more could move a score.`;
    case 'interval':
      return `A range covers the agencies’ disagreement only. It does not cover what nobody knows, what all of them see alike and wrongly, or errors in the data.`;
    case 'detection':
      return `${list(limit.indicators)}: these counts show what was found and referred. They do not show how much slavery there is, and a rise can be good news.`;
    case 'context-not-averaged':
      return `Context is shown and never averaged: ${list(limit.indicators)}.`;
    case 'level-not-averaged':
      return `${list(limit.levels)} is shown item by item and never averaged, because it is decided mostly beyond this place.`;
    case 'comparison-group':
      return `${capital(count(limit.indicators, 'measured indicator is', 'measured indicators are'))} scored by standing among other places. Such a score moves when the others move, and the best of a group can still be far from good.`;
    case 'inspired-by':
      return limit.statement;
  }
}

function sources({ sources: found, dataSources, framework }: ReviewReport): readonly Block[] {
  return [
    { kind: 'text', text: `${framework.statement}. ${framework.licence}.`.replace('..', '.') },
    ...(dataSources.length > 0
      ? [
          { kind: 'heading' as const, text: 'Data' },
          { kind: 'list' as const, items: dataSources.map((text) => ({ text })) },
        ]
      : []),
    { kind: 'heading', text: 'Where the questions come from' },
    {
      kind: 'list',
      small: true,
      items: found.map(({ tag, citation, url }) => ({
        lead: tag,
        text: url === '' ? citation : `${citation}. ${url}`,
      })),
    },
  ];
}
