import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from './http/house.ts';

/** Serves the built web application; every path that is no file and no API answers with its shell. */
export function pages(web: OpenAPIHono<Env>, folder: string): void {
  web.use('/assets/*', async (c, next) => {
    await next();
    // Their names follow from what they hold. `onFound` would be too late: the answer is made by then.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
  });
  // The build leaves files compressed beside themselves. Answers of the API stay as they are: with secrets and what somebody
  // else wrote in one answer, its length would tell.
  web.use('/assets/*', serveStatic({ root: folder, precompressed: true }));
  web.get('/assets/*', (c) => c.notFound());
  web.use('*', serveStatic({ root: folder }));
  web.get('*', async (c) => c.html(await readFile(join(folder, 'index.html'), 'utf8')));
}
