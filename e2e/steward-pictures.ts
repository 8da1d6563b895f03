// Makes the pictures of the data steward's guide anew, from made-up records: node e2e/steward-pictures.ts
// The web app must have been built (npm run build), and a Chromium be there (CHROMIUM_PATH).

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { start } from '@freehold/server';
import { freePort } from '../packages/server/testing/homes.ts';
import { studioSteps } from './studio-steps.ts';

const pictures = fileURLToPath(new URL('../docs/pictures/steward/', import.meta.url));
const pages = fileURLToPath(new URL(process.argv[2] ?? '../packages/web/dist', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'freehold-pictures-'));
const port = await freePort();
const address = `http://localhost:${port}`;
const home = { kind: 'pglite', folder: join(folder, 'database') } as const;
const config = {
  home,
  folder,
  host: '127.0.0.1',
  port,
  address,
  example: true,
  behindProxy: false,
};
const running = await start(config, pages);
if (!running.ok) throw new Error(JSON.stringify(running.problems));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await mkdir(pictures, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1100, height: 820 } });
  await throughTheStudio(await context.newPage());
} finally {
  await browser.close();
  await running.value.stop();
  await rm(folder, { recursive: true, force: true });
}

async function throughTheStudio(page: Page): Promise<void> {
  const steps = studioSteps(page);
  await page.goto(`${address}/sign-in`);
  await steps.button('Look around the example').click();
  await page.getByRole('heading', { name: /Welcome/ }).waitFor();
  await page.locator('a[href^="/p/"]').first().click();
  await page.getByRole('link', { name: 'Release', exact: true }).click();
  await steps.button('Try it with made-up records').click();
  await page.getByRole('heading', { name: /The codebook/ }).waitFor();
  await taken(page, 'prepare', page.getByRole('heading', { name: /The codebook/ }));
  await steps.button('Read the records').click();
  await steps.assess();
  await taken(page, 'assess', page.getByText('Stand out', { exact: true }));
  await steps.next('Release');
  await steps.make();
  await taken(page, 'release', page.getByText('What is promised', { exact: true }));
  await steps.next('Check');
  await taken(page, 'check', page.getByRole('heading', { name: 'What is promised' }));
  await steps.sign();
  await steps.together('Made-up records, 2022 to 2025');
  await taken(page, 'publish', page.getByRole('heading', { name: 'The files', exact: true }));
}

/** The page from this part on, below the head that stays on top. */
async function taken(page: Page, name: string, from: ReturnType<Page['getByText']>): Promise<void> {
  await from.evaluate((part) => {
    const { top } = part.getBoundingClientRect();
    scrollBy({ top: top - 110, behavior: 'instant' });
  });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}
