import { isOpen } from '../action/index.ts';
import {
  capital,
  count,
  day,
  list,
  number,
  type Block,
  type Document,
  type Section,
  type Sheet,
} from '../document/index.ts';
import type { ReportedAction, ReportedGap, ReportSetting } from './report-input.ts';
import { table } from './report-tables.ts';
import { reportOf, whoSays } from './report-words.ts';

export type FundingInput = ReportSetting & {
  /** Kept gaps, in the order in which they should be paid for. */
  readonly gaps: readonly ReportedGap[];
  readonly actions: readonly ReportedAction[];
};

/** What is asked for in one currency; `costed` of `actions` have a cost. */
export type Total = { readonly currency: string; readonly sum: number };

/** An open action under the gap that it is counted for; `countedUnder` names that gap where it is another one. */
type Asked = { readonly action: ReportedAction; readonly countedUnder: ReportedGap | null };
type Case = { readonly gap: ReportedGap; readonly asked: readonly Asked[] };

/**
 * What it would cost to close the gaps of a place: gap → action → cost. [RP-1] [RP-2]
 *
 * Only actions that are open count. One that answers several gaps is counted with the first of them and named with
 * the others, so that no sum holds it twice. A cost that nobody has worked out is "not yet costed", never nought, and
 * sums say how many actions they leave out. Currencies are never added to each other.
 */
export function fundingCase(input: FundingInput): Document {
  const open = input.actions.filter(isOpen);
  const cases = casesOf(input.gaps, open);
  const placed = new Set(cases.flatMap(({ asked }) => asked.map(({ action }) => action.id)));
  const others = open.filter(({ id }) => !placed.has(id));
  return reportOf(input, {
    kind: 'funding-case',
    title: 'Funding case',
    subtitle: `${input.place.name} · gap, action, cost · ${day(input.today)}`,
    sections: [
      { title: 'In short', blocks: [{ kind: 'list', items: inShort(cases, open) }] },
      totals(cases, others),
      { title: 'Gap by gap', newPage: true, blocks: cases.flatMap(gapBlocks) },
      ...(others.length === 0 ? [] : [otherActions(others)]),
      { title: 'How to read this', blocks: [{ kind: 'list', items: limits }] },
    ],
    sheet: sheet(cases, others),
  });
}

/** The sums of what is costed, a currency at a time, and how many actions are not. [RP-2] */
export function totalsOf(actions: readonly Pick<ReportedAction, 'cost' | 'currency'>[]): {
  readonly totals: readonly Total[];
  readonly uncosted: number;
} {
  const costed = actions.flatMap(({ cost, currency }) =>
    cost === null ? [] : [{ cost, currency }],
  );
  return {
    totals: [...new Set(costed.map(({ currency }) => currency))].map((currency) => ({
      currency,
      sum: costed
        .filter((each) => each.currency === currency)
        .reduce((sum, { cost }) => sum + cost, 0),
    })),
    uncosted: actions.length - costed.length,
  };
}

/** "£12,500", "£12,500 and 2 not yet costed", "not yet costed", or a dash where there is nothing to cost. [RP-2] */
export function totalSaid(actions: readonly Pick<ReportedAction, 'cost' | 'currency'>[]): string {
  const { totals: sums, uncosted } = totalsOf(actions);
  if (sums.length === 0) return uncosted === 0 ? '–' : 'not yet costed';
  const said = list(sums.map(({ currency, sum }) => money(sum, currency)));
  return uncosted === 0 ? said : `${said}, and ${uncosted} not yet costed`;
}

function casesOf(gaps: readonly ReportedGap[], open: readonly ReportedAction[]): readonly Case[] {
  const firstOf = (action: ReportedAction) => gaps.find(({ id }) => action.gaps.includes(id));
  return gaps.map((gap) => ({
    gap,
    asked: open
      .filter((action) => action.gaps.includes(gap.id))
      .map((action) => {
        const first = firstOf(action);
        return { action, countedUnder: first === undefined || first === gap ? null : first };
      }),
  }));
}

function inShort(cases: readonly Case[], open: readonly ReportedAction[]) {
  const bare = cases.filter(({ asked }) => asked.length === 0);
  const { uncosted } = totalsOf(open);
  return [
    {
      lead: 'What is asked for',
      text: `${capital(totalSaid(open))}, for ${count(open.length, 'action', 'actions')} that ${open.length === 1 ? 'is' : 'are'} planned or under way.`,
    },
    ...(uncosted > 0
      ? [
          {
            lead: 'Not yet costed',
            text: `${capital(count(uncosted, 'action has', 'actions have'))} no cost yet. The sum is what is known so far, not the whole.`,
          },
        ]
      : []),
    {
      lead: 'Gaps',
      text: `${capital(count(cases.length, 'gap is', 'gaps are'))} kept; ${count(cases.length - bare.length, 'has', 'have')} at least one open action.`,
    },
    ...(bare.length > 0
      ? [{ lead: 'No action yet', text: `${bare.map(({ gap }) => gap.title).join('; ')}.` }]
      : []),
  ];
}

