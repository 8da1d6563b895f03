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

/** May this person set up reviews, invite raters, and change what the partnership is? */
export function mayCoordinate(role: Role): boolean {
  return role === 'co-ordinator';
}

/** May this person move a review to its next state? The chair may; running it stays with the co-ordinator. */
export function mayMoveReview(role: Role): boolean {
  return role === 'co-ordinator' || role === 'chair';
}

/** May this person add places, data, gaps and assets? */
export function mayEditPlace(role: Role): boolean {
  return role === 'co-ordinator' || role === 'analyst';
}

/** May this person read the partnership's pages? Everybody who belongs to it may. */
export function mayReadPartnership(role: Role | null): boolean {
  return role !== null;
}
