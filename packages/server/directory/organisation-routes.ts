import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { duplicates, MatchReason } from '@freehold/core/directory';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { handOf } from './at.ts';
import {
  entryToChange,
  historyOf,
  mergedInto,
  mergeEntry,
  partEntry,
  setRemoved,
} from './entry.ts';
import { knownTo } from './import.ts';
import { listedOf, membershipsOf } from './listed.ts';
import { addOrganisation, changeOrganisation, organisationsShown } from './organisation-store.ts';
import { statusOf } from './partnership-routes.ts';
import { ChangeShown, MembershipShown, NewOrganisation, OrganisationShown } from './shapes.ts';

const partnership = z.object({ partnership: z.string() });
const atOrganisation = partnership.extend({ listedOrganisation: Id });
const tags = ['Directory'];
const Done = z.object({ id: Id });
const Named = z.object({ id: Id, name: z.string() });

const Whole = z.object({
  organisation: OrganisationShown,
  /** Its partnerships, each with what it is in them. */
  partnerships: z.array(
    MembershipShown.pick({ id: true, listed: true, role: true, asWritten: true }).extend({
      name: z.string(),
    }),
  ),
  history: z.array(ChangeShown.extend({ of: z.string() })),
  merged: z.array(Named),
});

const Pair = z.object({ of: Named, entry: Named, score: z.number(), reason: MatchReason });

function declared(house: House) {
  const middleware = partnerOnly(house);
  const base = '/partnerships/{partnership}/directory/organisations';
  const one = `${base}/{listedOrganisation}`;
  return {
    list: createRoute({
      method: 'get',
      path: base,
      summary: 'The organisations of the directory',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ organisations: z.array(OrganisationShown) }), 'By name'),
    }),
    duplicates: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/directory/duplicates',
      summary: 'Organisations that may be one, the likeliest pairs first',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ pairs: z.array(Pair) }), 'The pairs'),
    }),
    add: createRoute({
      method: 'post',
      path: base,
      summary: 'List an organisation',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(plain(NewOrganisation)) },
      responses: answers(Done, 'The new entry'),
    }),
    show: createRoute({
      method: 'get',
      path: one,
      summary: 'An organisation with its partnerships and its history',
      tags,
      middleware,
      request: { params: atOrganisation },
      responses: answers(Whole, 'The organisation'),
    }),
    change: createRoute({
      method: 'put',
      path: one,
      summary: 'Write an organisation anew; what it was stays in its history',
      tags,
      middleware,
      request: { params: atOrganisation, ...jsonBody(plain(NewOrganisation)) },
      responses: answers(Done, 'The entry'),
    }),
    merge: createRoute({
      method: 'post',
      path: `${one}/merge`,
      summary: 'Merge a duplicate into another organisation; both keep their histories',
      tags,
      middleware,
      request: { params: atOrganisation, ...jsonBody(z.strictObject({ into: Id })) },
      responses: answers(Done, 'The merged entry'),
    }),
    part: createRoute({
      method: 'post',
      path: `${one}/part`,
      summary: 'Take a merge back',
      tags,
      middleware,
      request: { params: atOrganisation },
      responses: answers(Done, 'The entry, on its own again'),
    }),
    remove: createRoute({
      method: 'put',
      path: `${one}/removed`,
      summary: 'Take an organisation out of the directory, or bring it back',
      tags,
      middleware,
      request: { params: atOrganisation, ...jsonBody(z.strictObject({ removed: z.boolean() })) },
      responses: answers(Done, 'The entry'),
    }),
  };
}

export function organisationRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const organisations = await within(house.database, c.get('partner'), organisationsShown);
      return c.json({ organisations: [...organisations] }, 200);
    })
    .openapi(route.duplicates, async (c) => {
      const { known } = await within(house.database, c.get('partner'), knownTo);
      const names = new Map(known.map(({ key, name }) => [key, { id: key, name }]));
      const pairs = duplicates(known).flatMap(({ of, entry, ...why }) => {
        const [first, second] = [names.get(of), names.get(entry)];
        return first && second ? [{ of: first, entry: second, ...why }] : [];
      });
      return c.json({ pairs }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const id = await within(house.database, partner, (tx) =>
        addOrganisation(tx, handOf(house, partner), fields),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.show, async (c) => {
      const { listedOrganisation: id } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const organisation = (await organisationsShown(tx)).find((each) => each.id === id);
        if (organisation === undefined) return null;
        const names = new Map((await listedOf(tx)).map((each) => [each.id, each.name]));
        const memberships = await membershipsOf(tx);
        return {
          organisation,
          partnerships: memberships
            .filter((each) => each.organisation === id)
            .map(({ id: membership, listed, role, asWritten }) => ({
              ...{ id: membership, listed, role, asWritten, name: names.get(listed) ?? '' },
            })),
          history: await historyOf(tx, 'organisation', id),
          merged: await mergedInto(tx, 'organisation', id),
        };
      });
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      const history = found.history.map((line) => ({ ...line, at: line.at.toISOString() }));
      return c.json({ ...found, history, merged: [...found.merged] }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listedOrganisation: id } = c.req.valid('param');
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const entry = await entryToChange(tx, 'organisation', id);
        if (entry === null || entry.removed) return problem('not-found');
        if (entry.mergedInto !== null) return problem('merged-already', { name: entry.name });
        await changeOrganisation(tx, handOf(house, partner), entry, fields);
        return null;
      });
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.merge, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listedOrganisation: id } = c.req.valid('param');
      const merge = { kind: 'organisation', from: id, into: c.req.valid('json').into } as const;
      const done = await within(house.database, partner, (tx) =>
        mergeEntry(tx, handOf(house, partner), merge),
      );
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.part, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listedOrganisation: id } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        partEntry(tx, handOf(house, partner), 'organisation', id),
      );
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listedOrganisation: id } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        setRemoved(tx, handOf(house, partner), 'organisation', { id, removed }),
      );
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    });
}
