import { isUnder } from '../numeric/index.ts';
import type { Intervention } from './intervention.ts';
import { Layer, MechanismCode, SixC, Timing } from './pathway.ts';

export type Portfolio = readonly Intervention[];

/** One cell of the matrix. Money and people of an intervention in several cells are shared equally among them. */
export type PortfolioCell = {
  readonly pathway: MechanismCode;
  readonly timing: Timing;
  readonly level: string;
  /** Interventions that are here, each counted whole. */
  readonly count: number;
  /** Null where no budget is known of any of them: missing is not nothing. */
  readonly spend: number | null;
  readonly withBudget: number;
  /** People reached so far; null where it is known of none. */
  readonly reach: number | null;
  readonly withReach: number;
};

/** Those that count: neither an idea nor ended. */
export function current<T extends Pick<Intervention, 'status'>>(
  interventions: readonly T[],
): readonly T[] {
  return interventions.filter(({ status }) => status === 'planned' || status === 'running');
}

/**
 * The matrix pathway × timing × level. Every pathway meets every timing, also where nothing is; levels are those that
 * occur, '' for one that is not stated. [PV-2]
 *
 * Holds: the spend of all cells is the sum of known budgets, and so for reach.
 */
export function matrix(interventions: Portfolio): readonly PortfolioCell[] {
  const levels = [...new Set(interventions.map(({ level }) => level))].toSorted();
  return MechanismCode.options.flatMap((pathway) =>
    Timing.options.flatMap((timing) =>
      (levels.length === 0 ? [''] : levels).map((level) => {
        const here = interventions.filter(
          (each) =>
            each.level === level && each.pathways.includes(pathway) && each.timing.includes(timing),
        );
        const budgets = here.flatMap((each) => shared(each, each.budget));
        const reaches = here.flatMap((each) => shared(each, each.reachActual));
        return {
          ...{ pathway, timing, level, count: here.length },
          ...{ spend: sum(budgets), withBudget: budgets.length },
          ...{ reach: sum(reaches), withReach: reaches.length },
        };
      }),
    ),
  );
}

/** A currency's worth is not another's: sums are made of one currency, and these are the others. */
export function currencies(interventions: Portfolio): readonly string[] {
  const named = interventions.flatMap(({ budget, currency }) =>
    budget === null ? [] : [currency],
  );
  return [...new Set(named)].toSorted();
}

export type Shares = {
  /** By timing, of known spend; null without any. */
  readonly spend: Readonly<Record<Timing, number>> | null;
  /** By timing, of interventions. */
  readonly count: Readonly<Record<Timing, number>> | null;
  readonly withBudget: number;
  readonly n: number;
  /** Treating harm takes more than the chosen share of spend. */
  readonly treatOutweighs: boolean;
};

/** Above this share of spend, Treat is held to outweigh the rest. Ours; the co-ordinator may choose another. */
export const usualTreatShare = 0.6;

/** How spend and work are shared over before, early, treat and re-trafficking. [PV-3] */
export function balance(interventions: Portfolio, mostTreat: number = usualTreatShare): Shares {
  const priced = interventions.filter(({ budget }) => budget !== null && budget > 0);
  const spend = sharesOver(priced, ({ budget }) => budget ?? 0);
  return {
    ...{ spend, count: sharesOver(interventions, () => 1) },
    ...{ withBudget: priced.length, n: interventions.length },
    treatOutweighs: spend !== null && isUnder(mostTreat, spend.treat),
  };
}

/** The share of the twenty cells pathway × timing with something in them. [PV-2] */
export function coverage(interventions: Portfolio): {
  readonly filled: number;
  readonly of: number;
} {
  const filled = new Set(
    interventions.flatMap(({ pathways, timing }) =>
      pathways.flatMap((path) => timing.map((when) => `${path} ${when}`)),
    ),
  );
  return { filled: filled.size, of: MechanismCode.options.length * Timing.options.length };
}

/**
 * How evenly work lies over the five pathways: Pielou's index, 0 where all is on one, 1 where all have the same.
 * An intervention on several counts in parts. Null without interventions. [PV-4]
 *
 * Source: Pielou 1966, J' = H / ln 5.
 */
export function evenness(interventions: Portfolio): number | null {
  if (interventions.length === 0) return null;
  const parts = MechanismCode.options.map((pathway) =>
    interventions.reduce(
      (total, { pathways }) =>
        total + (pathways.includes(pathway) ? 1 / pathways.length / interventions.length : 0),
      0,
    ),
  );
  const spread = parts.reduce(
    (total, part) => total + (part > 0 ? part * Math.log(1 / part) : 0),
    0,
  );
  return Math.min(1, spread / Math.log(MechanismCode.options.length));
}

/** Groups of two or more of one type, in one place, for the same people. [PV-5] */
export function overlaps<T extends Intervention>(
  interventions: readonly T[],
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of interventions) {
    for (const place of each.places.length === 0 ? [''] : each.places) {
      const key = [each.type, place, each.people.trim().toLowerCase()].join('\u0000');
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The whole-system checklist: which layers and which of the six Cs anything speaks to. [PV-6] */
export function wholeSystem(interventions: Portfolio): {
  readonly layers: Readonly<Record<Layer, number>>;
  readonly sixCs: Readonly<Record<SixC, number>>;
} {
  const count = <K extends string>(keys: readonly K[], of: (each: Intervention) => readonly K[]) =>
    Object.fromEntries(
      keys.map((key) => [key, interventions.filter((each) => of(each).includes(key)).length]),
    ) as Record<K, number>;
  return {
    layers: count(Layer.options, ({ layer }) => (layer === null ? [] : [layer])),
    sixCs: count(SixC.options, ({ sixCs }) => sixCs),
  };
}

/** The portfolio as it would be with some stopped and some added. [PV-7] */
export function whatIf<Kept extends Intervention & { readonly id: string }, Added>(
  interventions: readonly Kept[],
  { stop, add }: { readonly stop: readonly string[]; readonly add: readonly Added[] },
): readonly (Kept | Added)[] {
  return [...interventions.filter(({ id }) => !stop.includes(id)), ...add];
}

function shared(each: Intervention, value: number | null): readonly number[] {
  return value === null ? [] : [value / (each.pathways.length * each.timing.length)];
}

function sum(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, each) => total + each, 0);
}

function sharesOver(
  interventions: Portfolio,
  weight: (each: Intervention) => number,
): Readonly<Record<Timing, number>> | null {
  const total = interventions.reduce((so, each) => so + weight(each), 0);
  if (total === 0) return null;
  const of = (when: Timing) =>
    interventions.reduce(
      (so, each) => so + (each.timing.includes(when) ? weight(each) / each.timing.length : 0),
      0,
    ) / total;
  return {
    before: of('before'),
    early: of('early'),
    treat: of('treat'),
    're-trafficking': of('re-trafficking'),
  };
}
