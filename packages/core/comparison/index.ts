export {
  groupFigures,
  leastForFifths,
  leastGroup,
  quintile,
  standing,
  type Fifth,
  type GroupFigures,
} from './group.ts';
export {
  funnelPlace,
  funnelPlaces,
  pooled,
  proportionFunnel,
  rateFunnel,
  type FunnelLimits,
  type FunnelPlace,
} from './funnel.ts';
export { byar, countInterval, leastForByar, wilson, type Interval } from './interval.ts';
export { bandOf, isStandard, standardCodes, standardOf, type StandardCode } from './standard.ts';
export { directlyStandardised, type Stratum } from './standardised.ts';
export {
  proportionTrend,
  trendPoints,
  trendThreshold,
  TrendWords,
  valueTrend,
  type Trend,
  type TrendWord,
} from './trend.ts';
export { NoTrend, recent } from './recent.ts';
export {
  StatisticsMethods,
  tabled,
  type StatisticsMethod,
  type StatisticsOptions,
} from './tabled.ts';
export { difference, told, Told, type Difference, type Figure } from './change.ts';
export {
  neighbours,
  type Measured,
  type Nearness,
  type Neighbours,
  type Yardstick,
} from './nearness.ts';
export {
  besidePeers,
  gapUnder,
  learningMatches,
  sideOf,
  strongFrom,
  type BesidePeers,
  type LearningMatch,
  type Peer,
  type Side,
} from './peers.ts';
export {
  CannotCompare,
  commonQuestions,
  roundsCompared,
  type Link,
  type Pair,
  type Scored,
  type TopicChange,
} from './rounds.ts';
