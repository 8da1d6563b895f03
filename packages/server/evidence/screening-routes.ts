import { createRoute, z } from '@hono/zod-openapi';
import { mayKeepEvidence } from '@freehold/core/access';
import { flow } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { problem, refused } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { partnerOnly } from '../session/guard.ts';
import { batchFaults, changedBatch, membersNamed, protocolNamed } from './screening-batch.ts';
import { duplicatesOf } from './screening-settle.ts';
import {
  Agreement,
  Batch,
  BatchChange,
  Flow,
  mostSources,
  NewBatch,
  Result,
  Unscreened,
} from './screening-shapes.ts';
import { statusOf } from './screening-status.ts';
import {
  addBatch,
  arrivalsOf,
  batchesOf,
  changeBatch,
  desksOf,
  emptyDesk,
  freeSources,
  referencesOf,
  unscreenedOf,
} from './screening-store.ts';
import { agreementOf, flowOf, lineOf, shownBatch, shownFlow, viewOf } from './screening-view.ts';

/** The most publications that are offered at once for a new batch. */
const mostOffered = 2000;

const partnership = z.object({ partnership: z.string() });
const atBatch = partnership.extend({ batch: Id });

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Evidence'];
  const path = '/partnerships/{partnership}/screening';
  return {
    list: createRoute({
      ...{ method: 'get', path, tags, middleware },
      summary: 'Batches of publications that two people look through, and the flow of the register',
      request: { params: partnership },
      responses: answers(
        z.object({ batches: z.array(Batch), flow: Flow, unscreened: z.number() }),
        'The batches, the newest first',
      ),
    }),
    offered: createRoute({
      ...{ method: 'get', path: `${path}/unscreened`, tags, middleware },
      summary: `Publications that lie in no batch yet, at most ${mostOffered}`,
      request: { params: partnership },
      responses: answers(
        z.object({ total: z.number(), sources: z.array(Unscreened) }),
        'The publications, in the order they came in',
      ),
    }),
    add: createRoute({
      ...{ method: 'post', path, tags, middleware },
      summary: `Make a batch of up to ${mostSources} publications for two people`,
      request: { params: partnership, ...jsonBody(NewBatch) },
      responses: answers(z.object({ id: z.string() }), 'The batch, made'),
    }),
    one: createRoute({
      ...{ method: 'get', path: `${path}/{batch}`, tags, middleware },
      summary: 'One batch: how far it is, how far its two people agree, its flow and its results',
      description: 'Counts only decisions that both people may know of.',
      request: { params: atBatch },
      responses: answers(
        z.object({
          batch: Batch,
          agreement: z.object({ 'title-abstract': Agreement, 'full-text': Agreement }),
          flow: Flow,
          results: z.array(Result),
        }),
        'The batch',
      ),
    }),
    change: createRoute({
      ...{ method: 'patch', path: `${path}/{batch}`, tags, middleware },
      summary: 'Change a batch: its title, people, reasons, words to look for, search',
      request: { params: atBatch, ...jsonBody(BatchChange) },
      responses: answers(Batch, 'The batch as it is now'),
    }),
    remove: createRoute({
      ...{ method: 'delete', path: `${path}/{batch}`, tags, middleware },
      summary: 'Take away a batch of which nobody has decided anything',
      request: { params: atBatch },
      responses: answers(z.object({}), 'Its publications are free for another batch'),
    }),
  };
}

/** Batches of publications for screening: making, reading and changing them. */
export function screeningRoutes(house: House) {
  const route = declared(house);
  const now = () => house.ports.clock.now();
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      const asker = { now: now(), person: partner.person };
      const found = await within(house.database, partner, async (tx) => {
        const [batches, desks] = [await batchesOf(tx), await desksOf(tx)];
        const at = (id: string) => desks.get(id) ?? emptyDesk;
        const standings = batches.flatMap(
          (batch) => viewOf(batch, at(batch.id), asker.now).standings,
        );
        const arrivals = await arrivalsOf(tx);
        return {
          batches: batches.map((batch) => shownBatch(batch, at(batch.id), asker)),
          flow: shownFlow(flow(arrivals, standings)),
          unscreened: arrivals.new - standings.length,
        };
      });
      return c.json(found, 200);
    })
    .openapi(route.offered, async (c) => {
      const { total, sources } = await within(house.database, c.get('partner'), (tx) =>
        unscreenedOf(tx, mostOffered),
      );
      const shown = sources.map((each) => ({ ...lineOf(each), label: each.reference.label }));
      return c.json({ total, sources: shown }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { first, second, sources, ...fields } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const people = await membersNamed(tx, [first, second]);
        if (!people.ok) return people;
        if (!(await protocolNamed(tx, fields.protocol)))
          return refused(problem('protocol-unknown'));
        const chosen = [...new Set(sources)];
        const taken = chosen.length - (await freeSources(tx, chosen)).length;
        if (taken > 0) return refused(problem('screening-sources-taken', { n: taken }));
        const batch = { ...fields, screeners: people.value, sources: chosen, at: now() };
        return { ok: true as const, value: await addBatch(tx, partner, batch) };
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    })
    .openapi(route.one, async (c) => {
      const partner = c.get('partner');
      const at = { now: now(), person: partner.person };
      const found = await within(house.database, partner, (tx) =>
        wholeBatch(tx, c.req.valid('param').batch, at),
      );
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const id = c.req.valid('param').batch;
      const change = sent(c.req.valid('json'));
      const done = await within(house.database, partner, async (tx) => {
        const [before] = await batchesOf(tx, { id, hold: true });
        if (before === undefined) return refused(problem('not-found'));
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        const after = await changedBatch(tx, before, change);
        if (!after.ok) return after;
        const faults = batchFaults({ before, after: after.value }, desk);
        if (faults.length > 0) return refused(...faults);
        await changeBatch(tx, id, after.value);
        const asker = { now: now(), person: partner.person };
        return { ok: true as const, value: shownBatch(after.value, desk, asker) };
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const id = c.req.valid('param').batch;
      const wrong = await within(house.database, partner, async (tx) => {
        const [batch] = await batchesOf(tx, { id, hold: true });
        if (batch === undefined) return problem('not-found');
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        if (desk.decisions.length > 0) return problem('screening-begun');
        await tx.deleteFrom('screening_batch').where('id', '=', id).execute();
        return null;
      });
      return wrong === null ? c.json({}, 200) : refuse(c, statusOf([wrong]), [wrong]);
    });
}

async function wholeBatch(
  tx: Work,
  id: string,
  asker: { readonly now: Date; readonly person: string },
) {
  const [batch] = await batchesOf(tx, { id });
  if (batch === undefined) return null;
  const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
  const { firm, standings } = viewOf(batch, desk, asker.now);
  const references = new Map(
    (await referencesOf(tx, id)).map((each) => [each.source, each] as const),
  );
  return {
    batch: shownBatch(batch, desk, asker),
    agreement: agreementOf(batch, firm),
    flow: flowOf(standings, await duplicatesOf(tx, [id])),
    results: standings.flatMap(({ source, ...standing }) => {
      const reference = references.get(source);
      return reference === undefined ? [] : [{ ...lineOf(reference), ...standing }];
    }),
  };
}
