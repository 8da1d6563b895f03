export {
  exactly,
  PrivateCounts,
  type Drawn,
  type PrivateColumn,
  type PrivateCount,
} from './counts.ts';
export { PrivateManifest, privateManifestOf, type PrivateFacts } from './manifest.ts';
export { openColumns, tooManyColumns } from './domain.ts';
export { privateCounts, type Watching } from './private-counts.ts';
export { privateRecords } from './private-records.ts';
export { budgetPlan, PrivateSettings, type BudgetPlan } from './settings.ts';
export { privateCountsText, privateTable } from './texts.ts';
export { tried, type OverRuns, type TrialPlan, type Tried, type TriedLength } from './trial.ts';
