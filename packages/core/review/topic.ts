import type { Level, Topic } from '../framework/index.ts';
import { weightedMean } from '../numeric/index.ts';
import { alpha } from './alpha.ts';
import { addGrades, noGrades, type Answers } from './answers.ts';
import { counts } from './indicator.ts';
import { rangeOf, type TopicParts } from './interval.ts';
import type { IndicatorScore, NoScore, TopicScore } from './profile.ts';

/** No score is given under this coverage; exactly this much is enough. [RV-11] */
export const leastCoverage = 0.5;
/** No interval is claimed from fewer agencies. [RV-13] */
export const leastAgencies = 3;
/** The share of the draws that an interval holds. */
export const intervalLevel = 0.95;

/** A coverage as the threshold takes it: thirds that add up to one half must not fall a last digit short of it. */
export function settled(coverage: number): number {
  return Math.abs(coverage - leastCoverage) < 1e-9 ? leastCoverage : coverage;
}

/** Scores one topic from its indicators, without its interval. [RV-8] [RV-11] [RV-12] */
export function topicScore(
  topic: Topic,
  level: Level,
  indicators: readonly IndicatorScore[],
  answers: Answers,
): TopicScore {
  const counting = indicators.filter(counts);
  const coverage = settled(weightedMean(counting.map((each) => part(each, each.coverage))) ?? 0);
  const noScore = whyNot(level, counting.length, coverage);
  const scored = counting.flatMap((each) => (each.score === null ? [] : [part(each, each.score)]));
  return {
    code: topic.code,
    title: topic.title,
    level: level.code,
    score: noScore === null ? weightedMean(scored) : null,
    low: null,
    high: null,
    coverage,
    raters: new Set(counting.flatMap(({ code }) => [...answers.to(code).raters])).size,
    agencies: agenciesIn(counting.map(({ code }) => answers.to(code).values)),
    answered: scored.length,
    applicable: counting.length,
    alpha: alpha(
      counting.map(({ code }) => given(answers.to(code).values)),
      'ordinal',
    ),
    grades: counting.reduce((sum, { grades }) => addGrades(sum, grades), noGrades),
    noScore,
    noInterval: noScore === null ? 'few-agencies' : 'no-score',
  };
}

/** The topic with its interval, where enough agencies stand behind its score. [RV-13] [RV-14] */
export function withInterval(
  topic: TopicScore,
  score: number,
  parts: TopicParts,
  draws: Float64Array,
): TopicScore {
  if (!enough(parts)) return topic;
  const range = rangeOf(draws, score, intervalLevel);
  return range === null ? topic : { ...topic, ...range, noInterval: null };
}

/** What a draw changes in a topic and what it leaves: ratings move, even under an agreed score. [RV-13] [RV-14] */
export function partsOf(indicators: readonly IndicatorScore[], answers: Answers): TopicParts {
  const scored = indicators
    .filter(counts)
    .flatMap(({ code, score, weight, basis, agencies }) =>
      score === null ? [] : [{ code, score, weight, moves: basis !== 'measured' && agencies > 0 }],
    );
  return {
    rated: scored
      .filter(({ moves }) => moves)
      .map(({ code, weight }) => ({ weight, values: answers.to(code).values })),
    fixed: scored.filter(({ moves }) => !moves),
  };
}

function whyNot({ averaged }: Level, applicable: number, coverage: number): NoScore | null {
  if (!averaged) return 'not-averaged';
  if (applicable === 0) return 'nothing-applicable';
  return coverage < leastCoverage ? 'low-coverage' : null;
}

function enough({ rated }: TopicParts): boolean {
  return agenciesIn(rated.map(({ values }) => values)) >= leastAgencies;
}

function agenciesIn(rows: readonly Float64Array[]): number {
  const [first] = rows;
  if (first === undefined) return 0;
  return [...first.keys()].filter((at) => rows.some((row) => !Number.isNaN(row[at]))).length;
}

function given(values: Float64Array): readonly number[] {
  return [...values].filter((value) => !Number.isNaN(value));
}

function part({ weight }: IndicatorScore, value: number) {
  return { value, weight };
}
