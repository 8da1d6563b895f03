export { linkProblems, Links, openRoundAt } from './links.ts';
export { decisionsOf, shownDecision, type KeptDecision } from './store.ts';
