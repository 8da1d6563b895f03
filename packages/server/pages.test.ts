import { OpenAPIHono } from '@hono/zod-openapi';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Env } from './http/house.ts';
import { pages } from './pages.ts';

const script = 'console.log("a page")';
let folder: string;
const web = new OpenAPIHono<Env>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freehold-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>Freehold</title>');
  await writeFile(join(folder, 'assets/a.js'), script);
  await writeFile(join(folder, 'assets/a.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'assets/b.js'), script);
  pages(web, folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asked = (path: string, encodings: string) =>
  web.request(path, { headers: { 'accept-encoding': encodings } });

test('what the build compressed is sent so to whoever can read it', async () => {
  const answer = await asked('/assets/a.js', 'gzip, deflate, br');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(script);
});

test('whoever cannot, and a file that was not compressed, get the file as it is', async () => {
  for (const [path, encodings] of [
    ['/assets/a.js', 'identity'],
    ['/assets/b.js', 'gzip, br'],
  ] as const) {
    const answer = await asked(path, encodings);
    expect(answer.headers.get('content-encoding')).toBe(null);
    expect(await answer.text()).toBe(script);
  }
});

test('a path that is no file answers with the shell of the pages, but for a part that is gone', async () => {
  const answer = await asked('/p/some-partnership/people', 'gzip');
  expect(await answer.text()).toBe('<title>Freehold</title>');
  expect(answer.headers.get('cache-control')).toBe(null);
  const gone = await asked('/assets/of-an-older-build.js', 'gzip');
  expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, null]);
});
