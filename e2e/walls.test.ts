import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openPage, stage, type Stage } from './stage.ts';
import { enterByLink, startPartnership } from './steps.ts';
import { totp } from '../packages/server/testing/totp.ts';

const password = 'ladder-violet-sandwich';

describe.skipIf(chromiumPath === null)('walls, in Chromium', () => {
  let on: Stage;
  const faults: string[] = [];

  beforeAll(async () => {
    on = await stage();
  });
  afterAll(() => on.close());

  const newContext = () => on.browser.newContext({ viewport: { width: 1280, height: 900 } });

  test('invite, accept, second factor, be refused another partnership, see one’s own reads in the audit', async () => {
    const chief = await newContext();
    const chiefPage = await openPage(chief, faults);
    await enterByLink(chiefPage, on.signIn);
    const own = await startPartnership(chiefPage, 'Northmoor Partnership');

    await chiefPage.goto(`${on.address}/p/${own}/people`);
    await chiefPage.getByRole('button', { name: 'Invite somebody' }).click();
    const form = chiefPage.getByRole('form', { name: 'Invite somebody' });
    await form.getByLabel('Name').fill('Robin Reed');
    await form.getByRole('button', { name: 'Invite' }).click();
    const link = await chiefPage.getByRole('status').locator('code').innerText();

    const member = await newContext();
    const page = await openPage(member, faults);
    await enterByLink(page, link);
    await page.getByRole('link', { name: 'Northmoor Partnership' }).waitFor();

    const secret = await setUpAccount(page, on.address);
    await page.goto(`${on.address}/p/${own}/people`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.request.delete(`${on.address}/api/session`, {
      headers: { origin: on.address },
    });

    await page.goto(`${on.address}/sign-in`);
    await page.getByLabel('E-mail').fill('robin@northmoor.example');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code').fill(totp(secret));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: /Welcome, Robin Reed/ }).waitFor();

    const other = await exampleOf(chief, on.address);
    await page.goto(`${on.address}/p/${other}/people`);
    await page.getByRole('heading', { name: 'This partnership is not open to you' }).waitFor();
    const refused = await page.request.get(`${on.address}/api/partnerships/${other}/people`);
    expect(refused.status()).toBe(404);

    await page.goto(`${on.address}/p/${own}/audit`);
    await page.getByRole('heading', { name: 'What you looked at and changed' }).waitFor();
    await page
      .getByRole('cell', { name: /Read people/ })
      .first()
      .waitFor();
    const names = await page.getByRole('row').locator('td:nth-child(2)').allInnerTexts();
    expect(new Set(names)).toEqual(new Set(['Robin Reed']));

    await chiefPage.goto(`${on.address}/p/${own}/audit`);
    await chiefPage.getByRole('cell', { name: 'Robin Reed' }).first().waitFor();
    expect(faults).toEqual([]);
  });

  test('after twenty idle minutes one signs in again on the page, and what was typed is still there', async () => {
    const context = await newContext();
    const page = await openPage(context, faults);
    await page.clock.install();
    await page.goto(`${on.address}/sign-in`);
    await page.getByRole('button', { name: 'Look around the example' }).click();
    await page.getByRole('link', { name: /Harbourside Anti-Slavery/ }).click();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('form').getByLabel('Name').fill('Half typed');
    await page.clock.runFor(16 * 60_000);
    await page.getByRole('dialog', { name: 'Are you still here?' }).waitFor();
    await page.clock.runFor(6 * 60_000);
    await page.getByRole('dialog', { name: 'You were signed out' }).waitFor();
    expect(await page.getByRole('form').getByLabel('Name').inputValue()).toBe('Half typed');
  });
});

/** Gives an e-mail and a password and turns the second factor on; answers with its secret. */
async function setUpAccount(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/account`);
  await page.getByLabel('E-mail').fill('robin@northmoor.example');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('robin@northmoor.example').waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set it' }).click();
  await page.getByRole('heading', { name: 'Change your password' }).waitFor();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const uri = await page
    .getByRole('link', { name: 'open your authenticator app' })
    .getAttribute('href');
  const secret = new URL(uri ?? '').searchParams.get('secret') ?? '';
  await page.getByLabel('Code that the app shows now').fill(totp(secret));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('heading', { name: 'Second factor: on' }).waitFor();
  return secret;
}

async function exampleOf(context: BrowserContext, address: string): Promise<string> {
  const answer = await context.request.get(`${address}/api/session`);
  const { partnerships } = (await answer.json()) as {
    partnerships: { id: string; madeUp: boolean }[];
  };
  return partnerships.find((each) => each.madeUp)?.id ?? '';
}
