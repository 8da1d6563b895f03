import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { changeBetween } from '@freehold/core/partnership';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { waveOf, wavesOf, type KeptWave } from '../survey/index.ts';
import { namedNetwork, RelationshipResult, resultOf } from './relationship-result.ts';
import { asksRelationships, relationshipWaves } from './relationships.ts';
import { partnership } from './shapes.ts';

const tags = ['Relationships'];

const RelationshipWaves = z.object({
  waves: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['draft', 'open', 'closed']),
      closedAt: z.iso.datetime().nullable(),
      targets: z.number(),
      finished: z.number(),
    }),
  ),
});

const Change = z.object({
  before: z.string(),
  matched: z.number(),
  added: z.number(),
  lost: z.number(),
  stronger: z.number(),
  weaker: z.number(),
  same: z.number(),
});

/** `scoresOfEach`: whether scores of single organisations are shown to this asker. */
const Relationships = z
  .object({
    wave: z.object({ id: z.string(), title: z.string(), closedAt: z.iso.datetime().nullable() }),
    scoresOfEach: z.boolean(),
    result: RelationshipResult,
    change: Change.nullable(),
  })
  .openapi('Relationships');

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/relationships',
      summary: 'The waves that ask who works with whom',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(RelationshipWaves, 'The waves, newest first'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/relationships/{wave}',
      summary: 'Ties, trust and value of a closed wave',
      description:
        'No single answer about trust or value is in it, nor a mean of fewer than five organisations. Scores of single organisations are for those who look after the place; each organisation gets its own. [PN-5] [PN-15]',
      tags,
      middleware,
      request: { params: partnership.extend({ wave: Id }) },
      responses: answers(Relationships, 'What the wave gave'),
    }),
  };
}

export function relationshipRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const waves = await within(house.database, c.get('partner'), wavesOf);
      const asking = waves.filter(({ instrument }) => asksRelationships(instrument));
      return c.json(
        {
          waves: asking.map(({ id, title, state, closedAt, targets, finished }) => ({
            ...{ id, title, state, closedAt: closedAt?.toISOString() ?? null },
            ...{ targets: Number(targets), finished: Number(finished) },
          })),
        },
        200,
      );
    })
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const { wave: id } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) => {
        const wave = await waveOf(tx, id);
        if (wave === null) return problem('not-found');
        if (!asksRelationships(wave.instrument)) return problem('no-relationships-asked');
        if (wave.state !== 'closed') return problem('wave-not-closed');
        const result = await resultOf(tx, partner.partnership, wave);
        return { wave, result, change: await changeSince(tx, wave) };
      });
      if ('code' in done) return refuse(c, done.code === 'not-found' ? 404 : 409, [done]);
      const { wave, result, change } = done;
      const scoresOfEach = mayEditPlace(partner.role);
      return c.json(
        {
          wave: { id, title: wave.title, closedAt: wave.closedAt?.toISOString() ?? null },
          ...{ scoresOfEach, change },
          result: scoresOfEach ? result : withoutEach(result),
        },
        200,
      );
    });
}

function withoutEach({ confidential, ties }: RelationshipResult): RelationshipResult {
  return { confidential: { ...confidential, organisations: [] }, ties };
}

async function changeSince(tx: Work, wave: KeptWave): Promise<z.infer<typeof Change> | null> {
  const before = wave.comparesWith === null ? null : await waveOf(tx, wave.comparesWith);
  if (before?.state !== 'closed' || !asksRelationships(before.instrument)) return null;
  const network = async (of: KeptWave) => namedNetwork(tx, (await relationshipWaves(tx, of)).now);
  const { added, lost, ...change } = changeBetween(await network(before), await network(wave));
  const { matched, stronger, weaker, same } = change;
  return {
    ...{ before: before.title, matched, stronger, weaker, same },
    ...{ added: added.length, lost: lost.length },
  };
}
