import { createRoute, z } from '@hono/zod-openapi';
import { ConfidenceRule, Finding, mapStudy, Study } from '@freehold/core/evidence';
import { within } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { ruleOf, studiesOf } from './known.ts';

const MapStudyShown = Study.pick({
  ...{ id: true, title: true, year: true, countries: true, setting: true, exploitation: true },
  ...{ populations: true, interventions: true, pathways: true, timing: true, design: true },
  ...{ review: true, sample: true, sms: true, survivorsInDesign: true },
  ...{ survivorsInImplementation: true, survivorsInEvaluation: true },
}).extend({ findings: z.array(Finding.pick({ outcome: true, direction: true })) });

function declared(house: House) {
  return {
    map: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/evidence-map',
      summary: 'What an evidence and gap map is drawn from: every study in brief, and the rule',
      description: 'Rows, columns, filters and what is done here are joined where it is drawn.',
      tags: ['Evidence'],
      middleware: partnerOnly(house),
      request: { params: z.object({ partnership: z.string() }) },
      responses: answers(
        z.object({ studies: z.array(MapStudyShown), rule: ConfidenceRule }),
        'The studies that stand, in the order they came in',
      ),
    }),
  };
}

/** The evidence side of the evidence and gap map. */
export function evidenceMapRoutes(house: House) {
  const route = declared(house);
  return router().openapi(route.map, async (c) => {
    const found = await within(house.database, c.get('partner'), async (tx) => ({
      studies: await studiesOf(tx),
      rule: await ruleOf(tx),
    }));
    return c.json({ ...found, studies: found.studies.map(mapStudy) }, 200);
  });
}
