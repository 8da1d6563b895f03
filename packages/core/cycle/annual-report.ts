import { z } from 'zod';
import {
  capital,
  count,
  day,
  paragraphs,
  type Block,
  type Document,
  type Section,
} from '../document/index.ts';
import type {
  ReportedAction,
  ReportedDecision,
  ReportedGap,
  ReportedInput,
  ReportedRisk,
  ReportedTarget,
  ReportSetting,
} from './report-input.ts';
import {
  actionTable,
  decisionTable,
  inputTable,
  riskTable,
  table,
  targetBlocks,
} from './report-tables.ts';
import { reportOf } from './report-words.ts';
import { riskBand, riskScore } from './risk.ts';

/** The parts of the annual report that people write. The headings are those of the template. [RP-5] */
export const AnnualPart = z.enum([
  'organisation',
  'contact',
  'commitment',
  'achievements',
  'difference',
  'case-studies',
  'challenges',
  'priorities',
]);
export type AnnualPart = z.infer<typeof AnnualPart>;

/** Each part in order: its heading, and what belongs under it. Source of the headings: [ANN], template 1. */
export const annualParts: readonly {
  readonly code: AnnualPart;
  readonly title: string;
  readonly help: string;
}[] = [
  {
    code: 'organisation',
    title: 'Organisation',
    help: 'Who the partnership is, and who belongs to it.',
  },
  { code: 'contact', title: 'Contact', help: 'A role and a shared mailbox, rather than a person.' },
  {
    code: 'commitment',
    title: 'Commitment statement',
    help: 'What the partnership stands for, in a few sentences.',
  },
  {
    code: 'achievements',
    title: 'Achievements',
    help: 'What was done this year. Finished actions and decisions are listed below what you write.',
  },
  {
    code: 'difference',
    title: 'Difference made, and the evidence',
    help: 'What is different now, and how you know. Targets and closed gaps are listed below.',
  },
  {
    code: 'case-studies',
    title: 'Case studies',
    help: 'Only with consent, and so that nobody can be recognised: no names, days or places.',
  },
  {
    code: 'challenges',
    title: 'Challenges',
    help: 'What stood in the way. High risks are listed below.',
  },
  {
    code: 'priorities',
    title: 'Next priorities',
    help: 'What comes first next year. Kept gaps and open actions are listed below.',
  },
];

export type AnnualInput = ReportSetting & {
  /** The days of the period, both included. */
  readonly from: string;
  readonly to: string;
  readonly written: Readonly<Partial<Record<AnnualPart, string>>>;
  readonly organisations: readonly string[];
  readonly actions: readonly ReportedAction[];
  readonly gaps: readonly ReportedGap[];
  readonly targets: readonly ReportedTarget[];
  readonly risks: readonly ReportedRisk[];
  readonly decisions: readonly ReportedDecision[];
  readonly inputs: readonly ReportedInput[];
};

/**
 * A year of a partnership under the template's headings: what people wrote, and below it what the records of the
 * period show. [RP-5] What nobody wrote says so; nothing is claimed to have caused anything.
 */
export function annualReport(input: AnnualInput): Document {
  const done = endedIn(input);
  return reportOf(input, {
    kind: 'annual-report',
    title: 'Annual partnership report',
    subtitle: `${input.place.name} · ${day(input.from)} to ${day(input.to)}`,
    sections: annualParts.map(({ code, title }) => sectionOf(code, title, input)),
    sheet: {
      columns: ['kind', 'title', 'on', 'detail'],
      rows: [
        ...done.map(({ title, endedOn, evidence }) => [
          'action finished',
          title,
          endedOn,
          evidence,
        ]),
        ...gapsClosed(input).map((gap) => ['gap closed', gap.title, gap.changedOn, gap.reason]),
        ...decidedIn(input).map((each) => [
          'decision',
          each.question,
          each.decidedOn,
          each.outcome,
        ]),
        ...heardIn(input).map((each) => [
          'survivor input',
          each.theme,
          each.receivedOn,
          each.changed,
        ]),
      ],
    },
  });
}

function sectionOf(code: AnnualPart, title: string, input: AnnualInput): Section {
  const written = paragraphs(input.written[code] ?? '');
  const own: readonly Block[] =
    written.length > 0 ? written : [{ kind: 'note', text: 'Nobody has written this part yet.' }];
  return { title, blocks: [...own, ...shown(code, input)] };
}

function shown(code: AnnualPart, input: AnnualInput): readonly Block[] {
  switch (code) {
    case 'organisation':
      return organisation(input);
    case 'achievements':
      return achievements(input);
    case 'difference':
      return difference(input);
    case 'challenges':
      return challenges(input);
    case 'priorities':
      return priorities(input);
    case 'contact':
    case 'commitment':
    case 'case-studies':
      return [];
  }
}

