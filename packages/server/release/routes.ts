import { createRoute, z } from '@hono/zod-openapi';
import { mayPublishReleases } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { checkedApart } from './check-apart.ts';
import { sentFile, shownPage } from './served.ts';
import {
  listed,
  NewRelease,
  Release,
  ReleaseFile,
  ReleaseListed,
  shown,
  Withdrawal,
} from './shapes.ts';
import { addRelease, fileOf, filesOf, releaseOf, releasesOf, withdraw } from './store.ts';

function declared(house: House) {
  const shared = { tags: ['Releases'], middleware: partnerOnly(house) };
  const params = z.object({ partnership: z.string() });
  const atRelease = params.extend({ release: Id });
  const path = '/partnerships/{partnership}/releases' as const;
  return {
    list: createRoute({
      method: 'get',
      ...{ path, ...shared },
      summary: 'Releases of protected records, withdrawn ones too',
      request: { params },
      responses: answers(
        z.object({ mayPublish: z.boolean(), releases: z.array(ReleaseListed) }),
        'The newest first',
      ),
    }),
    publish: createRoute({
      method: 'post',
      ...{ path, ...shared },
      summary: 'Publish a release: protected files only, checked against their manifest',
      description:
        'What does not hold together is refused with every problem. The notice and the page to look into it are ' +
        'written here.',
      request: { params, ...jsonBody(NewRelease) },
      responses: answers(z.object({ id: z.string() }), 'The release'),
    }),
    one: createRoute({
      method: 'get',
      path: `${path}/{release}`,
      ...shared,
      summary: 'One release with its notice, its files and its ledger',
      request: { params: atRelease },
      responses: answers(Release.extend({ mayPublish: z.boolean() }), 'The release'),
    }),
    file: createRoute({
      method: 'get',
      path: `${path}/{release}/files/{releaseFile}`,
      ...shared,
      summary: 'A file of a release as a download',
      request: { params: atRelease.extend({ releaseFile: ReleaseFile }) },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: {
          description: 'The file',
          content: {
            'text/csv': { schema: z.string() },
            'text/html': { schema: z.string() },
            'text/markdown': { schema: z.string() },
          },
        },
      },
    }),
    page: createRoute({
      method: 'get',
      path: `${path}/{release}/explorer`,
      ...shared,
      summary: 'A release’s page, to look into it; it runs in a sandbox',
      request: { params: atRelease },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: { description: 'The page', content: { 'text/html': { schema: z.string() } } },
      },
    }),
    withdraw: createRoute({
      method: 'put',
      path: `${path}/{release}/withdrawn`,
      ...shared,
      summary: 'Withdraw a release with a reason, or take that back',
      request: { params: atRelease, ...jsonBody(Withdrawal) },
      responses: answers(z.object({ withdrawn: z.boolean() }), 'As it is now'),
    }),
  };
}

/** Releases of records as published data sets: kept with their ledger, looked into, withdrawn. */
export function releaseRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      const releases = await within(house.database, partner, releasesOf);
      const mayPublish = mayPublishReleases(partner.role);
      return c.json({ mayPublish, releases: releases.map(listed) }, 200);
    })
    .openapi(route.publish, async (c) => {
      const partner = c.get('partner');
      if (!mayPublishReleases(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const sent = c.req.valid('json');
      const told = await checkedApart(sent);
      if (!told.ok) return refuse(c, 422, told.problems);
      const { title, purpose, files, ledger } = sent;
      const { partnership, name: byName } = partner;
      const about = { partnership, title, purpose, byName, at: clock.now(), ledger };
      const id = await within(house.database, partner, (tx) =>
        addRelease(tx, { ...about, bundle: { ...files, ...told.value } }),
      );
      if (id === null) return refuse(c, 409, [problem('release-there')]);
      return c.json({ id }, 200);
    })
    .openapi(route.one, async (c) => {
      const partner = c.get('partner');
      const { release } = c.req.valid('param');
      const page = await within(house.database, partner, async (tx) => {
        const kept = await releaseOf(tx, release);
        return kept === null ? null : shown(kept, await filesOf(tx, release));
      });
      if (page === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ ...page, mayPublish: mayPublishReleases(partner.role) }, 200);
    })
    .openapi(route.file, async (c) => {
      const { release, releaseFile } = c.req.valid('param');
      const file = await within(house.database, c.get('partner'), (tx) =>
        fileOf(tx, release, releaseFile),
      );
      if (file === null) return refuse(c, 404, [problem('not-found')]);
      if (file.withdrawnAt !== null) return refuse(c, 409, [problem('release-withdrawn')]);
      return sentFile(c, releaseFile, file.content);
    })
    .openapi(route.page, async (c) => {
      const { release } = c.req.valid('param');
      const file = await within(house.database, c.get('partner'), (tx) =>
        fileOf(tx, release, 'explorer.html'),
      );
      if (file === null) return refuse(c, 404, [problem('not-found')]);
      if (file.withdrawnAt !== null) return refuse(c, 409, [problem('release-withdrawn')]);
      return shownPage(c, file.content);
    })
    .openapi(route.withdraw, async (c) => {
      const partner = c.get('partner');
      if (!mayPublishReleases(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { withdrawn, because } = c.req.valid('json');
      if (withdrawn && because === '')
        return refuse(c, 422, [problem('reason-needed', undefined, { path: 'because' })]);
      const how = withdrawn ? { at: clock.now(), because } : { at: null, because: '' };
      const done = await within(house.database, partner, (tx) =>
        withdraw(tx, c.req.valid('param').release, how),
      );
      return done ? c.json({ withdrawn }, 200) : refuse(c, 404, [problem('not-found')]);
    });
}
