export { Role, mayCoordinate, mayEditPlace, mayMoveReview, mayReadPartnership } from './role.ts';
