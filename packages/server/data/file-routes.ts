import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { DataCode, Mapping } from '@freehold/core/data';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { mappingsFor, saveMapping } from './mapping-store.ts';
import { previewOf } from './preview.ts';
import { MappingListed, Preview } from './shapes.ts';
import { fileName, keepUpload, uploadOf } from './upload.ts';

const partnership = z.object({ partnership: z.string() });
const tags = ['Data'];

const NewMapping = plain(
  z.strictObject({ title: z.string().trim().min(1).max(300), content: Mapping }),
);

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    send: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/files',
      summary: 'Send a file: its bytes as the body, its name percent-encoded in x-file-name',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ file: Id, name: z.string(), size: z.number() }), 'Kept'),
    }),
    preview: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/data/preview',
      summary: 'The first rows of a file',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(z.strictObject({ file: Id })) },
      responses: answers(Preview, 'As Freehold reads it'),
    }),
    mappings: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/mappings',
      summary: 'The mappings at hand: the partnership’s, and those that Freehold brings along',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ mappings: z.array(MappingListed) }), 'The mappings'),
    }),
    saveMapping: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/mappings/{code}',
      summary: 'Keep a mapping under a code; one that is there is replaced',
      tags,
      middleware,
      request: { params: partnership.extend({ code: DataCode }), ...jsonBody(NewMapping) },
      responses: answers(z.object({ code: z.string() }), 'Kept'),
    }),
  };
}

/** Files that a partnership sends, and how they are to be read. */
export function fileRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.send, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const name = fileName(c.req.header('x-file-name'));
      const kept = await keepUpload(house, partner, name, c.req.raw.body);
      if ('code' in kept) return refuse(c, kept.code === 'too-large' ? 413 : 422, [kept]);
      return c.json({ file: kept.id, name: kept.name, size: kept.size }, 200);
    })
    .openapi(route.preview, async (c) => {
      const partner = c.get('partner');
      // What is sent may say more than what is imported from it.
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { file } = c.req.valid('json');
      const upload = await within(house.database, partner, (tx) => uploadOf(tx, file));
      if (upload === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(await previewOf(() => house.ports.files.open(upload.storedAs)), 200);
    })
    .openapi(route.mappings, async (c) => {
      const found = await within(house.database, c.get('partner'), mappingsFor);
      const mappings = found.map((each) => ({ ...each, kind: each.content.kind }));
      return c.json({ mappings }, 200);
    })
    .openapi(route.saveMapping, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { code } = c.req.valid('param');
      const { title, content } = c.req.valid('json');
      await within(house.database, partner, (tx) =>
        saveMapping(tx, partner.partnership, { code, title, content }),
      );
      return c.json({ code }, 200);
    });
}
