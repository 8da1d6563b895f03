import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { reportDocument, reviewReport, type ReviewReport } from '@freehold/core/review';
import { within } from '../../database/within.ts';
import { docx } from '../../document/docx.ts';
import { html } from '../../document/html.ts';
import { fileAnswers, fileName, Format, serve } from '../../document/served.ts';
import { router, type House } from '../../http/house.ts';
import { refuse } from '../../http/problem.ts';
import { partnerOnly } from '../../session/guard.ts';
import { blind, frozen } from '../profile.ts';
import { reviewOf } from '../store.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { reportInput } from './store.ts';

/** The report of a review as a file. The same figures stand in all four formats. */
export function reportRoutes(house: House) {
  const report = createRoute({
    method: 'get',
    path: '/partnerships/{partnership}/reviews/{review}/report',
    summary: 'The report of a review, once its round is closed',
    tags: ['Review'],
    middleware: partnerOnly(house),
    request: {
      params: z.object({ partnership: z.string(), review: Id }),
      query: z.object({ format: Format }),
    },
    responses: fileAnswers,
  });
  return router().openapi(report, async (c) => {
    const partner = c.get('partner');
    const { review: id } = c.req.valid('param');
    const { format } = c.req.valid('query');
    const now = house.ports.clock.now();
    const found = await within(house.database, partner, async (tx) => {
      const review = await reviewOf(tx, id);
      if (review === null) return null;
      if (blind(review.state)) return 'still-blind';
      if (!frozen(review.state) && !mayFollowRound(partner.role)) return 'not-allowed';
      return reviewReport(await reportInput(tx, review, partner.partnership, now));
    });
    if (found === null) return refuse(c, 404, [problem('not-found')]);
    if (found === 'not-allowed') return refuse(c, 403, [problem('not-allowed')]);
    if (found === 'still-blind') return refuse(c, 409, [problem('still-blind')]);
    const name = fileName(
      { place: found.place.name, what: 'review', madeOn: found.madeOn },
      format,
    );
    return serve(c, await written(found, format), { format, name });
  });
}

async function written(
  report: ReviewReport,
  format: Format,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'html':
      return html(reportDocument(report));
    case 'docx':
      return new Uint8Array(await docx(reportDocument(report)));
    case 'csv':
      return csv(report);
    case 'json':
      return json(report);
  }
}
