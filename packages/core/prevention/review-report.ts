import { capital, count, day, percent, type Block, type Document } from '../document/index.ts';
import { figures, type Figures } from './figures.ts';
import { interventionTable } from './intervention-table.ts';
import { annex, evidence, hangsOn } from './review-annex.ts';
import { balanceSaid, type PortfolioReview } from './review-parts.ts';
import { picture, shift, wholeSystemSection } from './review-sections.ts';
import { moneySaid } from './words.ts';

/**
 * The portfolio of a partnership as a report: the picture, how effort is shared over before, early, treat and
 * re-trafficking, what the system lacks, what is known of each type, who it hangs on, and an annex for a funding bid.
 * Every figure says what it is counted over; what is not known is named, never nought. [PV-2] to [PV-12]
 */
export function portfolioReview(input: PortfolioReview): Document {
  const found = figures(input.interventions, input.treatShare);
  return {
    format: 'freehold-document/1',
    kind: 'portfolio-review',
    title: 'Review of the prevention portfolio',
    subtitle: `${input.partnership.name} · ${day(input.today)}`,
    running: `${input.place}: prevention portfolio`,
    ...{ partnership: input.partnership.name, place: input.place },
    ...{ madeUp: input.partnership.madeUp, madeOn: input.today, marking: '' },
    sections: [
      { title: 'In short', blocks: [{ kind: 'list', items: inShort(input, found) }] },
      picture(input, found),
      shift(input, found),
      wholeSystemSection(input, found),
      evidence(input),
      hangsOn(input),
      annex(input, found),
      { title: 'How to read this', newPage: true, blocks: limits(input) },
    ],
    sheet: sheetOf(input),
  };
}

function inShort(input: PortfolioReview, found: Figures) {
  const { spend } = found.balance;
  return [
    {
      lead: 'What is done',
      text: `${capital(count(found.n, 'intervention is', 'interventions are'))} planned or running, in ${found.coverage.filled} of ${found.coverage.of} cells of pathway by timing.`,
    },
    {
      lead: 'What it costs',
      text:
        found.spend === null
          ? 'No budget is known yet.'
          : `${moneySaid(found.spend, found.currency)} is known, of ${count(found.withBudget, 'intervention', 'interventions')}; ${found.n - found.withBudget} of ${found.n} have no known budget${found.otherCurrencies > 0 ? ` in ${found.currency}` : ''}.`,
    },
    { lead: 'Balance', text: balanceSaid(input, found) },
    {
      lead: 'Before harm',
      text:
        spend === null
          ? 'Its share of spend is not known without budgets.'
          : `${percent(spend.before)} of known spend is meant to act before harm.`,
    },
  ];
}

function limits({ list: types, shareProposed }: PortfolioReview): readonly Block[] {
  return [
    {
      kind: 'list',
      items: [
        {
          lead: 'What is counted',
          text: 'Planned and running interventions that the partnership wrote down. Ideas and ended ones are left out, and so is what nobody wrote down.',
        },
        {
          lead: 'Names of types',
          text: `${types.types.filter(({ status }) => status === 'PROPOSED').length} of ${types.types.length} names are proposals of Freehold or of whoever wrote the list, and marked so.`,
        },
        ...(shareProposed
          ? [
              {
                lead: 'The bound',
                text: 'From which share Treat outweighs is a proposal of Freehold; no source gives one.',
              },
            ]
          : []),
        {
          lead: 'Sources',
          text: 'Such and others 2022 (Prevention of adult sexual and labour exploitation in the UK, Modern Slavery PEC) and its journal version, the BETR framework; public-health framework 2021; Such and others 2024 for the six Cs.',
        },
      ],
    },
  ];
}

function sheetOf({ interventions, places }: PortfolioReview): Document['sheet'] {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const [head = [], ...rows] = interventionTable(interventions, (id) => names.get(id) ?? id);
  return {
    columns: head.map(String),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
  };
}
