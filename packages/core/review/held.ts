import type { IndicatorScore, LevelScore, ReviewProfile, TopicScore } from './profile.ts';
import { noGrades } from './answers.ts';
import { counts } from './indicator.ts';

/** Ratings of fewer agencies than this are shown to nobody but the facilitator: a figure would tell who said what. */
export const leastTogether = 5;

/** Did somebody answer, and too few agencies to show what they said? [RV-30] */
export function isHeld({ agencies, dontKnow, notApplicable }: Counts): boolean {
  return agencies < leastTogether && agencies + dontKnow + notApplicable > 0;
}

type Counts = Pick<IndicatorScore, 'agencies' | 'dontKnow' | 'notApplicable'>;

/**
 * A profile as everybody but the facilitator sees it. O(n). [RV-30] [RV-31]
 *
 * Of an indicator that fewer than five agencies rated nothing of the ratings is left: its figures are null, its
 * answers uncounted, and `held` says so, for a count of 0 would be a statement. What was agreed or measured stays,
 * for it is nobody's own. A topic keeps its score unless that would tell what few said, and so does its level.
 * The greatest and the least rating are single ones: the spread is held back throughout.
 */
export function heldBack(profile: ReviewProfile): ReviewProfile {
  const topics = profile.topics.map((topic) => topicWithout(topic, profile.indicators));
  const held = new Set(
    topics.filter(({ noScore }) => noScore === 'held-back').map(({ code }) => code),
  );
  return {
    ...profile,
    levels: profile.levels.map((level) => levelWithout(level, held)),
    topics,
    indicators: profile.indicators.map(indicatorWithout),
  };
}

function indicatorWithout(indicator: IndicatorScore): IndicatorScore {
  if (!isHeld(indicator)) return { ...indicator, spread: null };
  const { basis, score } = indicator;
  return {
    ...indicator,
    score: basis === 'ratings' ? null : score,
    mean: null,
    median: null,
    quartiles: null,
    spread: null,
    withinOneStep: null,
    disagreement: null,
    notApplicable: 0,
    dontKnow: 0,
    grades: noGrades,
    held: true,
  };
}

const withheld = {
  score: null,
  low: null,
  high: null,
  noScore: 'held-back',
  noInterval: 'no-score',
} as const;

// A mean of topics gives one of them away to whoever knows the others.
function levelWithout(level: LevelScore, held: ReadonlySet<string>): LevelScore {
  return level.topics.some((topic) => held.has(topic))
    ? { ...level, score: null, low: null, high: null, held: true }
    : level;
}

/**
 * A topic as everybody but the facilitator sees it. What is left of its score when the indicators that are shown are taken off
 * is what few agencies said of the others: a single rating, or two, of which each of the two takes off their own. [RV-31]
 */
export function topicWithout(topic: TopicScore, indicators: readonly IndicatorScore[]): TopicScore {
  const own = indicators.filter((each) => each.topic === topic.code);
  const rated = own.filter((each) => each.basis === 'ratings' && counts(each));
  const ratings = sum(own.map(({ raters }) => raters));
  const left = sum(rated.filter(isHeld).map(({ agencies }) => agencies));
  const few = topic.agencies > 0 && topic.agencies < leastTogether;
  const alone = ratings > 0 && ratings < leastTogether;
  const told = (alone && rated.length > 0) || (left > 0 && left < leastLeft);
  return {
    ...topic,
    alpha: few ? null : topic.alpha,
    grades: alone ? noGrades : topic.grades,
    ...(told && topic.score !== null && withheld),
  };
}

/** Of so many ratings together nobody who gave one can tell another. */
const leastLeft = 3;

const sum = (counts: readonly number[]) => counts.reduce((so, count) => so + count, 0);
