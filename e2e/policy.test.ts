import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, stage, type Stage } from './stage.ts';

describe.skipIf(chromiumPath === null)('every page under its own policy, in Chromium', () => {
  let on: Stage;
  let context: BrowserContext;
  let page: Page;
  const blocked: string[] = [];

  beforeAll(async () => {
    on = await stage();
    context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy|Cross-Origin|COEP|CORP/i.test(message.text()))
        blocked.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(on.address);
    await page.request.post(`${on.address}/api/session/example`);
  });
  afterAll(() => on.close());

  const visit = async (path: string) => {
    const answer = await page.goto(`${on.address}${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    return answer;
  };
  const api = async (path: string): Promise<unknown> =>
    (await page.request.get(`${on.address}/api${path}`)).json();

  test('nothing of ours is refused by the browser, on any page of the example', async () => {
    const { partnerships } = Session.parse(await api('/session'));
    const { id, homePlace } = partnerships[0] ?? { id: '', homePlace: null };
    const { reviews } = Reviews.parse(await api(`/partnerships/${id}/reviews`));
    const published = reviews.find(({ state }) => state === 'published')?.id ?? '';
    const shown = [
      '/',
      '/sign-in',
      '/account',
      '/rate/not-a-token',
      ...[
        '',
        '/places',
        `/places/${homePlace ?? ''}`,
        '/compare',
        '/reviews',
        '/reviews/new',
        `/reviews/${published}`,
        `/reviews/${published}/agreeing`,
        `/reviews/${published}/scores`,
        '/plan',
        '/plan/assets',
        '/plan/priorities',
        '/release',
        '/release/ledger',
        '/release/published',
        '/data',
        '/data/import',
        '/frameworks',
        '/people',
        '/audit',
      ].map((rest) => `/p/${id}${rest}`),
    ];
    for (const path of shown) await visit(path);
    expect(blocked).toEqual([]);

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
  partnerships: z.array(z.object({ id: z.string(), homePlace: z.string().nullable() })),
});
const Reviews = z.object({
  reviews: z.array(z.object({ id: z.string(), state: z.string() })),
});
