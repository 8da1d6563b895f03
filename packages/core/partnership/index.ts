export { changeBetween, type NetworkChange } from './changes.ts';
export { seated, seats, type Seat, type Seated } from './checklist.ts';
export { coverage, withoutOne, type Cover, type Item, type ItemCoverage } from './cover.ts';
export {
  withoutOrganisation,
  type Directory,
  type ListedGroup,
  type ListedMember,
  type ListedOrganisation,
} from './directory.ts';
export {
  relationshipNetwork,
  sharedMembership,
  twoMode,
  type Group,
  type Membership,
  type Organisation,
} from './networks.ts';
export { agreedOf, densityOf, pairsOf, type Bounded, type Pair } from './pairs.ts';
export { leastRaters, type Hidden } from './protected.ts';
export {
  oneVoice,
  trustParts,
  valueParts,
  type Part,
  type Relationship,
  type RelationshipWave,
} from './relationship.ts';
export {
  measures,
  partnerScores,
  type Measure,
  type OrganisationScores,
  type PartnerScores,
  type Score,
} from './scores.ts';
export { singlePoints, type SinglePoint } from './single-points.ts';
export { whatIf, type WhatIf } from './what-if.ts';
export {
  sectorMatrix,
  workCode,
  workCover,
  type Cell,
  type Dimension,
  type Work,
} from './work-cover.ts';
