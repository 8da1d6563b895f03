import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator, type Page } from 'playwright-core';
import { start } from '@freehold/server';
import { freePort } from '../packages/server/testing/homes.ts';

/** What a guide's pictures are taken with: `home` is the address of the example partnership. */
export type Camera = {
  readonly page: Page;
  readonly home: string;
  /** The page from this part on, below the head that stays on top. */
  readonly taken: (name: string, from: Locator) => Promise<void>;
};

/**
 * Goes through a Freehold of its own with the example in it and keeps pictures in a folder of `docs/pictures`. The web app must
 * have been built (npm run build; another folder with its pages may be named), and a Chromium be there (CHROMIUM_PATH).
 */
export async function picturing(
  name: string,
  walk: (camera: Camera) => Promise<void>,
): Promise<void> {
  const pictures = fileURLToPath(new URL(`../docs/pictures/${name}/`, import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'freehold-pictures-'));
  const running = await startedIn(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await mkdir(pictures, { recursive: true });
    const context = await browser.newContext({ viewport: { width: 1100, height: 820 } });
    const page = await context.newPage();
    const home = await entered(page, running.address);
    const taken = async (picture: string, from: Locator) => {
      await from.evaluate((part) => {
        const { top } = part.getBoundingClientRect();
        scrollBy({ top: top - 110, behavior: 'instant' });
      });
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(pictures, `${picture}.png`), animations: 'disabled' });
    };
    await walk({ page, home, taken });
  } finally {
    await browser.close();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startedIn(folder: string) {
  const pages = process.argv[2] ?? fileURLToPath(new URL('../packages/web/dist', import.meta.url));
  const port = await freePort();
  const home = { kind: 'pglite', folder: join(folder, 'database') } as const;
  const address = `http://localhost:${port}`;
  const where = { host: '127.0.0.1', port, address, behindProxy: false };
  const running = await start({ home, folder, ...where, example: true }, pages);
  if (!running.ok) throw new Error(JSON.stringify(running.problems));
  return running.value;
}

async function entered(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: 'Look around the example' }).click();
  await page.getByRole('heading', { name: /Welcome/ }).waitFor();
  const path = await page.locator('a[href^="/p/"]').first().getAttribute('href');
  return `${address}${path ?? ''}`;
}
