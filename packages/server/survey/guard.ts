import { createMiddleware } from 'hono/factory';
import { problem } from '@freehold/core/problem';
import { asInstallation, type Work } from '../database/within.ts';
import type { Env, House, RespondentActor } from '../http/house.ts';
import { refuse } from '../http/problem.ts';
import { hashed } from '../session/store.ts';

/** Lets the holder of a survey's personal link through, as `respondent`. */
export function respondentOnly(house: Pick<House, 'database'>) {
  return createMiddleware<Env>(async (c, next) => {
    const token = c.req.param('token') ?? '';
    const found = await asInstallation(house.database, (tx) => respondentByToken(tx, token));
    if (found === null) return refuse(c, 404, [problem('link-unknown')]);
    c.set('respondent', found);
    await next();
    return undefined;
  });
}

async function respondentByToken(tx: Work, token: string): Promise<RespondentActor | null> {
  const row = await tx
    .selectFrom('survey_target')
    .where('token_hash', '=', hashed(token))
    .select(['id', 'partnership_id', 'wave_id'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, partnership_id: partnership, wave_id: wave } = row;
  return { person: null, rater: null, partnership, target: id, wave };
}
