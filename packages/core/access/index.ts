export { leastPassword, longestPassword, passwordProblems } from './password.ts';
export { Visibility, mayReadResults, type Standpoint } from './results.ts';
export { rights, type Right } from './right.ts';
export {
  Role,
  mayAgreeScores,
  mayCoordinate,
  mayEditPlace,
  mayFollowRound,
  mayMoveReview,
  mayReadPartnership,
  mayReadWholeAudit,
  maySeeSingleRatings,
  mayShareResults,
  mayWeighPriorities,
} from './role.ts';
