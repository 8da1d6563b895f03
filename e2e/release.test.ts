import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { records } from '@freehold/core/table';
import { smallRelease } from '../packages/server/testing/release.ts';
import { axeFaults } from './axe.ts';
import { chromiumPath, enterExample, openPage, stage, type Stage } from './stage.ts';

const hostile =
  '</script><script>globalThis.taken = 1</script><img src=x onerror="globalThis.taken=1">';

describe.skipIf(chromiumPath === null)(
  'a published release, in Chromium (skipped without one)',
  () => {
    let on: Stage;
    let context: BrowserContext;
    let page: Page;
    let home: string;
    let folder: string;
    const faults: string[] = [];

    beforeAll(async () => {
      on = await stage();
      folder = await mkdtemp(join(tmpdir(), 'freehold-release-'));
      context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
      page = await openPage(context, faults);
      home = await enterExample(page, on);
    });
    afterAll(async () => {
      await on.close();
      await rm(folder, { recursive: true, force: true });
    });

    const byName = (name: string) => page.getByRole('link', { name: new RegExp(name) }).first();
    /** A file of the release that is shown, as it is downloaded. */
    const fileOf = async (name: string): Promise<string> => {
      const id = page.url().split('/').at(-1) ?? '';
      const address = home.replace('/p/', '/api/partnerships/');
      return (await page.request.get(`${address}/releases/${id}/files/${name}`)).text();
    };
    const lookedInto = async (): Promise<Page> => {
      const opens = context.waitForEvent('page');
      await page.getByRole('link', { name: /^Look into it/ }).click();
      const opened = await opens;
      await opened.getByRole('heading', { level: 1 }).waitFor();
      return opened;
    };

    test('one is published, listed, and shown with its promise, its counts and its ledger', async () => {
      const answer = await page.evaluate(
        async ([address = '', body = '']) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch(address, { method: 'POST', headers, body })).status;
        },
        [
          `${home.replace('/p/', '/api/partnerships/')}/releases`,
          JSON.stringify(smallRelease(hostile)),
        ],
      );
      expect(answer).toBe(200);
      await page.goto(`${home}/release/published`);
      await page
        .getByRole('heading', { name: /^3 releases are published; the newest stands for 20 to 24/ })
        .waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'release' }).filter({ hasText: '</script>' }).click();
      await page.getByRole('heading', { name: 'Released counts' }).waitFor();
      await page.getByText('5 of 5 released combinations').waitFor();
      await page
        .getByText(/ε 0\.\d\d of 2\.00/)
        .first()
        .waitFor();
      expect(await axeFaults(page)).toEqual([]);
    });

    test('looking into it runs nothing of what a value says, and reaches neither us nor anybody', async () => {
      const explorer = await lookedInto();
      await explorer.getByRole('button', { name: /north/ }).click();
      expect(await explorer.getByRole('status').first().textContent()).toContain(
        '10 (10 to 14) with',
      );
      const reached = await explorer.evaluate(async () => {
        const cookie = (() => {
          try {
            return document.cookie;
          } catch {
            return 'refused';
          }
        })();
        const asked = await fetch('/api/session').then(
          () => 'answered',
          () => 'refused',
        );
        return { cookie, asked, taken: 'taken' in globalThis };
      });
      expect(reached).toEqual({ cookie: 'refused', asked: 'refused', taken: false });
      await explorer.close();
    });

    test('its figures are those of its files, by mouse and by keyboard', async () => {
      await page.goto(`${home}/release/published`);
      await byName('by k-anonymity').click();
      await page.getByRole('heading', { name: 'Take it with you' }).waitFor();
      const counts = records(await fileOf('counts.csv')).records;
      const made = records(await fileOf('synthetic.csv')).records;
      const explorer = await lookedInto();
      const says = () => explorer.getByRole('status').first().textContent();

      await explorer.getByRole('button', { name: /^criminal/ }).click();
      const young = explorer.getByRole('button', { name: /^under 18/ });
      await young.focus();
      await explorer.keyboard.press('Enter');
      expect(await young.getAttribute('aria-pressed')).toBe('true');
      expect(await young.evaluate((button) => document.activeElement === button)).toBe(true);
      const pair = counts.find(
        ({ cells }) => cells.combination === 'age=under 18 & exploitation=criminal',
      );
      expect(await says()).toMatch(new RegExp(`^${String(pair?.cells.count)} \\(`));

      await explorer.getByRole('button', { name: /^British/ }).click();
      await explorer.getByRole('button', { name: /^man\b/ }).click();
      const four = made.filter(
        ({ cells }) =>
          cells.exploitation === 'criminal' &&
          cells.age === 'under 18' &&
          cells.citizenship === 'British' &&
          cells.gender === 'man',
      ).length;
      expect(four).toBeGreaterThan(9);
      expect(await says()).toBe(
        `≈ ${four} with exploitation criminal; age under 18; citizenship British; gender man`,
      );
      expect(await axeFaults(explorer)).toEqual([]);
      await explorer.close();
    });

    test('its map tells released counts, and a place on it narrows down by keyboard', async () => {
      await page.goto(`${home}/release/published`);
      await byName('by k-anonymity').click();
      await page.getByRole('heading', { name: 'Take it with you' }).waitFor();
      const counts = records(await fileOf('counts.csv')).records;
      const explorer = await lookedInto();
      const docks = counts.find(({ cells }) => cells.combination === 'found in=Harbourside: Docks');
      const map = explorer.getByRole('group', { name: /has most on the map/ });
      const place = map.getByRole('button', {
        name: `Harbourside: Docks: ${String(docks?.cells.count)}, between`,
      });
      await place.focus();
      await explorer.keyboard.press('Enter');
      expect(await place.getAttribute('aria-pressed')).toBe('true');
      expect(await explorer.getByRole('status').first().textContent()).toMatch(
        new RegExp(`^${String(docks?.cells.count)} \\(.*with found in Harbourside: Docks$`),
      );
      expect(await axeFaults(explorer)).toEqual([]);
      await explorer.close();
    });

    test('as a file on a disk it works without any network, on a phone too', async () => {
      await page.goto(`${home}/release/published`);
      await byName('with noise').click();
      await page.getByRole('heading', { name: 'Take it with you' }).waitFor();
      const file = join(folder, 'explorer.html');
      await writeFile(file, await fileOf('explorer.html'));
      const away = await on.browser.newContext({
        viewport: { width: 390, height: 800 },
        colorScheme: 'dark',
      });
      await away.setOffline(true);
      const alone = await openPage(away, faults);
      await alone.goto(pathToFileURL(file).href);
      await alone.getByRole('button', { name: /^labour/ }).click();
      expect(await alone.getByRole('status').first().textContent()).toMatch(
        /^\d+ \(\d+ to \d+\) with exploitation labour$/,
      );
      await alone.getByRole('region', { name: /^The ledger/ }).waitFor();
      expect(await alone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await axeFaults(alone)).toEqual([]);
      await away.close();
      expect(faults).toEqual([]);
    });
  },
);
