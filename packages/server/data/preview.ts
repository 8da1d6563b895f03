import type { Readable } from 'node:stream';
import { z } from 'zod';
import { asGeoJson } from '@freehold/core/data';
import type { Problem } from '@freehold/core/problem';
import { lineOf } from '../http/problem.ts';
import { jsonIn } from './boundary-import.ts';
import { decoded, encodingOf, type Encoding } from './decode.ts';
import type { Preview } from './shapes.ts';
import { headOf } from './table-file.ts';

const rowsShown = 20;
const longestCell = 300;

/** The first rows of a file: of a table its cells, of GeoJSON or TopoJSON the properties of its features. */
export async function previewOf(open: () => Readable): Promise<z.infer<typeof Preview>> {
  const { encoding, json } = await beginning(open);
  if (json) return featuresIn(open, encoding);
  const { delimiter, columns, rows, problems } = await headOf(open, rowsShown);
  return shown({ form: 'table', encoding, delimiter, columns, rows, problems });
}

const bytesLookedAt = 1024 * 1024;

/** A file whose first character opens an object is taken for JSON: no table of ours begins so. */
async function beginning(open: () => Readable): Promise<{ encoding: Encoding; json: boolean }> {
  const encoding = await encodingOf(open, { most: bytesLookedAt });
  const source = open();
  try {
    for await (const { text } of decoded(source, encoding)) {
      const first = text.trimStart()[0];
      if (first !== undefined) return { encoding, json: first === '{' };
    }
    return { encoding, json: false };
  } finally {
    source.destroy();
  }
}

const Features = z.looseObject({
  features: z.array(z.looseObject({ properties: z.record(z.string(), z.unknown()).nullish() })),
});

async function featuresIn(
  open: () => Readable,
  encoding: Encoding,
): Promise<z.infer<typeof Preview>> {
  const document = await jsonIn(open);
  const read = document.ok ? Features.safeParse(asGeoJson(document.value)) : null;
  const problems = document.ok
    ? read?.success === true
      ? []
      : [{ code: 'not-geojson' }]
    : document.problems;
  const properties = (read?.data?.features ?? [])
    .slice(0, rowsShown)
    .map((each) => each.properties);
  const columns = [...new Set(properties.flatMap((each) => Object.keys(each ?? {})))];
  const rows = properties.map((each) => columns.map((name) => said(each?.[name])));
  return shown({ form: 'geojson', encoding, delimiter: null, columns, rows, problems });
}

function said(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

function shown({
  rows,
  problems,
  columns,
  ...rest
}: Pick<z.infer<typeof Preview>, 'form' | 'encoding' | 'delimiter'> & {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}): z.infer<typeof Preview> {
  return {
    ...rest,
    columns: columns.map(shortened),
    rows: rows.map((row) => row.map(shortened)),
    problems: problems.map(lineOf),
  };
}

function shortened(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell).toWellFormed()}…` : text;
}
