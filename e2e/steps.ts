import type { Page } from 'playwright-core';

// What people do again and again, by the names that a screen reader would say.

export async function enterByLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  await page.getByRole('heading', { name: /Welcome, / }).waitFor();
}

/** Starts a partnership, by a double click as some people always click, and answers with its id. */
export async function startPartnership(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Start your own partnership' }).click();
  await page.getByLabel('Name of the partnership').fill(name);
  await page.getByRole('button', { name: 'Start it' }).dblclick();
  await page.waitForURL(/\/p\/[0-9a-f-]{36}/);
  return /\/p\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Brings a file in through the wizard by the mapping of this title, leaving refused rows out. */
export async function importFile(page: Page, path: string, mapping: RegExp): Promise<void> {
  await page.getByLabel('File').setInputFiles(path);
  await page.getByRole('radio', { name: mapping }).first().check();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  const keep = page.getByRole('button', { name: /^Import( the rest without them)?$/ });
  await keep.click({ timeout: 60_000 });
  await page
    .getByRole('link', { name: /Look at it|Go to the places/ })
    .waitFor({ timeout: 60_000 });
}

/** Adds a rater and answers with the link that is shown once. */
export async function addRater(page: Page, agency: string, role: string): Promise<string> {
  await page.getByRole('button', { name: /^Add (a|the first) rater/ }).click();
  await page.getByLabel('Agency').fill(agency);
  await page.getByLabel('Role').fill(role);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Moves a review on by the button of this name, and confirms. */
export async function move(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
