import { createRoute, z } from '@hono/zod-openapi';
import { mayJudgeEvidence, mayKeepEvidence } from '@freehold/core/access';
import { Protocol, ScreeningStage } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import { fine, problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import {
  decisionFaults,
  dropSettled,
  keepSettled,
  reasonFaults,
  wentOn,
  writeCounts,
} from './screening-settle.ts';
import { Card, Conflict, NewDecision, Saved, Settling } from './screening-shapes.ts';
import { statusOf } from './screening-status.ts';
import { batchesOf, desksOf, emptyDesk, keepDecision, referencesOf } from './screening-store.ts';
import { cardsOf, conflictsOf, standingAt, viewOf } from './screening-view.ts';

const atBatch = z.object({ partnership: z.string(), batch: Id });
const atSource = atBatch.extend({ source: Id });
const atStage = z.object({ stage: ScreeningStage });

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Evidence'];
  const path = '/partnerships/{partnership}/screening/{batch}';
  return {
    cards: createRoute({
      ...{ method: 'get', path: `${path}/cards`, tags, middleware },
      summary: 'What one of the two people is asked to decide, with their own decisions',
      description: 'Nothing in it depends on what the other person has decided of an open card.',
      request: { params: atBatch, query: atStage },
      responses: answers(z.object({ cards: z.array(Card) }), 'The cards, in the batch’s order'),
    }),
    decide: createRoute({
      ...{ method: 'put', path: `${path}/decisions/{source}`, tags, middleware },
      summary: 'Decide of a publication, or take a decision back',
      description: 'An older copy than what is kept changes nothing and answers with what is kept.',
      request: { params: atSource, ...jsonBody(NewDecision) },
      responses: answers(Saved, 'What is kept'),
    }),
    conflicts: createRoute({
      ...{ method: 'get', path: `${path}/conflicts`, tags, middleware },
      summary: 'Publications on which the two differ, and those that somebody settled',
      request: { params: atBatch },
      responses: answers(z.object({ conflicts: z.array(Conflict) }), 'Both decisions side by side'),
    }),
    settle: createRoute({
      ...{ method: 'put', path: `${path}/settled/{source}`, tags, middleware },
      summary: 'Settle where two differ, with the grounds',
      request: { params: atSource, ...jsonBody(Settling) },
      responses: answers(z.object({}), 'Settled'),
    }),
    unsettle: createRoute({
      ...{ method: 'delete', path: `${path}/settled/{source}`, tags, middleware },
      summary: 'Take back what was settled, as long as nothing was built on it',
      request: { params: atSource, query: atStage },
      responses: answers(z.object({}), 'It is a conflict again'),
    }),
    count: createRoute({
      ...{ method: 'post', path: `${path}/protocol-counts`, tags, middleware },
      summary: 'Write the counts of all batches of this batch’s search into its protocol',
      request: { params: atBatch },
      responses: answers(Protocol, 'The protocol as it is now'),
    }),
  };
}

/** Deciding, settling and counting within one batch. */
export function screeningDecisionRoutes(house: House) {
  const route = declared(house);
  const now = () => house.ports.clock.now();
  return router()
    .openapi(route.cards, async (c) => {
      const { person, ...partner } = c.get('partner');
      const { batch: id } = c.req.valid('param');
      const { stage } = c.req.valid('query');
      const found = await within(house.database, { ...partner, person }, async (tx) => {
        const [batch] = await batchesOf(tx, { id });
        if (batch === undefined) return refused(problem('not-found'));
        if (!batch.screeners.some((each) => each.person === person))
          return refused(problem('screening-not-yours'));
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        const references = await referencesOf(tx, id);
        return fine(cardsOf(batch, desk, { references, stage, person, now: now() }));
      });
      if (!found.ok) return refuse(c, statusOf(found.problems), found.problems);
      return c.json({ cards: [...found.value] }, 200);
    })
    .openapi(route.decide, async (c) => {
      const partner = c.get('partner');
      if (!mayJudgeEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { batch: id, source } = c.req.valid('param');
      const { typedAt, ...said } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const [batch] = await batchesOf(tx, { id });
        if (batch === undefined) return refused(problem('not-found'));
        if (!batch.screeners.some(({ person }) => person === partner.person))
          return refused(problem('screening-not-yours'));
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        const faults = decisionFaults(batch, desk, { source, ...said }, now());
        if (faults.length > 0) return refused(...faults);
        const reason = said.decision === 'exclude' ? said.reason : '';
        const typed = { ...said, source, reason, typedAt: new Date(typedAt) };
        return fine(await keepDecision(tx, { ...partner, batch: id }, typed, now()));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      const { savedAt, typedAt: kept } = done.value;
      return c.json({ savedAt: savedAt.toISOString(), typedAt: kept.toISOString() }, 200);
    })
    .openapi(route.conflicts, async (c) => {
      const { batch: id } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const [batch] = await batchesOf(tx, { id });
        if (batch === undefined) return null;
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        return conflictsOf(batch, desk, { references: await referencesOf(tx, id), now: now() });
      });
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ conflicts: [...found] }, 200);
    })
    .openapi(route.settle, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { batch: id, source } = c.req.valid('param');
      const { stage, decision, note, ...given } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const [batch] = await batchesOf(tx, { id, hold: true });
        if (batch === undefined) return refused(problem('not-found'));
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        const standing = viewOf(batch, desk, now()).standings.find(
          (each) => each.source === source,
        );
        if (standing === undefined) return refused(problem('not-found'));
        if (standingAt(standing, stage) !== 'conflict')
          return refused(problem('screening-no-conflict'));
        const reason = decision === 'exclude' ? given.reason : '';
        const faults = decision === 'exclude' ? reasonFaults(batch.reasons, { stage, reason }) : [];
        if (faults.length > 0) return refused(...faults);
        const settled = { decision, reason, note, at: now() };
        await keepSettled(tx, partner, { batch: id, source, stage }, settled);
        return fine({});
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({}, 200);
    })
    .openapi(route.unsettle, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { batch: id, source } = c.req.valid('param');
      const { stage } = c.req.valid('query');
      const wrong = await within(house.database, partner, async (tx) => {
        const [batch] = await batchesOf(tx, { id, hold: true });
        if (batch === undefined) return problem('not-found');
        const desk = (await desksOf(tx, id)).get(id) ?? emptyDesk;
        if (!desk.sources.includes(source)) return problem('not-found');
        if (stage === 'title-abstract' && wentOn(desk, source)) return problem('screening-went-on');
        return (await dropSettled(tx, { source, stage })) ? null : problem('not-found');
      });
      return wrong === null ? c.json({}, 200) : refuse(c, statusOf([wrong]), [wrong]);
    })
    .openapi(route.count, async (c) => {
      const partner = c.get('partner');
      if (!mayKeepEvidence(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { batch: id } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) => {
        const [batch] = await batchesOf(tx, { id });
        if (batch === undefined) return refused(problem('not-found'));
        if (batch.protocol === null) return refused(problem('screening-no-protocol'));
        return writeCounts(tx, partner, batch.protocol.id, now());
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    });
}
