import { sql, type RawBuilder } from 'kysely';
import type { Band } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import { keptSupplier, supplierColumns, type KeptSupplier } from './supplier-store.ts';

/** What a list of suppliers is narrowed by; null asks nothing. `place` holds the places within it too. */
export type SupplierFilter = {
  readonly query: string;
  readonly country: string | null;
  readonly product: string | null;
  readonly tier: number | null;
  readonly band: Band | null;
  readonly place: string | null;
  readonly placed: 'no' | null;
};

export const suppliersAPage = 50;

/** One page of suppliers, the most severe first or by name, with how many sites each has. One statement. */
export async function supplierPage(
  tx: Work,
  filter: SupplierFilter,
  {
    page,
    order,
    size = suppliersAPage,
  }: {
    readonly page: number;
    readonly order: 'priority' | 'name';
    readonly size?: number;
  },
): Promise<readonly (KeptSupplier & { readonly sites: number })[]> {
  const rows = await tx
    .selectFrom('supplier')
    .where(fits(filter))
    .select(supplierColumns)
    .select((e) =>
      e
        .selectFrom('supplier_site as s')
        .whereRef('s.supplier_id', '=', 'supplier.id')
        .select((c) => c.cast<number>(c.fn.countAll(), 'integer').as('n'))
        .as('sites'),
    )
    .$if(order === 'priority', (query) =>
      query
        .orderBy('supplier.severity', (by) => by.desc().nullsLast())
        .orderBy('supplier.likelihood', (by) => by.desc().nullsLast()),
    )
    .orderBy('supplier.name_key')
    .orderBy('supplier.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return rows.map(({ sites, ...row }) => ({ ...keptSupplier(row), sites: sites ?? 0 }));
}

export type Facet = { readonly code: string; readonly n: number };
export type Facets = {
  readonly total: number;
  readonly countries: readonly Facet[];
  readonly tiers: readonly Facet[];
  readonly products: readonly Facet[];
  readonly bands: readonly Facet[];
};

/** How many suppliers fit a filter, in all and by each facet. One statement. */
export async function facetsOf(tx: Work, filter: SupplierFilter): Promise<Facets> {
  const { rows } = await sql<{ facet: string; code: string; n: number }>`
    with found as (select supplier.country, supplier.tier, supplier.band, supplier.products
      from supplier where ${fits(filter)})
    select 'total' as facet, '' as code, count(*)::int as n from found
    union all select 'country', country, count(*)::int from found group by country
    union all select 'tier', coalesce(tier::text, ''), count(*)::int from found group by tier
    union all select 'band', band, count(*)::int from found group by band
    union all select 'product', p.code, count(*)::int
      from found, jsonb_array_elements_text(products) as p (code) group by p.code
    order by facet, n desc, code`.execute(tx);
  const of = (facet: string) =>
    rows.filter((row) => row.facet === facet).map(({ code, n }) => ({ code, n }));
  return {
    total: of('total')[0]?.n ?? 0,
    ...{ countries: of('country'), tiers: of('tier'), products: of('product'), bands: of('band') },
  };
}

function fits({ query, country, product, tier, band, place, placed }: SupplierFilter) {
  const sought = `%${query.trim().replace(/[\\%_]/g, (each) => `\\${each}`)}%`;
  const asked: readonly RawBuilder<boolean>[] = [
    sql`supplier.removed_at is null and supplier.merged_into is null`,
    ...(query.trim() === ''
      ? []
      : [sql<boolean>`(supplier.name ilike ${sought} or supplier.company_number ilike ${sought})`]),
    ...(country === null ? [] : [sql<boolean>`supplier.country = ${country}`]),
    ...(product === null
      ? []
      : [sql<boolean>`supplier.products @> ${JSON.stringify([product])}::jsonb`]),
    ...(tier === null ? [] : [sql<boolean>`supplier.tier = ${tier}`]),
    ...(band === null ? [] : [sql<boolean>`supplier.band = ${band}`]),
    ...(place === null ? [] : [liesIn(place)]),
    ...(placed === null
      ? []
      : [
          sql<boolean>`exists (select from supplier_site s where s.supplier_id = supplier.id
            and s.place_id is null)`,
        ]),
  ];
  return sql<boolean>`${sql.join(asked, sql` and `)}`;
}

/** Whether a site lies in a place or in one within it, however far down. */
function liesIn(place: string): RawBuilder<boolean> {
  return sql`exists (with recursive inside (id) as (
      select ${place}::uuid union select pp.child_id from place_parent pp
      join inside on inside.id = pp.parent_id)
    select from supplier_site s join inside on inside.id = s.place_id
    where s.supplier_id = supplier.id)`;
}

/** An area with how many sites and suppliers lie in it. */
export type SupplierArea = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly code: string;
  readonly sites: number;
  readonly suppliers: number;
  readonly high: number;
};

/** Where sites lie, and how many could not be placed and why. Two statements. */
export async function supplierAreas(tx: Work): Promise<{
  readonly areas: readonly SupplierArea[];
  readonly unplaced: readonly { readonly because: string; readonly sites: number }[];
  readonly withoutSite: number;
}> {
  const { rows: areas } = await sql<SupplierArea>`
    select p.id, p.name, p.type, coalesce(p.code, '') as code, count(*)::int as sites,
      count(distinct u.id)::int as suppliers,
      (count(distinct u.id) filter (where u.band = 'high'))::int as high
    from supplier_site s join supplier u on u.id = s.supplier_id join place p on p.id = s.place_id
    where u.removed_at is null and u.merged_into is null
    group by p.id order by suppliers desc, p.name, p.id`.execute(tx);
  const { rows: others } = await sql<{ because: string; sites: number }>`
    select s.unplaced as because, count(*)::int as sites
    from supplier_site s join supplier u on u.id = s.supplier_id
    where s.place_id is null and u.removed_at is null and u.merged_into is null
    group by s.unplaced
    union all select 'no-site', count(*)::int from supplier u
    where u.removed_at is null and u.merged_into is null
      and not exists (select from supplier_site s where s.supplier_id = u.id)
    order by sites desc`.execute(tx);
  return {
    areas,
    unplaced: others.filter(({ because }) => because !== 'no-site'),
    withoutSite: others.find(({ because }) => because === 'no-site')?.sites ?? 0,
  };
}
