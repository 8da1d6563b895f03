import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';
import { disclosurePrefix, disclosures } from './statement-disclosure.ts';
import type { StatementArea } from './statement-area.ts';
import { levelOf, statementAreas, type Level, type StatementAnswers } from './statement-area.ts';
import { ScopeFacts, section54 } from './statement-scope.ts';

const Day = z.iso.date().nullable();
/** '' where there is none. */
const Address = z.union([z.literal(''), z.httpUrl()]);

/** How a statement was approved, signed and published. Roles, not names. */
export const ApprovalFacts = z.strictObject({
  board: z.string().trim().max(200),
  approvedOn: Day,
  signedByRole: z.string().trim().max(200),
  signedOn: Day,
  address: Address,
  publishedOn: Day,
  homeLink: z.boolean().nullable(),
  previousAddress: Address,
});
export type ApprovalFacts = z.infer<typeof ApprovalFacts>;

export const StatementFacts = z.strictObject({ scope: ScopeFacts, approval: ApprovalFacts });
export type StatementFacts = z.infer<typeof StatementFacts>;

export const emptyFacts: StatementFacts = {
  scope: { kind: 'not-known', turnover: null, inUk: null, supplies: null },
  approval: {
    ...{ board: '', approvedOn: null, signedByRole: '', signedOn: null },
    ...{ address: '', publishedOn: null, homeLink: null, previousAddress: '' },
  },
};

/** A statement as it stands: its areas' texts, what was found of items and disclosures, and how it was approved. */
export type StatementContent = {
  readonly yearEnd: string;
  readonly facts: StatementFacts;
  readonly texts: Readonly<Partial<Record<StatementArea, string>>>;
  readonly answers: StatementAnswers;
};

/** Something that is not there yet, with what it is about: an area, an item or a field. */
export type Missing = {
  readonly kind:
    'nothing-written' | 'not-found' | 'found-without-text' | 'field' | 'late' | 'before-approval';
  readonly area: StatementArea | null;
  readonly about: string;
};

/** Each area's level and what is missing for the next one. [SM-1] [SM-2] */
export function levelsOf({ answers }: Pick<StatementContent, 'answers'>): readonly {
  readonly area: StatementArea;
  readonly level: Level;
}[] {
  return statementAreas.map((guide) => ({ area: guide.code, level: levelOf(guide, answers) }));
}

/**
 * What is missing, area by area and then in the approval: an area without a word; items of the next level that are not
 * found; items ticked where nothing is written; fields of approval and publication that are empty; a signature before
 * the approval; a publication later than six months after the year's end. [SM-2]
 */
export function missingIn(content: StatementContent): readonly Missing[] {
  return [
    ...statementAreas.flatMap(({ code }) => missingOf(content, code)),
    ...approvalGaps(content),
  ];
}

/** What is missing in one area. */
export function missingOf(
  { texts, answers }: Pick<StatementContent, 'texts' | 'answers'>,
  code: StatementArea,
): readonly Missing[] {
  const guide = statementAreas.find((each) => each.code === code);
  if (guide === undefined) return [];
  const bare = (texts[code] ?? '').trim() === '';
  const next = levelOf(guide, answers) + 1;
  return [
    ...(bare ? [{ kind: 'nothing-written' as const, area: code, about: '' }] : []),
    ...guide.items.flatMap((item): readonly Missing[] => {
      const found = answers[item.code] === 'yes';
      if (found) return bare ? [{ kind: 'found-without-text', area: code, about: item.code }] : [];
      return item.level <= next ? [{ kind: 'not-found', area: code, about: item.code }] : [];
    }),
  ];
}

/** May it be approved as it stands? The board's day and the signatory's role are the least. [SM-4] */
export function approvalProblems({ approval }: StatementFacts): readonly Problem[] {
  return [
    ...(approval.approvedOn === null ? [needed('approvedOn')] : []),
    ...(approval.signedByRole === '' ? [needed('signedByRole')] : []),
  ];
}

function needed(path: string): Problem {
  return problem('approval-field-needed', { field: path }, { path });
}

function approvalGaps({ yearEnd, facts }: StatementContent): readonly Missing[] {
  const { approval } = facts;
  const field = (about: string): Missing => ({ kind: 'field', area: null, about });
  const { approvedOn, signedOn, publishedOn } = approval;
  return [
    ...(approvedOn === null ? [field('approvedOn')] : []),
    ...(approval.signedByRole === '' ? [field('signedByRole')] : []),
    ...(signedOn === null ? [field('signedOn')] : []),
    ...(approval.address === '' ? [field('address')] : []),
    ...(approval.homeLink === true ? [] : [field('homeLink')]),
    ...(approval.previousAddress === '' ? [field('previousAddress')] : []),
    ...(approvedOn !== null && signedOn !== null && signedOn < approvedOn
      ? [{ kind: 'before-approval' as const, area: null, about: 'signedOn' }]
      : []),
    ...(publishedOn !== null && publishedOn > lastDay(yearEnd)
      ? [{ kind: 'late' as const, area: null, about: 'publishedOn' }]
      : []),
  ];
}

/** The last day for publishing: six months after the year's end, or the last day of that month. */
export function lastDay(yearEnd: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = yearEnd.split('-').map(Number);
  const months = year * 12 + month - 1 + section54.publishWithinMonths;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const lastOfMonth = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${toYear}-${pad(toMonth)}-${pad(Math.min(dayOfMonth, lastOfMonth))}`;
}

/** How much a statement discloses: the disclosures it makes, of those that were looked at and of all. [SM-5] */
export function disclosureOf({ facts, answers }: Pick<StatementContent, 'facts' | 'answers'>): {
  readonly made: number;
  readonly lookedAt: number;
  readonly all: number;
} {
  const found = disclosures.map(
    (each) => each.from?.(facts) ?? answers[`${disclosurePrefix}${each.code}`],
  );
  return {
    made: found.filter((each) => each === 'yes').length,
    lookedAt: found.filter((each) => each !== undefined).length,
    all: disclosures.length,
  };
}
