export { studiesBroughtIn, type StudyFate } from './bring-in-studies.ts';
export { broughtIn, type ReadFile } from './bring-in.ts';
export { Claim, ClaimLink, Confidence, ConfidenceRule, Stance } from './claim.ts';
export { duplicates, plainTitle, type Duplicate } from './duplicates.ts';
export { freshness, soonDays, unreviewedDays, type Freshness } from './freshness.ts';
export {
  bubbleRadius,
  choicesOf,
  crossed,
  doneByRow,
  filtered,
  mapFinding,
  mapFrame,
  mapKinds,
  noFilter,
  rowsBy,
  strengthOf,
  strengths,
  type DoneHere,
  type MapFilter,
  type MapFinding,
  type MapFrame,
  type MapKind,
  type Strength,
} from './gap-map-view.ts';
export {
  gapMap,
  mapStudy,
  offMap,
  type GapFlag,
  type MapCell,
  type MapItem,
  type MapStudy,
} from './gap-map.ts';
export type { MapPage } from './gap-page.ts';
export { graded, usualRule, type Because, type Graded } from './graded.ts';
export {
  Amstar,
  amstarLevel,
  AmstarLevel,
  Grade,
  GradeLevel,
  gradeLevel,
  Maryland,
  Nesta,
  overallWeight,
  Verdict,
  Weight,
  WeightOfEvidence,
} from './grade.ts';
export {
  Given,
  GradeScale,
  levelOf,
  standingGrade,
  withGrade,
  type GradeStanding,
  type RaterGrade,
} from './grading.ts';
export { policyGuide, type GuideClaim, type GuideInput } from './guide.ts';
export { GroupMember, groupStanding, Seat, type GroupStanding } from './group.ts';
export { exampleMapping } from './mappings/index.ts';
export { outcomes, type Outcome } from './outcomes.ts';
export { countFaults, Protocol } from './protocol.ts';
export { blankReference, doiIn, Reference, ReferenceType, yearIn } from './reference.ts';
export {
  proposedColumns,
  referencesFromTable,
  type ReferenceColumns,
  type ReferenceField,
} from './reference-table.ts';
export {
  Arrival,
  checkedRegister,
  emptyRegister,
  Fate,
  Register,
  Source,
  Suggestion,
} from './register.ts';
export { readRis, type FoundReference } from './ris.ts';
export { risText } from './ris-write.ts';
export {
  Decision,
  flow,
  kappa,
  ScreeningStage,
  standing,
  type Agreement,
  type Flow,
  type Screened,
  type Settled,
  type Standing,
} from './screening.ts';
export {
  agreementAt,
  firmAfterSeconds,
  isFirm,
  marked,
  protocolCounts,
  ScreeningReason,
  ScreeningReasons,
  standings,
  usualReasons,
  type Piece,
  type SourceStanding,
} from './screening-batch.ts';
export { Finding, Study } from './study.ts';
export { survivorRole } from './survivor-role.ts';
export {
  missingColumns,
  studiesFromTable,
  StudyMapping,
  TableField,
  type FoundStudy,
} from './study-table.ts';
export { survivorInclusion, type Inclusion, type SurvivorInclusion } from './survivor-inclusion.ts';
export { starterRegister } from './shipped/index.ts';
