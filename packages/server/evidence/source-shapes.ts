import { z } from '@hono/zod-openapi';
import { Reference } from '@freehold/core/evidence';
import { plain } from '../http/plain.ts';
import { Facets, paging } from './page.ts';

/** What sort of publication it is; not known until a person says so. */
export const Sort = z.enum([
  'unknown',
  'peer-reviewed',
  'grey',
  'evaluation',
  'official',
  'testimony',
]);
export type Sort = z.infer<typeof Sort>;

const fields = {
  reference: Reference,
  sort: Sort,
  /** Who brought it: a reviewer's search, or somebody who sent it in. */
  route: z.enum(['reviewer', 'public']),
  licence: z.string().trim().max(300),
  note: z.string().trim().max(5000),
};

export const WrittenSource = plain(z.strictObject(fields)).openapi('WrittenSource');
export type WrittenSource = z.infer<typeof WrittenSource>;

export const ShownSource = z
  .object({
    id: z.string(),
    ...fields,
    addedBy: z.string(),
    addedAt: z.iso.datetime(),
    /** How many studies and arrivals belong to it. */
    studies: z.number(),
    arrivals: z.number(),
  })
  .openapi('ShownSource');

export const SourceQuery = z.object({
  ...paging,
  query: z.string().max(200).default(''),
  type: z.string().max(40).default(''),
  sort: z.union([z.literal(''), Sort]).default(''),
  yearFrom: z.coerce.number().int().optional(),
  yearTo: z.coerce.number().int().optional(),
  by: z.enum(['newest', 'year', 'title']).default('newest'),
});
export type SourceQuery = z.infer<typeof SourceQuery>;

export const SourcePage = z.object({
  sources: z.array(
    ShownSource.omit({ reference: true }).extend({
      ...Reference.pick({ title: true, year: true, container: true, doi: true, type: true }).shape,
      authors: z.string(),
    }),
  ),
  total: z.number(),
  all: z.number(),
  suggestions: z.number(),
  facets: Facets,
});
