import { createHmac } from 'node:crypto';
import { hashed } from '../session/store.ts';
import type { House } from '../http/house.ts';

/**
 * A target's link is made of the house's secret and a seed that is kept with the target. So a reminder can carry the
 * same link as the invitation, and a copy of the tables alone opens nothing.
 */
export function linkOf(
  { secret, config }: Pick<House, 'secret' | 'config'>,
  seed: string,
): { readonly token: string; readonly hash: string; readonly link: string } {
  const token = createHmac('sha256', secret)
    .update(`survey link ${seed}`)
    .digest('base64url')
    .slice(0, 32);
  return { token, hash: hashed(token), link: `${config.address}/survey/${token}` };
}
