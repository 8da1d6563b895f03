export {
  Activity,
  Area,
  Chair,
  Contact,
  Coordinator,
  Funding,
  GovernanceDocument,
  ListedName,
  Profile,
  Relation,
  Status,
  Tie,
  type Listed,
} from './partnership.ts';
export {
  MemberRole,
  MembershipFields,
  OrganisationFields,
  OrganisationName,
  type Membership,
  type Organisation,
} from './organisation.ts';
export { changedList, CodeItem, CodeList, shippedCodeLists, titleOf } from './code-list.ts';
export { mergedHomes, mergeFault, type Mergeable } from './merged.ts';
export {
  completeness,
  dueBy,
  isStale,
  staleAfterMonths,
  type Completeness,
  type Due,
  type Question,
} from './completeness.ts';
export { Account, balances } from './account.ts';
export { areaLists, ukPoliceForceAreas, type NamedArea } from './area-list.ts';
export { assembled, type DirectorySources } from './assembled.ts';
export { CleanUp, CleanUpKind, MatchReason, Suggestion } from './clean-up.ts';
export { coverage, isAtWork, worksIn, type Coverage } from './coverage.ts';
export { DirectoryFile } from './directory-file.ts';
export { distribution, type Distribution, type Line } from './distribution.ts';
export { DirectoryMapping, mapping2017 } from './import-mapping.ts';
export { categoryOf, ukOrganisations, type Known } from './known.ts';
export { isSure, Matcher, type Learnt } from './match.ts';
export { initialsOf, likeness, organisationKey, tellingWords, type Word } from './name.ts';
export {
  distributions,
  listOf,
  partnershipReport,
  type MappedQuestion,
  type PartnershipReport,
} from './report.ts';
export { sectorOf } from './sector.ts';
export { splitMembers, type Part } from './split.ts';
export { duplicates, type Duplicate } from './duplicates.ts';
export {
  fittingList,
  peopleCovered,
  type AreaList,
  type PeopleCovered,
  type PeopledArea,
} from './area-choice.ts';
export { mappingDocument } from './mapping-document.ts';
export { type MappedPartnership, type MappingInput } from './mapping-input.ts';
export { sectorsOf } from './mapping-tables.ts';
