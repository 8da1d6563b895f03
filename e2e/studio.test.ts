import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import {
  chromiumPath,
  enterExample,
  hasRealData,
  openPage,
  realData,
  stage,
  type Stage,
} from './stage.ts';
import { studioSteps } from './studio-steps.ts';

/** Stands in one record only, so nothing that leaves may hold it. */
const alone = 'Quillonby';
/** Stands in many records, so a release may hold it, and nothing may be sent with it before. */
const common = 'Marrowgate';

function madeUp(): string {
  const rows = Array.from({ length: 400 }, (_, at) =>
    [
      ...[at === 7 ? alone : at % 3 === 0 ? common : 'Ash', at % 2 === 0 ? 'Man' : 'Woman'],
      ...[2020 + (at % 4), at % 5 === 0 ? 'yes' : 'no'],
    ].join(','),
  );
  return ['town,gender,year,police', ...rows].join('\n');
}

describe.skipIf(chromiumPath === null)(
  'the release studio, in Chromium with the network off (skipped without one)',
  () => {
    let on: Stage;
    let context: BrowserContext;
    let page: Page;
    let home: string;
    let folder: string;
    let steps: ReturnType<typeof studioSteps>;
    const faults: string[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      on = await stage();
      folder = await mkdtemp(join(tmpdir(), 'freehold-studio-'));
      // Colours that are on their way from one to the other have no contrast that means anything.
      const still = { reducedMotion: 'reduce' } as const;
      context = await on.browser.newContext({ viewport: { width: 1280, height: 900 }, ...still });
      page = await openPage(context, faults);
      home = await enterExample(page, on);
      steps = studioSteps(page);
    });
    afterAll(async () => {
      await on.close();
      await rm(folder, { recursive: true, force: true });
    });

    const studioOffline = async () => {
      await page.goto(`${home}/release`);
      await steps.button('Try it with made-up records').waitFor();
      await page.waitForLoadState('networkidle');
      await context.setOffline(true);
      // What the studio asks for from here on; a file that is saved is no request to anybody.
      context.on('request', (request) => {
        if (!request.url().startsWith('blob:'))
          asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
      });
    };
    const signedAndTogether = async (title: string) => {
      await steps.next('Check');
      await steps.sign();
      await steps.together(title);
    };
    /** Where a file of the release was saved. */
    const saved = async (name: string): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        steps.button(`Save ${name}`).click(),
      ]);
      const path = join(folder, file.suggestedFilename());
      await file.saveAs(path);
      return path;
    };

    test('made-up records go from file to explorer, and nothing is asked of anybody', async () => {
      await studioOffline();
      expect(await axeFaults(page)).toEqual([]);
      await steps.read({
        name: 'records.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(madeUp()),
      });
      expect(await axeFaults(page)).toEqual([]);
      await steps.assess();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/%.*stand out/);
      expect(await axeFaults(page)).toEqual([]);
      await steps.next('Release');
      await steps.make();
      expect(await axeFaults(page)).toEqual([]);
      await signedAndTogether('Towns, 2020 to 2023');
      expect(await axeFaults(page)).toEqual([]);
      for (const name of ['synthetic.csv', 'counts.csv', 'manifest.json', 'codebook.json']) {
        const text = await readFile(await saved(name), 'utf8');
        expect(text, name).not.toContain(alone);
        if (name !== 'manifest.json') expect(text, name).toContain(common);
      }
      const opened = await context.newPage();
      await opened.goto(pathToFileURL(await saved('explorer.html')).href);
      await opened.getByRole('heading', { level: 1, name: 'Towns, 2020 to 2023' }).waitFor();
      const shown = await opened.locator('body').innerText();
      expect(shown).toContain(common);
      expect(await opened.content()).not.toContain(alone);
      await opened.close();
      expect(asked.filter((each) => !each.startsWith('GET '))).toEqual([]);
      expect(asked.filter((each) => each.includes(alone) || each.includes(common))).toEqual([]);
    });

    test('leaving with a release that was not saved asks first, and the records stay', async () => {
      await page.getByRole('link', { name: 'Release', exact: true }).last().click();
      await steps.button('Make another release').click();
      await page.getByRole('radio', { name: '2', exact: true }).waitFor();
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      await steps.button('Stay').click();
      expect(await page.getByRole('radio', { name: '2', exact: true }).isVisible()).toBe(true);
    });

    test('what two releases tell together is shown before the second is made', async () => {
      await page.getByLabel(/smallest group/).fill('7');
      await page.getByText('Was something of these records released before?').click();
      const choose = (...names: readonly string[]) =>
        page
          .getByLabel('Its counts.csv and manifest.json')
          .setInputFiles(names.map((name) => join(folder, name)));
      await choose('counts.csv');
      await page.getByText(/Choose two files together/).waitFor();
      await choose('counts.csv', 'codebook.json');
      await steps.button('Compare with it').click();
      await page.getByText(/This is no manifest.json of a release/).waitFor();
      await choose('counts.csv', 'manifest.json');
      await steps.button('Compare with it').click();
      await page.getByRole('heading', { name: /^Beside the release of/ }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
    });

    test('settings are tried on public records, and nothing is charged or sent', async () => {
      await page.getByText('Nobody can tell whether somebody is in it').click();
      await page.getByText('Try the settings first, on public records').click();
      await page.getByText('A public file with the same columns').click();
      await page.getByLabel('The public file').setInputFiles({
        ...{ name: 'public.csv', mimeType: 'text/csv', buffer: Buffer.from(madeUp()) },
      });
      expect(await steps.button('Try them').isDisabled()).toBe(true);
      await page.getByText(/I declare that this file is public/).click();
      await steps.button('Try them').click();
      await page
        .getByText('public.csv: 400 records, 5 runs of each. Nothing was charged.')
        .waitFor();
      await steps.button('Use ε 2, up to 3').click();
      expect(await axeFaults(page)).toEqual([]);
      expect(asked.filter((each) => each.includes(alone) || each.includes(common))).toEqual([]);
    });

    test('the ledger refuses the release too many, and is there when the file is opened again', async () => {
      const spend = async (epsilon: string) => {
        await page.getByLabel('ε of this release').fill(epsilon);
        await page.getByLabel('What it is for').fill('A test');
        await page.getByLabel('Approved by').fill('Ada');
        await steps.button(/Charge the budget/).click();
      };
      await page.getByLabel('Budget ε').fill('1');
      await steps.button('Begin the ledger').click();
      expect(await page.getByLabel('Values counted together').inputValue()).toBe('3');
      await page.getByText('A preview', { exact: true }).click();
      await spend('0.8');
      await page.getByRole('radio', { name: '3', exact: true }).waitFor();
      await spend('0.8');
      await page.getByText(/The budget does not cover this release/).waitFor();
      expect(await page.getByRole('radio', { name: '4', exact: true }).count()).toBe(0);
      await steps.next('Check');
      await page.getByText(/was charged as a preview, and stays/).waitFor();
      await page.getByLabel('What it is for').fill('To publish');
      await page.getByLabel('Approved by').fill('Ada');
      await steps.button('Let it leave').click();
      await page.getByRole('heading', { name: 'Before it leaves' }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Prepare' }).click();
      await steps.button('Choose another file').click();
      await steps.read({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(madeUp()) });
      await page.getByRole('link', { name: 'Ledger' }).click();
      await page.getByRole('heading', { level: 1, name: /of 1.00 is spent/ }).waitFor();
      expect(await page.getByRole('rowheader').allTextContents()).toEqual(['1', '2']);
      expect(await axeFaults(page)).toEqual([]);
    });

    test.skipIf(!hasRealData)(
      'the real referral records go from file to explorer (skipped without the shared data)',
      async () => {
        await page.getByRole('link', { name: 'Studio' }).click();
        await steps.button('Choose another file').click();
        await steps.read(join(realData, 'uk', 'nrm-records-2022q2-2023q3.csv'));
        await steps.assess();
        await steps.next('Release');
        await page.getByLabel('Values kept together').selectOption('2');
        await steps.make();
        await signedAndTogether('Referrals, 2022 to 2023');
        const text = await readFile(await saved('explorer.html'), 'utf8');
        expect(text).toContain('Referrals, 2022 to 2023');
        expect(asked.filter((each) => /Constabulary|Albanian/.test(each))).toEqual([]);
      },
      120_000,
    );

    test('with the network back, only what was protected is sent to be published', async () => {
      if (!hasRealData) {
        await page.getByRole('link', { name: 'Studio' }).click();
        await page.getByRole('link', { name: 'Release', exact: true }).last().click();
        await page.getByText('No small group is shown').click();
        await steps.make();
        await signedAndTogether('Towns, 2020 to 2023');
      }
      await context.setOffline(false);
      await page.getByLabel('Purpose').fill('To show where people were met');
      const sent = page.waitForRequest((request) => request.method() === 'POST');
      await steps.button('Publish in the partnership').click();
      expect((await sent).postData()).not.toContain(alone);
      await page.getByRole('link', { name: 'Look at it' }).click();
      await page.getByText('To show where people were met').first().waitFor();
      expect(faults).toEqual([]);
    });
  },
);
