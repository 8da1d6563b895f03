import { createRoute, z } from '@hono/zod-openapi';
import {
  mayAgreeScores,
  mayFollowRound,
  maySeeSingleRatings,
  type Role,
} from '@freehold/core/access';
import { indicatorsOf } from '@freehold/core/framework';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { Answer, ReviewProfile, ReviewState } from '@freehold/core/review';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { fileOf } from '../rate/files.ts';
import { attachment, sent } from '../rate/received.ts';
import { partnerOnly } from '../session/guard.ts';
import { agreedMeanwhile, dropAgreed, keepAgreed } from './agreed.ts';
import { agreeingPage } from './agreeing.ts';
import { viewOfReview } from './frame.ts';
import { blind, frozen, profileOf, shownTo } from './profile.ts';
import { AgreedScore, AgreeingPage } from './shapes.ts';
import { statusOf } from './status.ts';
import { reviewOf, type KeptReview } from './store.ts';

const params = z.object({ partnership: z.string() });
const atReview = params.extend({ review: Id });
const onIndicator = atReview.extend({ indicator: z.string().min(1).max(40) });
const atFile = params.extend({ file: Id });
const tags = ['Agreeing'];

const ProfilePage = z.object({
  profile: ReviewProfile,
  place: z.object({ id: z.string(), name: z.string() }),
  review: z.object({
    id: z.string(),
    title: z.string(),
    state: ReviewState,
    round: z.number(),
  }),
});

const NewAgreed = z
  .strictObject({
    answer: Answer,
    rationale: z.string().trim().max(4000),
    dissent: z.string().trim().max(4000),
    /** The day and time of what the writer had before them, null for nothing; left out, anything is replaced. */
    since: z.iso.datetime().nullable().optional(),
  })
  .openapi('NewAgreed');

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/reviews/{review}/agreeing',
      summary:
        'What was rated beside its indicator, once the round is closed: single ratings to the facilitator',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(AgreeingPage, 'Topics with their indicators, the most disputed first'),
    }),
    agree: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/reviews/{review}/agreed/{indicator}',
      summary: 'Write down what was agreed for an indicator; the ratings stay as they were given',
      description: 'Refused with `agreed-meanwhile` where somebody else has written since `since`.',
      tags,
      middleware,
      request: { params: onIndicator, ...jsonBody(NewAgreed) },
      responses: answers(AgreedScore, 'What is agreed now'),
    }),
    drop: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/reviews/{review}/agreed/{indicator}',
      summary: 'Take an agreement back',
      tags,
      middleware,
      request: { params: onIndicator },
      responses: answers(z.object({}), 'Taken back'),
    }),
    profile: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/reviews/{review}/profile',
      summary: 'The scores of a review; from validation on they stay as they were then',
      tags,
      middleware,
      request: { params: atReview },
      responses: answers(ProfilePage, 'The profile'),
    }),
    evidence: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/evidence/{file}',
      summary: 'A rater’s file, for saving, to the facilitator once the round is closed',
      tags,
      middleware,
      request: { params: atFile },
      responses: attachment,
    }),
  };
}

export function agreeingRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const page = await within(house.database, partner, async (tx) => {
        const review = await closedReview(tx, c.req.valid('param').review, partner.role);
        if ('code' in review) return review;
        const single = maySeeSingleRatings(partner.role, review.state);
        return agreeingPage(tx, review, { single });
      });
      return 'code' in page ? refuse(c, statusOf([page]), [page]) : c.json(page, 200);
    })
    .openapi(route.agree, async (c) => {
      const partner = c.get('partner');
      if (!mayAgreeScores(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review, indicator } = c.req.valid('param');
      const { since, ...said } = c.req.valid('json');
      const kept = await within(house.database, partner, async (tx) => {
        const agreed = { indicator, ...said };
        const fault =
          (await agreeable(tx, review, indicator)) ??
          (since === undefined ? null : await agreedMeanwhile(tx, review, agreed, since));
        return fault ?? keepAgreed(tx, review, agreed, partner, house.ports.clock.now());
      });
      if ('code' in kept) return refuse(c, statusOf([kept]), [kept]);
      return c.json({ ...kept, at: kept.at.toISOString() }, 200);
    })
    .openapi(route.drop, async (c) => {
      const partner = c.get('partner');
      if (!mayAgreeScores(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { review, indicator } = c.req.valid('param');
      const fault = await within(house.database, partner, async (tx) => {
        const found = await agreeable(tx, review, indicator);
        if (found === null) await dropAgreed(tx, review, indicator);
        return found;
      });
      return fault === null ? c.json({}, 200) : refuse(c, statusOf([fault]), [fault]);
    })
    .openapi(route.profile, async (c) => {
      const partner = c.get('partner');
      const page = await within(house.database, partner, async (tx) => {
        const found = await closedReview(tx, c.req.valid('param').review, partner.role);
        if ('code' in found) return found;
        const { id, title, state, round, place } = found;
        const profile = shownTo(partner.role, state, await profileOf(tx, found));
        return { profile, place, review: { id, title, state, round } };
      });
      return 'code' in page ? refuse(c, statusOf([page]), [page]) : c.json(page, 200);
    })
    .openapi(route.evidence, async (c) => {
      const partner = c.get('partner');
      const file = await within(house.database, partner, (tx) =>
        fileOf(tx, c.req.valid('param').file),
      );
      if (file === null) return refuse(c, 404, [problem('not-found')]);
      if (blind(file.state)) return refuse(c, 409, [problem('still-blind')]);
      if (!maySeeSingleRatings(partner.role, file.state))
        return refuse(c, 403, [problem('not-allowed')]);
      return sent(c, house.ports.files, file);
    });
}

/**
 * The review, if its round is closed: before that nothing of what was rated is shown. Who only reads results is
 * shown nothing until they stand.
 */
async function closedReview(tx: Work, id: string, role: Role): Promise<KeptReview | Problem> {
  const review = await reviewOf(tx, id);
  if (review === null) return problem('not-found');
  if (blind(review.state)) return problem('still-blind');
  return frozen(review.state) || mayFollowRound(role) ? review : problem('not-allowed');
}

/** What stands in the way of agreeing on an indicator; null where nothing does. Holds the review in its state. */
async function agreeable(tx: Work, id: string, indicator: string): Promise<Problem | null> {
  const review = await reviewOf(tx, id, 'share');
  if (review === null) return problem('not-found');
  if (blind(review.state)) return problem('still-blind');
  if (review.state !== 'agreeing') return problem(`review-${review.state}`);
  const asked = indicatorsOf(await viewOfReview(tx, review));
  const known = asked.some((each) => each.indicator.code === indicator);
  return known ? null : problem('indicator-unknown');
}
