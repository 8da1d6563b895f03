import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { current, MechanismCode, suggestions, sureness } from '@freehold/core/prevention';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { knownPlace } from '../review/at.ts';
import { partnerOnly } from '../session/guard.ts';
import { gather, type Gathered } from './gathered.ts';

const Suggestion = z.object({
  type: z.string(),
  because: z.array(z.enum(['list-names-topic', 'claim-on-topic', 'shared-pathway'])),
  sharedPathways: z.array(MechanismCode),
  confidence: z.enum(sureness),
  claim: z.object({ id: z.string(), statement: z.string() }).nullable(),
  contexts: z.array(z.string()),
  fitsContext: z.boolean().nullable(),
  doneHere: z.boolean(),
  unknown: z.array(
    z.enum([
      'no-claim',
      'no-context',
      'other-context',
      'own-context-unknown',
      'proposed-name',
      'topic-only-listed',
    ]),
  ),
});

/** `meets`: interventions that name the gap already. */
const Suggested = z
  .object({
    context: z.string(),
    gaps: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        topic: z.string(),
        severity: z.string(),
        meets: z.array(z.object({ id: z.string(), name: z.string() })),
        suggestions: z.array(Suggestion),
      }),
    ),
  })
  .openapi('InterventionSuggestions');

/** For each high gap of a place what could be done about it, with reasons and with what is not known. [PV-8] */
export function suggestionRoutes(house: House) {
  const show = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/places/{place}/suggestions',
    summary: 'For each high gap the types of intervention that address it, the surest first',
    tags: ['Prevention'],
    middleware: partnerOnly(house),
    request: { params: z.object({ partnership: z.string(), place: Id }) },
    responses: answers(Suggested, 'High gaps that are kept, in the order of their topics'),
  });
  return router().openapi(show, async (c) => {
    const { place } = c.req.valid('param');
    const found = await within(house.database, c.get('partner'), async (tx) =>
      (await knownPlace(tx, place))
        ? { gathered: await gather(tx, place), gaps: await gapsOf(tx, place) }
        : null,
    );
    if (found === null) return refuse(c, 404, [problem('not-found')]);
    const high = found.gaps.filter(
      ({ severity, status }) => severity === 'high' && status === 'kept',
    );
    const gaps = high.map((gap) => ({
      ...{ id: gap.id, title: gap.title, topic: gap.topic, severity: gap.severity },
      meets: found.gathered.interventions
        .filter(({ gaps: named }) => named.includes(gap.id))
        .map(({ id, name }) => ({ id, name })),
      suggestions: suggested(found.gathered, gap),
    }));
    return c.json({ context: found.gathered.setting.context, gaps }, 200);
  });
}

function suggested(
  { list, known, claims, setting, interventions }: Gathered,
  { id, topic }: { readonly id: string; readonly topic: string },
): z.infer<typeof Suggestion>[] {
  const doing = new Set(current(interventions).map(({ type }) => type));
  const here = { context: setting.context, doing };
  return suggestions({ id, topic, pathways: [] }, list.types, known, here).map((each) => {
    const claim = each.claim === null ? undefined : claims.get(each.claim);
    return {
      ...{ type: each.type, because: [...each.because], sharedPathways: [...each.sharedPathways] },
      ...{ confidence: each.confidence, fitsContext: each.fitsContext, doneHere: each.doneHere },
      claim: claim === undefined ? null : { id: claim.id, statement: claim.statement },
      contexts: [...(known.get(each.type)?.contexts ?? [])],
      unknown: [...each.unknown],
    };
  });
}
