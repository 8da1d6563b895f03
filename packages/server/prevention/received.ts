import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from '@hono/zod-openapi';
import { problem, type Outcome } from '@freehold/core/problem';
import type { Records } from '@freehold/core/table';
import { fileName } from '../data/upload.ts';
import { refuse } from '../http/problem.ts';
import { mostTableBytes, readTable } from './table-file.ts';

/** A route whose body is a small table: CSV or XLSX, its name percent-encoded in the header x-file-name. */
export const tableBody = {
  body: {
    required: true,
    content: {
      'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
    },
  },
} as const;

export const tableLimit = bodyLimit({
  maxSize: mostTableBytes,
  onError: (c) => refuse(c, 413, [problem('too-large', { mostBytes: mostTableBytes })]),
});

export function nameOf(c: Context): string {
  return fileName(c.req.header('x-file-name'));
}

export async function tableIn(c: Context): Promise<Outcome<Records>> {
  return readTable(nameOf(c), new Uint8Array(await c.req.arrayBuffer()));
}

/** As many problems as a person reads at once. */
export const mostProblems = 200;
