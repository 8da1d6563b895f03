import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { answers } from '../http/problem.ts';
import type { Files } from '../ports.ts';
import { mostFileBytes } from './files.ts';
import { fileEnds, fileType, plainName } from './filetype.ts';

export type Received = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
};

/** Takes in an evidence file as it was sent: not empty, not too large, and what its name says it is. */
export async function received(c: Context): Promise<Outcome<Received>> {
  const name = plainName(decoded(c.req.header('x-file-name') ?? ''));
  const content = await wholeBody(c.req.raw.body);
  if (content === null) return refused(problem('too-large', { mostBytes: mostFileBytes }));
  if (content.length === 0) return refused(problem('file-empty'));
  const type = fileType(name, content);
  if (type === null) return refused(problem('file-type', { name, allowed: fileEnds }));
  return fine({ name, type, content });
}

/** Puts the content where files are kept, under a name of ours. */
export function keepContent(files: Files, storedAs: string, content: Uint8Array) {
  return files.keep(storedAs, Readable.from([content]), mostFileBytes);
}

/** The answers of a route that sends a file. */
export const attachment = {
  ...answers(z.object({}), 'Not used'),
  200: {
    description: 'The file, as an attachment',
    content: { 'application/octet-stream': { schema: z.string() } },
  },
};

/** Sends a kept file for saving, never for showing: whatever it holds, it does not run in our pages' name. */
export async function sent(c: Context, files: Files, { name, type, size, storedAs }: Sendable) {
  const content = new Uint8Array(await buffer(files.open(storedAs)));
  return c.body(content, 200, {
    'content-type': type,
    'content-length': String(size),
    'content-disposition': `attachment; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
}

type Sendable = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly storedAs: string;
};

async function wholeBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostFileBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function ascii(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\]/g, '_');
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
}
