import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { mayFollowRound } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { reviewReport, type ReviewReport } from '@freehold/core/review';
import { within } from '../../database/within.ts';
import { router, type House } from '../../http/house.ts';
import { answers, refuse } from '../../http/problem.ts';
import { partnerOnly } from '../../session/guard.ts';
import { blind, frozen } from '../profile.ts';
import { reviewOf } from '../store.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { reportInput } from './store.ts';

const Format = z.enum(['html', 'docx', 'csv', 'json']);
type Format = z.infer<typeof Format>;

const types: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

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
    responses: {
      ...answers(z.object({}), 'Not used'),
      200: {
        description: 'The report; HTML is shown, the others are downloads',
        content: Object.fromEntries(
          Object.values(types).map((type) => [type.split(';')[0] ?? type, { schema: z.string() }]),
        ),
      },
    },
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
    const file = await written(found, format);
    return c.body(file, 200, {
      'content-type': types[format],
      'content-disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${fileName(found, format)}"`,
      'cache-control': 'no-store',
      ...(typeof file === 'string' &&
        format === 'html' && { 'content-security-policy': policyOf(file) }),
    });
  });
}

/** The page runs nothing and fetches nothing, whatever stands in it; its one style is known by its hash. */
function policyOf(page: string): string {
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

async function written(
  report: ReviewReport,
  format: Format,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'html':
      return html(report);
    case 'docx':
      return new Uint8Array(await docx(report));
    case 'csv':
      return csv(report);
    case 'json':
      return json(report);
  }
}

/** "harbourside-review-2026-03-02.docx"; letters that a file name may not carry everywhere are left out. */
export function fileName({ place, madeOn }: ReviewReport, format: Format): string {
  const name = place.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name === '' ? 'place' : name}-review-${madeOn}.${format}`;
}
