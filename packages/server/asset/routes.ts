import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { AssetKind } from '@freehold/core/review';
import { within } from '../database/within.ts';
import { marks, newMarks } from '../framework/marks.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { partnerOnly } from '../session/guard.ts';
import { addAsset, assetsOf, assetToChange, changeAsset, type KeptAsset } from './store.ts';

const fields = {
  name: z.string().trim().min(1).max(200),
  kind: AssetKind,
  topics: z
    .array(z.string().trim().min(1).max(40))
    .max(60)
    .overwrite((topics) => [...new Set(topics)]),
  capacity: z.string().trim().max(500),
  accessRoute: z.string().trim().max(500),
  owner: z.string().trim().max(200),
  lastConfirmed: z.iso.date().nullable(),
  consentToList: z.boolean(),
  used: z.boolean(),
  note: z.string().trim().max(2000),
};

export const NewAsset = z
  .strictObject({
    ...fields,
    ...newMarks,
  })
  .openapi('NewAsset');
export const AssetChange = z
  .strictObject({ ...fields, ...marks, removed: z.boolean() })
  .partial()
  .openapi('AssetChange');
export const Asset = z
  .object({
    id: z.string(),
    place: z.string(),
    ...fields,
    ...marks,
    removed: z.boolean(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Asset');

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const atAsset = partnership.extend({ asset: Id });
const tags = ['Assets'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/assets',
      summary: 'What a place can build on',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(z.object({ assets: z.array(Asset) }), 'The assets by name'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/assets',
      summary: 'Add an asset',
      tags,
      middleware,
      request: { params: atPlace, ...jsonBody(NewAsset) },
      responses: answers(Asset, 'The asset'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/assets/{asset}',
      summary: 'Change an asset, remove it, or bring it back',
      tags,
      middleware,
      request: { params: atAsset, ...jsonBody(AssetChange) },
      responses: answers(Asset, 'The asset as it is now'),
    }),
  };
}

export function assetRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { place } = c.req.valid('param');
      const assets = await within(house.database, c.get('partner'), async (tx) =>
        (await knownPlace(tx, place)) ? assetsOf(tx, place) : null,
      );
      if (assets === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ assets: assets.map(shown) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const asset = c.req.valid('json');
      const added = await within(house.database, partner, async (tx) =>
        (await knownPlace(tx, place))
          ? addAsset(tx, { partnership: partner.partnership, place }, asset)
          : null,
      );
      if (added === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shown(added), 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { asset } = c.req.valid('param');
      const change = c.req.valid('json');
      const changed = await within(house.database, partner, async (tx) => {
        const before = await assetToChange(tx, asset);
        if (before === null) return null;
        return changeAsset(tx, asset, { ...before, ...sent(change) }, house.ports.clock.now());
      });
      if (changed === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shown(changed), 200);
    });
}

function shown({ topics, madeAt, changedAt, ...asset }: KeptAsset): z.infer<typeof Asset> {
  return {
    ...asset,
    topics: [...topics],
    madeAt: madeAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
