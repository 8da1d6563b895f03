import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { ReviewState } from '@freehold/core/review';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { frameworkOf, profileTitle } from './frame.ts';
import { move } from './move.ts';
import { reviewPage } from './page.ts';
import { NewReview, ReviewPage, ReviewSummary } from './shapes.ts';
import { statusOf } from './status.ts';
import { addReview, listReviews, referencesOf } from './store.ts';

const params = z.object({ partnership: z.string() });
const atReview = params.extend({ review: Id });
const tags = ['Reviews'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/reviews',
      summary: 'Every review of the partnership, newest first',
      tags,
      middleware,
      request: { params },
      responses: answers(z.object({ reviews: z.array(ReviewSummary) }), 'The reviews'),
    }),
    make: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/reviews',
      summary: 'Set up a review of a place by one profile of a published framework version',
      tags,
      middleware,
      request: { params, ...jsonBody(NewReview) },
      responses: answers(z.object({ id: Id }), 'The new review, a draft'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/reviews/{review}',
      summary: 'A review: what it asks, who takes part, how far it is, and what can be done next',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(ReviewPage, 'The review'),
    }),
    move: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/reviews/{review}/move',
      summary: 'Move a review to its next state, or back by one where that is open',
      tags,
      middleware,
      request: {
        params: atReview,
        ...jsonBody(z.strictObject({ to: ReviewState, note: z.string().trim().max(2000) })),
      },
      responses: answers(z.object({ state: ReviewState }), 'The state it is in now'),
    }),
  };
}

export function reviewRoutes(house: House) {
  const route = declared(house);
  const { clock, entropy } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const reviews = await within(house.database, c.get('partner'), summaries);
      return c.json({ reviews: [...reviews] }, 200);
    })
    .openapi(route.make, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      const made = await within(house.database, partner, async (tx) => {
        const problems = await faultsOf(tx, asked);
        const by = { ...partner, seed: entropy.seed() };
        return problems.length > 0 ? problems : addReview(tx, asked, by);
      });
      return typeof made === 'string' ? c.json({ id: made }, 200) : refuse(c, 422, made);
    })
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const { review } = c.req.valid('param');
      const page = await within(house.database, partner, (tx) => reviewPage(tx, partner, review));
      if (page === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(page, 200);
    })
    .openapi(route.move, async (c) => {
      const partner = c.get('partner');
      const { review } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        move(tx, partner, review, c.req.valid('json'), clock.now()),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ state: done.value }, 200);
    });
}

async function summaries(tx: Work): Promise<readonly z.infer<typeof ReviewSummary>[]> {
  const found = await listReviews(tx);
  const titles = new Map<string, string>();
  for (const { version, profile } of found) {
    const key = `${version} ${profile}`;
    if (!titles.has(key)) titles.set(key, profileTitle(await frameworkOf(tx, version), profile));
  }
  return found.map(({ version, placeId, placeName, madeAt, ...review }) => ({
    ...review,
    place: { id: placeId, name: placeName },
    profileTitle: titles.get(`${version} ${review.profile}`) ?? review.profile,
    madeAt: madeAt.toISOString(),
  }));
}

/** What of a new review does not fit what is there; what the asker may not see is not there. */
async function faultsOf(tx: Work, asked: z.infer<typeof NewReview>): Promise<readonly Problem[]> {
  const found = await referencesOf(tx, asked);
  const problems: Problem[] = [];
  if (!found.place) problems.push(problem('place-unknown', undefined, { path: 'place' }));
  if (!found.compared) problems.push(problem('place-unknown', undefined, { path: 'comparison' }));
  if (found.version !== 'published')
    return [
      ...problems,
      problem('framework-not-published', undefined, { path: 'frameworkVersion' }),
    ];
  const framework = await frameworkOf(tx, asked.frameworkVersion);
  if (!framework.profiles.some(({ code }) => code === asked.profile))
    problems.push(problem('profile-unknown', { profile: asked.profile }, { path: 'profile' }));
  return problems;
}
