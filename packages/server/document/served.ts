import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answers } from '../http/problem.ts';

/** The four ways to have a report. */
export const Format = z.enum(['html', 'docx', 'csv', 'json']);
export type Format = z.infer<typeof Format>;

const types: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The answers of a route that gives a report away. */
export const fileAnswers = {
  ...answers(z.object({}), 'Not used'),
  200: {
    description: 'The report; HTML is shown, the others are downloads',
    content: Object.fromEntries(
      Object.values(types).map((type) => [type.split(';')[0] ?? type, { schema: z.string() }]),
    ),
  },
};

/** Answers with a report in one of its formats: HTML is shown, the others are downloads. */
export function serve(
  c: Context,
  file: string | Uint8Array<ArrayBuffer>,
  { format, name }: { readonly format: Format; readonly name: string },
) {
  return c.body(file, 200, {
    'content-type': types[format],
    'content-disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`,
    'cache-control': 'no-store',
    ...(typeof file === 'string' &&
      format === 'html' && { 'content-security-policy': policyOf(file) }),
  });
}

/** The page runs nothing and fetches nothing, whatever stands in it; its one style is known by its hash. */
function policyOf(page: string): string {
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** "harbourside-review-2026-03-02.docx"; letters that a file name may not carry everywhere are left out. */
export function fileName(
  {
    place,
    what,
    madeOn,
  }: { readonly place: string; readonly what: string; readonly madeOn: string },
  format: Format,
): string {
  const name = place
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name === '' ? 'place' : name}-${what}-${madeOn}.${format}`;
}
