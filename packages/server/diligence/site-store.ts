import { z } from 'zod';
import { placer, type Area, type Placed, type SiteFields } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';

const Position = z
  .tuple([z.number(), z.number()])
  .rest(z.number())
  .transform(([x, y]) => [x, y] as const);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
]);

/**
 * Makes the question where a site lies, from the places that the asker sees. Their boundaries are read only where
 * some site has a point. One or two statements.
 */
export async function placerFor(
  tx: Work,
  sites: readonly Pick<SiteFields, 'longitude' | 'latitude'>[],
): Promise<(site: SiteFields) => Placed> {
  const places = await tx.selectFrom('place').select(['id', 'code']).execute();
  const pointed = sites.some(({ longitude, latitude }) => longitude !== null && latitude !== null);
  const outlines = pointed
    ? await tx.selectFrom('place_boundary').select(['place_id', 'geometry']).execute()
    : [];
  const boundaries = new Map(
    outlines.map(({ place_id: id, geometry }) => [id, Geometry.safeParse(geometry).data ?? null]),
  );
  return placer(
    places.map(({ id, code }): Area => ({ id, code, boundary: boundaries.get(id) ?? null })),
  );
}

/** What a site's columns hold. */
export function writtenSite({ placeCode, ...fields }: SiteFields, placed: Placed) {
  return {
    ...fields,
    place_code: placeCode,
    place_id: placed.place,
    placed_by: placed.place === null ? null : placed.by,
    unplaced: placed.place === null ? placed.because : '',
  };
}

export async function addSite(
  tx: Work,
  { partnership, at }: Hand,
  supplier: string,
  fields: SiteFields,
): Promise<string> {
  const place = await placerFor(tx, [fields]);
  const { id } = await tx
    .insertInto('supplier_site')
    .values({
      ...{ partnership_id: partnership, supplier_id: supplier, made_at: at, changed_at: at },
      ...writtenSite(fields, place(fields)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes a site of a supplier and looks again where it lies; false where there is none. */
export async function changeSite(
  tx: Work,
  site: string,
  fields: SiteFields,
  at: Date,
): Promise<boolean> {
  const place = await placerFor(tx, [fields]);
  const { numUpdatedRows } = await tx
    .updateTable('supplier_site')
    .set({ ...writtenSite(fields, place(fields)), changed_at: at })
    .where('id', '=', site)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function removeSite(tx: Work, site: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('supplier_site')
    .where('id', '=', site)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