function organisation({ partnership, place, organisations }: AnnualInput): readonly Block[] {
  return [
    {
      kind: 'facts',
      facts: [
        ['Partnership', partnership.name],
        ['Place', place.name],
        [
          'Organisations',
          organisations.length === 0 ? 'none written down yet' : organisations.join('; '),
        ],
      ],
    },
  ];
}

function achievements(input: AnnualInput): readonly Block[] {
  const done = endedIn(input);
  const decided = decidedIn(input);
  return [
    {
      kind: 'text',
      text: `${capital(count(done.length, 'action was', 'actions were'))} finished and ${count(decided.length, 'decision', 'decisions')} taken in this period.`,
    },
    ...(done.length > 0 ? [actionTable('Actions finished', done, input.today)] : []),
    ...evidence(done),
    ...(decided.length > 0 ? [decisionTable('Decisions taken', decided)] : []),
  ];
}

function evidence(done: readonly ReportedAction[]): readonly Block[] {
  const shownBy = done.filter((each) => each.evidence !== '');
  if (shownBy.length === 0) return [];
  return [
    { kind: 'heading', text: 'How it is known that they are done' },
    {
      kind: 'list',
      items: shownBy.map((each) => ({ lead: `${each.title}:`, text: each.evidence })),
    },
  ];
}

function difference(input: AnnualInput): readonly Block[] {
  const closed = gapsClosed(input);
  const heard = heardIn(input);
  return [
    ...targetBlocks(input.targets),
    ...(closed.length > 0
      ? [
          table(
            'Gaps closed in this period',
            [
              { title: 'Gap', width: 60 },
              { title: 'What closed it', width: 40 },
            ],
            closed.map(({ topic, title, reason }) => [
              `${topic} ${title}`,
              reason === '' ? 'not said' : reason,
            ]),
          ),
        ]
      : [{ kind: 'text' as const, text: 'No gap was closed in this period.' }]),
    ...(heard.length > 0
      ? [inputTable('What survivors said, and what changed because of it', heard)]
      : [{ kind: 'note' as const, text: 'No survivor input was written down in this period.' }]),
    {
      kind: 'note',
      text: 'Actions and changes stand side by side here. That the one brought about the other is not claimed. Counts of referrals show what was found, not how much slavery there is.',
    },
  ];
}

function challenges(input: AnnualInput): readonly Block[] {
  const high = input.risks.filter(
    (risk) => risk.status === 'open' && riskBand(riskScore(risk)) === 'high',
  );
  const stuck = input.actions.filter(
    ({ status, blocked }) => status === 'under-way' && blocked !== '',
  );
  return [
    high.length > 0
      ? riskTable(high, input.today)
      : { kind: 'text', text: 'No open risk is high today.' },
    ...(stuck.length > 0
      ? [
          { kind: 'heading' as const, text: 'What stands in the way of actions' },
          {
            kind: 'list' as const,
            items: stuck.map(({ title, blocked }) => ({ lead: `${title}:`, text: blocked })),
          },
        ]
      : []),
  ];
}

function priorities({ gaps, actions, today }: AnnualInput): readonly Block[] {
  const kept = gaps.filter(({ status }) => status === 'kept');
  const open = actions.filter(({ status }) => status === 'planned' || status === 'under-way');
  return [
    kept.length === 0
      ? { kind: 'text', text: 'No gap is kept today.' }
      : {
          kind: 'list',
          items: kept.slice(0, 10).map(({ topic, title, severity }) => ({
            lead: `${topic} ${title}`,
            text: `(${severity} severity)`,
          })),
        },
    ...(kept.length > 10
      ? [{ kind: 'note' as const, text: `And ${kept.length - 10} more kept gaps.` }]
      : []),
    ...(open.length > 0 ? [actionTable('Actions that go on', open, today)] : []),
  ];
}

function endedIn({ actions, ...period }: AnnualInput): readonly ReportedAction[] {
  return actions.filter(({ status, endedOn }) => status === 'done' && within(endedOn, period));
}

function gapsClosed({ gaps, ...period }: AnnualInput): readonly ReportedGap[] {
  return gaps.filter(({ status, changedOn }) => status === 'closed' && within(changedOn, period));
}

function decidedIn({ decisions, ...period }: AnnualInput): readonly ReportedDecision[] {
  return decisions.filter(({ decidedOn }) => within(decidedOn, period));
}

function heardIn({ inputs, ...period }: AnnualInput): readonly ReportedInput[] {
  return inputs.filter(({ receivedOn }) => within(receivedOn, period));
}

function within(on: string | null, { from, to }: Pick<AnnualInput, 'from' | 'to'>): boolean {
  return on !== null && on >= from && on <= to;
}

/** The year that a day falls in, by the calendar year that it begins in: from 1 April, as public bodies of the UK count. */
export function reportYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '04-01' ? year : year - 1;
}

/** The days of a report's year: 1 April to 31 March. */
export function annualPeriod(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` };
}
