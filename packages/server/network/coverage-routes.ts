import { createRoute, z } from '@hono/zod-openapi';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { directoryOf } from './from-directory.ts';
import { partnership } from './shapes.ts';

const Post = z.object({ organisation: z.string(), role: z.string() });

/** The directory as coverage reads it. Posts are what people do, never their names. */
const CoverageDirectory = z
  .object({
    today: z.iso.date(),
    organisations: z.array(
      z.object({ id: z.string(), name: z.string(), sector: z.string(), survivorLed: z.boolean() }),
    ),
    groups: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        atWork: z.boolean(),
        areas: z.array(z.string()),
        functions: z.array(z.string()),
        activities: z.array(z.string()),
        chair: Post,
        coordinator: Post.extend({ until: z.string().nullable() }),
        money: z.array(z.object({ source: z.string(), until: z.string().nullable() })).nullable(),
      }),
    ),
    members: z.array(
      z.object({
        group: z.string(),
        organisation: z.string(),
        role: z.string(),
        post: z.string(),
        deputy: z.string(),
      }),
    ),
  })
  .openapi('CoverageDirectory');

/** Who does what where, for the page to work out coverage and what would be left without somebody. [PN-9] to [PN-13] */
export function coverageRoutes(house: House) {
  const show = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/coverage',
    summary: 'Who does what where: organisations, partnerships and memberships for coverage',
    tags: ['Coverage'],
    middleware: partnerOnly(house),
    request: { params: partnership },
    responses: answers(CoverageDirectory, 'As of today'),
  });
  return router().openapi(show, async (c) => {
    const today = house.ports.clock.now().toISOString().slice(0, 10);
    const { organisations, groups, members } = await within(
      house.database,
      c.get('partner'),
      (tx) => directoryOf(tx, today),
    );
    return c.json(
      {
        today,
        organisations: [...organisations],
        members: [...members],
        groups: groups.map(({ areas, functions, activities, money, ...group }) => ({
          ...group,
          ...{ areas: [...areas], functions: [...functions], activities: [...activities] },
          money: money === null ? null : [...money],
        })),
      },
      200,
    );
  });
}
