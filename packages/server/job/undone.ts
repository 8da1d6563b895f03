import { z } from '@hono/zod-openapi';

/**
 * What taking an import back does to one table's rows: those it brought go (`removed`), those it wrote over become
 * what they were (`restored`), those that another import wrote over since stay as that one left them (`later`), and
 * those that something else rests on stay too (`held`).
 */
export const UndonePart = z
  .object({
    what: z.enum([
      'observation',
      'place_parent',
      'place_population',
      'place_boundary',
      'data_set',
      'measure',
      'place',
    ]),
    removed: z.number(),
    restored: z.number(),
    later: z.number(),
    held: z.number(),
  })
  .openapi('UndonePart');
export type UndonePart = z.infer<typeof UndonePart>;
