import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oddMembers, oddPartnerships } from '../packages/core/directory/testing.ts';
import { axeFaults } from './axe.ts';
import { chromiumPath, openPage, realData, stage, type Stage } from './stage.ts';
import { enterByLink, importFile, startPartnership } from './steps.ts';
import { agreeAndStart, choose, finish, openRelationships } from './survey-steps.ts';

const folder = join(realData, 'partnerships-2017');
const real = existsSync(join(folder, 'partnerships.csv'));

/** The files of 2017 where they stand beside the repository, else made-up ones with the same oddities. */
async function files() {
  if (real)
    return {
      partnerships: join(folder, 'partnerships.csv'),
      members: join(folder, 'members.csv'),
      boundaries: join(folder, 'policeforceareas_uk_4326.json'),
      listed: 74,
      covered: '37 of 45 areas',
    };
  const made = await mkdtemp(join(tmpdir(), 'freehold-mapping-'));
  const write = async (name: string, text: string) => {
    await writeFile(join(made, name), text);
    return join(made, name);
  };
  return {
    partnerships: await write('partnerships.csv', oddPartnerships),
    members: await write('members.csv', oddMembers),
    boundaries: await write('police-force-areas.json', JSON.stringify(twoForces)),
    listed: 6,
    covered: '2 of 2 areas',
  };
}

const square = (from: number) => [
  [
    [from, 51],
    [from + 1, 51],
    [from + 1, 52],
    [from, 52],
    [from, 51],
  ],
];
const twoForces = {
  type: 'FeatureCollection',
  features: ['kent', 'essex'].map((id, at) => ({
    ...{ type: 'Feature', properties: { id, pfa_name: id } },
    geometry: { type: 'Polygon', coordinates: square(at) },
  })),
};

describe.skipIf(chromiumPath === null)('the partnership map, in Chromium', () => {
  let on: Stage;
  let context: BrowserContext;
  let page: Page;
  let home = '';
  let given: Awaited<ReturnType<typeof files>>;
  const faults: string[] = [];

  beforeAll(async () => {
    given = await files();
    on = await stage({ example: false });
    context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await openPage(context, faults);
    await enterByLink(page, on.signIn);
    home = `${on.address}/p/${await startPartnership(page, 'National mapping')}`;
  });
  afterAll(() => on.close());

  const heading = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  test('a mapping is checked, accounted for and imported', async () => {
    await page.goto(`${home}/partners/import`);
    await page.getByLabel('Partnerships (CSV)').setInputFiles(given.partnerships);
    await page.getByText('partnerships.csv is here.').waitFor();
    await page.getByLabel('Members (CSV), if you have them').setInputFiles(given.members);
    await page.getByText('members.csv is here.').waitFor();
    await page.getByRole('button', { name: 'Check the files' }).click();
    await page.getByText(/^Rows of partnerships: \d+, all accounted for/).waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('link', { name: 'See the directory' }).click();
    await heading(new RegExp(`^${given.listed} partnerships are listed`));
  });

  test('what could not be read waits, and a decision can be taken back', async () => {
    await page.goto(`${home}/partners/clean-up?kind=name-open`);
    await heading(/things wait to be cleaned up/);
    await page.getByText('More ways').first().click();
    await page.getByLabel('Its name').fill('Downs Partnership');
    await page.getByRole('button', { name: 'Call it so' }).click();
    await page.getByText('Decided: “Not yet defined”.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: '“Not yet defined”' }).waitFor();
  });

  test('the national page says which areas are covered, and who leads', async () => {
    await page.goto(`${home}/partners/report`);
    if (real) await heading(/^37 of 45 areas have a partnership; 74 are listed/);
    await page.getByText(/^Activities: Intelligence sharing in/).waitFor();
    if (real) {
      const chair = page.locator('figure', { hasText: 'Chair: Police in 49%' });
      await chair.getByRole('button', { name: /table/i }).click();
      await chair.getByRole('row', { name: /^Police 35/ }).waitFor();
      await chair.getByRole('row', { name: /^No answer 3/ }).waitFor();
    }
  });

  test('the map shows the areas once their boundaries are there', async () => {
    await page.goto(`${home}/data/import?kind=places`);
    await importFile(page, given.boundaries, /2017 partnership map/);
    await page.goto(`${home}/partners/map`);
    await heading(new RegExp(`${given.covered.replace('of', 'of')}|Each of 2 areas`));
    await page.locator('.geo-map[data-ready], .counted-areas').first().waitFor();
    const map = page.getByRole('application').first();
    await map.focus();
    await page.keyboard.press('End');
    await page.getByText(real ? /^Wiltshire: 2 partnerships/ : /^kent: /i).waitFor();
  });

  test('a relationship survey goes from the invitation to the page back, over a line that breaks', async () => {
    const [council = '', police = ''] = await openRelationships(page, home, [
      'Survey Council',
      'Survey Police',
    ]);
    const wave = page.url();
    const away = await on.browser.newContext({ viewport: { width: 390, height: 844 } });
    const phone = await openPage(away, faults);
    await agreeAndStart(phone, council, 'Survey Police');
    await choose(phone, /How closely do you work/, /^Cooperation/);
    await phone.getByText(/All answers saved/).waitFor();
    await away.setOffline(true);
    await choose(phone, /How far can you rely on it/, /^Very much/);
    await choose(phone, /How far do you share a purpose/, /^Quite/);
    await phone.getByText(/2 answers waiting/).waitFor();
    await away.setOffline(false);
    await finish(phone);

    await agreeAndStart(page, police, 'Survey Council');
    await choose(page, /How closely do you work/, /^Awareness/);
    await finish(page);

    await page.goto(wave);
    await heading(/2 of 2 have finished/);
    await page.getByRole('button', { name: 'Close the wave' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close the wave' }).click();
    await page.getByText(/Closed since/).waitFor();

    await phone.goto(council);
    await phone.getByRole('heading', { level: 1, name: /^2 of 2 respondents answered/ }).waitFor();
    const tie = phone.getByRole('row', { name: /Survey Police/ });
    expect(await tie.textContent()).toMatch(/2, cooperation.*1, awareness/);
    // Two are too few for anybody's trust to be shown.
    expect(await phone.getByRole('row', { name: /^Trust/ }).textContent()).toMatch(/\[c\]/);
    await away.close();
    expect(faults).toEqual([]);
  });

  test('the network is walked by keyboard alone, turned into its table, and saved', async () => {
    await page.goto(`${home}/partners/network`);
    const map = page.getByRole('application');
    await map.waitFor({ timeout: 60_000 });
    await map.focus();
    await page.keyboard.press('ArrowDown');
    const selected = page.locator('.network-side h3');
    await selected.waitFor();
    const first = await selected.textContent();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (before) => document.querySelector('.network-side h3')?.textContent !== before,
      first,
    );
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'GEXF' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^network .*\.gexf$/);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page
      .getByRole('rowheader', { name: first ?? '', exact: true })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  test('the pages have no fault that axe finds', async () => {
    for (const rest of [
      '',
      '/map',
      '/organisations',
      '/report',
      '/import',
      '/clean-up',
      '/new',
      '/surveys',
      '/network',
      '/network-import',
      '/relationships',
      '/coverage',
    ]) {
      await page.goto(`${home}/partners${rest}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([rest, await axeFaults(page)]).toEqual([rest, []]);
    }
    expect(faults).toEqual([]);
  });
});
