import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { mailed } from '../http/mailed.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnershipOf } from '../partnership/store.ts';
import { partnerOnly } from '../session/guard.ts';
import { askedIn, viewOfReview } from './frame.ts';
import { ratingMail, type AskedToRate } from './mail.ts';
import { blind } from './profile.ts';
import { addRater, raterOf, removeRater, renewLink, type NewRater } from './raters.ts';
import { statusOf } from './status.ts';
import { reviewOf, type KeptReview } from './store.ts';

const params = z.object({ partnership: z.string() });
const atReview = params.extend({ review: Id });
const atRater = params.extend({ rater: Id });
const tags = ['Reviews'];

/** Words on one line: spaces that only look different make no other agency. */
const words = (most: number) =>
  z
    .string()
    .overwrite((text) => text.trim().replace(/\s+/g, ' '))
    .max(most);

export const AskedRater = z
  .strictObject({
    agency: words(200).min(1),
    roleTitle: words(200),
    name: words(200),
    email: z.email().max(320).toLowerCase().nullable(),
  })
  .openapi('NewRater');

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    ask: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/reviews/{review}/raters',
      summary: 'Ask somebody to rate for an agency',
      description:
        'The link is in the answer and shown this once; it is mailed when there is an e-mail. `mailed` says whether ' +
        'the mail server took it.',
      tags,
      middleware,
      request: { params: atReview, ...jsonBody(AskedRater) },
      responses: answers(
        z.object({ id: Id, link: z.string(), mailed: z.boolean() }),
        'The rater and their link',
      ),
    }),
    renew: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/raters/{rater}/link',
      summary: 'Give a rater a new link; the old one stops, and their answers stay',
      tags,
      middleware,
      request: { params: atRater },
      responses: answers(
        z.object({ link: z.string(), mailed: z.boolean() }),
        'The new link, shown this once',
      ),
    }),
    remove: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/raters/{rater}',
      summary: 'Remove a rater who has not answered anything',
      tags,
      middleware,
      request: { params: atRater },
      responses: answers(z.object({}), 'Removed'),
    }),
  };
}

export function raterRoutes(house: House) {
  const route = declared(house);
  const { clock, entropy, mail } = house.ports;
  const linkOf = (token: string) => `${house.config.address}/rate/${token}`;
  const write = async (letter: Omit<AskedToRate, 'link'> | null, link: string) =>
    letter !== null && (await mailed(mail, ratingMail({ ...letter, link })));
  return router()
    .openapi(route.ask, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      const token = entropy.token();
      const done = await within(house.database, partner, async (tx) => {
        const review = await reviewOf(tx, c.req.valid('param').review, 'share');
        if (review === null) return problem('not-found');
        if (!blind(review.state)) return problem(closed(review));
        const about = { id: review.id, partnership: partner.partnership };
        const id = await addRater(tx, about, asked, { token, now: clock.now() });
        return { id, letter: await letter(tx, partner, review, asked) };
      });
      if ('code' in done) return refuse(c, statusOf([done]), [done]);
      const link = linkOf(token);
      return c.json({ id: done.id, link, mailed: await write(done.letter, link) }, 200);
    })
    .openapi(route.renew, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const token = entropy.token();
      const done = await within(house.database, partner, async (tx) => {
        const rater = await raterOf(tx, c.req.valid('param').rater);
        const review = rater && (await reviewOf(tx, rater.review, 'share'));
        if (rater === null || review === null) return problem('not-found');
        if (review.state === 'published') return problem('review-published');
        await renewLink(tx, rater.id, token);
        return { letter: await letter(tx, partner, review, rater) };
      });
      if ('code' in done) return refuse(c, statusOf([done]), [done]);
      const link = linkOf(token);
      return c.json({ link, mailed: await write(done.letter, link) }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const refusal = await within(house.database, partner, async (tx) => {
        const rater = await raterOf(tx, c.req.valid('param').rater);
        const review = rater && (await reviewOf(tx, rater.review, 'update'));
        if (rater === null || review === null) return problem('not-found');
        if (review.state === 'published') return problem('review-published');
        return (await removeRater(tx, rater.id)) ? null : problem('rater-has-ratings');
      });
      if (refusal !== null) return refuse(c, statusOf([refusal]), [refusal]);
      return c.json({}, 200);
    });
}

function closed({ state }: KeptReview): string {
  return state === 'published' ? 'review-published' : 'round-closed';
}

/** What the message to a rater says, but for the link; null where there is no e-mail. */
async function letter(
  tx: Work,
  partner: Partner,
  review: KeptReview,
  { email, name, agency }: Omit<NewRater, 'roleTitle'>,
): Promise<Omit<AskedToRate, 'link'> | null> {
  if (email === null) return null;
  const view = await viewOfReview(tx, review);
  return {
    to: email,
    ...{ name, agency },
    place: review.place.name,
    title: review.title,
    partnership: (await partnershipOf(tx, partner.partnership)).name,
    by: partner.name,
    questions: askedIn(view).length,
    open: review.state === 'rating',
    closesOn: review.closesOn,
  };
}
