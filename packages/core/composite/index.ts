export { aggregated } from './aggregate.ts';
export { columnOf, ranks, shape, valuesOf, type Column } from './column.ts';
export { computed, type IndexResult } from './compute.ts';
export {
  Bundle,
  bundleOf,
  bundleText,
  readBundle,
  recomputed,
  type BundleInputs,
} from './bundle.ts';
export type { Step, Table } from './steps.ts';
export { numberColumns, readData, readMeta } from './input.ts';
export { components, cronbach, partial, pearson, spearman, type Components } from './linear.ts';
export { Node, structureOf, topOf, type NodeRow, type Structure } from './meta.ts';
export {
  Adjustment,
  Aggregation,
  Imputation,
  Mean,
  Method,
  Normalisation,
  Screening,
  Treatment,
  Weighting,
} from './method.ts';
export { normalised } from './normalise.ts';
export { effectsText, panelText, scoresText, standingsText } from './text.ts';
export { treated, type Treated } from './treat.ts';
export { modelOf, type Model } from './draw.ts';
export {
  areApart,
  groupsTogether,
  monteCarlo,
  stillMoving,
  surelyAhead,
  type Draws,
  type Running,
  type Standing,
} from './monte-carlo.ts';
export {
  rankShift,
  sensitivity,
  type Effect,
  type RunningEffects,
  type Sensitivity,
} from './sensitivity.ts';
export { Source, Uncertainty } from './uncertain.ts';
export {
  checkedDefinition,
  Drawing,
  IndexDefinition,
  indicatorNotes,
  noticesOf,
  openedIndex,
  unitNames,
  type IndicatorNote,
  type Notice,
  type OpenedIndex,
} from './definition.ts';
export {
  beside,
  type Beside,
  type Moved,
  type Shift,
  type Stand,
  type Way,
} from './analysis/beside.ts';
export { consistency, type Consistency } from './analysis/consistency.ts';
export { influences, mainEffect, type Influence } from './analysis/influence.ts';
export { spreads, type Outlying, type Spread } from './analysis/outlier.ts';
export {
  bounds,
  correlations,
  flags,
  relations,
  type Correlating,
  type Correlations,
  type Flag,
  type Relation,
} from './analysis/relation.ts';
export { removals, type Removal } from './analysis/removal.ts';
export {
  placesOf,
  strengthsAndWeaknesses,
  type Place,
  type StrengthsAndWeaknesses,
} from './analysis/unit.ts';
export { disagreement, seenByRaters, type RatersValue, type Seen } from './raters.ts';
export {
  freeTemplate,
  resilienceTemplate,
  riskTemplate,
  type FrameworkRow,
  type Template,
} from './templates.ts';
export { panel, readPeriods, type Panel, type PanelBase, type Period } from './panel.ts';
export { sourceFor, usualDoubt, type Errors } from './doubt.ts';
export { errorsIn } from './errors-in.ts';
export { madeIndex, plainMethod, type Made, type MadeCell, type MadeIndicator } from './made.ts';
