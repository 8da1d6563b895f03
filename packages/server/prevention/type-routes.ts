import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { changedTypes, typesFrom, TypeList, typeTable } from '@freehold/core/prevention';
import { parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, lineOf, ProblemLine, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { give, tableAnswers, TableFormat } from './given.ts';
import { mostProblems, nameOf, tableBody, tableIn, tableLimit } from './received.ts';
import { handOf } from './routes.ts';
import { TypeListShown, TypeVersion } from './shapes.ts';
import { interventionsOf } from './store.ts';
import {
  addTypeList,
  chooseTypeList,
  typeListsOf,
  typesOf,
  type KeptTypeList,
} from './type-store.ts';

const partnership = z.object({ partnership: z.string() });

/** What a new list would change; `orphans`: interventions whose type it no longer has. */
const Checked = z
  .object({
    types: TypeListShown.shape.types,
    added: z.array(z.string()),
    gone: z.array(z.string()),
    changed: z.array(z.string()),
    orphans: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
    problems: z.array(ProblemLine),
    problemCount: z.number(),
  })
  .openapi('InterventionTypeCheck');

function declared(house: House) {
  const middleware = partnerOnly(house);
  const tags = ['Prevention'];
  const sent = {
    method: 'post' as const,
    tags,
    middleware: [middleware, tableLimit],
    request: { params: partnership, ...tableBody },
  };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/intervention-types',
      summary: 'The list of types in use, and every version there has been',
      ...{ tags, middleware },
      request: { params: partnership },
      responses: answers(
        z.object({ list: TypeListShown, versions: z.array(TypeVersion) }),
        'The list; versions oldest first',
      ),
    }),
    check: createRoute({
      ...sent,
      path: '/partnerships/{partnership}/intervention-types/check',
      summary: 'Read a CSV or XLSX file as a list of types without keeping anything',
      responses: answers(Checked, 'What it would change, and every fault by row and column'),
    }),
    add: createRoute({
      ...sent,
      path: '/partnerships/{partnership}/intervention-types',
      summary: 'Put another list of types in use; the versions before stay',
      description: 'The header x-list-title has its title, percent-encoded.',
      responses: answers(z.object({ id: z.string() }), 'The new version'),
    }),
    choose: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/intervention-types/in-use',
      summary: 'Go to another version; null is the one that Freehold ships',
      ...{ tags, middleware },
      request: { params: partnership, ...jsonBody(z.strictObject({ id: Id.nullable() })) },
      responses: answers(z.object({ id: z.string().nullable() }), 'The version in use'),
    }),
    file: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/intervention-types/export',
      summary: 'The list of types in use as CSV, XLSX or JSON',
      ...{ tags, middleware },
      request: { params: partnership, query: z.object({ format: TableFormat }) },
      responses: tableAnswers,
    }),
  };
}

/** The list of types. Everybody reads it; co-ordinators put another in its place. */
export function typeRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const all = await within(house.database, c.get('partner'), typeListsOf);
      const inUse = all.find((each) => each.inUse) ?? all[0];
      if (inUse === undefined) throw new RangeError('the shipped list is always there');
      return c.json({ list: inUse.list, versions: all.map(shownVersion) }, 200);
    })
    .openapi(route.check, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const table = await tableIn(c);
      if (!table.ok) return refuse(c, 422, table.problems);
      const { types, problems } = typesFrom(table.value);
      const { before, kept } = await within(house.database, partner, async (tx) => ({
        before: await typesOf(tx),
        kept: await interventionsOf(tx, null),
      }));
      const change = changedTypes(before.types, types);
      const codes = new Set(types.map(({ code }) => code));
      const checked = {
        types: [...types],
        ...{ added: [...change.added], gone: [...change.gone], changed: [...change.changed] },
        orphans: kept
          .filter(({ type }) => !codes.has(type))
          .map(({ id, name, type }) => ({ id, name, type })),
        problems: problems.slice(0, mostProblems).map(lineOf),
        problemCount: problems.length,
      };
      return c.json(checked, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const table = await tableIn(c);
      if (!table.ok) return refuse(c, 422, table.problems);
      const title = titleIn(c.req.header('x-list-title'));
      const list = listOf(typesFrom(table.value), title === '' ? nameOf(c) : title);
      if (!list.ok) return refuse(c, 422, list.problems.slice(0, mostProblems));
      const id = await within(house.database, partner, (tx) =>
        addTypeList(tx, handOf(house, partner), list.value, nameOf(c)),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.choose, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { id } = c.req.valid('json');
      const known = await within(house.database, partner, (tx) => chooseTypeList(tx, id));
      return known ? c.json({ id }, 200) : refuse(c, 404, [problem('not-found')]);
    })
    .openapi(route.file, async (c) => {
      const list = await within(house.database, c.get('partner'), typesOf);
      const asked = { name: 'intervention-types', rows: typeTable(list), json: list };
      return give(c, asked, c.req.valid('query').format);
    });
}

function listOf(
  { types, problems }: ReturnType<typeof typesFrom>,
  title: string,
): Outcome<TypeList> {
  if (problems.length > 0) return refused(...problems);
  return parsed(TypeList, {
    ...{ code: 'own-list', version: 1, title },
    ...{ statement: 'A list of this partnership’s own, read from a file.', types },
  });
}

function titleIn(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '')
      .trim()
      .slice(0, 300);
  } catch {
    return '';
  }
}

function shownVersion({ id, inUse, list, fileName, byName, madeAt }: KeptTypeList) {
  return {
    ...{ id, version: list.version, title: list.title, types: list.types.length },
    ...{ inUse, fileName, byName, madeAt: madeAt?.toISOString() ?? null },
  };
}
