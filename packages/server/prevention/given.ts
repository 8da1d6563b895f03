import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { Cell } from '@freehold/core/framework';
import { csvText } from '@freehold/core/table';
import { writeWorkbook } from '../framework/index.ts';
import { answers } from '../http/problem.ts';

/** The three ways to have a table. */
export const TableFormat = z.enum(['csv', 'xlsx', 'json']);
export type TableFormat = z.infer<typeof TableFormat>;

const types: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

export const tableAnswers = {
  ...answers(z.object({}), 'Not used'),
  200: {
    description: 'The file, for saving',
    content: Object.fromEntries(
      Object.values(types).map((type) => [type.split(';')[0] ?? type, { schema: z.string() }]),
    ),
  },
};

/** Gives a table away as a file: cells for spreadsheets, the records themselves as JSON. */
export async function give(
  c: Context,
  {
    name,
    rows,
    json,
  }: {
    readonly name: string;
    readonly rows: readonly (readonly Cell[])[];
    readonly json: unknown;
  },
  format: TableFormat,
) {
  const content = {
    // The byte order mark tells spreadsheets that accents are in UTF-8.
    csv: async () => `\uFEFF${csvText(rows)}`,
    xlsx: () => writeWorkbook([{ name, rows }]),
    json: async () => `${JSON.stringify(json, null, 2)}\n`,
  }[format];
  return c.body(await content(), 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
    'cache-control': 'no-store',
  });
}
