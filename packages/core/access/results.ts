import { z } from 'zod';

/** Who sees the results of a published review: its partnership, partnerships that share too, or everybody. */
export const Visibility = z.enum(['private', 'peers', 'public']);
export type Visibility = z.infer<typeof Visibility>;

/** Where somebody stands who asks for results: a member, of a partnership that shares too, or anybody else. */
export type Standpoint = 'own' | 'peer' | 'elsewhere';

/** May somebody who stands there read the results? */
export function mayReadResults(visibility: Visibility, asker: Standpoint): boolean {
  if (asker === 'own' || visibility === 'public') return true;
  return visibility === 'peers' && asker === 'peer';
}
