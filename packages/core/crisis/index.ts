export { changesOf, type Change } from './change.ts';
export { Check, checkStanding } from './check.ts';
export { contactProblems, reachOf, type KeptContact, type Reach } from './contact.ts';
export {
  CannotTell,
  control,
  daysOf,
  expectedIn,
  footing,
  leastCounted,
  leastPeriods,
  type Control,
  type Footing,
} from './control.ts';
export {
  counted,
  lastWeek,
  stepOf,
  stepSaid,
  type DayCount,
  type StepCount,
  type Watched,
} from './count.ts';
export { CrisisState, CrisisType, Phase, Span, spanOf, stepProblems, stepsFrom } from './crisis.ts';
export {
  Baseline,
  BaselinePoint,
  Contact,
  Finding,
  Group,
  Item,
  Line,
  LineCode,
  lineCodes,
  LineStatus,
  PlanAction,
  Service,
  ServiceKind,
  type ItemKind,
} from './item.ts';
export { itemProblems } from './item-problems.ts';
export { ofKind, toldTexts } from './kinds.ts';
export { becameOf, lessonsRecord } from './lessons.ts';
export {
  Actor,
  crisisLibrary,
  practiceOf,
  practicesFor,
  PracticeStatus,
  sourcesOf,
  type HarmCheck,
  type Practice,
  type PracticeFilter,
  type PracticeSource,
} from './library.ts';
export type { CrisisInput, ReportedCrisis, ReportedItem } from './report-input.ts';
export { answerSaid, owner, spanSaid, timerSaid } from './report-parts.ts';
export { exposure, serviceMap, type Exposure, type ServiceCover } from './service-map.ts';
export { situationReport } from './situation.ts';
export { byUrgency, completion, timerOf, type Completion, type Timer } from './timer.ts';
export {
  actionWords,
  actorWords,
  cannotWords,
  controlWords,
  helpedWords,
  irregularWords,
  lineStatusWords,
  lineWords,
  phaseWords,
  serviceStateWords,
  serviceWords,
  spanWords,
  stateWords,
  statusAskedWords,
  timeWords,
  typeWords,
} from './words.ts';