function totals(cases: readonly Case[], others: readonly ReportedAction[]): Section {
  const own = (each: Case) =>
    each.asked.flatMap(({ action, countedUnder }) => (countedUnder === null ? [action] : []));
  const rows = cases.map((each) => [
    `${each.gap.topic} ${each.gap.title}`,
    each.gap.severity,
    String(own(each).length),
    totalSaid(own(each)),
  ]);
  const all = [...cases.flatMap(own), ...others];
  return {
    title: 'What it comes to',
    blocks: [
      table(
        'Cost by gap; an action that answers several gaps is counted with the first',
        [
          { title: 'Gap', width: 50 },
          { title: 'Severity', width: 12 },
          { title: 'Actions', width: 10, figures: true },
          { title: 'Cost', width: 28, figures: true },
        ],
        [
          ...rows,
          ...(others.length > 0
            ? [['Actions without a kept gap', '–', String(others.length), totalSaid(others)]]
            : []),
          ['Altogether', '', String(all.length), totalSaid(all)],
        ],
      ),
    ],
  };
}

function gapBlocks({ gap, asked }: Case): readonly Block[] {
  return [
    { kind: 'heading', text: `${gap.topic} ${gap.title}`, aside: gapAside(gap) },
    asked.length === 0
      ? { kind: 'text', text: 'No action is planned for this gap yet, so nothing is asked for.' }
      : costTable(`Actions for “${gap.title}”`, asked),
  ];
}

function gapAside({ severity, kind, affected, locallySolvable, escalateTo }: ReportedGap): string {
  return [
    `${capital(severity)} severity, ${kind}`,
    ...(affected === '' ? [] : [`affects ${affected.charAt(0).toLowerCase()}${affected.slice(1)}`]),
    locallySolvable
      ? 'can be closed here'
      : `to be taken up with ${escalateTo === '' ? 'others' : escalateTo}`,
  ].join(' · ');
}

function otherActions(others: readonly ReportedAction[]): Section {
  return {
    title: 'Actions without a kept gap',
    blocks: [
      {
        kind: 'note',
        text: 'They are in the plan and in the total, and answer no gap that is kept today.',
      },
      costTable(
        'Actions without a kept gap',
        others.map((action) => ({ action, countedUnder: null })),
      ),
    ],
  };
}

function costTable(caption: string, asked: readonly Asked[]): Block {
  return {
    ...table(
      caption,
      [
        { title: 'Action', width: 34 },
        { title: 'Owner', width: 20 },
        { title: 'Resources, and from where', width: 28 },
        { title: 'Cost', width: 18, figures: true },
      ],
      asked.map(({ action, countedUnder }) => [
        action.title,
        whoSays(action.ownerOrganisation, action.ownerRole),
        resources(action),
        countedUnder === null ? totalSaid([action]) : `counted with “${countedUnder.title}”`,
      ]),
    ),
    quiet: true,
  };
}

function resources({ resources: needed, resourceSource }: ReportedAction): string {
  if (needed === '') return 'not said yet';
  return resourceSource === '' ? `${needed}; source open` : `${needed}; from ${resourceSource}`;
}

const limits = [
  {
    lead: 'Costs are estimates.',
    text: 'They are what the owners of the actions wrote down. Nobody has audited them.',
  },
  {
    lead: 'Not yet costed is not nought.',
    text: 'A sum leaves out what has no cost and says how many actions that is.',
  },
  {
    lead: 'An action is no promise.',
    text: 'Whether it closes the gap is seen in the next round; the plan says what is hoped for.',
  },
];

function sheet(cases: readonly Case[], others: readonly ReportedAction[]): Sheet {
  const row = (gap: ReportedGap | null, { action, countedUnder }: Asked) => [
    ...[gap?.topic ?? null, gap?.title ?? null, gap?.severity ?? null, action.title, action.status],
    ...[action.ownerOrganisation, action.ownerRole, action.resources, action.resourceSource],
    ...[action.dueOn, action.cost, action.cost === null ? null : action.currency],
    countedUnder?.title ?? null,
  ];
  return {
    columns: [
      ...['topic', 'gap', 'severity', 'action', 'status', 'owner_organisation', 'owner_role'],
      ...['resources', 'resource_source', 'due_on', 'cost', 'currency', 'counted_with'],
    ],
    rows: [
      ...cases.flatMap(({ gap, asked }) =>
        asked.length === 0
          ? [[gap.topic, gap.title, gap.severity, ...Array.from({ length: 10 }, () => null)]]
          : asked.map((each) => row(gap, each)),
      ),
      ...others.map((action) => row(null, { action, countedUnder: null })),
    ],
  };
}

function money(amount: number, currency: string): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  return currency === 'GBP'
    ? `£${number(amount, decimals)}`
    : `${currency} ${number(amount, decimals)}`;
}
