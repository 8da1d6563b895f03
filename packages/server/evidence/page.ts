import { z } from '@hono/zod-openapi';

/** Which part of a long list is asked for: pages count from 1. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** One answer that a list can be narrowed by, and how many it holds. */
export const Facet = z.object({ value: z.string(), n: z.number() });
export const Facets = z.record(z.string(), z.array(Facet));

/** Counts values, the commonest first; at most forty, so that a filter stays one that can be read. */
export function facet(values: readonly string[]): z.infer<typeof Facet>[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
    .slice(0, 40);
}
