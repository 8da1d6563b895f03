import {
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
  type Role,
} from './role.ts';

/** Every right in a partnership, with what it allows and who has it. */
export const rights = {
  read: {
    says: 'Read the partnership’s pages: places, data, reviews and their results, gaps, assets, priorities, people; one’s own audit',
    may: mayReadPartnership,
  },
  follow: { says: 'See scores before they are validated', may: mayFollowRound },
  'see-ratings': {
    says: 'See who rated what, with comments and files, once the round is closed',
    may: (role) => maySeeSingleRatings(role, 'agreeing'),
  },
  coordinate: {
    says: 'Set up reviews, invite people and raters, keep frameworks, change the partnership, see e-mail addresses',
    may: mayCoordinate,
  },
  move: { says: 'Move a review to its next state', may: mayMoveReview },
  agree: { says: 'Write down what the agencies agreed', may: mayAgreeScores },
  edit: {
    says: 'Add and change places, data, gaps, assets, actions, targets and interventions',
    may: mayEditPlace,
  },
  weigh: { says: 'Weigh gaps and put them in order', may: mayWeighPriorities },
  'run-cycle': {
    says: 'Open and close rounds of the cycle and their stages, and say what carries over',
    may: mayRunCycle,
  },
  'keep-checklist': {
    says: 'Change a round’s checklist, and write down what the round gave',
    may: mayKeepChecklist,
  },
  record: {
    says: 'Put risks and decisions on record, write the problem profile and the reports',
    may: mayKeepRecord,
  },
  hear: {
    says: 'Write down, in sum, what survivors said and what changed because of it',
    may: mayHearSurvivors,
  },
  'keep-evidence': {
    says: 'Keep the register of what is known: sources, studies, claims, searches and working groups',
    may: mayKeepEvidence,
  },
  'judge-evidence': { says: 'Grade studies and screen sources', may: mayJudgeEvidence },
  issue: {
    says: 'Issue a version of the problem profile; approve a modern slavery statement',
    may: mayIssueProfile,
  },
  'decide-action': {
    says: 'Say with a reason how an action stands: red, amber or green',
    may: mayDecideActions,
  },
  draw: { says: 'Draw and change theories of change', may: mayDrawTheories },
  comment: { says: 'Comment on a theory of change, and settle comments', may: mayNoteProgress },
  'note-progress': { says: 'Note how an action goes', may: mayNoteProgress },
  'help-in-crisis': {
    says: 'See a crisis’s board with its contact tree, and keep it up to date; its reports',
    may: mayHelpInCrisis,
  },
  'run-crisis': {
    says: 'Prepare for a crisis, activate it, end it, and say what its findings become',
    may: mayRunCrisis,
  },
  share: {
    says: 'Say who beyond the partnership sees a published review',
    may: mayShareResults,
  },
  release: {
    says: 'Publish a release of protected records, withdraw it and take that back',
    may: mayPublishReleases,
  },
  'read-audit': { says: 'Read and export everybody’s audit', may: mayReadWholeAudit },
} as const satisfies Readonly<
  Record<string, { readonly says: string; readonly may: (role: Role) => boolean }>
>;

export type Right = keyof typeof rights;
