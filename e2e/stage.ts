import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { inject } from 'vitest';
import { start, type Running } from '@freehold/server';
import { freePort } from '../packages/server/testing/homes.ts';

/** Where a Chromium was found, or null: browser tests are then skipped. */
export const chromiumPath =
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path !== undefined && existsSync(path)) ?? null;

/** Real data files beside the repository, which are never part of it. */
export const realData = fileURLToPath(new URL('../../shared/data/', import.meta.url));
export const hasRealData = existsSync(join(realData, 'uk'));

export type Stage = {
  readonly address: string;
  readonly signIn: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
};

/** A whole Freehold on a database of its own, with the pages built from the sources, and a browser to use it. */
export async function stage({ example = true } = {}): Promise<Stage> {
  const pages = await madeOnce('pages', buildPages);
  const house = await madeOnce(example ? 'example' : 'empty', (folder) =>
    makeHouse(folder, { example, pages }),
  );
  const folder = await mkdtemp(join(tmpdir(), 'freehold-e2e-'));
  await cp(house, folder, { recursive: true });
  const running = await startIn(folder, { example, pages });
  const browser = await openBrowser();
  return {
    address: running.address,
    signIn: running.signIn,
    browser,
    close: () => closeAll(browser, running, folder),
  };
}

type Kind = { readonly example: boolean; readonly pages: string };

async function startIn(folder: string, { example, pages }: Kind): Promise<Running> {
  const port = await freePort();
  const running = await start(
    {
      home: { kind: 'pglite', folder: join(folder, 'database') },
      folder,
      host: '127.0.0.1',
      port,
      address: `http://localhost:${port}`,
      example,
      behindProxy: false,
    },
    pages,
  );
  if (!running.ok) throw new Error(JSON.stringify(running.problems));
  return running.value;
}

/** A folder that the first journey to need it makes, and the others of the run take as it is. */
async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const there = join(inject('shared'), name);
  if (existsSync(there)) return there;
  const own = `${there}.${crypto.randomUUID()}`;
  await make(own);
  // Two may make it at once; whoever comes second takes the first one's.
  await rename(own, there).catch((error: unknown) => {
    if (!existsSync(there)) throw error;
  });
  return there;
}

async function buildPages(folder: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('../packages/web', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  });
}

/** A house that was started once and stopped: to begin from its copy takes a fifth of the time. */
async function makeHouse(folder: string, kind: Kind): Promise<void> {
  const running = await startIn(folder, kind);
  await running.stop();
}

async function closeAll(browser: Browser, running: Running, folder: string): Promise<void> {
  await browser.close();
  await running.stop();
  await rm(folder, { recursive: true, force: true });
}

function openBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium: skip the test instead');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}

/** A page that fails the test when the browser reports an error of ours. */
export async function openPage(context: BrowserContext, faults: string[]): Promise<Page> {
  const page = await context.newPage();
  // A colour on its way to another has no contrast that means anything.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return page;
}

/** Looks around the example, and gives the address of its partnership. */
export async function enterExample(page: Page, { address }: Stage): Promise<string> {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: 'Look around the example' }).click();
  await page.getByRole('heading', { name: /Welcome/ }).waitFor();
  const session = (await (await page.request.get(`${address}/api/session`)).json()) as {
    partnerships: { id: string }[];
  };
  return `${address}/p/${session.partnerships[0]?.id ?? ''}`;
}
