import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { openedIndex, type IndexDefinition } from '@freehold/core/composite';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  IndexInBrief,
  IndexSaving,
  IndexStanding,
  KeptIndex,
  NewIndex,
  OldIndex,
} from './shapes.ts';
import {
  addIndex,
  indexOf,
  indicesOf,
  keepNext,
  standIndex,
  versionOf,
  versionsOf,
  type KeptVersion,
  type ListedIndex,
} from './store.ts';

function declared(house: House) {
  const shared = { tags: ['Indices'], middleware: partnerOnly(house) };
  const one = z.object({ partnership: z.string(), index: Id });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/indices',
      summary: 'The composite indices of a partnership, removed ones too',
      ...shared,
      request: { params: z.object({ partnership: z.string() }) },
      responses: answers(
        z.object({ indices: z.array(IndexInBrief) }),
        'What was changed last first',
      ),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/indices',
      summary: 'Keep a new index: two tables, a method and what is uncertain about it',
      ...shared,
      request: { params: z.object({ partnership: z.string() }), ...jsonBody(NewIndex) },
      responses: answers(z.object({ id: z.string() }), 'Where it is kept'),
    }),
    read: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/indices/{index}',
      summary: 'An index as it was kept last, with the list of its versions',
      ...shared,
      request: { params: one },
      responses: answers(KeptIndex, 'The index'),
    }),
    save: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/indices/{index}',
      summary:
        'Keep a next version; refused with changed-by-another where somebody kept one meanwhile',
      ...shared,
      request: { params: one, ...jsonBody(IndexSaving) },
      responses: answers(z.object({ revision: z.number() }), 'The new version’s number'),
    }),
    stand: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/indices/{index}',
      summary: 'Put an index away or take it out again',
      ...shared,
      request: { params: one, ...jsonBody(IndexStanding) },
      responses: answers(z.object({ id: z.string() }), 'Kept'),
    }),
    version: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/indices/{index}/versions/{indexVersion}',
      summary: 'What an earlier version of an index holds',
      ...shared,
      request: { params: one.extend({ indexVersion: Id }) },
      responses: answers(OldIndex, 'The version'),
    }),
  };
}

/** Composite indices: keep, read, change, put away. Working them out is the page’s or the command line’s. */
export function indexRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const found = await within(house.database, c.get('partner'), indicesOf);
      return c.json({ indices: found.map(shownBrief) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const keeping = kept(c.req.valid('json').content, '', clock.now());
      if (!keeping.ok) return refuse(c, 422, keeping.problems);
      const id = await within(house.database, partner, (tx) =>
        addIndex(tx, partner, keeping.value),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.read, async (c) => {
      const { index } = c.req.valid('param');
      const shown = await within(house.database, c.get('partner'), (tx) => whole(tx, index));
      if (shown === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shown, 200);
    })
    .openapi(route.save, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { revision, content, note } = c.req.valid('json');
      const keeping = kept(content, note, clock.now());
      if (!keeping.ok) return refuse(c, 422, keeping.problems);
      const done = await within(house.database, partner, async (tx): Promise<Outcome<number>> => {
        const before = await indexOf(tx, c.req.valid('param').index, true);
        if (before === null) return refused(problem('not-found'));
        if (before.revision !== revision) return refused(problem('changed-by-another'));
        return fine(await keepNext(tx, partner, before, keeping.value));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ revision: done.value }, 200);
    })
    .openapi(route.stand, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { index: id } = c.req.valid('param');
      const at = c.req.valid('json').removed ? clock.now() : null;
      const there = await within(house.database, partner, (tx) => standIndex(tx, id, at));
      if (!there) return refuse(c, 404, [problem('not-found')]);
      return c.json({ id }, 200);
    })
    .openapi(route.version, async (c) => {
      const { index, indexVersion } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) =>
        versionOf(tx, index, indexVersion),
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ ...shownVersion(found), content: found.content }, 200);
    });
}

function kept(content: IndexDefinition, note: string, at: Date) {
  const opened = openedIndex(content);
  return opened.ok ? fine({ content, opened: opened.value, note, at }) : opened;
}

async function whole(tx: Work, id: string): Promise<z.infer<typeof KeptIndex> | null> {
  const found = await indexOf(tx, id);
  const newest = await versionOf(tx, id, null);
  if (found === null || newest === null) return null;
  const { removed, revision, changedAt, changedBy } = shownBrief(found);
  const versions = await versionsOf(tx, id);
  return {
    ...{ id, removed, revision, changedAt, changedBy, content: newest.content },
    versions: versions.map(shownVersion),
  };
}

function shownBrief({ changedAt, ...rest }: ListedIndex): z.infer<typeof IndexInBrief> {
  return { ...rest, changedAt: changedAt.toISOString() };
}

function shownVersion({ id, number, note, byName, at }: KeptVersion) {
  return { id, number, note, byName, at: at.toISOString() };
}
