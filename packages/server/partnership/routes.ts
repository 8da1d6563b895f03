import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate, Role } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { asInstallation, within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { mailed } from '../http/mailed.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly, signedIn } from '../session/guard.ts';
import { invitation } from './mail.ts';
import { addMember, changePartnership, makePartnership, partnershipOf, peopleOf } from './store.ts';

export const Partnership = z
  .object({
    id: Id,
    name: z.string(),
    madeUp: z.boolean(),
    homePlace: Id.nullable(),
    leastCell: z.number(),
    role: Role,
  })
  .openapi('Partnership');

/** `email` is null to everybody but the co-ordinator, and where there is none. */
export const Member = z
  .object({
    id: Id,
    person: Id,
    name: z.string(),
    email: z.string().nullable(),
    role: Role,
    organisation: z.string().nullable(),
    since: z.iso.datetime(),
  })
  .openapi('Member');

const Name = z.string().trim().min(1).max(200);
const params = z.object({ partnership: z.string() });
const tags = ['Partnership'];

export const Newcomer = z.strictObject({
  name: Name,
  email: z.email().max(320).toLowerCase().nullable(),
  role: Role,
  organisation: z.string().trim().max(200),
});

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    make: createRoute({
      method: 'post',
      path: '/partnerships',
      summary: 'Start a partnership; the asker becomes its co-ordinator',
      tags,
      middleware: signedIn(house),
      request: jsonBody(z.strictObject({ name: Name })),
      responses: answers(z.object({ id: Id }), 'The new partnership'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}',
      summary: 'A partnership, and what the asker is in it',
      tags,
      middleware,
      request: { params },
      responses: answers(Partnership, 'The partnership'),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}',
      summary: 'Change the name and the smallest count that is shown',
      tags,
      middleware,
      request: {
        params,
        ...jsonBody(z.strictObject({ name: Name, leastCell: z.int().min(1).max(100) })),
      },
      responses: answers(Partnership, 'As it is now'),
    }),
    people: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/people',
      summary: 'Who belongs to the partnership',
      tags,
      middleware,
      request: { params },
      responses: answers(z.object({ people: z.array(Member) }), 'The members by name'),
    }),
    invite: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/people',
      summary: 'Invite a colleague',
      description:
        'With an e-mail the one-time sign-in link goes there and nowhere else, so that nobody can sign in as ' +
        'somebody who is known already; without one it is in the answer, once. `mailed` is false when there is no ' +
        'e-mail or the mail server is away: the member is made, and the link can be sent again.',
      tags,
      middleware,
      request: { params, ...jsonBody(Newcomer) },
      responses: answers(
        z.object({ id: Id, link: z.string().nullable(), mailed: z.boolean() }),
        'The new member',
      ),
    }),
  };
}

export function partnershipRoutes(house: House) {
  const route = declared(house);
  const { clock, entropy, mail } = house.ports;
  return router()
    .openapi(route.make, async (c) => {
      const { name } = c.req.valid('json');
      const { person } = c.get('asker');
      const id = await asInstallation(house.database, (tx) => makePartnership(tx, name, person));
      return c.json({ id }, 200);
    })
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const found = await within(house.database, partner, (tx) =>
        partnershipOf(tx, partner.partnership),
      );
      return c.json({ ...found, role: partner.role }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const found = await within(house.database, partner, async (tx) => {
        await changePartnership(tx, partner.partnership, c.req.valid('json'));
        return partnershipOf(tx, partner.partnership);
      });
      return c.json({ ...found, role: partner.role }, 200);
    })
    .openapi(route.people, async (c) => {
      const partner = c.get('partner');
      const found = await within(house.database, partner, peopleOf);
      const mayWrite = mayCoordinate(partner.role);
      const people = found.map(({ since, email, ...member }) => ({
        ...member,
        email: mayWrite ? email : null,
        since: since.toISOString(),
      }));
      return c.json({ people }, 200);
    })
    .openapi(route.invite, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const newcomer = c.req.valid('json');
      const token = entropy.token();
      const { id, name } = await asInstallation(house.database, async (tx) => ({
        id: await addMember(tx, partner.partnership, newcomer, { token, now: clock.now() }),
        name: (await partnershipOf(tx, partner.partnership)).name,
      }));
      if (id === null) return refuse(c, 409, [problem('already-member')]);
      const link = `${house.config.address}/sign-in/${token}`;
      if (newcomer.email === null) return c.json({ id, link, mailed: false }, 200);
      const to = newcomer.email;
      const letter = invitation({ ...newcomer, to, partnership: name, by: partner.name, link });
      return c.json({ id, link: null, mailed: await mailed(mail, letter) }, 200);
    });
}
