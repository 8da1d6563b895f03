import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from './http/house.ts';

/** Serves the built web application; every path that is no file and no API answers with its shell. */
export function pages(web: OpenAPIHono<Env>, folder: string): void {
  web.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  web.use('*', serveStatic({ root: folder }));
  web.get('*', async (c) => c.html(await readFile(join(folder, 'index.html'), 'utf8')));
}
