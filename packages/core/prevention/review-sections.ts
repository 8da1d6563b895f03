import { list, number, percent, type Block, type Section } from '../document/index.ts';
import { placeGaps, type Figures } from './figures.ts';
import { Layer, SixC, Timing } from './pathway.ts';
import { current, evenness } from './portfolio.ts';
import {
  balanceSaid,
  gridTable,
  labelOf,
  table,
  twoColumns,
  type PortfolioReview,
} from './review-parts.ts';
import { layerSaid, moneySaid, pathwaySaid, sixCSaid, statusSaid, timingSaid } from './words.ts';

export function picture({ list: types, interventions }: PortfolioReview, found: Figures): Section {
  return {
    title: 'The portfolio',
    newPage: true,
    blocks: [
      gridTable('Interventions by pathway and timing', found, ({ count: n }) =>
        n === 0 ? '–' : number(n),
      ),
      gridTable('Known spend by pathway and timing', found, ({ spend }) =>
        spend === null ? '–' : moneySaid(spend, found.currency),
      ),
      gridTable('People reached by pathway and timing', found, ({ reach }) =>
        reach === null ? '–' : number(reach),
      ),
      {
        kind: 'note',
        text: 'An intervention in several cells counts whole in each; its money and the people it reached are shared equally among them, so that sums are true. A dash: nothing there, or nothing known.',
      },
      table(
        'What is planned and running',
        [
          { title: 'Intervention', width: 30 },
          { title: 'Type', width: 28 },
          { title: 'Lead', width: 18 },
          { title: 'Status', width: 10 },
          { title: 'Budget', width: 14, figures: true },
        ],
        current(interventions).map((each) => [
          each.name,
          labelOf(types, each.type),
          each.lead === '' ? 'nobody yet' : each.lead,
          statusSaid[each.status],
          each.budget === null ? 'not known' : moneySaid(each.budget, each.currency),
        ]),
      ),
    ],
  };
}

/** How effort would have to move for prevention to come earlier. */
export function shift(input: PortfolioReview, found: Figures): Section {
  const { spend, count: shares, withBudget, n } = found.balance;
  const share = (of: Readonly<Record<Timing, number>> | null, when: Timing) =>
    of === null ? '–' : percent(of[when]);
  return {
    title: 'Shift to prevention',
    newPage: true,
    blocks: [
      { kind: 'text', text: balanceSaid(input, found) },
      table(
        'How spend and work are shared over the four timings',
        [
          { title: 'Timing', width: 34 },
          { title: 'Share of known spend', width: 33, figures: true },
          { title: 'Share of interventions', width: 33, figures: true },
        ],
        Timing.options.map((when) => [timingSaid[when], share(spend, when), share(shares, when)]),
      ),
      {
        kind: 'note',
        text: `Spend: ${withBudget} of ${n} with a known budget. An intervention of several timings is shared equally among them.`,
      },
      ...moved(input, found),
      {
        kind: 'text',
        text: 'Published work says that evidence and practice lie mostly with treating harm afterwards, and that how to prevent it in the first place is poorly understood. An imbalance is therefore usual; it is still a choice.',
      },
    ],
  };
}

/** How much of the known spend lies above the bound: what would have to move or be added. */
function moved({ treatShare }: PortfolioReview, found: Figures): readonly Block[] {
  const { spend, treatOutweighs } = found.balance;
  if (!treatOutweighs || spend === null || found.spend === null) return [];
  const over = (spend.treat - treatShare) * found.spend;
  const added = (spend.treat / treatShare - 1) * found.spend;
  return [
    {
      kind: 'list',
      items: [
        {
          lead: 'To come to the bound by moving money',
          text: `${moneySaid(rounded(over), found.currency)} would go from treating harm to the other timings.`,
        },
        {
          lead: 'To come to the bound by adding money',
          text: `${moneySaid(rounded(added), found.currency)} would be added to the other timings, and nothing taken away.`,
        },
      ],
    },
  ];
}

export function wholeSystemSection(input: PortfolioReview, found: Figures): Section {
  const { layers, sixCs } = found.wholeSystem;
  const even = evenness(current(input.interventions));
  const names = new Map(input.places.map(({ id, name }) => [id, name]));
  const said = (n: number) => (n === 0 ? 'nothing yet' : number(n));
  return {
    title: 'A whole system?',
    newPage: true,
    blocks: [
      {
        kind: 'text',
        text:
          even === null
            ? 'Nothing is planned or running.'
            : `Evenness over the five pathways is ${number(even, 2)}, where 0 is all on one and 1 the same on each.`,
      },
      table('The four layers', twoColumns('Layer'), [
        ...Layer.options.map((each) => [layerSaid[each], said(layers[each])]),
      ]),
      table('The six Cs of national policy', twoColumns('Policy should be'), [
        ...SixC.options.map((each) => [sixCSaid[each], said(sixCs[each])]),
      ]),
      table(
        'What each place lacks',
        [
          { title: 'Place', width: 20 },
          { title: 'Here', width: 8, figures: true },
          { title: 'Pathways without anything', width: 40 },
          { title: 'Timings without anything', width: 32 },
        ],
        placeGaps(input.interventions, [...names.keys()]).map((gap) => [
          names.get(gap.place) ?? gap.place,
          number(gap.n),
          gap.pathways.length === 0 ? 'none' : list(gap.pathways.map((code) => pathwaySaid(code))),
          gap.timings.length === 0 ? 'none' : list(gap.timings.map((when) => timingSaid[when])),
        ]),
      ),
      ...found.overlaps.map((group): Block => ({
        kind: 'note',
        text: `These may overlap: ${list(group.map(({ name }) => name))} are of one type, in one place, for the same people.`,
      })),
    ],
  };
}

/** Up to a whole amount; the dust of binary fractions does not make another one. */
function rounded(amount: number): number {
  return Math.ceil(Number(amount.toFixed(2)));
}
