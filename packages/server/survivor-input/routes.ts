import { createRoute, z } from '@hono/zod-openapi';
import { mayHearSurvivors } from '@freehold/core/access';
import { identifyingProblems } from '@freehold/core/cycle';
import { Id } from '@freehold/core/id';
import { problem, refused } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { linkProblems } from '../decision/links.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { found, statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { NewSurvivorInput, SurvivorInput, SurvivorInputChange } from './shapes.ts';
import { addInput, changeInput, inputOf, shownInput, survivorInputOf } from './store.ts';

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Record'];
  const atPlace = z.object({ partnership: z.string(), place: Id });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/survivor-input',
      summary: 'What survivors said, in sum, and what changed because of it',
      ...{ tags, middleware },
      request: { params: atPlace },
      responses: answers(z.object({ inputs: z.array(SurvivorInput) }), 'Newest first'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/survivor-input',
      summary: 'Write down, in sum, what survivors said',
      description: 'A text that could lead to one person is refused.',
      ...{ tags, middleware },
      request: { params: atPlace, ...jsonBody(NewSurvivorInput) },
      responses: answers(SurvivorInput, 'As it is kept'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/survivor-input/{input}',
      summary: 'Change it, say what changed because of it, take it out or bring it back',
      ...{ tags, middleware },
      request: {
        params: z.object({ partnership: z.string(), input: Id }),
        ...jsonBody(SurvivorInputChange),
      },
      responses: answers(SurvivorInput, 'As it is now'),
    }),
  };
}

/** What survivors say: aggregated, and with nobody in it. [SV-1] [SV-2] */
export function survivorInputRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const inputs = await within(house.database, c.get('partner'), async (tx) =>
        (await knownPlace(tx, place)) ? survivorInputOf(tx, place) : null,
      );
      if (inputs === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ inputs: inputs.map(shownInput) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayHearSurvivors(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const fields = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        if (!(await knownPlace(tx, place))) return refused(problem('not-found'));
        const problems = [...told(fields), ...(await linkProblems(tx, place, fields))];
        if (problems.length > 0) return refused(...problems);
        return found(await inputOf(tx, await addInput(tx, { ...partner, place }, fields)));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownInput(done.value), 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayHearSurvivors(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { input } = c.req.valid('param');
      const { removed, ...change } = sent(c.req.valid('json'));
      const now = house.ports.clock.now();
      const done = await within(house.database, partner, async (tx) => {
        const before = await inputOf(tx, input, true);
        if (before === null) return refused(problem('not-found'));
        const links = { actions: change.actions ?? [] };
        const problems = [...told(change), ...(await linkProblems(tx, before.place, links))];
        if (problems.length > 0) return refused(...problems);
        const removedAt = removed === undefined ? before.removedAt : removed ? now : null;
        await changeInput(tx, input, { ...before, ...change, removedAt }, now);
        return found(await inputOf(tx, input));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownInput(done.value), 200);
    });
}

/** What in its texts could lead to one person. [SV-2] */
function told({
  theme,
  summary,
  changed,
}: {
  readonly theme?: string;
  readonly summary?: string;
  readonly changed?: string;
}) {
  return identifyingProblems({ theme, summary, changed });
}
