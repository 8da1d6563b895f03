import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Band, countryName, productTitle } from '@freehold/core/diligence';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { within, type Work } from '../database/within.ts';
import { handOf } from '../directory/at.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { partnerOnly } from '../session/guard.ts';
import { settingOf } from './setting-store.ts';
import { facetsOf, supplierAreas, supplierPage, suppliersAPage } from './supplier-list.ts';
import {
  fieldsOf,
  NewSupplier,
  shownSite,
  shownSupplier,
  Site,
  Supplier,
  SupplierAreas,
  SupplierChange,
  SupplierPage,
} from './supplier-shapes.ts';
import { addSupplier, changeSupplier, sitesOf, supplierOf } from './supplier-store.ts';

const partnership = z.object({ partnership: z.string() });
const atSupplier = partnership.extend({ supplier: Id });
const tags = ['Suppliers'];
const optional = z.string().max(10).default('');

const Asked = z.object({
  query: z.string().max(200).default(''),
  country: optional,
  product: optional,
  tier: z.union([z.literal(''), z.coerce.number().int().min(1).max(9)]).default(''),
  band: z.union([z.literal(''), Band]).default(''),
  place: z.union([z.literal(''), Id]).default(''),
  placed: z.enum(['', 'no']).default(''),
  order: z.enum(['priority', 'name']).default('priority'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

function declared(house: House) {
  const shared = { tags, middleware: partnerOnly(house) };
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/suppliers',
      summary: 'Suppliers, fifty a page, narrowed by words and facets; the most severe first',
      ...shared,
      request: { params: partnership, query: Asked },
      responses: answers(SupplierPage, 'One page, and how many fit by each facet'),
    }),
    areas: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/supplier-areas',
      summary: 'In whose area suppliers’ sites lie, and what could not be placed',
      ...shared,
      request: { params: partnership },
      responses: answers(SupplierAreas, 'The areas, those with most suppliers first'),
    }),
    one: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/suppliers/{supplier}',
      summary: 'A supplier with its sites',
      ...shared,
      request: { params: atSupplier },
      responses: answers(
        z.object({ supplier: Supplier, sites: z.array(Site) }),
        'The supplier; one that was joined to another says to which',
      ),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/suppliers',
      summary: 'Add a supplier, or an organisation of one’s own',
      ...shared,
      request: { params: partnership, ...jsonBody(NewSupplier) },
      responses: answers(Supplier, 'The supplier, kept and put in order by the rules'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/suppliers/{supplier}',
      summary: 'Change a supplier, take it off the lists, or bring it back',
      ...shared,
      request: { params: atSupplier, ...jsonBody(SupplierChange) },
      responses: answers(Supplier, 'The supplier as it is now'),
    }),
    file: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/suppliers.csv',
      summary: 'Every supplier with its priority, for a spreadsheet',
      ...shared,
      request: { params: partnership },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: {
          description: 'A CSV file, UTF-8 with a byte order mark',
          content: { 'text/csv': { schema: z.string() } },
        },
      },
    }),
  };
}

/** Suppliers: the list, one of them, and where their sites lie. */
export function supplierRoutes(house: House) {
  const route = declared(house);
  return router()
    .openapi(route.list, async (c) => {
      const { page, order, query, placed, ...asked } = c.req.valid('query');
      const filter = {
        ...{ query, placed: placed === '' ? null : placed },
        country: asked.country === '' ? null : asked.country,
        product: asked.product === '' ? null : asked.product,
        tier: asked.tier === '' ? null : asked.tier,
        band: asked.band === '' ? null : asked.band,
        place: asked.place === '' ? null : asked.place,
      };
      const found = await within(house.database, c.get('partner'), async (tx) => ({
        suppliers: (await supplierPage(tx, filter, { page, order })).map(shownSupplier),
        facets: await facetsOf(tx, filter),
      }));
      const { total, countries, tiers, products, bands } = found.facets;
      return c.json(
        {
          ...{ suppliers: found.suppliers, page, total },
          pages: Math.max(1, Math.ceil(total / suppliersAPage)),
          ...{ countries: [...countries], tiers: [...tiers], products: [...products] },
          bands: [...bands],
        },
        200,
      );
    })
    .openapi(route.areas, async (c) => {
      const { areas, unplaced, withoutSite } = await within(
        house.database,
        c.get('partner'),
        supplierAreas,
      );
      return c.json({ areas: [...areas], unplaced: [...unplaced], withoutSite }, 200);
    })
    .openapi(route.one, async (c) => {
      const { supplier } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const one = await supplierOf(tx, supplier);
        return one === null ? null : { one, sites: await sitesOf(tx, supplier) };
      });
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ supplier: shownSupplier(found.one), sites: found.sites.map(shownSite) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const added = await within(house.database, partner, async (tx) => {
        const { setting } = await settingOf(tx);
        return supplierOf(tx, await addSupplier(tx, handOf(house, partner), fields, setting));
      });
      return added === null
        ? refuse(c, 404, [problem('not-found')])
        : c.json(shownSupplier(added), 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { supplier } = c.req.valid('param');
      const change = c.req.valid('json');
      const changed = await within(house.database, partner, async (tx) => {
        const before = await supplierOf(tx, supplier, true);
        if (before === null) return null;
        const { setting } = await settingOf(tx);
        const after = { ...fieldsOf(before), ...sent(change) };
        await changeSupplier(tx, supplier, after, setting, house.ports.clock.now());
        return supplierOf(tx, supplier);
      });
      return changed === null
        ? refuse(c, 404, [problem('not-found')])
        : c.json(shownSupplier(changed), 200);
    })
    .openapi(route.file, async (c) => {
      const text = await within(house.database, c.get('partner'), supplierCsv);
      return c.body(`\uFEFF${text}`, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="suppliers.csv"',
        'cache-control': 'no-store',
      });
    });
}

const everySupplier = {
  ...{ query: '', country: null, product: null, tier: null, band: null, place: null, placed: null },
};
const mostInFile = 100_000;

async function supplierCsv(tx: Work): Promise<string> {
  const suppliers = await supplierPage(tx, everySupplier, {
    ...{ page: 1, order: 'priority', size: mostInFile },
  });
  const rows = suppliers.map((each) => [
    ...[each.name, each.companyNumber, each.country, countryName(each.country), each.tier],
    ...[each.products.join('; '), each.products.map(productTitle).join('; ')],
    ...[each.workers, each.turnover, each.currency, each.sites],
    ...[each.severity, each.likelihood, each.band, each.because.join('; ')],
  ]);
  return csvText([header, ...rows]);
}

const header = [
  ...['name', 'company_number', 'country', 'country_name', 'tier', 'isic', 'products', 'workers'],
  ...['turnover', 'currency', 'sites', 'severity', 'likelihood', 'band', 'rules'],
];
