import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate, mayShareResults } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { contactOf, keepContact, type Contact } from './contact-store.ts';
import {
  addDefinition,
  definitionOf,
  mostYardsticks,
  unknownMeasures,
  Yardstick,
  type Definition,
} from './definition-store.ts';

const Neighbours = z.object({
  definition: z
    .object({
      version: z.number(),
      yardsticks: z.array(Yardstick),
      byName: z.string(),
      at: z.iso.datetime(),
    })
    .nullable(),
});
const NewDefinition = z.strictObject({ yardsticks: z.array(Yardstick).min(1).max(mostYardsticks) });

const NewContact = z.strictObject({
  agreed: z.boolean(),
  mailbox: z.union([z.literal(''), z.email().max(200)]),
  offer: z.string().trim().max(500),
});
const KeptContact = z.object({
  agreed: z.boolean(),
  mailbox: z.string(),
  offer: z.string(),
  byName: z.string(),
  at: z.iso.datetime().nullable(),
});

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Comparison'];
  const params = z.object({ partnership: z.string() });
  return {
    neighbours: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/neighbour-definition',
      summary: 'What nearness is measured by',
      ...{ tags, middleware },
      request: { params },
      responses: answers(Neighbours, 'The newest definition; null where there is none yet'),
    }),
    define: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/neighbour-definition',
      summary: 'Choose what nearness is measured by; older definitions stay under their numbers',
      ...{ tags, middleware },
      request: { params, ...jsonBody(NewDefinition) },
      responses: answers(Neighbours, 'The new definition'),
    }),
    contact: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/learning-contact',
      summary: 'Whether others may ask this partnership, and where',
      ...{ tags, middleware },
      request: { params },
      responses: answers(KeptContact, 'Not agreed unless somebody said so'),
    }),
    agree: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/learning-contact',
      summary:
        'Agree to be asked by those who see the shared results, at a role’s mailbox; or take it back',
      ...{ tags, middleware },
      request: { params, ...jsonBody(NewContact) },
      responses: answers(KeptContact, 'As it is now'),
    }),
  };
}

/** What a partnership settles about comparing: its yardsticks, and whether it may be asked. */
export function settingRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.neighbours, async (c) => {
      const found = await within(house.database, c.get('partner'), (tx) => definitionOf(tx, null));
      return c.json({ definition: found && definitionShown(found) }, 200);
    })
    .openapi(route.define, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { yardsticks } = c.req.valid('json');
      const codes = yardsticks.map(({ code }) => code);
      const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
      const done = await within(house.database, partner, async (tx) => {
        const unknown = await unknownMeasures(tx, codes);
        const faults = [
          ...twice.map((code) => problem('yardstick-twice', { code }, { path: 'yardsticks' })),
          ...unknown.map((code) => problem('measure-unknown', { code }, { path: 'yardsticks' })),
        ];
        if (faults.length > 0) return faults;
        const by = { name: partner.name, now: clock.now() };
        await addDefinition(tx, partner.partnership, yardsticks, by);
        return definitionOf(tx, null);
      });
      if (Array.isArray(done)) return refuse(c, 422, done);
      return c.json({ definition: done && definitionShown(done) }, 200);
    })
    .openapi(route.contact, async (c) => {
      const partner = c.get('partner');
      const kept = await within(house.database, partner, (tx) =>
        contactOf(tx, partner.partnership),
      );
      return c.json(contactShown(kept), 200);
    })
    .openapi(route.agree, async (c) => {
      const partner = c.get('partner');
      if (!mayShareResults(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      if (asked.agreed && asked.mailbox === '')
        return refuse(c, 422, [problem('mailbox-needed', undefined, { path: 'mailbox' })]);
      const kept = await within(house.database, partner, async (tx) => {
        await keepContact(tx, partner.partnership, asked, { name: partner.name, now: clock.now() });
        return contactOf(tx, partner.partnership);
      });
      return c.json(contactShown(kept), 200);
    });
}

function definitionShown({ at, ...rest }: Definition) {
  return { ...rest, at: at.toISOString() };
}

function contactShown({ at, ...rest }: Contact) {
  return { ...rest, at: at?.toISOString() ?? null };
}
