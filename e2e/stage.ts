import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
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
  const folder = await mkdtemp(join(tmpdir(), 'freehold-e2e-'));
  const pages = await builtPages();
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const running = await start(
    {
      home: { kind: 'pglite', folder: join(folder, 'database') },
      folder,
      host: '127.0.0.1',
      port,
      address,
      example,
      behindProxy: false,
    },
    pages,
  );
  if (!running.ok) throw new Error(JSON.stringify(running.problems));
  const browser = await openBrowser();
  return {
    address,
    signIn: running.value.signIn,
    browser,
    close: () => closeAll(browser, running.value, folder),
  };
}

/** The pages built from the sources, once for all journeys of a run: they follow each other. */
async function builtPages(): Promise<string> {
  const pages = inject('pages');
  if (existsSync(join(pages, 'index.html'))) return pages;
  await build({
    root: fileURLToPath(new URL('../packages/web', import.meta.url)),
    build: { outDir: pages, emptyOutDir: true },
    logLevel: 'error',
  });
  return pages;
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
