import { z } from 'zod';

/** Title and abstract first, then the full text. */
export const ScreeningStage = z.enum(['title-abstract', 'full-text']);
export type ScreeningStage = z.infer<typeof ScreeningStage>;
export const Decision = z.enum(['include', 'exclude', 'unsure']);
export type Decision = z.infer<typeof Decision>;

/** What one person decided of one source at one stage; an exclusion at full text has a reason. */
export type Screened = {
  readonly source: string;
  readonly stage: ScreeningStage;
  readonly person: string;
  readonly decision: Decision;
  readonly reason: string;
};

/** What was settled where two disagreed. */
export type Settled = Pick<Screened, 'source' | 'stage' | 'reason'> & {
  readonly decision: 'include' | 'exclude';
};

export type Standing = 'waiting' | 'half' | 'conflict' | 'included' | 'excluded';

/** How many people decide of each source, blind to each other. */
export const screeners = 2;

/**
 * Where a source stands at a stage: settled by a person, or by two who agree. Two decisions that differ, or an
 * "unsure" beside anything, are a conflict. [EV-10]
 */
export function standing(decisions: readonly Screened[], settled: Settled | null): Standing {
  if (settled !== null) return settled.decision === 'include' ? 'included' : 'excluded';
  if (decisions.length === 0) return 'waiting';
  if (decisions.length < screeners) return 'half';
  const said = new Set(decisions.map(({ decision }) => decision));
  if (said.size > 1 || said.has('unsure')) return 'conflict';
  return said.has('include') ? 'included' : 'excluded';
}

/** A table of two people's decisions: how often the first said one thing while the second said another. */
export type Agreement = {
  readonly n: number;
  readonly agreed: number;
  /** Null where chance alone would explain all agreement, or nothing was decided by both. */
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * Cohen's kappa of two people's decisions on the same things, with a 95 % interval from its large-sample standard
 * error, cut to −1 to 1. [EV-11]
 *
 * Source: Cohen 1960; Fleiss, Cohen & Everitt 1969 for the standard error.
 */
export function kappa(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length;
  const labels = [...new Set(pairs.flat())];
  const shares = labels.map((label) => ({
    first: pairs.filter(([one]) => one === label).length / n,
    second: pairs.filter(([, other]) => other === label).length / n,
  }));
  const chance = shares.reduce((sum, { first, second }) => sum + first * second, 0);
  if (n === 0 || chance >= 1) return { n, agreed, kappa: null, low: null, high: null };
  const observed = agreed / n;
  const value = (observed - chance) / (1 - chance);
  const error = standardError(pairs, labels, { value, chance });
  return {
    ...{ n, agreed, kappa: value },
    low: Math.max(value - 1.959963984540054 * error, -1),
    high: Math.min(value + 1.959963984540054 * error, 1),
  };
}

function standardError(
  pairs: readonly (readonly [string, string])[],
  labels: readonly string[],
  { value, chance }: { readonly value: number; readonly chance: number },
): number {
  const n = pairs.length;
  const joint = (one: string, other: string) =>
    pairs.filter((pair) => pair[0] === one && pair[1] === other).length / n;
  const first = (label: string) => pairs.filter(([one]) => one === label).length / n;
  const second = (label: string) => pairs.filter(([, other]) => other === label).length / n;
  let sum = 0;
  for (const one of labels) {
    for (const other of labels) {
      const margins = first(other) + second(one);
      sum +=
        one === other
          ? joint(one, one) * (1 - (first(one) + second(one)) * (1 - value)) ** 2
          : joint(one, other) * margins ** 2 * (1 - value) ** 2;
    }
  }
  const variance = (sum - (value - chance * (1 - value)) ** 2) / (n * (1 - chance) ** 2);
  return Math.sqrt(Math.max(variance, 0));
}

/** The numbers of a PRISMA flow: each box counts sources, and what leaves a box is accounted for. [EV-12] */
export type Flow = {
  readonly identified: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly screened: number;
  readonly excluded: number;
  readonly awaiting: number;
  readonly sought: number;
  readonly fullTextExcluded: number;
  readonly fullTextAwaiting: number;
  readonly reasons: readonly { readonly reason: string; readonly n: number }[];
  readonly included: number;
};

/**
 * Counts the flow from records identified to studies included.
 *
 * Holds: identified = duplicates + rejected + screened + awaiting; screened = excluded + sought;
 * sought = full text excluded + awaiting + included.
 */
export function flow(
  arrivals: { readonly new: number; readonly duplicate: number; readonly rejected: number },
  standings: readonly {
    readonly titleAbstract: Standing;
    readonly fullText: Standing;
    readonly reason: string;
  }[],
): Flow {
  const at = (stage: 'titleAbstract' | 'fullText', ...which: readonly Standing[]) =>
    standings.filter((each) => which.includes(each[stage]));
  const sought = at('titleAbstract', 'included');
  const dropped = sought.filter(({ fullText }) => fullText === 'excluded');
  const kept = sought.filter(({ fullText }) => fullText === 'included').length;
  const excluded = at('titleAbstract', 'excluded').length;
  return {
    identified: arrivals.new + arrivals.duplicate + arrivals.rejected,
    duplicates: arrivals.duplicate,
    rejected: arrivals.rejected,
    screened: excluded + sought.length,
    excluded,
    awaiting: arrivals.new - excluded - sought.length,
    sought: sought.length,
    fullTextExcluded: dropped.length,
    fullTextAwaiting: sought.length - dropped.length - kept,
    reasons: byReason(dropped.map(({ reason }) => reason)),
    included: kept,
  };
}

function byReason(reasons: readonly string[]): Flow['reasons'] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, n]) => ({ reason, n }))
    .toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}
