export { agreement, mostDisputedFirst, type Agreement } from './agreement.ts';
export { alpha, type Metric } from './alpha.ts';
export { cannotTellApart, type Range } from './interval.ts';
export { measuredScore, type Measured, type MeasuredScore } from './measured.ts';
export {
  Basis,
  GradeCounts,
  IndicatorScore,
  LevelScore,
  NoInterval,
  NoScore,
  ReviewProfile,
  ReviewRecipe,
  TopicScore,
} from './profile.ts';
export { Agreed, Answer, Confidence, Grade, Rating } from './rating.ts';
export { everyIndicator, reviewProfile, type ReviewInput } from './score.ts';
export { intervalLevel, leastAgencies, leastCoverage } from './topic.ts';
