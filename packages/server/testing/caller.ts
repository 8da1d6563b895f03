import JSZip from 'jszip';
import { sql } from 'kysely';
import { asInstallation } from '../database/within.ts';
import { jobsEnded } from '../job/run.ts';
import type { Choice, Document, Route } from './sample.ts';
import { sample } from './sample.ts';
import type { Walled, World } from './world.ts';
import type { z } from 'zod';

export type Called = {
  readonly status: number;
  /** Everything that came back: status text, headers, and the body, unpacked where it is a zip. */
  readonly text: string;
  /** What was sent: an answer may say it back. */
  readonly sent: string;
};

/** How a request is made up: whose ids fill the path, and what the open places of the body hold. */
export type Fill = Choice & { readonly parameter: (name: string) => string };

/** Calls a route with parameters, query and body made up to fit its schema. */
export async function callRoute(
  { house }: World,
  document: z.infer<typeof Document>,
  route: Route,
  { cookie, fill }: { cookie: string | null; fill: Fill },
): Promise<Called> {
  const { schemas } = document.components;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(fill.parameter(name)),
  );
  const query = new URLSearchParams(
    route.parameters
      .filter((each) => each.in === 'query')
      .map(({ name, schema }): [string, string] => [name, queryValue(name, schema, fill, schemas)]),
  );
  const body = bodyOf(route, fill, schemas);
  const address = query.size > 0 ? `${path}?${query.toString()}` : path;
  const answer = await house.call(address, {
    method: route.method,
    ...(cookie !== null && { cookie }),
    headers: {
      ...(body !== null && { 'content-type': body.type }),
      'x-file-name': 'made-up.txt',
    },
    ...(body !== null && { body: body.text }),
  });
  // A job that a request began would otherwise write while the next one is looked at.
  await jobsEnded(house.database);
  const headers = [...answer.headers].map((each) => each.join(': ')).join('\n');
  return {
    status: answer.status,
    text: `${answer.statusText}\n${headers}\n${await readable(answer)}`,
    sent: `${address}\n${body?.text ?? ''}`,
  };
}

function queryValue(
  name: string,
  schema: Record<string, unknown>,
  fill: Fill,
  schemas: Record<string, Record<string, unknown>>,
): string {
  if (name === 'limit') return '50';
  if (name === 'before') return '1000000';
  if (name === 'profile') return 'starter';
  if (['from', 'to', 'measure', 'parent', 'person', 'with'].includes(name))
    return fill.parameter(name);
  return String(sample(schema, schemas, fill));
}

function bodyOf(
  { requestBody, method, path }: Route,
  fill: Fill,
  schemas: Record<string, Record<string, unknown>>,
): { readonly type: string; readonly text: string } | null {
  const json = requestBody?.content['application/json'];
  if (json !== undefined)
    return { type: 'application/json', text: JSON.stringify(sample(json.schema, schemas, fill)) };
  const takesFile = requestBody !== undefined || path.endsWith('/files');
  return method === 'POST' && takesFile
    ? { type: 'application/octet-stream', text: fill.text() }
    : null;
}

async function readable(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const plain = new TextDecoder().decode(bytes);
  if (!plain.startsWith('PK')) return plain;
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
  return parts.join('\n');
}

/** A digest of every row that each partnership has, audit aside: equal before and after means untouched. */
export async function digests({
  house,
  partnerships,
}: World): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'partnership_id'
      and table_name <> 'audit_entry' order by table_name`.execute(house.database);
  const each = sql.join(
    tables.map(
      ({ name }) => sql`select partnership_id, ${sql.lit(name)} || t::text as line
        from ${sql.table(name)} t where partnership_id is not null`,
    ),
    sql` union all `,
  );
  const { rows } = await asInstallation(house.database, (tx) =>
    sql<{ id: string; digest: string }>`select p.id,
      md5(p::text || coalesce((select string_agg(line, '|' order by line)
        from (${each}) a where a.partnership_id = p.id), '')) as digest
      from partnership p`.execute(tx),
  );
  const known = new Set(partnerships.map(({ id }) => id));
  return new Map(rows.filter(({ id }) => known.has(id)).map(({ id, digest }) => [id, digest]));
}

/** Secrets that came back without having been sent. */
export function leaked(
  { text, sent }: Pick<Called, 'text' | 'sent'>,
  secrets: readonly string[],
): readonly string[] {
  return secrets.filter((each) => text.includes(each) && !sent.includes(each));
}

/** What must never reach somebody outside: a partnership's marker, its ids, and those of its records. */
export function secretsOf({ id, marker, ids }: Walled): readonly string[] {
  return [marker, id, ...Object.values(ids).flat()];
}
