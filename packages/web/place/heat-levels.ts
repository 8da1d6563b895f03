import type { NoScore, ReviewProfile, TopicScore } from '@freehold/core/review';
import type { HeatLevel } from '../figure/index.ts';
import { count, percent } from '../words.ts';

/** A review's topics as the heat grid draws them; `href` says where a topic leads. */
export function heatLevels(
  profile: ReviewProfile,
  href: (topic: TopicScore) => string,
): readonly HeatLevel[] {
  return profile.levels.map(({ code, title }) => ({
    code,
    title,
    cells: profile.topics
      .filter((topic) => topic.level === code)
      .map((topic) => ({
        code: topic.code,
        title: topic.title,
        score: topic.score,
        low: topic.low,
        high: topic.high,
        coverage: topic.coverage,
        href: href(topic),
        note: noScoreWords(topic),
      })),
  }));
}

function noScoreWords(topic: TopicScore): string {
  return topic.noScore === null ? '' : reasons[topic.noScore](topic);
}

const reasons: Readonly<Record<NoScore, (topic: TopicScore) => string>> = {
  'low-coverage': ({ coverage }) => `${percent(coverage)} answered, too little`,
  'not-averaged': ({ answered }) => `not averaged, ${count(answered, 'answer', 'answers')}`,
  'nothing-applicable': () => 'nothing applies here',
  'held-back': () => 'held back, too few ratings',
};
