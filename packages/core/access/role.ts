import { z } from 'zod';

/** What a person is in a partnership. */
export const Role = z.enum([
  'co-ordinator',
  'member',
  'analyst',
  'chair',
  'survivor-adviser',
  'policy-reader',
  'researcher',
]);
export type Role = z.infer<typeof Role>;

/** May this person read the partnership's pages? Everybody who belongs to it may. */
export function mayReadPartnership(role: Role | null): boolean {
  return role !== null;
}

/** May this person set up reviews, invite people and raters, and change what the partnership is? */
export function mayCoordinate(role: Role): boolean {
  return role === 'co-ordinator';
}

/** May this person move a review to its next state? The chair may; running it stays with the co-ordinator. */
export function mayMoveReview(role: Role): boolean {
  return role === 'co-ordinator' || role === 'chair';
}

/** May this person write down what the agencies agreed? */
export function mayAgreeScores(role: Role): boolean {
  return mayMoveReview(role);
}

/** May this person see scores while they can still change? Who only reads results waits until they stand. */
export function mayFollowRound(role: Role): boolean {
  return role !== 'policy-reader' && role !== 'researcher';
}

/** May this person add places, data, gaps and assets? */
export function mayEditPlace(role: Role): boolean {
  return role === 'co-ordinator' || role === 'analyst';
}

/** May this person say how important a gap is, and in what order to take them? */
export function mayWeighPriorities(role: Role): boolean {
  return mayEditPlace(role) || mayMoveReview(role) || role === 'survivor-adviser';
}

/** May this person open and close rounds of the cycle and their stages, and say what carries over? */
export function mayRunCycle(role: Role): boolean {
  return mayMoveReview(role);
}

/** May this person change a round's checklist, and write down what the round gave? */
export function mayKeepChecklist(role: Role): boolean {
  return mayWeighPriorities(role);
}

/** May this person put risks and decisions on record, and write the problem profile and the reports? */
export function mayKeepRecord(role: Role): boolean {
  return mayEditPlace(role) || role === 'chair';
}

/** May this person draw and change theories of change? Survivor advisers may: a theory is about their lives. */
export function mayDrawTheories(role: Role): boolean {
  return mayWeighPriorities(role);
}

/** May this person write down, in sum, what survivors said and what changed because of it? */
export function mayHearSurvivors(role: Role): boolean {
  return role === 'co-ordinator' || role === 'survivor-adviser';
}

/** May this person keep the register of what is known: sources, studies, claims, searches, working groups? */
export function mayKeepEvidence(role: Role): boolean {
  return mayKeepRecord(role) || role === 'researcher';
}

/** May this person grade studies and screen sources? Everybody may but who only reads. */
export function mayJudgeEvidence(role: Role): boolean {
  return role !== 'policy-reader';
}

/** May this person issue a version of the problem profile? */
export function mayIssueProfile(role: Role): boolean {
  return mayMoveReview(role);
}

/** May this person say how an action stands? */
export function mayDecideActions(role: Role): boolean {
  return mayEditPlace(role) || mayMoveReview(role);
}

/** May this person note how an action goes? Everybody who takes part in the work may. */
export function mayNoteProgress(role: Role): boolean {
  return role !== 'policy-reader' && role !== 'researcher';
}

/** May this person see a crisis's board and keep it up to date: lines, counts, calls, actions? */
export function mayHelpInCrisis(role: Role): boolean {
  return mayNoteProgress(role);
}

/** May this person prepare for a crisis, activate it, end it, and say what its findings become? */
export function mayRunCrisis(role: Role): boolean {
  return mayMoveReview(role);
}

/** May this person publish a release of records in the partnership, and withdraw it? */
export function mayPublishReleases(role: Role): boolean {
  return mayEditPlace(role);
}

/** May this person read everybody's rows of the partnership's audit? One's own rows everybody may. */
export function mayReadWholeAudit(role: Role): boolean {
  return role === 'co-ordinator';
}

/** May this person say who beyond the partnership sees a published review? */
export function mayShareResults(role: Role): boolean {
  return role === 'co-ordinator' || role === 'chair';
}

/**
 * May this person see who rated what? The co-ordinator may, who leads the talk about it, and only once the round
 * is closed: before that nobody, so that nobody is led by anybody.
 */
export function maySeeSingleRatings(role: Role, state: RoundState): boolean {
  return role === 'co-ordinator' && state !== 'draft' && state !== 'rating';
}

type RoundState = 'draft' | 'rating' | 'agreeing' | 'validated' | 'published';
