import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, enterExample, openPage, stage, type Stage } from './stage.ts';

describe.skipIf(chromiumPath === null)('a statement, and counts of remedy', () => {
  let on: Stage;
  let context: BrowserContext;
  let page: Page;
  let home = '';
  const faults: string[] = [];

  beforeAll(async () => {
    on = await stage();
    context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await openPage(context, faults);
    home = await enterExample(page, on);
  });
  afterAll(() => on.close());

  const click = (name: string) => page.getByRole('button', { name }).click();
  const part = (name: string) =>
    page
      .getByRole('navigation', { name: 'Parts of the statement' })
      .getByRole('link', { name })
      .click();

  test('is begun, written beside what it is asked, approved and exported', async () => {
    await page.goto(`${home}/change/statements`);
    await click('Begin a statement');
    await page.getByLabel('Organisation').fill('Lantern Trust');
    await page.getByLabel('Last day of its financial year').fill('2025-03-31');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Lantern Trust: \d+ things are/ }).waitFor();
    await page.getByText('Now: level 0: not there yet').waitFor();
    const says = page.getByRole('textbox', { name: 'What the statement says' });
    await says.fill('We run a refuge.\n\n- and a helpline');
    await page.getByText(/^All changes saved/).waitFor();
    for (const item of ['What the organisation does', 'Its first-tier suppliers'])
      await page.getByLabel(item).selectOption({ label: 'It is there' });
    await page.getByText('Now: level 1: the basics').waitFor();
    await click('Approve the statement');
    await page.getByText('Say on which day the board approved it.').waitFor();
    await part('Scope and approval');
    await page.getByLabel('Approved on').fill('2025-06-01');
    await page.getByLabel('Signed by, as a role').fill('Chair of trustees');
    await click('Save scope and approval');
    await page.getByText('Kept.').waitFor();
    await click('Approve the statement');
    await page
      .getByRole('heading', { level: 1, name: 'Lantern Trust: the statement is approved' })
      .waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'JSON' }).first().click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain('We run a refuge.');
    expect(text).toContain('Chair of trustees');
  });

  test('a file of counts is checked, kept, and hides what is too small', async () => {
    await page.goto(`${home}/change/remedy`);
    await page.getByRole('heading', { level: 1, name: /of decided claims were awarded/ }).waitFor();
    const rows = 'tribunal,awarded,paid,yes,60\n2019,tribunal,refused,decided,no,2';
    const buffer = Buffer.from(`year,route,outcome,stage,represented,n\n2019,${rows}\n`);
    const file = { name: 'claims.csv', mimeType: 'text/csv', buffer };
    await page.getByLabel('File of counts (CSV)').setInputFiles(file);
    await click('Check the file');
    await page.getByText(/^2 rows about 2019/).waitFor();
    await click('Keep it');
    await page.getByText('Kept.', { exact: true }).waitFor();
    await page.getByLabel('Year').selectOption('2019');
    await page
      .getByRole('heading', { name: '2019: too few claims to show how they went' })
      .waitFor();
    expect(faults).toEqual([]);
  });
});
