export { leastPassword, longestPassword, passwordProblems } from './password.ts';
export { Role, mayCoordinate, mayEditPlace, mayMoveReview, mayReadPartnership } from './role.ts';
