import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { Study } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { addClaim, changeClaim, removeClaim } from './claim-keep.ts';
import { versionsOf } from './claim-read.ts';
import { ClaimChange, ClaimVersion, NewClaim, ShownClaim, shownClaim } from './claim-shapes.ts';
import { decisionsAbout, GroupDecision } from './group-store.ts';
import { knownClaims, studiesOf } from './known.ts';
import { todayOf } from '../directory/at.ts';

const partnership = z.object({ partnership: z.string() });
const atClaim = partnership.extend({ claim: Id });
const tags = ['Evidence'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/claims',
      summary:
        'Every claim with its verdict, its confidence, and whether it is due to be looked at',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(
        z.object({ claims: z.array(ShownClaim), studies: z.number(), sources: z.number() }),
        'The claims by theme, and how many studies and sources the register holds',
      ),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/claims',
      summary: 'Add a claim',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(NewClaim) },
      responses: answers(z.object({ id: z.string() }), 'The claim’s id'),
    }),
    one: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/claims/{claim}',
      summary: 'A claim with its studies for and against, its versions and what groups decided',
      ...{ tags, middleware },
      request: { params: atClaim },
      responses: answers(
        z.object({
          claim: ShownClaim,
          studies: z.array(Study),
          versions: z.array(ClaimVersion),
          decisions: z.array(GroupDecision),
        }),
        'The claim',
      ),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/claims/{claim}',
      summary: 'Change a claim: its next version; refused where somebody else was quicker',
      ...{ tags, middleware },
      request: { params: atClaim, ...jsonBody(ClaimChange) },
      responses: answers(z.object({ version: z.number() }), 'The new version'),
    }),
    remove: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/claims/{claim}/removed',
      summary: 'Take a claim away, or bring it back',
      ...{ tags, middleware },
      request: { params: atClaim, ...jsonBody(z.strictObject({ removed: z.boolean() })) },
      responses: answers(z.object({ removed: z.boolean() }), 'Whether it is taken away'),
    }),
  };
}

/** Claims: what is said, for and against, and how sure one may be. */
export function claimRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const found = await within(house.database, c.get('partner'), async (tx) => ({
        claims: await knownClaims(tx),
        ...(await sizesOf(tx)),
      }));
      const claims = found.claims.map((claim) => shownClaim(claim, todayOf(house)));
      return c.json({ ...found, claims }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const done = await within(house.database, partner, (tx) =>
        addClaim(tx, partner, c.req.valid('json'), house.ports.clock.now()),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    })
    .openapi(route.one, async (c) => {
      const { claim: id } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const [claim] = await knownClaims(tx, id);
        if (claim === undefined) return null;
        return {
          claim: shownClaim(claim, todayOf(house)),
          studies: [
            ...(await studiesOf(
              tx,
              claim.links.map(({ study }) => study),
            )),
          ],
          versions: await versionsOf(tx, id),
          decisions: await decisionsAbout(tx, id),
        };
      });
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { claim: id } = c.req.valid('param');
      const { version, ...claim } = c.req.valid('json');
      const asked = { id, version, now: house.ports.clock.now() };
      const done = await within(house.database, partner, (tx) =>
        changeClaim(tx, partner, asked, claim),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ version: version + 1 }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { claim: id } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const found = await within(house.database, partner, (tx) =>
        removeClaim(tx, partner, { id, removed, now: house.ports.clock.now() }),
      );
      return found ? c.json({ removed }, 200) : refuse(c, 404, [problem('not-found')]);
    });
}

/** How many studies and standing sources there are. */
async function sizesOf(tx: Parameters<typeof knownClaims>[0]) {
  const { studies, sources } = await tx
    .selectNoFrom((of) => [
      of
        .selectFrom('evidence_study')
        .select((each) => each.fn.countAll().as('n'))
        .where('removed_at', 'is', null)
        .as('studies'),
      of
        .selectFrom('evidence_source')
        .select((each) => each.fn.countAll().as('n'))
        .where('removed_at', 'is', null)
        .where('merged_into', 'is', null)
        .as('sources'),
    ])
    .executeTakeFirstOrThrow();
  return { studies: Number(studies), sources: Number(sources) };
}
