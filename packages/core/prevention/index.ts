export { type CheckedRow } from './checked-table.ts';
export {
  atLevel,
  figures,
  placeGaps,
  type Figures,
  type GridCell,
  type Identified,
  type PlaceGaps,
  type PortfolioGrid,
} from './figures.ts';
export { fundingFlow, type Flow, type FlowNode, type FundingFlow } from './funding-flow.ts';
export {
  Intervention,
  interventionFields,
  InterventionStatus,
  InterventionType,
  NameStatus,
  Principle,
  principles,
  TypeList,
} from './intervention.ts';
export { interventionsFrom, interventionTable, newOnes, type Named } from './intervention-table.ts';
export { knownTypes, type KnownClaim, type KnownStudy } from './knowledge.ts';
export { Layer, mechanisms, MechanismCode, SixC, Timing, type Mechanism } from './pathway.ts';
export {
  balance,
  coverage,
  currencies,
  current,
  evenness,
  matrix,
  overlaps,
  usualTreatShare,
  whatIf,
  wholeSystem,
  type Portfolio,
  type PortfolioCell,
  type Shares,
} from './portfolio.ts';
export { shippedTypes } from './shipped.ts';
export {
  suggestions,
  sureness,
  type Because,
  type Known,
  type OpenGap,
  type Suggestion,
  type Sureness,
  type Unknown,
} from './suggestion.ts';
export { agencies, falls, typeCover, type Falls, type Spelling } from './type-cover.ts';
export { changedTypes, typesFrom, typeTable, type TypeChange } from './type-table.ts';
export { portfolioReview } from './review-report.ts';
export { type PortfolioReview } from './review-parts.ts';
export {
  layerSaid,
  moneySaid,
  nameStatusSaid,
  pathwaySaid,
  sixCSaid,
  statusSaid,
  timingSaid,
} from './words.ts';
