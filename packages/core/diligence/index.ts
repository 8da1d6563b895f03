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
export {
  levelOf,
  lookedAt,
  StatementAnswer,
  StatementArea,
  statementAreas,
  statementItemSource,
  type AreaGuide,
  type Level,
  type StatementAnswers,
  type StatementItem,
} from './statement-area.ts';
export { disclosurePrefix, disclosures, disclosureSource } from './statement-disclosure.ts';
export {
  foundOf,
  statementDocument,
  statementReview,
  type PlannedStep,
  type StatementInput,
} from './statement-document.ts';
export {
  OrganisationKind,
  scopeOf,
  section54,
  section54Guidance,
  type Scope,
  type ScopeFacts,
} from './statement-scope.ts';
export {
  holdsWords,
  levelWords,
  missingWords,
  scopeReasonWords,
  scopeWords,
  titleOf as titleOfArea,
} from './statement-words.ts';
export {
  approvalProblems,
  disclosureOf,
  emptyFacts,
  lastDay,
  missingIn,
  missingOf,
  StatementFacts,
  type ApprovalFacts,
  type Missing,
  type StatementContent,
} from './statement.ts';
export {
  scorecard,
  ScorecardLevel,
  scorecardDocument,
  scorecardLevels,
  scorecardOf,
  ScorecardSection,
  scorecardSource,
  type ScorecardAnswer,
  type ScorecardRow,
} from './scorecard.ts';
export {
  counted,
  CountedKind,
  countShown,
  countsShown,
  type Counted,
  type KeptCount,
} from './training.ts';
export { diligenceReport } from './report.ts';
export type { DiligenceReportInput } from './report-input.ts';
export {
  actionTitles,
  agreementTitles,
  bandTitles,
  incidentTitles,
  involvementTitles,
  remedyTitles,
  worksTitles,
} from './report-words.ts';
