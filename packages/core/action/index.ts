export { ActionKind, ActionStatus, isOpen, isOverdue, Rag, type ActionFacts } from './action.ts';
export { daysFrom } from './days.ts';
export { actionHealth, heavyShare, leastMixed, type ActionHealth } from './health.ts';
export { merged, type Merged, type Versioned } from './merge.ts';
export { cornersOf, expectedOn } from './path.ts';
export {
  needsAnotherLook,
  proposedRag,
  soonDays,
  standingRag,
  type Proposed,
  type RagReason,
} from './rag.ts';
export { remindersDue, type ReminderKey, type ReminderKind } from './reminder.ts';
export {
  standing,
  StandingReason,
  TargetAnswer,
  TargetPoint,
  type Hindrance,
  type Standing,
} from './standing.ts';
export { PathKind, Step, Target, TargetKind, targetProblems, type Subject } from './target.ts';
