import { isUnder } from '../numeric/index.ts';
import { mostDisputedFirst } from './agreement.ts';
import { cannotTellApart } from './interval.ts';
import { highGapNoAsset } from './assets.ts';
import type { NoScore, ReviewProfile, TopicScore } from './profile.ts';
import type { ReportAsset, ReportGap } from './report-input.ts';
import { leastAgencies } from './topic.ts';

/** A topic's score with its interval; no interval where none is claimed. */
export type Standing = {
  readonly code: string;
  readonly title: string;
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
};

/** What a reader should take away from a profile, with its uncertainty. */
export type Findings = {
  /** Topics of averaged levels, and how many of them have a score. */
  readonly topics: number;
  readonly scored: number;
  readonly answered: number;
  readonly applicable: number;
  readonly lowest: readonly Standing[];
  /** Other topics whose interval meets that of the very lowest. */
  readonly alikeLowest: number;
  readonly highest: readonly Standing[];
  readonly alikeHighest: number;
  /** Do the intervals of the lowest and the highest meet? Null where one of them has none. */
  readonly endsMeet: boolean | null;
  /** Pairs of topics with intervals, and how many of these pairs can be told apart. */
  readonly pairs: number;
  readonly apart: number;
  readonly withoutScore: readonly {
    readonly code: string;
    readonly title: string;
    readonly because: NoScore;
  }[];
  readonly withoutInterval: number;
  /** Indicators on which three or more agencies disagree most, by a step or more between quartiles; at most three. */
  readonly differed: readonly {
    readonly code: string;
    readonly title: string;
    readonly quartiles: readonly [number, number];
  }[];
  readonly highGapNoAsset: ReturnType<typeof highGapNoAsset>;
};

const shown = 3;

/**
 * Reads the findings off a profile. Equal scores stay in the framework's order. With fewer than two scored
 * topics there is no highest: one topic is not compared with itself. O(topics²).
 */
export function findings(
  profile: Pick<ReviewProfile, 'levels' | 'topics' | 'indicators'>,
  kept: readonly ReportGap[],
  assets: readonly ReportAsset[],
): Findings {
  const averaged = new Set(
    profile.levels.filter((level) => level.averaged).map(({ code }) => code),
  );
  const topics = profile.topics.filter(({ level }) => averaged.has(level));
  const standings = topics.flatMap(standing);
  const rising = standings.toSorted((a, b) => a.score - b.score);
  const falling = standings.toSorted((a, b) => b.score - a.score);
  const ends = Math.min(shown, Math.floor(standings.length / 2));
  const lowest = rising.slice(0, Math.max(ends, Math.min(1, rising.length)));
  const highest = falling.slice(0, ends);
  const pairs = allPairs(standings.filter(({ low }) => low !== null));
  return {
    topics: topics.length,
    scored: standings.length,
    answered: sum(topics.map(({ answered }) => answered)),
    applicable: sum(topics.map(({ applicable }) => applicable)),
    lowest,
    alikeLowest: alike(lowest, standings),
    highest,
    alikeHighest: alike(highest, standings),
    endsMeet: meet(lowest[0], highest[0]),
    pairs: pairs.length,
    apart: pairs.filter(([a, b]) => meet(a, b) === false).length,
    withoutScore: topics.flatMap(({ code, title, noScore }) =>
      noScore === null ? [] : [{ code, title, because: noScore }],
    ),
    withoutInterval: standings.filter(({ low }) => low === null).length,
    differed: differed(profile),
    highGapNoAsset: highGapNoAsset(profile.topics, kept, assets),
  };
}

function standing({ code, title, score, low, high }: TopicScore): readonly Standing[] {
  return score === null ? [] : [{ code, title, score, low, high }];
}

/** Do two intervals share a value? Null where one is missing. */
function meet(a: Standing | undefined, b: Standing | undefined): boolean | null {
  if (a === undefined || b === undefined || a.low === null || b.low === null) return null;
  return cannotTellApart(a, b);
}

function alike(named: readonly Standing[], all: readonly Standing[]): number {
  const codes = new Set(named.map(({ code }) => code));
  return all.filter((other) => !codes.has(other.code) && meet(named[0], other) === true).length;
}

function allPairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b) => [a, b] as const));
}

function differed({ indicators }: Pick<ReviewProfile, 'indicators'>): Findings['differed'] {
  return mostDisputedFirst(indicators)
    .flatMap(({ code, title, quartiles, agencies }) =>
      quartiles !== null && agencies >= leastAgencies && !isUnder(quartiles[1] - quartiles[0], 1)
        ? [{ code, title, quartiles }]
        : [],
    )
    .slice(0, shown);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
