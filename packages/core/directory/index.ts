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
