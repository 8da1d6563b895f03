import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { mayCoordinate } from '@freehold/core/access';
import { toJson, toSheets, viewOf } from '@freehold/core/framework';
import { Id } from '@freehold/core/id';
import { problem, type Problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { mappingRoutes } from './mapping-routes.ts';
import { fileName, readFramework } from './received.ts';
import {
  FrameworkList,
  FrameworkVersion,
  NewDraft,
  shownHead,
  shownList,
  statusOf,
} from './shapes.ts';
import {
  addDraft,
  publish,
  removeDraft,
  retire,
  versionHead,
  versionLines,
  versionsWithContent,
  type VersionHead,
  type VersionState,
} from './store.ts';
import { mostFileBytes, writeWorkbook } from './workbook.ts';

const partnership = z.object({ partnership: z.string() });
const atVersion = partnership.extend({ version: Id });
const tags = ['Frameworks'];
const mostProblems = 1000;

function declared(house: House) {
  const middleware = partnerOnly(house);
  const limit = bodyLimit({
    maxSize: mostFileBytes,
    onError: (c) => refuse(c, 413, [problem('too-large', { mostBytes: mostFileBytes })]),
  });
  const file = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/frameworks',
      summary: 'Every framework that the partnership may use, with its versions',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(FrameworkList, 'The frameworks'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/frameworks/import',
      summary: 'Read a framework from a JSON or XLSX file into a new draft',
      description:
        'The body is the file itself; the header x-file-name has its name, percent-encoded. A file with faults is refused whole, with each fault’s sheet, row and column (JSON: path). [FW-2] [FW-8]',
      tags,
      middleware: [middleware, limit],
      request: { params: partnership, body: { required: true, content: file } },
      responses: answers(NewDraft, 'The draft that was made'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/framework-versions/{version}',
      summary: 'One version with everything in it',
      tags,
      middleware,
      request: { params: atVersion },
      responses: answers(FrameworkVersion, 'The version'),
    }),
    publish: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/framework-versions/{version}/publish',
      summary: 'Publish a draft; from then on it never changes',
      tags,
      middleware,
      request: { params: atVersion },
      responses: answers(z.object({ state: z.literal('published') }), 'Published'),
    }),
    retire: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/framework-versions/{version}/retire',
      summary: 'Retire a published version; reviews made with it stay as they are',
      tags,
      middleware,
      request: { params: atVersion },
      responses: answers(z.object({ state: z.literal('retired') }), 'Retired'),
    }),
    remove: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/framework-versions/{version}',
      summary: 'Delete a draft',
      tags,
      middleware,
      request: { params: atVersion },
      responses: answers(z.object({}), 'Deleted'),
    }),
    file: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/framework-versions/{version}/export',
      summary: 'A version, or what one profile asks of it, as a JSON or XLSX file',
      tags,
      middleware,
      request: {
        params: atVersion,
        query: z.object({
          format: z.enum(['json', 'xlsx']),
          profile: z.string().max(40).optional(),
        }),
      },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: { description: 'The file, for saving', content: file },
      },
    }),
  };
}

/** Frameworks: what reviews ask. Everybody in the partnership reads them; co-ordinators change them. */
export function frameworkRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const lines = await within(house.database, c.get('partner'), versionLines);
      return c.json(shownList(lines), 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const name = fileName(c.req.header('x-file-name'));
      const read = await readFramework(name, new Uint8Array(await c.req.arrayBuffer()));
      if (!read.ok) return refuse(c, 422, firstOf(read.problems));
      const draft = await within(house.database, partner, (tx) =>
        addDraft(tx, partner.partnership, read.value),
      );
      return c.json(draft, 200);
    })
    .openapi(route.show, async (c) => {
      const { version } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), (tx) =>
        versionsWithContent(tx, [version]),
      );
      const shown = found.get(version);
      if (shown === undefined) return refuse(c, 404, [problem('not-found')]);
      return c.json({ ...shownHead(shown), framework: shown.content }, 200);
    })
    .openapi(route.publish, async (c) => {
      const wrong = await change(house, c.get('partner'), c.req.valid('param').version, {
        only: 'draft',
        work: (tx, head) => publish(tx, head, clock.now()),
      });
      if (wrong !== null) return refuse(c, statusOf([wrong]), [wrong]);
      return c.json({ state: 'published' as const }, 200);
    })
    .openapi(route.retire, async (c) => {
      const wrong = await change(house, c.get('partner'), c.req.valid('param').version, {
        only: 'published',
        work: (tx, head) => retire(tx, head, clock.now()),
      });
      if (wrong !== null) return refuse(c, statusOf([wrong]), [wrong]);
      return c.json({ state: 'retired' as const }, 200);
    })
    .openapi(route.remove, async (c) => {
      const wrong = await change(house, c.get('partner'), c.req.valid('param').version, {
        only: 'draft',
        work: removeDraft,
      });
      if (wrong !== null) return refuse(c, statusOf([wrong]), [wrong]);
      return c.json({}, 200);
    })
    .openapi(route.file, async (c) => {
      const { version } = c.req.valid('param');
      const { format, profile } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), (tx) =>
        versionsWithContent(tx, [version]),
      );
      const whole = found.get(version)?.content;
      if (whole === undefined) return refuse(c, 404, [problem('not-found')]);
      const asked = profile === undefined ? whole : viewOf(whole, profile);
      if (asked === null) return refuse(c, 422, [unknownProfile]);
      const parts = [whole.code, `v${whole.version}`, ...(profile === undefined ? [] : [profile])];
      const content = format === 'json' ? toJson(asked) : await writeWorkbook(toSheets(asked));
      return c.body(content, 200, {
        'content-type': types[format],
        'content-disposition': `attachment; filename="${parts.join('-')}.${format}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    })
    .route('/', mappingRoutes(house));
}

const types = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const unknownProfile = problem('unknown-profile', undefined, { path: 'profile' });

type Change = {
  /** The one state that a version can be changed from. */
  readonly only: VersionState;
  /** False when somebody else was quicker. */
  readonly work: (tx: Work, head: VersionHead) => Promise<boolean>;
};

/** Changes a version of the partnership's own; null when it went well. [FW-7] */
async function change(
  house: House,
  partner: Partner,
  version: string,
  { only, work }: Change,
): Promise<Problem | null> {
  return within(house.database, partner, async (tx) => {
    const head = await versionHead(tx, version);
    if (head === null) return problem('not-found');
    if (!mayCoordinate(partner.role)) return problem('not-allowed');
    if (head.shared) return problem('version-shared');
    if (head.state !== only) return problem(`version-${head.state}`);
    if (await work(tx, head)) return null;
    const now = await versionHead(tx, version);
    return problem(now === null ? 'not-found' : `version-${now.state}`);
  });
}

/** All problems, up to what a person can still use; a last one counts the rest. */
function firstOf(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.length - mostProblems;
  if (rest <= 0) return problems;
  return [...problems.slice(0, mostProblems), problem('more-problems', { count: rest })];
}
