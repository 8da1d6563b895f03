import { capital, count, type Block } from '../document/index.ts';
import {
  assetBlocks,
  priorityBlocks,
  reportSummary,
  reviewMethod,
  scoreSection,
  type ReviewReport,
} from '../review/index.ts';
import { markingOf } from './handling.ts';
import type { ProfilePart } from './problem-profile.ts';
import type { ProfileInput } from './profile-input.ts';
import { priorityPairs } from './profile-priorities.ts';
import { local, mapping, national, overTime } from './profile-trends.ts';
import { intelligenceGaps } from './profile-unknown.ts';
import { actionTable, inputTable, riskMatrixTable, riskTable } from './report-tables.ts';

/**
 * What the records say for one part of a problem profile; empty for a part that only people write. [PP-2]
 * Small counts are suppressed before they come here, and people’s answers are those that everybody may see.
 */
export function filledPart(part: ProfilePart, input: ProfileInput): readonly Block[] {
  const { review } = input;
  switch (part) {
    case 'insights':
      return ofReview(review, (found) => [{ kind: 'list', items: reportSummary(found) }]);
    case 'recommendations':
      return ofReview(review, priorityBlocks);
    case 'intelligence-gaps':
      return intelligenceGaps(input);
    case 'risks':
      return risks(input);
    case 'method':
      return ofReview(review, reviewMethod);
    case 'definitions':
      return [{ kind: 'facts', facts: definitions }];
    case 'handling':
      return handling(input);
    case 'progress':
      return progress(input);
    case 'priorities':
      return priorityPairs(input);
    case 'survivors':
      return survivors(input);
    case 'national':
      return national(input);
    case 'local':
      return local(input);
    case 'over-time':
      return overTime(input);
    case 'mapping':
      return mapping(input);
    case 'tables':
      return ofReview(review, (found) => scoreSection(found).blocks);
    case 'rationale':
    case 'aim':
    case 'by-type':
    case 'people':
    case 'in-focus':
      return [];
  }
}

function ofReview(
  review: ReviewReport | null,
  says: (review: ReviewReport) => readonly Block[],
): readonly Block[] {
  return review === null
    ? [{ kind: 'text', text: 'No review of this place has been validated yet.' }]
    : says(review);
}

function risks({ risks: all, today }: ProfileInput): readonly Block[] {
  const standing = all.filter(({ status }) => status !== 'closed');
  if (standing.length === 0) return [{ kind: 'text', text: 'No risk is on record.' }];
  return [
    riskTable(standing, today),
    riskMatrixTable(standing),
    {
      kind: 'note',
      text: 'The score is likelihood times impact, each from 1 to 5. It orders a talk; it measures nothing.',
    },
  ];
}

function handling({ marking }: ProfileInput): readonly Block[] {
  const { printed, guidance } = markingOf(marking);
  return [
    { kind: 'lead', text: `This document is marked ${printed}.` },
    { kind: 'text', text: guidance },
    {
      kind: 'text',
      text: 'It holds no record about any person, and no count of people under the least that may be shown.',
    },
  ];
}

function progress({ review, actions, today }: ProfileInput): readonly Block[] {
  const done = actions.filter(({ status }) => status === 'done');
  const under = actions.filter(({ status }) => status === 'under-way');
  return [
    ...ofReview(review, assetBlocks),
    {
      kind: 'text',
      text: `${capital(count(done.length, 'action is', 'actions are'))} done, ${count(under.length, 'action is', 'actions are')} under way.`,
    },
    ...(done.length > 0 ? [actionTable('Actions done', done, today)] : []),
  ];
}

function survivors({ inputs }: ProfileInput): readonly Block[] {
  return inputs.length === 0
    ? [{ kind: 'text', text: 'No survivor input has been written down for this place.' }]
    : [inputTable('What survivors said, in sum, and what changed', inputs)];
}

const definitions = [
  [
    'Score',
    'Where a place stands on a topic, from 0 (not yet in place) to 4 (mature practice). There is none where too little was answered, and no overall one.',
  ],
  [
    'Range',
    'How far the agencies’ disagreement could move a score. Topics whose ranges meet cannot be told apart.',
  ],
  ['Coverage', 'The share of what applies here that was answered.'],
  [
    'Gap',
    'Something missing in a place: a service, data, knowledge, policy, a resource, representation.',
  ],
  ['Asset', 'Something in a place to build on.'],
  ['Detection', 'What was found and reported. It is not how much slavery there is.'],
  ['[c]', 'There is a figure, and it is too small to show.'],
] as const;
