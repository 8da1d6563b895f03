import {
  day,
  headed,
  paragraphs,
  type Block,
  type Document,
  type ReportBody,
  type Section,
} from '../document/index.ts';
import {
  levelOf,
  lookedAt,
  statementAreas,
  statementItemSource,
  type AreaGuide,
} from './statement-area.ts';
import { disclosurePrefix, disclosures, disclosureSource } from './statement-disclosure.ts';
import { disclosureOf, missingIn, type StatementContent } from './statement.ts';
import { scopeOf, section54, section54Guidance } from './statement-scope.ts';
import {
  holdsWords,
  levelWords,
  missingWords,
  scopeReasonWords,
  scopeWords,
} from './statement-words.ts';

/** A step of the improvement plan. */
export type PlannedStep = {
  readonly area: string;
  readonly what: string;
  readonly ownerRole: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
};

/** Everything of a statement that its documents need; `before` is that of the year before, where there is one. */
export type StatementInput = StatementContent & {
  readonly organisation: string;
  readonly partnership: string;
  readonly madeUp: boolean;
  readonly today: string;
  readonly approved: boolean;
  readonly steps: readonly PlannedStep[];
  readonly before: StatementContent | null;
};

/** The statement as it is published: its six areas, and who approved and signed it. Empty areas say so. [SM-4] [DO-1] */
export function statementDocument(input: StatementInput): Document {
  const { texts, facts, organisation, yearEnd, approved } = input;
  return documentOf(input, {
    kind: 'modern-slavery-statement',
    title: 'Modern slavery statement',
    subtitle: `${organisation} · financial year to ${day(yearEnd)}${approved ? '' : ' · draft'}`,
    sections: [
      ...statementAreas.map((guide): Section => {
        const written = paragraphs(texts[guide.code] ?? '');
        const empty: Block = { kind: 'note', text: 'Nothing is said about this yet.' };
        return { title: guide.title, blocks: written.length === 0 ? [empty] : written };
      }),
      { title: 'Approval', blocks: [approvalFacts(facts.approval)] },
    ],
  });
}

/** The working paper beside it: scope, levels, what is missing, the plan, disclosures, year on year. [SM-1] to [SM-5] */
export function statementReview(input: StatementInput): Document {
  const { organisation, yearEnd } = input;
  return documentOf(input, {
    kind: 'modern-slavery-statement-review',
    title: 'Modern slavery statement: how it stands',
    subtitle: `${organisation} · financial year to ${day(yearEnd)}`,
    sections: [
      { title: 'Must it be published?', blocks: scopeBlocks(input) },
      { title: 'Levels', blocks: [levelTable(input), note(statementItemSource)] },
      { title: 'What is missing', blocks: [missingList(input)] },
      { title: 'Improvement plan', blocks: [plan(input)] },
      { title: 'What it discloses', blocks: [disclosureTable(input), note(disclosureSource)] },
    ],
  });
}

function documentOf(input: StatementInput, says: Omit<ReportBody, 'sheet'>): Document {
  const { partnership, organisation, madeUp, today } = input;
  return headed(
    { partnership, place: organisation, madeUp, madeOn: today },
    { ...says, sheet: sheet(input) },
  );
}

function approvalFacts(approval: StatementInput['facts']['approval']): Block {
  const on = (value: string | null) => (value === null ? 'not yet' : day(value));
  return {
    kind: 'facts',
    facts: [
      ['Approved by', approval.board === '' ? 'the board' : approval.board],
      ['Approved on', on(approval.approvedOn)],
      ['Signed by', approval.signedByRole === '' ? 'not yet' : approval.signedByRole],
      ['Signed on', on(approval.signedOn)],
      ['Published at', approval.address === '' ? 'not yet' : approval.address],
      ['Published on', on(approval.publishedOn)],
      ['Linked from the home page', holdsWords(approval.homeLink)],
      [
        'The statement before',
        approval.previousAddress === '' ? 'none named' : approval.previousAddress,
      ],
    ],
  };
}

