import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchBlocked } from './blocked.ts';
import { settling } from './settled.ts';
import { chromiumPath, stage, type Stage } from './stage.ts';

// What the browser refuses on the pages of the example is asked of each of them in pages.test.ts.

describe.skipIf(chromiumPath === null)('every page under its own policy, in Chromium', () => {
  let on: Stage;
  let context: BrowserContext;
  let page: Page;
  let settled: () => Promise<void>;
  const blocked: string[] = [];

  beforeAll(async () => {
    on = await stage();
    context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    watchBlocked(page, blocked);
    settled = settling(page);
    await page.goto(on.address);
    await page.request.post(`${on.address}/api/session/example`);
  });
  afterAll(() => on.close());

  const visit = async (path: string) => {
    await page.goto(`${on.address}${path}`);
    await settled();
  };
  const api = async (path: string): Promise<unknown> =>
    (await page.request.get(`${on.address}/api${path}`)).json();

  test('nothing of a report is refused by the browser', async () => {
    const { partnerships } = Session.parse(await api('/session'));
    const { id } = partnerships[0] ?? { id: '' };
    const { reviews } = Reviews.parse(await api(`/partnerships/${id}/reviews`));
    const published = reviews.find(({ state }) => state === 'published')?.id ?? '';
    const report = `/api/partnerships/${id}/reviews/${published}/report?format=html`;
    await visit(report);
    const family = await page.evaluate('getComputedStyle(document.body).maxWidth');
    expect(family).toBe('800px');
    expect(blocked).toEqual([]);
  });

  test('the pages stand alone in their group and can share memory with workers', async () => {
    await visit('/');
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
  });

  test('an inline script, an inline handler and a style attribute that slipped in do nothing', async () => {
    await visit('/');
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend',
        '<img src="data:," onerror="window.ran = true"><p id="slipped" style="color: rgb(1, 2, 3)">x</p>');
    `);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(
      await page.evaluate("getComputedStyle(document.getElementById('slipped')).color"),
    ).not.toBe('rgb(1, 2, 3)');
    blocked.length = 0;
  });

  test('a text is never run as a script, and the counting kernel may be compiled', async () => {
    await visit('/');
    await page.evaluate(`{
      const script = document.createElement('script');
      script.src = URL.createObjectURL(new Blob(['window.ran = true']));
      document.body.append(script);
    }`);
    const empty = 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) && true';
    expect(await page.evaluate(empty)).toBe(true);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    blocked.length = 0;
  });
});

const Session = z.object({
  partnerships: z.array(z.object({ id: z.string() })),
});
const Reviews = z.object({
  reviews: z.array(z.object({ id: z.string(), state: z.string() })),
});
