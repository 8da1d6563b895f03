import { sql } from 'kysely';
import { z } from 'zod';
import { Id } from '@freehold/core/id';
import type { PlaceType } from '@freehold/core/place';
import type { Work } from '../database/within.ts';

const Positions = z.array(z.tuple([z.number(), z.number()]));

/** GeoJSON in degrees of WGS 84; outer rings turn anticlockwise. */
export const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Positions) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Positions)) }),
]);
export type Geometry = z.infer<typeof Geometry>;

export const BoundaryCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ id: Id, name: z.string(), code: z.string().nullable() }),
      geometry: Geometry,
    }),
  ),
});
export type BoundaryCollection = z.infer<typeof BoundaryCollection>;

export async function boundaryOf(tx: Work, place: string): Promise<Geometry | null> {
  const row = await tx
    .selectFrom('place_boundary')
    .where('place_id', '=', place)
    .select('geometry')
    .executeTakeFirst();
  return row === undefined ? null : Geometry.parse(row.geometry);
}

const mostFeatures = 1_000;

/** The boundaries of all places of a type, or of those that lie in one parent; by name, a thousand at most. */
export async function boundariesFor(
  tx: Work,
  { type, parent }: { readonly type: PlaceType; readonly parent: string | null },
): Promise<BoundaryCollection> {
  const inside =
    parent === null
      ? sql`true`
      : sql`exists (select from place_parent pp
          where pp.child_id = p.id and pp.parent_id = ${parent})`;
  const { rows } = await sql`
    select 'Feature' as type, jsonb_build_object('id', p.id, 'name', p.name, 'code', p.code)
      as properties, b.geometry
    from place_boundary b join place p on p.id = b.place_id
    where p.type = ${type} and ${inside} order by p.name, p.id limit ${mostFeatures}`.execute(tx);
  return BoundaryCollection.parse({ type: 'FeatureCollection', features: rows });
}
