import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyPath } from './addresses.ts';
import { axeFaults } from './axe.ts';
import { watchBlocked } from './blocked.ts';
import { settling } from './settled.ts';
import { chromiumPath, enterExample, openPage, stage, type Stage } from './stage.ts';

const looks = [
  ['wide and light', { width: 1280, height: 900 }, 'light'],
  ['narrow and dark', { width: 390, height: 900 }, 'dark'],
] as const;
type Look = (typeof looks)[number];

describe.skipIf(chromiumPath === null)(
  'every page of the example (skipped without a Chromium)',
  () => {
    let on: Stage;
    const faults: string[] = [];
    beforeAll(async () => {
      on = await stage();
    });
    afterAll(() => on.close());

    // Two at once, so that one is loaded while the other is looked at; one is loaded wide first, the other narrow first.
    test.concurrent.each([
      [0, looks],
      [1, looks.toReversed()],
    ] as const)(
      'half %s, wide and narrow, light and dark: no accessibility fault, nothing wider than the screen, no error',
      async (half, inTurn) => {
        const [[, viewport] = looks[0]] = inTurn;
        const context = await on.browser.newContext({ viewport });
        const page = await openPage(context, faults);
        watchBlocked(page, faults);
        await enterExample(page, on);
        const settled = settling(page);
        const found: unknown[] = [];
        for (const [at, path] of (await everyPath(page, on)).entries()) {
          if (at % 2 !== half) continue;
          await show(page, inTurn[0]);
          await page.goto(`${on.address}${path}`);
          for (const look of inTurn) {
            await show(page, look);
            await settled();
            found.push(...(await wrong(page)).map((each) => [path, look[0], ...each]));
          }
        }
        expect(found).toEqual([]);
        expect(faults).toEqual([]);
        await context.close();
      },
      600_000,
    );
  },
);

async function show(page: Page, [, viewport, colorScheme]: Look = looks[0]): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
}

async function wrong(page: Page): Promise<readonly (readonly unknown[])[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await axeFaults(page)), ...(over > 1 ? [['wider than the screen', over]] : [])];
}
