export { agreement, mostDisputedFirst, type Agreement } from './agreement.ts';
export { alpha, type Metric } from './alpha.ts';
export {
  AssetKind,
  assetCover,
  highGapNoAsset,
  lowScoreUnder,
  unusedAssets,
  type AssetTopics,
  type GapTopic,
} from './assets.ts';
export { GapKind, GapStatus, Severity, scoreOf, type GapPlace } from './gap.ts';
export { proposedGaps, type Because, type ProposedGap } from './gaps.ts';
export { heldBack, isHeld, leastTogether } from './held.ts';
export { cannotTellApart, type Range } from './interval.ts';
export { measuredScore, type Measured, type MeasuredScore } from './measured.ts';
export { measuredAt, observationsFrom, type Observation } from './observations-table.ts';
export { inOrderOfPriority, weighed, type Weighed, type Weighing } from './priority.ts';
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
export { ratingsFrom } from './ratings-table.ts';
export { Agreed, Answer, Confidence, Grade, Rating } from './rating.ts';
export { everyIndicator, reviewProfile, type ReviewInput } from './score.ts';
export { Blocked, ReviewState, moved, movesFrom, type Move, type ReviewFacts } from './steps.ts';
export { intervalLevel, leastAgencies, leastCoverage } from './topic.ts';
export type { Findings, Standing } from './findings.ts';
export type { Limit } from './limits.ts';
export {
  reviewReport,
  type ReportIndicator,
  type ReportLevel,
  type ReportTopic,
  type ReviewReport,
} from './report.ts';
export type {
  ReportAgreed,
  ReportAsset,
  ReportGap,
  ReportInput,
  ReportPlace,
  ReportPriority,
  ReportRater,
  ReportSeries,
  ReportStep,
} from './report-input.ts';
export { method as reviewMethod } from './written/closing.ts';
export { reportDocument } from './written/document.ts';
export { assets as assetBlocks, priorities as priorityBlocks } from './written/plan.ts';
export { scores as scoreSection } from './written/scores.ts';
export { scoreWithRange, summary as reportSummary } from './written/summary.ts';
export { said } from './written/words.ts';
