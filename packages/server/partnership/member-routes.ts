import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { asInstallation, within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { mailed } from '../http/mailed.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { makeSignInLink } from '../session/store.ts';
import { invitation } from './mail.ts';
import { memberOf, removeMember } from './member.ts';
import { partnershipOf } from './store.ts';

const params = z.object({ partnership: z.string(), member: Id });
const tags = ['Partnership'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    again: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/people/{member}/invitation',
      summary: 'Send a member a new sign-in link by e-mail',
      description: 'Never in the answer: whoever had it could sign in as them.',
      tags,
      middleware,
      request: { params },
      responses: answers(z.object({ mailed: z.boolean() }), 'Whether the mail server took it'),
    }),
    remove: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/people/{member}',
      summary: 'Take somebody out of the partnership; what they did stays',
      tags,
      middleware,
      request: { params },
      responses: answers(z.object({}), 'They see nothing of it from now on'),
    }),
  };
}

/** What a co-ordinator does with one member. */
export function memberRoutes(house: House) {
  const route = declared(house);
  const { clock, entropy, mail } = house.ports;
  return router()
    .openapi(route.again, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const found = await within(house.database, partner, async (tx) => ({
        member: await memberOf(tx, c.req.valid('param').member),
        partnership: (await partnershipOf(tx, partner.partnership)).name,
      }));
      if (found.member === null) return refuse(c, 404, [problem('not-found')]);
      const { email, name, person } = found.member;
      if (email === null) return refuse(c, 409, [problem('member-without-email')]);
      const token = entropy.token();
      await asInstallation(house.database, (tx) =>
        makeSignInLink(tx, { token, person, now: clock.now() }),
      );
      const link = `${house.config.address}/sign-in/${token}`;
      const { partnership } = found;
      const letter = invitation({ to: email, name, partnership, by: partner.name, link });
      return c.json({ mailed: await mailed(mail, letter) }, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fault = await within(house.database, partner, (tx) =>
        removeMember(tx, c.req.valid('param').member),
      );
      if (fault !== null) return refuse(c, fault.code === 'not-found' ? 404 : 409, [fault]);
      return c.json({}, 200);
    });
}
