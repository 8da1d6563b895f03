import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, lineOf, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { partnerOnly } from '../session/guard.ts';
import { waveOf, wavesOf } from '../survey/index.ts';
import { networkFromDirectory } from './from-directory.ts';
import { filesOf, read, type Read } from './received.ts';
import { namedNetwork } from './relationship-result.ts';
import { asksRelationships, relationshipWaves } from './relationships.ts';
import {
  FromDirectory,
  NetworkChange,
  NetworkListed,
  NetworkPreview,
  NetworkShown,
  NewNetwork,
  partnership,
  Received,
} from './shapes.ts';
import { changeNetwork, importedNetwork, importedOf, keepNetwork } from './store.ts';

const atNetwork = partnership.extend({ network: z.union([FromDirectory, Id]) });
const tags = ['Networks'];
const mostProblems = 100;

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/networks',
      summary: 'Networks of the directory, of closed relationship surveys, and from files',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ networks: z.array(NetworkListed) }), 'The networks'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/networks/{network}',
      summary: 'Who is tied to whom',
      tags,
      middleware,
      request: { params: atNetwork },
      responses: answers(NetworkShown, 'The network'),
    }),
    preview: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/networks/preview',
      summary: 'What a CSV edge list, GEXF or GraphML file would give; nothing is kept',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(Received) },
      responses: answers(NetworkPreview, 'As Freehold reads it'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/networks',
      summary: 'Keep a network from a file that was sent',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(NewNetwork) },
      responses: answers(z.object({ id: Id }), 'The network, kept'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/networks/{network}',
      summary: 'Rename a network from a file, take it out, or bring it back',
      tags,
      middleware,
      request: { params: partnership.extend({ network: Id }), ...jsonBody(NetworkChange) },
      responses: answers(z.object({}), 'Done'),
    }),
  };
}

export function networkRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const networks = await within(house.database, c.get('partner'), listed);
      return c.json({ networks }, 200);
    })
    .openapi(route.show, async (c) => {
      const { network } = c.req.valid('param');
      const today = house.ports.clock.now().toISOString().slice(0, 10);
      const found = await within(house.database, c.get('partner'), (tx) =>
        networkShown(tx, network, today),
      );
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(found, 200);
    })
    .openapi(route.preview, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const asked = c.req.valid('json');
      const files = await within(house.database, partner, (tx) => filesOf(tx, asked));
      if (files === null) return refuse(c, 404, [problem('not-found')]);
      const found = await read(house, files, asked.directed);
      return c.json(
        found.ok ? previewOf(found.value) : faults(files.file.name, found.problems),
        200,
      );
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { title, ...asked } = c.req.valid('json');
      const files = await within(house.database, partner, (tx) => filesOf(tx, asked));
      if (files === null) return refuse(c, 404, [problem('not-found')]);
      const found = await read(house, files, asked.directed);
      if (!found.ok) return refuse(c, 422, found.problems.slice(0, mostProblems));
      const id = await within(house.database, partner, (tx) =>
        keepNetwork(tx, partner, { ...found.value, title }),
      );
      return c.json({ id }, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { network } = c.req.valid('param');
      const change = sent(c.req.valid('json'));
      const done = await within(house.database, partner, (tx) =>
        changeNetwork(tx, network, change, house.ports.clock.now()),
      );
      return done ? c.json({}, 200) : refuse(c, 404, [problem('not-found')]);
    });
}

async function listed(tx: Work): Promise<z.infer<typeof NetworkListed>[]> {
  const blank = { directed: false, nodes: null, ties: null, at: null };
  const waves = (await wavesOf(tx)).filter(
    ({ state, instrument }) => state === 'closed' && asksRelationships(instrument),
  );
  return [
    { id: 'membership', kind: 'membership', title: 'Organisations and partnerships', ...blank },
    { id: 'shared', kind: 'shared', title: 'Organisations that share partnerships', ...blank },
    ...waves.map(({ id, title, closedAt }) => ({
      ...{ ...blank, id, kind: 'relationships' as const, title, directed: true },
      at: closedAt?.toISOString() ?? null,
    })),
    ...(await importedOf(tx)).map(({ at, ...each }) => ({
      ...each,
      kind: 'imported' as const,
      at: at.toISOString(),
    })),
  ];
}

async function networkShown(
  tx: Work,
  id: string,
  today: string,
): Promise<z.infer<typeof NetworkShown> | null> {
  const named = FromDirectory.safeParse(id);
  if (named.success) {
    const network = await networkFromDirectory(tx, named.data, today);
    const title = (await listed(tx)).find((each) => each.id === id)?.title ?? id;
    return { id, kind: named.data, title, directed: false, at: null, network };
  }
  const imported = await importedNetwork(tx, id);
  if (imported !== null) {
    const { title, directed, at, network } = imported;
    return { id, kind: 'imported', title, directed, at: at.toISOString(), network };
  }
  const wave = await waveOf(tx, id);
  if (wave?.state !== 'closed' || !asksRelationships(wave.instrument)) return null;
  const network = await namedNetwork(tx, (await relationshipWaves(tx, wave)).now);
  return {
    ...{ id, kind: 'relationships', title: wave.title, directed: true, network },
    at: wave.closedAt?.toISOString() ?? null,
  };
}

function previewOf({ format, title, network, notices }: Read): z.infer<typeof NetworkPreview> {
  const { directed, nodes, ties } = network;
  const names = new Set(nodes.flatMap(({ attributes }) => Object.keys(attributes)));
  return {
    ...{ format, title, directed, nodes: nodes.length, ties: ties.length },
    attributes: [...names].toSorted(),
    sample: ties.slice(0, 10),
    notices: notices.map(lineOf),
    problems: [],
    problemCount: 0,
  };
}

function faults(
  name: string,
  problems: Parameters<typeof refuse>[2],
): z.infer<typeof NetworkPreview> {
  return {
    ...{ format: 'csv', title: name, directed: false, nodes: 0, ties: 0 },
    ...{ attributes: [], sample: [], notices: [] },
    problems: problems.slice(0, mostProblems).map(lineOf),
    problemCount: problems.length,
  };
}
