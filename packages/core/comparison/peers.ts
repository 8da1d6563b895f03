import { isUnder } from '../numeric/index.ts';
import { groupFigures, type GroupFigures } from './group.ts';

/** A place's score with its interval, where it has them. */
export type Peer = {
  readonly id: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type BesidePeers = {
  /** Of all that have a score, the place itself among them; null under four. */
  readonly group: GroupFigures | null;
  /** How many others can be told apart from it, as higher or lower, and how many cannot. No place has a rank. */
  readonly higher: number;
  readonly lower: number;
  readonly alike: number;
};

/**
 * Where a place stands beside others: quartiles of the group, and how many of the others the evidence tells apart
 * from it. Only intervals that do not meet tell two places apart; without an interval nothing is told. Where the place
 * has no score nobody is told apart. O(n log n). [CP-1] [CP-2] [CP-18]
 */
export function besidePeers(own: Peer | null, others: readonly Peer[]): BesidePeers {
  const all = own === null ? others : [own, ...others];
  const group = groupFigures(all.flatMap(({ score }) => score ?? []));
  const scored = others.filter(({ score }) => score !== null);
  const sides = scored.map((other) => (own === null ? 'alike' : sideOf(own, other)));
  const count = (side: Side) => sides.filter((each) => each === side).length;
  return { group, higher: count('higher'), lower: count('lower'), alike: count('alike') };
}

export type Side = 'higher' | 'lower' | 'alike';

/** Is the other told apart from this one, and which way? */
export function sideOf(own: Peer, other: Peer): Side {
  if (own.low === null || own.high === null || other.low === null || other.high === null)
    return 'alike';
  if (isUnder(own.high, other.low)) return 'higher';
  return isUnder(other.high, own.low) ? 'lower' : 'alike';
}

/** A score under this leaves more than half of the way: a gap. From `strongFrom` up a topic is strong. Proposed. */
export const gapUnder = 2;
export const strongFrom = 3;

export type LearningMatch = {
  readonly topic: string;
  /** Others that score it under the line too. */
  readonly sameGap: readonly string[];
  /** Others that are strong there and told apart from this place, the strongest evidence (the highest low end) first. */
  readonly strong: readonly string[];
};

/**
 * For each topic with a gap: who has the same, and who is strong. A topic has a gap where people kept one (`kept`) or
 * the score lies under 2. Topics that nobody matches are left out; the order is the one given. [CP-19]
 */
export function learningMatches(
  topics: readonly {
    readonly topic: string;
    readonly own: Peer;
    readonly others: readonly Peer[];
  }[],
  kept: ReadonlySet<string>,
): readonly LearningMatch[] {
  return topics
    .filter(({ topic, own }) => kept.has(topic) || hasGap(own))
    .map(({ topic, own, others }) => ({
      topic,
      sameGap: others.filter(hasGap).map(({ id }) => id),
      strong: others
        .filter(
          (other) => !isUnder(other.score ?? 0, strongFrom) && sideOf(own, other) === 'higher',
        )
        .toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0))
        .map(({ id }) => id),
    }))
    .filter(({ sameGap, strong }) => sameGap.length + strong.length > 0);
}

function hasGap({ score }: Peer): boolean {
  return score !== null && isUnder(score, gapUnder);
}
