export { leastPassword, longestPassword, passwordProblems } from './password.ts';
export { Visibility, mayReadResults, type Standpoint } from './results.ts';
export { rights, type Right } from './right.ts';
export {
  Role,
  mayAgreeScores,
  mayCoordinate,
  mayDecideActions,
  mayDrawTheories,
  mayEditPlace,
  mayHearSurvivors,
  mayHelpInCrisis,
  mayIssueProfile,
  mayJudgeEvidence,
  mayKeepEvidence,
  mayKeepRecord,
  mayFollowRound,
  mayKeepChecklist,
  mayMoveReview,
  mayNoteProgress,
  mayPublishReleases,
  mayReadPartnership,
  mayReadWholeAudit,
  mayRunCrisis,
  mayRunCycle,
  maySeeSingleRatings,
  mayShareResults,
  mayWeighPriorities,
} from './role.ts';
