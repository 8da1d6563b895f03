import type { Framework, Level } from '../framework/index.ts';
import { isUnder, mean } from '../numeric/index.ts';
import { lowScoreUnder } from './assets.ts';
import type { GapKind, Severity } from './gap.ts';
import { isHeld, topicWithout } from './held.ts';
import { counts } from './indicator.ts';
import type { IndicatorScore, ReviewProfile, TopicScore } from './profile.ts';
import { leastAgencies } from './topic.ts';

/** The arithmetic that a proposal rests on: a code for the faces to word, and its numbers. */
export type Because =
  | { readonly code: 'low-score'; readonly score: number }
  | { readonly code: 'low-coverage'; readonly coverage: number }
  | { readonly code: 'many-dont-know'; readonly dontKnow: number; readonly answers: number }
  | { readonly code: 'wide-interval'; readonly low: number; readonly high: number }
  | {
      readonly code: 'strong-disagreement';
      readonly disagreement: number;
      readonly agencies: number;
    }
  | { readonly code: 'low-national'; readonly score: number };

/** A gap that the numbers suggest. A person keeps or dismisses it. `title` is the topic's or indicator's own. */
export type ProposedGap = {
  readonly topic: string;
  /** '' where the gap is about the topic as a whole. */
  readonly indicator: string;
  readonly title: string;
  readonly kind: GapKind;
  readonly severity: Severity;
  readonly locallySolvable: boolean;
  readonly because: Because;
};

/**
 * Gaps that low or uncertain scores suggest, in the framework's order, at most one of a kind for a topic or
 * indicator; the first reason stands. Everybody reads it: what is held back of a topic gives no reason. O(n). [RV-22] [RV-23] [RV-24]
 *
 * `framework` is the one, or a view of the one, that the profile was scored with.
 */
export function proposedGaps(
  profile: Pick<ReviewProfile, 'topics' | 'indicators'>,
  framework: Pick<Framework, 'levels'>,
): readonly ProposedGap[] {
  const topics = new Map(profile.topics.map((topic) => [topic.code, topic]));
  return framework.levels.flatMap((level) =>
    level.topics.flatMap(({ code }) => {
      const topic = topics.get(code);
      const own = profile.indicators.filter((each) => each.topic === code && counts(each));
      return topic === undefined ? [] : inTopic(level, topicWithout(topic, own), own);
    }),
  );
}

function inTopic(
  level: Level,
  topic: TopicScore,
  indicators: readonly IndicatorScore[],
): readonly ProposedGap[] {
  if (!level.averaged) return indicators.flatMap(national);
  const proposals = [
    ...lowScore(topic, indicators),
    ...lowCoverage(topic),
    ...dontKnow(topic, indicators),
    ...unsure(topic, indicators),
  ];
  return proposals.filter(({ kind }, at) => proposals.findIndex((p) => p.kind === kind) === at);
}

function lowScore(topic: TopicScore, indicators: readonly IndicatorScore[]) {
  const { score } = topic;
  if (score === null || !isUnder(score, lowScoreUnder)) return [];
  // Yes-no questions ask for documents; where most of a topic asks for them, what is missing is a policy.
  const documents = indicators.filter(({ kind }) => kind === 'yes-no').length;
  const kind = documents * 2 > indicators.length ? 'policy' : 'service';
  return [about(topic, kind, severityOf(score), { code: 'low-score', score })];
}

function lowCoverage(topic: TopicScore) {
  const { noScore, coverage } = topic;
  if (noScore !== 'low-coverage') return [];
  const severity = isUnder(coverage, 0.25) ? 'high' : 'medium';
  return [about(topic, 'data', severity, { code: 'low-coverage', coverage })];
}

function dontKnow(topic: TopicScore, indicators: readonly IndicatorScore[]) {
  const open = indicators.filter(({ basis }) => basis === 'ratings' || basis === 'none');
  const unknown = open.reduce((sum, each) => sum + each.dontKnow, 0);
  const answers = open.reduce((sum, each) => sum + each.raters + each.dontKnow, 0);
  if (unknown === 0 || unknown * 3 < answers) return [];
  const severity = unknown * 2 >= answers ? 'medium' : 'low';
  return [
    about(topic, 'knowledge', severity, { code: 'many-dont-know', dontKnow: unknown, answers }),
  ];
}

function unsure(topic: TopicScore, indicators: readonly IndicatorScore[]) {
  const { low, high, agencies, noScore } = topic;
  const kind = agencies < leastAgencies ? 'representation' : 'data';
  if (low !== null && high !== null && isUnder(1.5, high - low))
    return [about(topic, kind, 'medium', { code: 'wide-interval', low, high })];
  if (noScore === 'held-back') return [];
  const disagreement = mean(indicators.flatMap((each) => each.disagreement ?? []));
  if (disagreement === null || isUnder(disagreement, 0.5)) return [];
  return [about(topic, kind, 'medium', { code: 'strong-disagreement', disagreement, agencies })];
}

function national(indicator: IndicatorScore): readonly ProposedGap[] {
  const { topic, code, title, score, basis } = indicator;
  if (score === null || !isUnder(score, lowScoreUnder)) return [];
  // A proposal about one indicator tells its score: a few agencies' ratings are not for everybody.
  if (basis === 'ratings' && isHeld(indicator)) return [];
  const because = { code: 'low-national', score } as const;
  const severity = severityOf(score);
  return [
    {
      topic,
      indicator: code,
      title,
      kind: 'policy',
      severity,
      locallySolvable: false,
      because,
    },
  ];
}

function severityOf(score: number): Severity {
  if (isUnder(score, 1)) return 'high';
  return isUnder(score, 1.5) ? 'medium' : 'low';
}

function about(
  { code, title }: TopicScore,
  kind: GapKind,
  severity: Severity,
  because: Because,
): ProposedGap {
  return { topic: code, indicator: '', title, kind, severity, locallySolvable: true, because };
}
