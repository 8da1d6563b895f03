import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBundle, recomputed } from '@freehold/core/composite';
import { axeFaults } from './axe.ts';
import { chromiumPath, openPage, stage, type Stage } from './stage.ts';
import { enterByLink, startPartnership } from './steps.ts';

const data = [
  'uCode,uName,homes,advice,wages',
  'A,Alderwick,62,40,12',
  'B,Birchford,55,72,9',
  'C,Cedarham,71,65,',
  'D,Dunmoor,48,51,15',
  'E,Elmsea,66,58,11',
].join('\n');
const meta = [
  'Level,iCode,iName,Direction,Weight,Parent,Type,Notice',
  '1,homes,Homes looked into,1,1,all,Indicator,',
  '1,advice,Advice that is known,1,1,all,Indicator,',
  '1,wages,Wages not paid,-1,1,all,Indicator,"Detection, not prevalence."',
  '2,all,The whole,1,1,,Aggregate,',
].join('\n');

describe.skipIf(chromiumPath === null)('an index, in Chromium', () => {
  let on: Stage;
  let page: Page;
  let home = '';
  const faults: string[] = [];

  beforeAll(async () => {
    on = await stage({ example: false });
    const context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await openPage(context, faults);
    await enterByLink(page, on.signIn);
    home = `${on.address}/p/${await startPartnership(page, 'Index makers')}`;
  });
  afterAll(() => on.close());

  const give = async (text: string) => {
    const file = (name: string, content: string) => ({
      ...{ name, mimeType: 'text/csv', buffer: Buffer.from(content) },
    });
    await page.getByLabel('Data (CSV)').setInputFiles(file('data.csv', text));
    await page.getByLabel('What the columns mean (CSV)').setInputFiles(file('meta.csv', meta));
    await page.getByRole('button', { name: 'Read the files' }).click();
  };
  const view = async (name: string) => {
    await page.getByRole('navigation', { name: 'This index' }).getByRole('link', { name }).click();
  };

  test('is made from two files, whose faults are named by row', async () => {
    await page.goto(`${home}/compare/index`);
    await page.getByRole('link', { name: 'Make an index' }).click();
    await page.getByLabel('What is the index about?').fill('Three signs');
    await page.getByLabel('Begin with').selectOption({ label: 'Risk from 0 to 10' });
    await give(data.replace('48', 'some'));
    await page.getByText(/row 5, column homes/).waitFor();
    await give(data);
    await page.getByText('5 units, 3 indicators, 2 levels.').waitFor();
    await page.getByRole('button', { name: 'Keep this index' }).click();
    await page.getByRole('table', { name: /Three signs: value and where/ }).waitFor();
    await page.getByText('Detection, not prevalence.').first().waitFor();
    // Whoever is highest is told with those that it cannot be told apart from, and nobody by a bare rank.
    await page
      .getByRole('heading', { level: 1, name: /cannot be told apart|can be told apart|is higher/ })
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a step is changed, the effect is there at once, and is undone', async () => {
    await view('Method');
    await page.getByRole('button', { name: /Change.*Weights/ }).click();
    await page.getByLabel('Where weights come from').selectOption('given');
    await page.getByLabel('Advice that is known').fill('20');
    const effect = page.getByRole('complementary', { name: 'Effect' });
    await effect
      .getByRole('status')
      .filter({ hasText: /units? moves?: / })
      .waitFor();
    await effect.getByText(/As kept/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Why (optional)').fill('Advice comes first.');
    await page.getByRole('button', { name: 'Keep as version 2' }).click();
    await page.getByText('Not kept yet').waitFor({ state: 'hidden' });
  });

  test('says what matters most, and what other methods say', async () => {
    await view('How sure');
    await page
      .getByText(/matters most: \d/)
      .first()
      .waitFor();
    await page.getByRole('table', { name: /by other methods/ }).waitFor();
    await view('Indicators');
    await page
      .getByText(/second look/)
      .first()
      .waitFor();
    await view('One by one');
    await page.getByLabel('Whose profile').selectOption({ label: 'Cedarham' });
    await page.getByText('1 indicator is missing').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('the bundle that is downloaded works out again to the same bytes', async () => {
    await view('Files and versions');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the bundle' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    const bundle = readBundle(JSON.parse(text));
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.problems));
    expect(bundle.value.data).toBe(data);
    expect(bundle.value.scores.split('\r\n')[0]).toBe('uCode,homes,advice,wages,all');
    const again = recomputed(bundle.value);
    expect(again.ok ? [] : again.problems).toEqual([]);
    expect(faults).toEqual([]);
  });
});
