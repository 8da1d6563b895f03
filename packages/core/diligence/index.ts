export { alikeSuppliers, type Alike, type AlikeReason, type Named } from './alike-suppliers.ts';
export {
  Answer,
  Answers,
  assessed,
  AssessmentResult,
  AssessmentRule,
  IndicatorCode,
  Prompt,
  shippedAssessmentRule,
} from './assessment.ts';
export {
  ClauseCode,
  clauses,
  ClauseSet,
  clauseSets,
  clauseTitle,
  Dimension,
  iloIndicators,
} from './clause.ts';
export { countries, CountryCode, countryName, countryNamed, type Country } from './country.ts';
export {
  ActionStatus,
  DiligenceActionFields,
  EtiStage,
  etiStageWords,
  isLate,
  OecdStep,
  oecdSteps,
} from './cycle-step.ts';
export {
  Agreement,
  closingProblems,
  IncidentChannel,
  IncidentFields,
  IncidentStatus,
  isCheckedRemedy,
  RemedyFields,
  RemedyKind,
  remedyProblems,
  Works,
} from './incident.ts';
export { nameLike } from './person-words.ts';
export { outwardOf, placer, type Area, type Placed, type PlacedBy } from './placed.ts';
export { prioritised, PriorityRule, shippedRules, type Priority, type Ruled } from './priority.ts';
export {
  isProduct,
  ProductCode,
  products,
  productSource,
  productTitle,
  productsIn,
  sectionOf,
  type Product,
} from './product.ts';
export { sameKey, SupplierReader, type NamedRow, type SupplierRow } from './read-suppliers.ts';
export {
  Band,
  bandOf,
  bySeverity,
  Involvement,
  productOf,
  RiskFields,
  SeverityBy,
  severityOf,
  Step,
  type Standing,
} from './risk.ts';
export { DiligenceSetting, shippedSetting } from './setting.ts';
export {
  leastWorkers,
  shownCount,
  shownSum,
  type ShownCount,
  type ShownSum,
} from './shown-count.ts';
export {
  absentColumns,
  guessedMapping,
  supplierColumns,
  SupplierMapping,
  type SupplierColumn,
} from './supplier-mapping.ts';
export {
  Currency,
  numberKey,
  SiteFields,
  supplierKey,
  SupplierFields,
  Workers,
} from './supplier.ts';
