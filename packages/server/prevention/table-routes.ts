import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { interventionsFrom, interventionTable, newOnes } from '@freehold/core/prevention';
import { problem } from '@freehold/core/problem';
import { columnsIn, type Records } from '@freehold/core/table';
import { within, type Work } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, lineOf, ProblemLine, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { give, tableAnswers, TableFormat } from './given.ts';
import { placesNamed } from './links.ts';
import { mostProblems, tableBody, tableIn, tableLimit } from './received.ts';
import { handOf } from './routes.ts';
import { Intervention, shownIntervention } from './shapes.ts';
import { addInterventions, interventionsOf } from './store.ts';
import { typesOf } from './type-store.ts';

const partnership = z.object({ partnership: z.string() });

/** What a file would bring; `rows` are the first hundred as they were read. */
const Checked = z
  .object({
    read: z.number(),
    fresh: z.number(),
    already: z.number(),
    rejected: z.number(),
    rows: z.array(
      z.object({
        row: z.number(),
        fresh: z.boolean(),
        ...Intervention.pick({ name: true, type: true, pathways: true, timing: true }).shape,
        ...Intervention.pick({ status: true, lead: true, budget: true, currency: true }).shape,
      }),
    ),
    problems: z.array(ProblemLine),
    problemCount: z.number(),
  })
  .openapi('InterventionCheck');

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
    check: createRoute({
      ...sent,
      path: '/partnerships/{partnership}/interventions/check',
      summary: 'Read a CSV or XLSX file of interventions without keeping anything',
      responses: answers(Checked, 'What it would bring, and every fault by row and column'),
    }),
    import: createRoute({
      ...sent,
      path: '/partnerships/{partnership}/interventions/import',
      summary: 'Read a file of interventions and keep those that are new, or nothing at all',
      responses: answers(
        z.object({ added: z.array(z.string()), already: z.number() }),
        'The new ones’ ids, and how many were there already',
      ),
    }),
    file: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/interventions/export',
      summary: 'The interventions as CSV, XLSX or JSON',
      tags,
      middleware,
      request: { params: partnership, query: z.object({ format: TableFormat }) },
      responses: tableAnswers,
    }),
  };
}

/** Interventions out of a file, and into one. */
export function interventionTableRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.check, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const table = await tableIn(c);
      if (!table.ok) return refuse(c, 422, table.problems);
      const found = await within(house.database, partner, (tx) => readIn(tx, table.value));
      return c.json(shownCheck(found), 200);
    })
    .openapi(route.import, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const table = await tableIn(c);
      if (!table.ok) return refuse(c, 422, table.problems);
      const done = await within(house.database, partner, async (tx) => {
        const { rows, fresh, problems } = await readIn(tx, table.value);
        if (problems.length > 0) return problems.slice(0, mostProblems);
        const added = await addInterventions(
          tx,
          handOf(house, partner),
          fresh.map(({ value }) => value),
        );
        return { added: [...added], already: rows.length - fresh.length };
      });
      return 'added' in done ? c.json(done, 200) : refuse(c, 422, done);
    })
    .openapi(route.file, async (c) => {
      const { kept, names } = await within(house.database, c.get('partner'), async (tx) => {
        const all = await interventionsOf(tx, null);
        const places = await placesNamed(tx, [...new Set(all.flatMap((each) => each.places))]);
        return { kept: all, names: new Map(places.map(({ id, name }) => [id, name])) };
      });
      const rows = interventionTable(kept, (id) => names.get(id) ?? id);
      const json = { interventions: kept.map(shownIntervention) };
      return give(c, { name: 'interventions', rows, json }, c.req.valid('query').format);
    });
}

type Read = Awaited<ReturnType<typeof readIn>>;

async function readIn(tx: Work, table: Records) {
  const types = await typesOf(tx);
  const places = await placesIn(tx, table);
  const { rows, problems } = interventionsFrom(table, { types: types.types, places });
  const fresh = newOnes(rows, await interventionsOf(tx, null));
  return { rows, fresh, problems };
}

function shownCheck({ rows, fresh, problems }: Read): z.infer<typeof Checked> {
  const isFresh = new Set(fresh);
  const rejected = new Set(problems.flatMap(({ where }) => where?.row ?? []));
  rejected.delete(1);
  return {
    ...{ read: rows.length, fresh: fresh.length, already: rows.length - fresh.length },
    rejected: rejected.size,
    rows: rows.slice(0, 100).map((each) => {
      const { name, type, pathways, timing, status, lead, budget, currency } = each.value;
      const said = { name, type, pathways, timing, status, lead, budget, currency };
      return { row: each.row, fresh: isFresh.has(each), ...said };
    }),
    problems: problems.slice(0, mostProblems).map(lineOf),
    problemCount: problems.length,
  };
}

/**
 * The places that a table names, by name, code and id in small letters. A name that several places bear is left out:
 * it could be any of them, and its code says which.
 */
async function placesIn(tx: Work, table: Records): Promise<ReadonlyMap<string, string>> {
  const { cell } = columnsIn<'places'>(table, [], ['places']);
  const asked = table.records
    .flatMap((record) => cell(record, 'places').split(';'))
    .map((each) => each.replaceAll('"', '').trim().toLowerCase());
  const wanted = [...new Set(asked)].filter((each) => each !== '');
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom('place')
    .where((e) =>
      e.or([
        e(e.fn<string>('lower', ['name']), 'in', wanted),
        e(e.fn<string>('lower', ['code']), 'in', wanted),
        e(e.cast<string>('id', 'text'), 'in', wanted),
      ]),
    )
    .select(['id', 'name', 'code'])
    .execute();
  const once = rows.filter(
    ({ name }) =>
      rows.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length === 1,
  );
  return new Map([
    ...once.map(({ id, name }): [string, string] => [name.toLowerCase(), id]),
    ...rows.flatMap(({ id, code }): [string, string][] => [
      [id, id],
      ...(code === null ? [] : [[code.toLowerCase(), id] satisfies [string, string]]),
    ]),
  ]);
}
