import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
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

  test('invite, accept, second factor, rate, be refused another partnership’s page, see one’s own reads in the audit', async () => {
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
    await page.getByRole('rowheader', { name: 'Robin Reed' }).waitFor();
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

    await page.goto(await askToRate(chief.request, `${on.address}/api/partnerships/${own}`));
    await page.getByRole('link', { name: 'Start' }).click();
    await page.getByRole('radio').first().waitFor();
    await page.keyboard.press('3');
    await page.getByText(/All answers saved/).waitFor();

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

  test('a published review is shared with everybody after asking, stands in the list, and is taken back', async () => {
    const page = await openPage(await newContext(), faults);
    await page.goto(`${on.address}/sign-in`);
    await page.getByRole('button', { name: 'Look around the example' }).click();
    await page.getByRole('link', { name: /Harbourside Anti-Slavery/ }).click();
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await page
      .getByRole('row', { name: /Published/ })
      .getByRole('link')
      .click();
    await page.getByRole('radio', { name: /Only this partnership/ }).click();
    await page.getByRole('heading', { name: 'Only this partnership sees the results' }).waitFor();
    await page.getByRole('radio', { name: /Everybody/ }).click();
    await page.getByRole('button', { name: 'Show to everybody' }).click();
    await page.getByRole('heading', { name: 'Everybody can see the results' }).waitFor();
    const reviewPage = page.url();

    await page.getByRole('link', { name: 'What others share' }).click();
    await page.getByRole('heading', { level: 1, name: '1 partnership shares 1 review' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Harbourside', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Harbourside: / }).waitFor();
    await page.getByText(/answered by \d+ people/).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await page.goto(reviewPage);
    await page.getByRole('radio', { name: /Only this partnership/ }).click();
    await page.getByRole('heading', { name: 'Only this partnership sees the results' }).waitFor();
    const signedOut = await on.browser.newContext();
    const { reviews } = (await (
      await signedOut.request.get(`${on.address}/api/shared/reviews`)
    ).json()) as { reviews: unknown[] };
    expect(reviews).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('after twenty idle minutes one signs in again on the page, and what was typed is still there', async () => {
    const context = await newContext();
    const page = await openPage(context, faults);
    await page.clock.install();
    await page.goto(`${on.address}/sign-in`);
    await page.getByRole('button', { name: 'Look around the example' }).click();
    await page.getByRole('link', { name: /Harbourside Anti-Slavery/ }).click();
    await page.getByRole('link', { name: 'People', exact: true }).click();
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
  // Exactly so: "one more step" begins alike, and whoever leaves on that step loses the session that its answer brings.
  await page.getByRole('heading', { name: 'Second factor: on', exact: true }).waitFor();
  return secret;
}

/** Makes a place and a review of it, opens the round, and asks somebody: the link to rate by. */
async function askToRate(request: APIRequestContext, partnership: string): Promise<string> {
  const send = async (path: string, data: object) => {
    const headers = { origin: new URL(partnership).origin };
    const answer = await request.post(`${partnership}${path}`, { data, headers });
    expect([path, answer.status()]).toEqual([path, 200]);
    return (await answer.json()) as { id: string; link: string };
  };
  const { frameworks } = (await (await request.get(`${partnership}/frameworks`)).json()) as {
    frameworks: { versions: { id: string }[] }[];
  };
  const place = await send('/places', {
    ...{ type: 'district', code: 'N01', codeYear: 2024, name: 'Northmoor', parents: [] },
  });
  const review = await send('/reviews', {
    ...{ place: place.id, frameworkVersion: frameworks[0]?.versions[0]?.id },
    ...{ profile: 'starter', title: 'First look', closesOn: null },
    comparison: { kind: 'same-type' },
  });
  const { link } = await send(`/reviews/${review.id}/raters`, {
    ...{ agency: 'Northmoor Council', roleTitle: 'Housing officer', name: 'Robin', email: null },
  });
  await send(`/reviews/${review.id}/move`, { to: 'rating', note: '' });
  return link;
}

async function exampleOf(context: BrowserContext, address: string): Promise<string> {
  const answer = await context.request.get(`${address}/api/session`);
  const { partnerships } = (await answer.json()) as {
    partnerships: { id: string; madeUp: boolean }[];
  };
  return partnerships.find((each) => each.madeUp)?.id ?? '';
}
