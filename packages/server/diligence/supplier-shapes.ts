import { z } from '@hono/zod-openapi';
import { Band, SiteFields, SupplierFields } from '@freehold/core/diligence';
import { plain } from '../http/plain.ts';
import type { KeptSite, KeptSupplier } from './supplier-store.ts';

export const NewSupplier = plain(SupplierFields);
/** `removed` true takes it off every list, false brings it back. */
export const SupplierChange = plain(SupplierFields.extend({ removed: z.boolean() }).partial());
export const NewSite = plain(SiteFields);

const standing = {
  severity: z.number().nullable(),
  likelihood: z.number().nullable(),
  band: Band,
  /** Codes of the rules that gave them. */
  because: z.array(z.string()),
  prioritisedAt: z.iso.datetime().nullable(),
};

export const Supplier = z
  .object({
    id: z.string(),
    ...SupplierFields.shape,
    ...standing,
    mergedInto: z.string().nullable(),
    removed: z.boolean(),
    imported: z.boolean(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Supplier');
export const SupplierLine = Supplier.extend({ sites: z.number() }).openapi('SupplierLine');

export const Site = z
  .object({
    id: z.string(),
    supplier: z.string(),
    ...SiteFields.shape,
    place: z.object({ id: z.string(), name: z.string() }).nullable(),
    placedBy: z.enum(['code', 'point', 'postcode']).nullable(),
    /** Why it could not be placed; '' where it was. */
    unplaced: z.string(),
  })
  .openapi('SupplierSite');

const Facet = z.object({ code: z.string(), n: z.number() });
export const SupplierPage = z
  .object({
    suppliers: z.array(SupplierLine),
    page: z.number(),
    pages: z.number(),
    total: z.number(),
    countries: z.array(Facet),
    tiers: z.array(Facet),
    products: z.array(Facet),
    bands: z.array(Facet),
  })
  .openapi('SupplierPage');

export const SupplierAreas = z
  .object({
    areas: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), type: z.string(), code: z.string() },
        ...{ sites: z.number(), suppliers: z.number(), high: z.number() },
      }),
    ),
    unplaced: z.array(z.object({ because: z.string(), sites: z.number() })),
    withoutSite: z.number(),
  })
  .openapi('SupplierAreas');

/** A supplier as it leaves the house. */
export function shownSupplier<S extends KeptSupplier>(supplier: S) {
  const { prioritisedAt, changedAt, products, because, ...rest } = supplier;
  return {
    ...rest,
    products: [...products],
    because: [...because],
    prioritisedAt: prioritisedAt?.toISOString() ?? null,
    changedAt: changedAt.toISOString(),
  };
}

export function shownSite(site: KeptSite): z.infer<typeof Site> {
  return { ...site };
}

/** The fields that a change may change, without what only the house knows. */
export function fieldsOf(supplier: KeptSupplier): SupplierFields & { readonly removed: boolean } {
  const { name, own, companyNumber, country, tier, workers, turnover } = supplier;
  const { currency, products, note, removed } = supplier;
  return {
    ...{ name, own, companyNumber, country, tier, workers, turnover },
    ...{ currency, products, note, removed },
  };
}
