import { z } from 'zod';

/** Where a data set comes from, and under which terms. Dates are ISO days. */
export const DataSource = z.strictObject({
  title: z.string().trim().min(1).max(300),
  publisher: z.string().trim().max(200),
  edition: z.string().trim().max(100),
  licence: z.string().trim().max(200),
  url: z.string().trim().max(1000),
  retrievedOn: z.iso.date().nullable(),
});
export type DataSource = z.infer<typeof DataSource>;

/** One line that names a source: "Title, publisher, edition". Empty parts leave no comma behind. */
export function citation(source: Pick<DataSource, 'title' | 'publisher' | 'edition'>): string {
  return [source.title, source.publisher, source.edition].filter((part) => part !== '').join(', ');
}
