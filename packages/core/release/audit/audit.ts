import { epsilonSeen, rhoSeen, type Apart, type Words } from '../../privacy/index.ts';
import { combinationsOfLast, figuresOf, type Figures } from './figures.ts';
import type { Claim, Mechanism } from './mechanism.ts';
import { differences, type Difference } from './metadata.ts';
import { neighbours, type Neighbours, type Pair } from './pair.ts';

/** How far apart a pair was seen to be by the figure that showed it best; the bound is right with the stated confidence. */
export type Sight = Apart & { readonly figure: string };

export type Finding = {
  readonly pair: string;
  readonly why: string;
  readonly epsilon: Sight;
  readonly rho: Sight;
  /** What of names, headings, order or refusals is not the same on both sides. */
  readonly differences: readonly Difference[];
  /** Mean milliseconds of a run on either side: told, not judged. Null without a clock. */
  readonly milliseconds: readonly [number, number] | null;
  /** Whether the claim does not hold on this pair. */
  readonly refuted: boolean;
};

export type AuditReport = {
  readonly mechanism: string;
  readonly claim: Claim;
  readonly runs: number;
  /** The chance at most that a mechanism which keeps its claim is refuted on any pair. */
  readonly falseAlarm: number;
  /** The greatest ε that so many runs could show, were the two sides never to be confused. */
  readonly reach: number;
  readonly findings: readonly Finding[];
  readonly refuted: boolean;
};

export type AuditOptions = {
  /** On each side of each pair. Half of them choose what to look for, the other half count it. */
  readonly runs: number;
  readonly falseAlarm: number;
  readonly seen?: (done: number, total: number) => void;
  /** Asked now and then. */
  readonly stop?: () => boolean;
  readonly now?: () => number;
};

/**
 * Runs a mechanism on both tables of each pair, and bounds from below how far apart what it tells is: as ε at its δ, and
 * as ρ apart from its part of chance. Null when it was stopped.
 *
 * The figure and the event are chosen on one half of the runs, and only the chosen one is counted on the other, so that the
 * number of figures and events needs no correction; the false-alarm rate is shared among pairs and both bounds. A claim that
 * is not refuted is not proved: see `reach`, and the broken mechanisms that the same pairs and runs do catch.
 *
 * @throws RangeError with fewer than 80 runs.
 */
export function audited(
  mechanism: Mechanism,
  pairs: readonly Pair[],
  words: Words,
  options: AuditOptions,
): AuditReport | null {
  const { runs, falseAlarm } = options;
  if (runs < 80) throw new RangeError(`it takes 80 runs, got ${runs}`);
  const confidence = 1 - falseAlarm / (2 * pairs.length);
  const findings: Finding[] = [];
  for (const [at, pair] of pairs.entries()) {
    const found = onPair(mechanism, pair, words, { ...options, at, of: pairs.length, confidence });
    if (found === null) return null;
    findings.push(found);
  }
  const { name, claim } = mechanism;
  return {
    ...{ mechanism: name, claim, runs, falseAlarm, findings },
    reach: reachOf(runs, claim.delta, confidence),
    refuted: findings.some(({ refuted }) => refuted),
  };
}

type OnPair = AuditOptions & {
  readonly at: number;
  readonly of: number;
  readonly confidence: number;
};

function onPair(mechanism: Mechanism, pair: Pair, words: Words, options: OnPair): Finding | null {
  const both = neighbours(pair);
  const seen = observed(mechanism, both, words, options);
  if (seen === null) return null;
  const { claim } = mechanism;
  const epsilon = strongest(seen, options.confidence, (one, other, confidence) => {
    const { epsilon: bound, ...rest } = epsilonSeen(one, other, { delta: claim.delta, confidence });
    return { bound, ...rest };
  });
  const rho = strongest(seen, options.confidence, (one, other, confidence) =>
    rhoSeen(one, other, { delta: claim.rhoDelta, confidence }),
  );
  const unlike = differences(mechanism, both, words);
  return {
    ...{ pair: pair.name, why: pair.why, epsilon, rho, differences: unlike },
    milliseconds: seen.milliseconds,
    refuted: epsilon.bound > claim.epsilon || rho.bound > claim.rho || unlike.length > 0,
  };
}

type Observed = Pick<Finding, 'milliseconds'> & {
  readonly without: readonly Figures[];
  readonly having: readonly Figures[];
};

/** Runs on both sides in turn, so that what else the machine does falls on both alike. */
function observed(
  mechanism: Mechanism,
  both: Neighbours,
  words: Words,
  { runs, at, of, now, seen, stop }: OnPair,
): Observed | null {
  const own = combinationsOfLast(both.having);
  const [without, having]: [Figures[], Figures[]] = [[], []];
  const spent: [number, number] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    if (stop?.() === true) return null;
    const begun = now?.() ?? 0;
    const one = mechanism.run(both.without, words);
    const between = now?.() ?? 0;
    const other = mechanism.run(both.having, words);
    spent[1] += (now?.() ?? 0) - between;
    spent[0] += between - begun;
    without.push(figuresOf(one, own));
    having.push(figuresOf(other, own));
    if (run % 50 === 49 || run === runs - 1) seen?.(at * runs + run + 1, of * runs);
  }
  const milliseconds = now === undefined ? null : ([spent[0] / runs, spent[1] / runs] as const);
  return { without, having, milliseconds };
}

type See = (one: readonly number[], other: readonly number[], confidence: number) => Apart;

/** The figure that shows most on the first halves, and what it shows on the second, which nobody has looked at. */
function strongest({ without, having }: Observed, confidence: number, see: See): Sight {
  const names = [...new Set([...without, ...having].flatMap((each) => Object.keys(each)))];
  const column = (runs: readonly Figures[], name: string) => runs.map((each) => each[name] ?? 0);
  const middle = without.length >> 1;
  const [first, last] = [without.slice(0, middle), having.slice(0, middle)];
  const looked = names.map((figure) => {
    const [one, other] = [column(first, figure), column(last, figure)];
    return { figure, bound: see(one, other, usualConfidence).bound, gap: gapOf(one, other) };
  });
  const [best] = looked.toSorted((a, b) => b.bound - a.bound || b.gap - a.gap);
  const figure = best?.figure ?? 'refused';
  return { figure, ...see(column(without, figure), column(having, figure), confidence) };
}

/** Of bounds that only choose. */
const usualConfidence = 0.9;

/** How far two means lie apart, beside the spread; where no bound says anything. */
function gapOf(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map((runs) => {
    const mean = runs.reduce((sum, run) => sum + run, 0) / runs.length;
    return { mean, square: runs.reduce((sum, run) => sum + (run - mean) ** 2, 0) };
  });
  if (a === undefined || b === undefined || a.mean === b.mean) return 0;
  return Math.abs(a.mean - b.mean) / Math.sqrt(a.square + b.square);
}

function reachOf(runs: number, delta: number, confidence: number): number {
  const [always, never] = [1, 0].map((value) => Array.from({ length: runs }, () => value));
  return epsilonSeen(always ?? [], never ?? [], { delta, confidence }).epsilon;
}
