export { barrierProblems, BarrierStatus, type Barrier } from './barrier.ts';
export {
  AmountBand,
  claimColumns,
  ClaimCount,
  ClaimOutcome,
  claimsFrom,
  ClaimStage,
  Duration,
  Represented,
} from './claim.ts';
export { hideParts, type PartsShown, type Shown } from './hide-parts.ts';
export { hideTable, type TableShown } from './hide-table.ts';
export { medianBand, type MedianBand } from './median-band.ts';
export {
  CoreOutcome,
  coreOutcomes,
  Met,
  outcomeColumns,
  OutcomeCount,
  outcomesFrom,
  outcomeSource,
  RatedBy,
  RecoveryPoint,
} from './outcome.ts';
export { outcomesShown, type OutcomeShown, type PointShown } from './recovered.ts';
export {
  rateOf,
  remedyYears,
  type Group,
  type Part,
  type Rate,
  type RemedyYear,
} from './remedy.ts';
export {
  CompensationRoute,
  compensationRoutes,
  Jurisdiction,
  RouteType,
  routeTitle,
} from './route.ts';
export { barriersBrief } from './barriers-brief.ts';
export { recoveryReport, changeWords, pointSaid } from './recovery-report.ts';
export { remedyReport } from './remedy-report.ts';
export type { RecoverySetting } from './report.ts';
export {
  bandWords,
  barrierWords,
  durationWords,
  hidingNote,
  jurisdictionWords,
  medianWords,
  metWords,
  outcomeWords,
  pointWords,
  raterWords,
  rateWords,
  representedWords,
  routeTypeWords,
  shownWords,
  stageWords,
} from './words.ts';
