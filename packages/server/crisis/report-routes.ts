import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mayHelpInCrisis } from '@freehold/core/access';
import { lessonsRecord, situationReport, type CrisisInput } from '@freehold/core/crisis';
import type { Document } from '@freehold/core/document';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { fileAnswers, fileName, Format, serve } from '../document/served.ts';
import { written } from '../document/written.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { reportInputOf } from './board.ts';

function declared(house: House) {
  const shared = {
    tags: ['Crisis'],
    middleware: partnerOnly(house),
    request: {
      params: z.object({ partnership: z.string(), crisis: Id }),
      query: z.object({ format: Format.default('html') }),
    },
    responses: fileAnswers,
  };
  return {
    situation: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/crises/{crisis}/situation',
      summary: 'The situation report, as it stands at this minute',
      ...shared,
    }),
    lessons: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/crises/{crisis}/lessons',
      summary: 'The lessons record of the after-action review',
      ...shared,
    }),
  };
}

/** The two reports of a crisis. */
export function reportRoutes(house: House) {
  const route = declared(house);
  const give = async (
    c: Context,
    partner: Partner,
    { crisis, format }: { readonly crisis: string; readonly format: Format },
    made: (input: CrisisInput) => Document,
  ) => {
    if (!mayHelpInCrisis(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
    const { partnership } = partner;
    const input = await within(house.database, partner, (tx) =>
      reportInputOf(tx, { partnership, crisis }, house.ports.clock.now()),
    );
    if (input === null) return refuse(c, 404, [problem('not-found')]);
    const document = made(input);
    const { place, kind, madeOn } = document;
    const name = fileName({ place, what: kind, madeOn }, format);
    return serve(c, await written(document, format), { format, name });
  };
  return router()
    .openapi(route.situation, (c) =>
      give(
        c,
        c.get('partner'),
        { ...c.req.valid('param'), ...c.req.valid('query') },
        situationReport,
      ),
    )
    .openapi(route.lessons, (c) =>
      give(
        c,
        c.get('partner'),
        { ...c.req.valid('param'), ...c.req.valid('query') },
        lessonsRecord,
      ),
    );
}
