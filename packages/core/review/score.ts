import { indicatorsOf, viewOf, type Framework, type Level } from '../framework/index.ts';
import { generator, mean, resampleCounts } from '../numeric/index.ts';
import { answersOf, type Answers } from './answers.ts';
import { indicatorScore } from './indicator.ts';
import { levelDraws, rangeOf, topicDraws } from './interval.ts';
import { measuredScore, type Measured } from './measured.ts';
import type { IndicatorScore, LevelScore, ReviewProfile, TopicScore } from './profile.ts';
import type { Agreed, Rating } from './rating.ts';
import {
  intervalLevel,
  leastAgencies,
  leastCoverage,
  partsOf,
  settled,
  topicScore,
  withInterval,
} from './topic.ts';

/**
 * What a review is scored from. `profile` is a profile's code, or null for every indicator.
 * `seed` is a whole number from 0 to 2³² − 1; `draws` is 2,000 unless told.
 */
export type ReviewInput = {
  readonly framework: Framework;
  readonly profile: string | null;
  readonly ratings: readonly Rating[];
  readonly agreed: readonly Pick<Agreed, 'indicator' | 'answer'>[];
  readonly measured: readonly Measured[];
  readonly seed: number;
  readonly draws?: number;
};

/** The recipe's word for "no profile: every indicator of the framework". */
export const everyIndicator = 'every-indicator';

/**
 * Works out a place's profile by the rules RV-1 to RV-16. What is not in the profile's view is left out:
 * a person who rated nothing in it takes no part.
 *
 * O(draws × (agencies + indicators × agencies)).
 *
 * Holds: the order of the ratings changes nothing; every score is within 0 to 4 and within its interval;
 * a higher rating never lowers a score.
 *
 * @throws RangeError for an unknown profile, a rater who answers an indicator twice or for two agencies, an
 * indicator agreed or measured twice, a value that is not finite, or a seed or draws out of range.
 */
export function reviewProfile(input: ReviewInput): ReviewProfile {
  const { framework, seed, draws = 2000 } = input;
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError(`draws must be a whole number from 1, got ${draws}`);
  const view = viewFor(input);
  const asked = new Set(indicatorsOf(view).map(({ indicator }) => indicator.code));
  const answers = answersOf(input.ratings.filter(({ indicator }) => asked.has(indicator)));
  const measured = measuredIn(view, input.measured);
  const indicators = indicatorsIn(view, input, answers, measured);
  const often = resampleCounts(generator(seed).split('agencies'), answers.agencies.length, draws);
  const scored = view.levels.map((level) => levelAndTopics(level, indicators, answers, often));
  return {
    framework: {
      code: framework.code,
      version: framework.version,
      title: framework.title,
      statement: framework.statement,
    },
    levels: scored.map(({ level }) => level),
    topics: scored.flatMap(({ topics }) => topics),
    indicators,
    agencies: answers.agencies,
    raters: answers.raters.size,
    recipe: {
      method: 'freehold-review/1',
      framework: { code: framework.code, version: framework.version },
      profile: input.profile ?? everyIndicator,
      leastCoverage,
      leastAgencies,
      interval: { level: intervalLevel, draws, seed },
      measured: [...measured.values()].map(({ recipe }) => recipe),
    },
  };
}

function viewFor({ framework, profile }: ReviewInput): Framework {
  const view = profile === null ? framework : viewOf(framework, profile);
  if (view === null) throw new RangeError(`the framework has no profile ${profile}`);
  return view;
}

type MeasuredScores = ReadonlyMap<string, NonNullable<ReturnType<typeof measuredScore>>>;

// In the framework's order, so that the recipe does not depend on the order in which values arrive.
function measuredIn(view: Framework, measured: readonly Measured[]): MeasuredScores {
  const values = once(measured, 'measured');
  return new Map(
    indicatorsOf(view).flatMap(({ indicator }) => {
      const value = values.get(indicator.code);
      const score = value === undefined ? null : measuredScore(indicator, value);
      return score === null ? [] : [[indicator.code, score] as const];
    }),
  );
}

function indicatorsIn(
  view: Framework,
  input: ReviewInput,
  answers: Answers,
  measured: MeasuredScores,
): readonly IndicatorScore[] {
  const agreed = once(input.agreed, 'agreed');
  return indicatorsOf(view).map((placed) => {
    const { code } = placed.indicator;
    return indicatorScore(placed, {
      answers: answers.to(code),
      agreed: agreed.get(code)?.answer ?? null,
      measured: measured.get(code) ?? null,
      raters: answers.raters.size,
    });
  });
}

function once<T extends { readonly indicator: string }>(
  items: readonly T[],
  what: string,
): ReadonlyMap<string, T> {
  const found = new Map(items.map((item) => [item.indicator, item]));
  if (found.size < items.length) throw new RangeError(`an indicator is ${what} twice`);
  return found;
}

function levelAndTopics(
  level: Level,
  indicators: readonly IndicatorScore[],
  answers: Answers,
  often: Float64Array,
): { level: LevelScore; topics: readonly TopicScore[] } {
  const drawn = level.topics.map((topic) => {
    const own = indicators.filter((each) => each.topic === topic.code);
    const bare = topicScore(topic, level, own, answers);
    if (bare.score === null) return { topic: bare, draws: new Float64Array() };
    const parts = partsOf(own, answers);
    const draws = topicDraws(parts, often, answers.agencies.length);
    return { topic: withInterval(bare, bare.score, parts, draws), draws };
  });
  return { level: levelScore(level, drawn), topics: drawn.map(({ topic }) => topic) };
}

type Drawn = { readonly topic: TopicScore; readonly draws: Float64Array };

/** [RV-16] */
function levelScore(level: Level, drawn: readonly Drawn[]): LevelScore {
  const applicable = drawn.filter(({ topic }) => topic.applicable > 0);
  const scored = applicable.filter(({ topic }) => topic.score !== null);
  const coverage = settled(mean(applicable.map(({ topic }) => topic.coverage)) ?? 0);
  const score =
    coverage < leastCoverage ? null : mean(scored.flatMap(({ topic }) => topic.score ?? []));
  const sure = score !== null && scored.every(({ topic }) => topic.noInterval === null);
  const range = sure
    ? rangeOf(levelDraws(scored.map(({ draws }) => draws)), score, intervalLevel)
    : null;
  return {
    code: level.code,
    title: level.title,
    averaged: level.averaged,
    topics: level.topics.map(({ code }) => code),
    score,
    low: range?.low ?? null,
    high: range?.high ?? null,
    coverage,
  };
}
