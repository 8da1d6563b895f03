import { z } from 'zod';

/** The form of a backup's content. A Freehold reads this one and those before it. */
export const format = 1;

const count = z.int().nonnegative();

/** What a backup says of itself, first thing in it. */
export const Manifest = z.object({
  format: z.int().positive(),
  freehold: z.string(),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had had. */
  migrations: z.array(z.string()).min(1),
  /** In the order in which they can be filled. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      rows: count,
      columns: z.array(z.object({ name: z.string(), type: z.string() })).min(1),
    }),
  ),
  files: z.object({ count, bytes: count }),
});
export type Manifest = z.infer<typeof Manifest>;

/** Names inside the archive. */
export const names = {
  manifest: 'manifest.json',
  secret: 'secret',
  sums: 'SHA256SUMS',
  page: (table: string, page: number) => `tables/${table}/${String(page).padStart(6, '0')}.jsonl`,
  file: (name: string) => `files/${name}`,
} as const;
