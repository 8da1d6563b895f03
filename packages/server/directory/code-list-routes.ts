import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { CodeItem } from '@freehold/core/directory';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { handOf } from './at.ts';
import { changeCodeList, codeListsOf } from './code-lists.ts';
import { CodeListShown } from './shapes.ts';

const partnership = z.object({ partnership: z.string() });
const atList = partnership.extend({ codeList: z.string().regex(/^[a-z-]{1,40}$/) });
const tags = ['Directory'];
const Items = z.strictObject({ items: z.array(CodeItem).min(1).max(200) });

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/directory/code-lists',
      summary: 'The lists of codes that profiles are answered with, each in its newest version',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ lists: z.array(CodeListShown) }), 'The lists'),
    }),
    change: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/directory/code-lists/{codeList}',
      summary: 'Change a list of codes: a new version, in which no code is missing',
      tags,
      middleware,
      request: { params: atList, ...jsonBody(plain(Items)) },
      responses: answers(CodeListShown, 'The list as it is now'),
    }),
  };
}

export function codeListRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const lists = await within(house.database, c.get('partner'), codeListsOf);
      return c.json({ lists: [...lists] }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { codeList } = c.req.valid('param');
      const { items } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        changeCodeList(tx, handOf(house, partner), codeList, items),
      );
      if (done.ok) return c.json(done.value, 200);
      const [first] = done.problems;
      if (first?.code === 'not-found') return refuse(c, 404, done.problems);
      return refuse(c, first?.code === 'changed-meanwhile' ? 409 : 422, done.problems);
    });
}
