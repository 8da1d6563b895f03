import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { dueBy, Profile } from '@freehold/core/directory';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { handOf, todayOf } from './at.ts';
import {
  entryToChange,
  historyOf,
  mergedInto,
  mergeEntry,
  partEntry,
  setRemoved,
} from './entry.ts';
import { membersShown } from './members.ts';
import { ChangeShown, ListedShown, MembershipShown, NewListed } from './shapes.ts';
import { addListed, changeListed, listedShown, verifyListed } from './store.ts';

const partnership = z.object({ partnership: z.string() });
const atListed = partnership.extend({ listed: Id });
const tags = ['Directory'];
const Done = z.object({ id: Id });
const Named = z.object({ id: Id, name: z.string() });

const Due = z.object({ what: z.string(), title: z.string(), on: z.string().nullable() });

/** A partnership with its members, its history, and what is due within three months. */
const Whole = z.object({
  listed: ListedShown,
  members: z.array(MembershipShown),
  history: z.array(ChangeShown.extend({ of: z.string() })),
  merged: z.array(Named),
  /** Partnerships that name this one in their structure. */
  below: z.array(Named.extend({ relation: z.string() })),
  due: z.array(Due),
});

const Verified = z.strictObject({ by: plain(z.string().trim().min(1).max(200)), on: z.iso.date() });

function declared(house: House) {
  const middleware = partnerOnly(house);
  const base = '/partnerships/{partnership}/directory/partnerships';
  const one = `${base}/{listed}`;
  return {
    list: createRoute({
      method: 'get',
      path: base,
      summary:
        'The partnerships of the directory, with how complete and how fresh their profiles are',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ partnerships: z.array(ListedShown) }), 'By name'),
    }),
    add: createRoute({
      method: 'post',
      path: base,
      summary: 'List a partnership',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(plain(NewListed)) },
      responses: answers(Done, 'The new entry'),
    }),
    show: createRoute({
      method: 'get',
      path: one,
      summary: 'A listed partnership with members, structure, history and what is due',
      tags,
      middleware,
      request: { params: atListed },
      responses: answers(Whole, 'The partnership'),
    }),
    change: createRoute({
      method: 'put',
      path: one,
      summary: 'Write a profile anew; what it was stays in its history',
      tags,
      middleware,
      request: { params: atListed, ...jsonBody(plain(NewListed)) },
      responses: answers(Done, 'The entry'),
    }),
    verify: createRoute({
      method: 'post',
      path: `${one}/verify`,
      summary: 'Note that somebody has found a profile to be right on a day',
      tags,
      middleware,
      request: { params: atListed, ...jsonBody(Verified) },
      responses: answers(Done, 'The entry'),
    }),
    merge: createRoute({
      method: 'post',
      path: `${one}/merge`,
      summary: 'Merge a duplicate into another entry; both keep their histories',
      tags,
      middleware,
      request: { params: atListed, ...jsonBody(z.strictObject({ into: Id })) },
      responses: answers(Done, 'The merged entry'),
    }),
    part: createRoute({
      method: 'post',
      path: `${one}/part`,
      summary: 'Take a merge back',
      tags,
      middleware,
      request: { params: atListed },
      responses: answers(Done, 'The entry, on its own again'),
    }),
    remove: createRoute({
      method: 'put',
      path: `${one}/removed`,
      summary: 'Take an entry out of the directory, or bring it back',
      tags,
      middleware,
      request: { params: atListed, ...jsonBody(z.strictObject({ removed: z.boolean() })) },
      responses: answers(Done, 'The entry'),
    }),
  };
}

export function partnershipEntryRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const partnerships = await within(house.database, c.get('partner'), (tx) =>
        listedShown(tx, todayOf(house)),
      );
      return c.json({ partnerships: [...partnerships] }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const id = await within(house.database, partner, (tx) =>
        addListed(tx, handOf(house, partner), fields),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.show, async (c) => {
      const { listed: id } = c.req.valid('param');
      const today = todayOf(house);
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const all = await listedShown(tx, today);
        const listed = all.find((each) => each.id === id);
        if (listed === undefined) return null;
        return {
          listed,
          members: await membersShown(tx, id),
          history: await historyOf(tx, 'partnership', id),
          merged: await mergedInto(tx, 'partnership', id),
          below: all.flatMap((each) =>
            each.profile.ties
              .filter(({ partnership: to }) => to === id)
              .map(({ relation }) => ({ id: each.id, name: each.name, relation })),
          ),
          due: dueBy(listed.profile, inThreeMonths(house)),
        };
      });
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      const history = found.history.map((line) => ({ ...line, at: line.at.toISOString() }));
      const { members, merged, due } = found;
      return c.json(
        { ...found, history, members: [...members], merged: [...merged], due: [...due] },
        200,
      );
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listed: id } = c.req.valid('param');
      const after = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const entry = await entryToChange(tx, 'partnership', id);
        if (entry === null || entry.removed) return problem('not-found');
        if (entry.mergedInto !== null) return problem('merged-already', { name: entry.name });
        const before = { name: entry.name, profile: Profile.parse(entry.content) };
        await changeListed(tx, handOf(house, partner), { id, before, after });
        return null;
      });
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.verify, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listed: id } = c.req.valid('param');
      const { by, on } = c.req.valid('json');
      if (on > todayOf(house)) return refuse(c, 422, [problem('day-to-come', {}, { path: 'on' })]);
      const done = await within(house.database, partner, async (tx) => {
        if ((await entryToChange(tx, 'partnership', id)) === null) return problem('not-found');
        await verifyListed(tx, handOf(house, partner), { id, by, on });
        return null;
      });
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.merge, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listed: id } = c.req.valid('param');
      const merge = { kind: 'partnership', from: id, into: c.req.valid('json').into } as const;
      const done = await within(house.database, partner, (tx) =>
        mergeEntry(tx, handOf(house, partner), merge),
      );
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.part, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listed: id } = c.req.valid('param');
      const done = await within(house.database, partner, (tx) =>
        partEntry(tx, handOf(house, partner), 'partnership', id),
      );
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { listed: id } = c.req.valid('param');
      const { removed } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        setRemoved(tx, handOf(house, partner), 'partnership', { id, removed }),
      );
      return done === null ? c.json({ id }, 200) : refuse(c, statusOf(done), [done]);
    });
}

function inThreeMonths({ ports }: Pick<House, 'ports'>): string {
  return new Date(ports.clock.now().getTime() + 91 * 86_400_000).toISOString().slice(0, 10);
}

/** The status that a problem of an entry is answered with. */
export function statusOf({ code }: Problem): 404 | 409 {
  return code === 'not-found' ? 404 : 409;
}
