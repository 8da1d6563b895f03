import type { z } from '@hono/zod-openapi';
import { problem, type Problem } from '@freehold/core/problem';
import { leastRespondents, resultsToShow } from '@freehold/core/survey';
import type { Work } from '../database/within.ts';
import type { RespondentActor } from '../http/house.ts';
import { answersOf, setsFrom } from './answers.ts';
import { asksRelationships, pageBackOf } from '../network/index.ts';
import { frozenOf } from './frozen.ts';
import type { PageBack } from './respondent-shapes.ts';
import { targetsOf } from './targets.ts';
import { waveOf } from './waves.ts';

/**
 * What goes back to a respondent once the wave has closed: what all gave together, to stand beside their own answers.
 * Under five respondents nothing of a question is given, confidential or not: a respondent can subtract their own.
 */
export async function pageBack(
  tx: Work,
  { wave: id, target, partnership }: RespondentActor,
): Promise<z.infer<typeof PageBack> | Problem> {
  const wave = await waveOf(tx, id);
  if (wave === null || wave.closedAt === null || wave.state !== 'closed')
    return problem('wave-still-open');
  const targets = await targetsOf(tx, id);
  const counting = await answersOf(tx, id);
  const sets = await setsFrom(tx, id, counting, wave.closedAt.toISOString().slice(0, 10));
  const frozen = await frozenOf(tx, id);
  const results = resultsToShow(wave.instrument, sets, frozen?.results ?? null).map((each) => {
    const few = each.respondents < leastRespondents;
    return {
      ...each,
      suppressed: each.suppressed || (few && each.n > 0),
      tallies: few || each.tallies === null ? null : [...each.tallies],
      spread: few ? null : each.spread,
      // What others wrote is not sent to every respondent.
      texts: null,
    };
  });
  const organisation = targets.find((each) => each.id === target)?.organisation ?? null;
  const relationships =
    organisation === null || !asksRelationships(wave.instrument)
      ? null
      : await pageBackOf(tx, partnership, wave, organisation);
  return {
    respondents: sets.length,
    finished: targets.filter(({ finishedAt }) => finishedAt !== null).length,
    targets: targets.length,
    closedAt: wave.closedAt.toISOString(),
    results,
    relationships: relationships && { ...relationships, ties: [...relationships.ties] },
  };
}
