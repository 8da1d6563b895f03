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
  type Known,
  type OpenGap,
  type Suggestion,
  type Sureness,
  type Unknown,
} from './suggestion.ts';
