export { FourP, Pathway, Stage } from '../framework/index.ts';
export { balanceOf, type Balance, type Effort, type StageEffort } from './balance.ts';
export { checklist, nextChecklist, type ChecklistItem, type NextItem } from './checklist.ts';
export {
  Carry,
  closedOut,
  OpenKind,
  openThings,
  type CloseOutWords,
  type Decision,
  type OpenThing,
} from './close-out.ts';
export { dueNext, type Dated, type Due } from './due.ts';
export { matrixOf, type Matrix, type MatrixCell, type Tagged } from './matrix.ts';
export { Output, outputsOf, outputStages, type OutputFacts, type RoundOutput } from './outputs.ts';
export { nextRound, reopenedRound, RoundState } from './round.ts';
export { stageMoved, StageState, type StageMove } from './stage-move.ts';
export { warningsOf, type CycleWarning, type RoundEffort } from './warnings.ts';
export {
  reviewIsDue,
  standingDecisions,
  type DecisionFacts,
  type Standing as StandingDecision,
} from './decision.ts';
export { identifying, identifyingProblems, type Identifying } from './identifying.ts';
export {
  impactWords,
  likelihoodWords,
  riskBand,
  riskMatrix,
  riskReview,
  riskScore,
  RiskStatus,
  RiskStep,
  standingRisks,
  type RiskBand,
  type RiskCell,
  type RiskFacts,
} from './risk.ts';
export {
  Channel,
  channelWords,
  heardByStage,
  PeopleBand,
  peopleWords,
  type Heard,
} from './survivor-input.ts';
export { actionPlan, type ActionPlanInput } from './action-plan.ts';
export {
  AnnualPart,
  annualParts,
  annualPeriod,
  annualReport,
  reportYear,
  type AnnualInput,
} from './annual-report.ts';
export { closeOutReport, type CloseOutInput, type ReportedRound } from './close-out-report.ts';
export { fundingCase, totalSaid, totalsOf, type FundingInput } from './funding-case.ts';
export { Marking, markingOf, markings, mostCareful } from './handling.ts';
export {
  guideOf,
  PartState,
  ProfilePart,
  profileParts,
  type PartGuide,
} from './problem-profile.ts';
export { profileDocument, type KeptPart, type ProfileSetting } from './problem-profile-document.ts';
export { filledPart } from './profile-fill.ts';
export type { ProfileInput, ProfileSeries } from './profile-input.ts';
export type {
  ReportedAction,
  ReportedDecision,
  ReportedGap,
  ReportedInput,
  ReportedRisk,
  ReportedTarget,
  ReportSetting,
} from './report-input.ts';
