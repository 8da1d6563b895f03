import { createRoute, z } from '@hono/zod-openapi';
import { mayDrawTheories, type Role } from '@freehold/core/access';
import { checkedTheory, findings, type Theory } from '@freehold/core/change';
import { Id } from '@freehold/core/id';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { dayOf } from '../action/store.ts';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { commentsOf } from './comment-store.ts';
import { knownClaims, knownFor } from './known.ts';
import { KeptTheory, NewTheory, TheoryInBrief, TheorySaving, TheoryStanding } from './shapes.ts';
import { shownComment, shownTheory, shownVersion } from './shown.ts';
import { addTheory, changeStanding, saveTheory, theoriesOf, theoryOf } from './store.ts';
import { versionsOf } from './version-store.ts';

function declared(house: House) {
  const shared = { tags: ['Theories of change'], middleware: partnerOnly(house) };
  const one = z.object({ partnership: z.string(), theory: Id });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/theories',
      summary: 'The theories of change of a partnership, removed ones too',
      ...shared,
      request: { params: z.object({ partnership: z.string() }) },
      responses: answers(
        z.object({ theories: z.array(TheoryInBrief) }),
        'What was changed last first',
      ),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/theories',
      summary: 'Begin a theory: empty, from a starter, or from a file',
      ...shared,
      request: { params: z.object({ partnership: z.string() }), ...jsonBody(NewTheory) },
      responses: answers(z.object({ id: z.string() }), 'Where it is kept'),
    }),
    read: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/theories/{theory}',
      summary: 'A theory, with what is known of its claims and targets now',
      ...shared,
      request: { params: one },
      responses: answers(KeptTheory, 'The theory'),
    }),
    save: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/theories/{theory}',
      summary: 'Save a theory; refused with changed-by-another where somebody saved meanwhile',
      ...shared,
      request: { params: one, ...jsonBody(TheorySaving) },
      responses: answers(z.object({ revision: z.number() }), 'The new revision'),
    }),
    stand: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/theories/{theory}',
      summary: 'Say whose place a theory is for, put it away or take it out again',
      ...shared,
      request: { params: one, ...jsonBody(TheoryStanding) },
      responses: answers(z.object({ id: z.string() }), 'Kept'),
    }),
  };
}

/** Theories of change: begin, read, save, put away. */
export function theoryRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const theories = await within(house.database, c.get('partner'), briefs);
      return c.json({ theories: [...theories] }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayDrawTheories(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place, theory } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const checked = await fitting(tx, place, theory);
        if (!checked.ok) return checked;
        return fine(
          await addTheory(tx, partner, { place, theory: checked.value, at: clock.now() }),
        );
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    })
    .openapi(route.read, async (c) => {
      const partner = c.get('partner');
      const { theory } = c.req.valid('param');
      const on = { role: partner.role, today: dayOf(clock.now()) };
      const shown = await within(house.database, partner, (tx) => whole(tx, theory, on));
      if (shown === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shown, 200);
    })
    .openapi(route.save, async (c) => {
      const partner = c.get('partner');
      if (!mayDrawTheories(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { revision, theory } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx): Promise<Outcome<number>> => {
        const before = await theoryOf(tx, c.req.valid('param').theory, true);
        if (before === null) return refused(problem('not-found'));
        if (before.revision !== revision) return refused(problem('changed-by-another'));
        const checked = checkedTheory(theory);
        if (!checked.ok) return checked;
        return fine(
          await saveTheory(tx, partner, before, { theory: checked.value, at: clock.now() }),
        );
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ revision: done.value }, 200);
    })
    .openapi(route.stand, async (c) => {
      const partner = c.get('partner');
      if (!mayDrawTheories(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { theory: id } = c.req.valid('param');
      const change = sent(c.req.valid('json'));
      const done = await within(house.database, partner, async (tx): Promise<Outcome<string>> => {
        const before = await theoryOf(tx, id, true);
        if (before === null) return refused(problem('not-found'));
        const { place } = change;
        if (typeof place === 'string' && !(await knownPlace(tx, place)))
          return refused(problem('not-found'));
        await changeStanding(tx, id, change, clock.now());
        return fine(id);
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json({ id: done.value }, 200);
    });
}

async function fitting(tx: Work, place: string | null, theory: Theory): Promise<Outcome<Theory>> {
  if (place !== null && !(await knownPlace(tx, place))) return refused(problem('not-found'));
  return checkedTheory(theory);
}

async function briefs(tx: Work): Promise<readonly z.infer<typeof TheoryInBrief>[]> {
  const known = { claims: await knownClaims(tx), targets: [] };
  const theories = await theoriesOf(tx);
  return theories.map(({ theory, changedAt, ...rest }) => ({
    ...rest,
    ...{ title: theory.title, summary: theory.summary },
    ...{ nodes: theory.nodes.length, links: theory.links.length },
    findings: findings(theory, known).length,
    changedAt: changedAt.toISOString(),
  }));
}

async function whole(
  tx: Work,
  id: string,
  on: { readonly role: Role; readonly today: string },
): Promise<z.infer<typeof KeptTheory> | null> {
  const kept = await theoryOf(tx, id);
  if (kept === null) return null;
  const versions = await versionsOf(tx, id);
  const comments = await commentsOf(tx, id);
  return {
    ...shownTheory(kept, await knownFor(tx, kept.place?.id ?? null, on)),
    versions: versions.map(shownVersion),
    comments: comments.map(shownComment),
  };
}
