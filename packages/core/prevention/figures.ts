import type { Intervention } from './intervention.ts';
import { MechanismCode, Timing } from './pathway.ts';
import {
  balance,
  coverage,
  currencies,
  current,
  evenness,
  matrix,
  overlaps,
  usualTreatShare,
  wholeSystem,
  type PortfolioCell,
  type Shares,
} from './portfolio.ts';

/** An intervention with what tells it from others. */
export type Identified = Intervention & { readonly id: string };

/** Everything that is counted of a portfolio at once, for a page, a comparison and a report alike. */
export type Figures = {
  /** Planned and running interventions: what the rest is counted over. */
  readonly n: number;
  readonly spend: number | null;
  readonly withBudget: number;
  /** The one currency that sums are made of, and how many are priced in another and left out of sums. */
  readonly currency: string;
  readonly otherCurrencies: number;
  readonly reach: number | null;
  readonly withReach: number;
  readonly reachTarget: number | null;
  readonly cells: readonly PortfolioCell[];
  readonly balance: Shares;
  readonly coverage: { readonly filled: number; readonly of: number };
  readonly evenness: number | null;
  readonly overlaps: readonly (readonly Identified[])[];
  readonly wholeSystem: ReturnType<typeof wholeSystem>;
};

/**
 * Counts what is planned and running. Money is summed in the currency that most are priced in (of a tie, the first
 * by letter); what is priced in another counts as having no known budget, and `otherCurrencies` says how many that
 * are. [PV-2] to [PV-6]
 */
export function figures(
  interventions: readonly Identified[],
  mostTreat: number = usualTreatShare,
): Figures {
  const currency = usualCurrency(interventions);
  const counted = current(interventions).map((each) =>
    each.currency === currency ? each : { ...each, budget: null },
  );
  const others = current(interventions).filter(
    (each) => each.budget !== null && each.currency !== currency,
  );
  const reached = known(counted, ({ reachActual }) => reachActual);
  const budgets = known(counted, ({ budget }) => budget);
  return {
    n: counted.length,
    ...{ spend: budgets.sum, withBudget: budgets.n, currency, otherCurrencies: others.length },
    ...{ reach: reached.sum, withReach: reached.n },
    reachTarget: known(counted, (each) => each.reachTarget).sum,
    cells: matrix(counted),
    balance: balance(counted, mostTreat),
    coverage: coverage(counted),
    evenness: evenness(counted),
    overlaps: overlaps(counted),
    wholeSystem: wholeSystem(counted),
  };
}

/** What is planned and running at a place and where nothing is: pathways and timings without anything. [PV-9] */
export type PlaceGaps = {
  readonly place: string;
  readonly n: number;
  readonly pathways: readonly MechanismCode[];
  readonly timings: readonly Timing[];
};

/** Per place, the pathways and timings that nothing there speaks to. What names no place is done everywhere. [PV-9] */
export function placeGaps(
  interventions: readonly Intervention[],
  places: readonly string[],
): readonly PlaceGaps[] {
  const counted = current(interventions);
  return places.map((place) => {
    const here = counted.filter((each) => each.places.length === 0 || each.places.includes(place));
    return {
      ...{ place, n: here.length },
      pathways: MechanismCode.options.filter(
        (code) => !here.some(({ pathways }) => pathways.includes(code)),
      ),
      timings: Timing.options.filter((when) => !here.some(({ timing }) => timing.includes(when))),
    };
  });
}

/** One level of the matrix, or all of them added up: each intervention has one level, so nothing counts twice. [PV-2] */
export function atLevel(cells: readonly PortfolioCell[], level: string | null): PortfolioGrid {
  return MechanismCode.options.map((pathway) =>
    Timing.options.map((timing) => {
      const here = cells.filter(
        (cell) =>
          cell.pathway === pathway &&
          cell.timing === timing &&
          (level === null || cell.level === level),
      );
      const count = here.reduce((sum, cell) => sum + cell.count, 0);
      const spend = known(here, (cell) => cell.spend).sum;
      const reach = known(here, (cell) => cell.reach).sum;
      return { pathway, timing, count, spend, reach };
    }),
  );
}
export type PortfolioGrid = readonly (readonly GridCell[])[];
export type GridCell = Omit<PortfolioCell, 'level' | 'withBudget' | 'withReach'>;

function known<T>(items: readonly T[], of: (item: T) => number | null) {
  const values = items.map(of).filter((each) => each !== null);
  return { n: values.length, sum: values.length === 0 ? null : values.reduce((a, b) => a + b, 0) };
}

function usualCurrency(interventions: readonly Intervention[]): string {
  const priced = current(interventions).filter(({ budget }) => budget !== null);
  const count = (currency: string) => priced.filter((each) => each.currency === currency).length;
  const [first = 'GBP', ...others] = currencies(priced);
  return others.reduce((most, each) => (count(each) > count(most) ? each : most), first);
}
