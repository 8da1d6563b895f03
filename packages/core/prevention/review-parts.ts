import { percent, type Column, type Table } from '../document/index.ts';
import { atLevel, type Figures, type Identified } from './figures.ts';
import type { TypeList } from './intervention.ts';
import { MechanismCode, Timing } from './pathway.ts';
import type { Known } from './suggestion.ts';
import type { Spelling } from './type-cover.ts';
import { pathwaySaid, timingSaid } from './words.ts';

/** What a review of the portfolio is written from. */
export type PortfolioReview = {
  readonly today: string;
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly place: string;
  readonly interventions: readonly Identified[];
  readonly list: TypeList;
  readonly treatShare: number;
  /** Nobody has chosen the share: it is our proposal. */
  readonly shareProposed: boolean;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly known: ReadonlyMap<string, Known>;
  readonly claims: ReadonlyMap<string, { readonly statement: string }>;
  readonly gaps: ReadonlyMap<string, string>;
  readonly spelling: Spelling;
};

/** "Treat takes 71% of known spend, above the chosen 60%." */
export function balanceSaid(
  { treatShare, shareProposed }: PortfolioReview,
  found: Figures,
): string {
  const { spend, treatOutweighs } = found.balance;
  if (spend === null) return 'Without budgets nothing can be said of the balance.';
  const bound = `${percent(treatShare)}, ${shareProposed ? 'which Freehold proposes' : 'which the partnership chose'}`;
  return `Treat takes ${percent(spend.treat)} of known spend, ${treatOutweighs ? 'above' : 'not above'} ${bound}.`;
}

export function gridTable(
  caption: string,
  found: Figures,
  said: (cell: ReturnType<typeof atLevel>[number][number]) => string,
): Table {
  return table(
    caption,
    [
      { title: 'Pathway', width: 36 },
      ...Timing.options.map((when) => ({ title: timingSaid[when], width: 16, figures: true })),
    ],
    atLevel(found.cells, null).map((row, at) => [
      pathwaySaid(MechanismCode.options[at] ?? 'ACCESS'),
      ...row.map(said),
    ]),
  );
}

/** A first column of words, and how many interventions speak to it. */
export function twoColumns(first: string): readonly Column[] {
  return [
    { title: first, width: 60 },
    { title: 'Interventions', width: 40, figures: true },
  ];
}

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Table {
  return { kind: 'table', caption, columns, rows };
}

export function labelOf({ types }: TypeList, code: string): string {
  return types.find((each) => each.code === code)?.label ?? `${code} (not on the list in use)`;
}

export function orNot(text: string): string {
  return text === '' ? 'not said yet' : text;
}
