import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleMapping } from '../packages/core/evidence/mappings/index.ts';
import { axeFaults } from './axe.ts';
import { asked, bringIn, madeStudies, madeReferences } from './evidence-steps.ts';
import { chromiumPath, openPage, realData, stage, type Stage } from './stage.ts';
import { enterByLink, startPartnership } from './steps.ts';

const references = join(realData, 'references');
const systematicMap = join(realData, 'evidence-map', 'pilotdata.csv');

describe.skipIf(chromiumPath === null)('evidence, in Chromium', () => {
  let on: Stage;
  let ada: Page;
  let ben: Page;
  let bens: BrowserContext;
  let folder = '';
  let partnership = '';
  let home = '';
  let batch = '';
  const faults: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-evidence-'));
    on = await stage({ example: false });
    const open = () => on.browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' });
    ada = await openPage(await open(), faults);
    await enterByLink(ada, on.signIn);
    partnership = await startPartnership(ada, 'Evidence together');
    home = `${on.address}/p/${partnership}`;
    const invited = {
      name: 'Ben Reader',
      email: null,
      role: 'researcher',
      organisation: 'Lantern',
    };
    const { link } = await asked(ada, partnership, '/people', { json: invited });
    bens = await open();
    ben = await openPage(bens, faults);
    await enterByLink(ben, String(link));
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true, force: true });
  });

  const heading = (page: Page, name: RegExp, timeout = 30_000) =>
    page.getByRole('heading', { level: 1, name }).waitFor({ timeout });
  const keys = async (page: Page, ...pressed: readonly string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const sound = async (page: Page) => expect(await axeFaults(page)).toEqual([]);

  test('references of many files come in together, every record accounted for', async () => {
    const files = existsSync(references)
      ? await Promise.all(
          readdirSync(references).map(async (name) => ({
            name,
            text: await readFile(join(references, name), 'utf8'),
          })),
        )
      : madeReferences;
    const { fates, records } = await bringIn(ada, partnership, files, null);
    expect(fates.new).toBeGreaterThan(4);
    expect(fates.duplicate).toBeGreaterThan(0);
    expect(fates.new + fates.duplicate + fates.rejected).toBe(records);
  });

  test('two people screen a batch with a key a decision, also while the line is down', async () => {
    await ada.goto(`${home}/evidence/screening`);
    await ada.getByRole('button', { name: 'Make a batch' }).click();
    await ada.getByLabel('What is it called?').fill('First four');
    await ada.getByLabel('First person').selectOption({ index: 1 });
    await ada.getByLabel('Second person').selectOption({ index: 1 });
    await ada.getByLabel('How many at most?').fill('4');
    await ada.getByRole('button', { name: 'Make a batch of 4' }).click();
    await heading(ada, /First four: 0 of 4 titles are decided/);
    batch = ada.url();
    await ada.goto(`${batch}/desk?stage=title-abstract`);
    await ada.getByText('1 of 4').first().waitFor();
    await sound(ada);
    // Include; leave out for the first reason; a slip that is taken back at once; include twice.
    await keys(ada, 'i', 'e', '1', 'u', 'z', 'i', 'i');
    await ada.getByRole('heading', { name: 'You have decided on all' }).waitFor();
    await ada.getByText(/^All decisions saved · /).waitFor();

    await ben.goto(`${batch}/desk?stage=title-abstract`);
    await ben.getByText('1 of 4').first().waitFor();
    expect(await ben.getByText('you said').count()).toBe(0);
    await keys(ben, 'i', 'e', '1');
    await bens.setOffline(true);
    await keys(ben, 'e', '0', 'i');
    await ben.getByText(/^Offline: \d decisions? waits? on this device/).waitFor();
    await bens.setOffline(false);
    await ben.getByText(/^All decisions saved · /).waitFor({ timeout: 70_000 });
  });

  test('where they differ, a person settles it; agreement and flow say what came of it', async () => {
    await ada.goto(batch);
    await heading(ada, /1 conflict waits to be settled/, 60_000);
    // Both said include, exclude, include; of the third one Ben said exclude. Kappa = (3/4 − 1/2) / (1/2) = 0.5.
    await ada.getByText('They agreed on 3 of 4.').waitFor();
    await ada.getByText('0.50', { exact: true }).waitFor();
    await ada.getByLabel('On what grounds?').fill('It names what was done.');
    await ada.getByRole('button', { name: 'Include it' }).click();
    await heading(ada, /First four: 0 of 3 full texts are decided/);
    await sound(ada);
    await ada.goto(`${batch}/desk?stage=full-text`);
    await ada.getByText('1 of 3').first().waitFor();
    await keys(ada, 'i', 'e', '5', 'i');
    await ada.getByText(/^All decisions saved · /).waitFor();
  });

  test('a study that is graded shows on the map, which a keyboard walks', async () => {
    const study = {
      ...{ title: 'Mentors in four towns', interventions: ['peer-support'], countries: ['GB'] },
      findings: [{ outcome: 'knowledge', direction: 'positive' }],
    };
    const { id } = await asked(ada, partnership, '/studies', { json: study });
    const given = { scale: 'maryland', value: 4 };
    await asked(ada, partnership, `/studies/${String(id)}/grade`, {
      ...{ method: 'PUT', json: { scale: 'maryland', given, note: '' } },
    });
    await ada.goto(`${home}/evidence/map`);
    await heading(ada, /^1 study lies on the map/);
    await sound(ada);
    const filled = ada.getByRole('gridcell', { name: /: 1 study, low confidence; best 4 on the/ });
    const index = Number(await filled.getAttribute('data-cell'));
    const wide = await ada.getByRole('columnheader').count();
    await ada.locator('[data-cell="0"]').focus();
    const down = Math.floor(index / (wide - 1));
    await keys(ada, ...Array.from({ length: down }, () => 'ArrowDown'));
    await keys(ada, ...Array.from({ length: index % (wide - 1) }, () => 'ArrowRight'));
    await ada.keyboard.press('Enter');
    await ada.getByRole('heading', { name: 'Peer support and mentoring and knowledge' }).waitFor();
    await ada.getByRole('link', { name: 'Mentors in four towns' }).waitFor();
  });

  test('the map saved as a page says the same without any network', async () => {
    const said = (page: Page) => page.locator('td .unseen').allTextContents();
    const waiting = ada.waitForEvent('download');
    await ada.getByRole('button', { name: 'Save as a page (HTML)' }).click();
    // Only a name that ends in .html is opened as a page.
    const path = join(folder, 'map.html');
    await (await waiting).saveAs(path);
    const alone = await on.browser.newContext({ offline: true });
    const page = await openPage(alone, faults);
    await page.goto(pathToFileURL(path).href);
    expect(await said(page)).toEqual(await said(ada));
    await page.getByLabel('Words of the title').fill('nothing like it');
    await page.getByText('No study lies on the map').waitFor();
    await sound(page);
    await alone.close();
  });

  test.skipIf(!existsSync(systematicMap))(
    'a systematic map of about a thousand studies comes in by a mapping and is drawn',
    async () => {
      const files = [{ name: 'pilotdata.csv', text: await readFile(systematicMap, 'utf8') }];
      const { fates } = await bringIn(ada, partnership, files, exampleMapping);
      expect(fates.new).toBeGreaterThan(900);
      await ada.goto(`${home}/evidence/map`);
      await heading(ada, /studies lie on the map/);
      await ada.getByLabel('Words of the title').fill('pollin');
      await ada.getByText(/^\d+ studies of \d+ kept$/).waitFor();
    },
  );

  test('five thousand studies answer a filter while one watches', async () => {
    const body = JSON.stringify({ studies: madeStudies(5000), rule: await ruleIn(ada) });
    await ada.route('**/evidence-map', (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    );
    await ada.goto(`${home}/evidence/map`);
    await heading(ada, /^5,000 studies lie on the map/);
    const words = ada.getByLabel('Words of the title');
    const began = Date.now();
    // Of the numbers from 0 to 4999, 199 have a 12 in them.
    await words.fill('12');
    await ada.getByText('199 studies of 5000 kept').waitFor();
    await ada.getByText(/^199 studies lie on the map/).waitFor();
    const took = Date.now() - began;
    console.log(`a filter over 5,000 studies was drawn in ${took} ms`);
    expect(took).toBeLessThan(3000);
  });

  async function ruleIn(page: Page) {
    const { rule } = await asked(page, partnership, '/evidence-map', {});
    return rule;
  }

  test('the browser reported no fault of ours', () => {
    expect(faults).toEqual([]);
  });
});