function scopeBlocks({ facts }: StatementInput): readonly Block[] {
  const scope = scopeOf(facts.scope);
  return [
    { kind: 'lead', text: `${scopeWords[scope.answer]}.` },
    {
      kind: 'facts',
      facts: scope.reasons.map(({ reason, holds }) => [
        scopeReasonWords[reason],
        holdsWords(holds),
      ]),
    },
    {
      kind: 'note',
      text: `Section 54 of the Modern Slavery Act 2015: ${section54.source.title}, read on ${day(section54.readOn)}. Guidance: ${section54Guidance.source.title}. This is a check and no legal advice.`,
    },
  ];
}

function levelTable({ answers, before }: StatementInput): Block {
  return {
    kind: 'table',
    caption: 'Level of each area, beside the year before',
    columns: [
      { title: 'Area', width: 40 },
      { title: 'Level', width: 30 },
      { title: 'Year before', width: 15, figures: true },
      { title: 'Looked at', width: 15, figures: true },
    ],
    rows: statementAreas.map((guide) => [
      guide.title,
      levelWords[levelOf(guide, answers)],
      before === null ? '–' : String(levelOf(guide, before.answers)),
      `${lookedAt(guide, answers)} of ${guide.items.length}`,
    ]),
  };
}

function missingList(input: StatementInput): Block {
  const missing = missingIn(input);
  return missing.length === 0
    ? { kind: 'text', text: 'Nothing that the levels ask for is missing.' }
    : { kind: 'list', items: missing.map((each) => ({ text: missingWords(each) })) };
}

function plan({ steps }: StatementInput): Block {
  if (steps.length === 0) return { kind: 'text', text: 'No step is planned yet.' };
  return {
    kind: 'table',
    caption: 'What will be better, who sees to it, and by when',
    columns: [
      { title: 'Step', width: 50 },
      { title: 'Who', width: 20 },
      { title: 'By', width: 15 },
      { title: 'Done', width: 15 },
    ],
    rows: steps.map(({ what, ownerRole, dueOn, doneOn }) => [
      what,
      ownerRole === '' ? 'nobody yet' : ownerRole,
      dueOn === null ? 'no day yet' : day(dueOn),
      doneOn === null ? 'not yet' : day(doneOn),
    ]),
  };
}

function disclosureTable(input: StatementInput): Block {
  const { made, lookedAt: seen, all } = disclosureOf(input);
  const last = input.before === null ? null : disclosureOf(input.before);
  return {
    kind: 'table',
    caption: `${made} of ${all} disclosures are made; ${seen} were looked at${last === null ? '' : `. The year before: ${last.made}`}`,
    columns: [
      { title: 'Disclosure', width: 70 },
      { title: 'Made', width: 30 },
    ],
    rows: disclosures.map((each) => [each.title, foundOf(input, each.code) ?? 'not looked at']),
  };
}

/** What is known of a disclosure: off the approval's fields, or as somebody found it. */
export function foundOf(
  { facts, answers }: Pick<StatementContent, 'facts' | 'answers'>,
  code: string,
) {
  const each = disclosures.find((disclosure) => disclosure.code === code);
  return each?.from?.(facts) ?? answers[`${disclosurePrefix}${code}`] ?? null;
}

function note({ title, url, note: text }: typeof statementItemSource): Block {
  return { kind: 'note', text: `${title}, ${url}. ${text}` };
}

/** One row a year: the levels, then a column for each disclosure. */
function sheet(input: StatementInput): Document['sheet'] {
  const years = input.before === null ? [input] : [input, input.before];
  return {
    columns: [
      'organisation',
      'year_end',
      ...statementAreas.map(({ code }) => `level_${code}`),
      ...disclosures.map(({ code }) => code.replaceAll('-', '_')),
      'disclosed',
    ],
    rows: years.map((each) => [
      input.organisation,
      each.yearEnd,
      ...statementAreas.map((guide: AreaGuide) => levelOf(guide, each.answers)),
      ...disclosures.map(({ code }) => foundOf(each, code)),
      disclosureOf(each).made,
    ]),
  };
}
