import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { chromiumPath, openPage, stage, type Stage } from './stage.ts';
import { enterByLink, startPartnership } from './steps.ts';

const many = 10_000;
const sectors = ['01', '10', '14', '42', '62', '78', '81', '84', '87', ''];
const countries = ['GB', 'Bangladesh', 'IN', 'Poland', ''];

/** A made-up list; one row names no country that there is. */
function list(): string {
  const rows = Array.from({ length: many }, (_, at) => {
    const country = at === 41 ? 'Atlantis' : (countries[at % countries.length] ?? '');
    return `Made-up supplier ${word(at)},${100_000 + at},${country},${(at % 3) + 1},${sectors[at % sectors.length]}`;
  });
  return ['Supplier,Company number,Country,Tier,ISIC', ...rows].join('\n');
}

/** Names that are not alike: seven letters of a number in base 26. */
function word(at: number): string {
  let rest = (at + 1) * 48_271;
  let letters = '';
  for (let place = 0; place < 7; place += 1) {
    letters += String.fromCharCode(97 + (rest % 26));
    rest = Math.floor(rest / 26) + at * 7;
  }
  return letters;
}

describe.skipIf(chromiumPath === null)('due diligence, in Chromium', () => {
  let on: Stage;
  let context: BrowserContext;
  let page: Page;
  let home = '';
  let folder = '';
  const faults: string[] = [];

  beforeAll(async () => {
    on = await stage({ example: false });
    folder = await mkdtemp(join(tmpdir(), 'freehold-suppliers-'));
    await writeFile(join(folder, 'suppliers.csv'), list());
    context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await openPage(context, faults);
    await enterByLink(page, on.signIn);
    home = await startPartnership(page, 'Saltmarsh partnership');
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true, force: true });
  });

  const go = (to: string) => page.goto(`${on.address}/p/${home}/change${to}`);
  const heading = (name: RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 60_000 });
  const clean = async () => {
    expect(await axeFaults(page)).toEqual([]);
  };

  test('ten thousand suppliers are read, checked and kept', async () => {
    await go('/suppliers');
    await page.getByRole('link', { name: 'Import suppliers' }).click();
    // The page says its faults in words even where it is the first that is opened.
    await page.reload();
    await page.getByLabel('Suppliers (CSV or XLSX)').setInputFiles(join(folder, 'suppliers.csv'));
    await page.getByText('10,000 rows.', { exact: false }).waitFor({ timeout: 60_000 });
    expect(await page.getByLabel('Company number').inputValue()).toBe('Company number');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText(/Checked: 9,999 new suppliers, 1 row with a problem/).waitFor({
      timeout: 120_000,
    });
    await page.getByText('“Atlantis” is no country', { exact: false }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/Kept: 9,999 new suppliers/).waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: 'See the suppliers' }).click();
    await heading(/of 9,999 suppliers stand high/);
    await clean();
  }, 400_000);

  test('they are put in order by a changed rule, after seeing what would move', async () => {
    await page.getByRole('link', { name: 'Rules of priority' }).click();
    await page.getByText(/Information, finance and professional services:/).click();
    const rule = page.locator('details[open]', { hasText: 'Information, finance' });
    await rule.getByLabel('Severity').selectOption('5');
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText(/^Version 1, by/).waitFor();
    await page.getByRole('button', { name: 'See what would move' }).click();
    // Of 9,999 each tenth is of division 62, which is section J: 1,000 suppliers, one by one.
    await page.getByText(/Tried: 9,999 suppliers, of whom 1,000 would move/).waitFor({
      timeout: 120_000,
    });
    await page.getByRole('button', { name: 'Put them in order' }).click();
    await page.getByText(/Put in order: 9,999 suppliers, of whom 1,000 moved/).waitFor({
      timeout: 120_000,
    });
    await clean();
    await page.getByRole('link', { name: 'See the suppliers' }).click();
    await page
      .getByText(/Severity 5, then likelihood/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('2 of 200', { exact: true }).waitFor();
  }, 400_000);

  test('an incident runs to a checked remedy', async () => {
    await go('/incidents');
    await page.getByRole('button', { name: 'Write the first incident down' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What happened, in a line?').fill('Wages held back');
    await dialog.getByLabel('Supplier').fill(`supplier ${word(0)}`);
    await dialog.getByRole('button', { name: new RegExp(word(0)) }).click();
    await dialog.getByLabel('What is known').fill('Told by Mrs Nowak.');
    await dialog.getByText(/may lead to a person: “Mrs Nowak”/).waitFor();
    await dialog.getByLabel('What is known').fill('Told through the complaints line.');
    await dialog.getByLabel('How many workers it concerns').fill('3');
    await dialog.getByLabel('Found on').fill('2026-01-05');
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await heading(/Wages held back: no remedy yet/);
    await page.getByText('[c] too few to show').waitFor();
    await page.getByRole('button', { name: 'Close the incident' }).click();
    await page.getByText('No remedy is written down.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Write a remedy down' }).click();
    await dialog.getByLabel('Amount').fill('5400');
    await dialog.getByLabel('Given on').fill('2026-01-10');
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await heading(/1 remedy, 0 found to work/);
    await page.getByRole('button', { name: /^Check it/ }).click();
    await dialog.getByLabel('Checked on').fill('2026-02-12');
    await dialog.getByLabel('Does it work?').selectOption('yes');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await heading(/1 remedy, 1 found to work/);
    await page.getByRole('button', { name: 'Close the incident' }).click();
    await heading(/Wages held back: closed/);
    await clean();
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  }, 200_000);
});
