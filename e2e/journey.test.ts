import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, hasRealData, openPage, realData, stage, type Stage } from './stage.ts';
import { addRater, enterByLink, importFile, move, startPartnership } from './steps.ts';

const uk = (name: string) => join(realData, 'uk', name);
const agencies = ['Council', 'Police', 'Health trust', 'Charity', 'Faith network', 'Jobcentre'];

describe.skipIf(chromiumPath === null || !hasRealData)(
  'the main job on real files, in Chromium (skipped without a Chromium or ../shared/data)',
  () => {
    let on: Stage;
    let context: BrowserContext;
    let page: Page;
    let home = '';
    const faults: string[] = [];
    const links: string[] = [];

    beforeAll(async () => {
      on = await stage({ example: false });
      context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
      page = await openPage(context, faults);
    });
    afterAll(() => on.close());

    test('a first co-ordinator starts a partnership and brings the real places and data in', async () => {
      await enterByLink(page, on.signIn);
      home = `${on.address}/p/${await startPartnership(page, 'Lincolnshire Partnership')}`;
      const session = await page.request.get(`${on.address}/api/session`);
      expect(await session.json()).toMatchObject({
        partnerships: [{ name: 'Lincolnshire Partnership' }],
      });
      for (const [file, mapping] of [
        ['lookup-ltla24-csp24-pfa24.csv', /^Districts, community safety partnerships/],
        ['boundaries-ltla24.geojson', /^Boundaries of districts/],
      ] as const) {
        await page.goto(`${home}/data/import?kind=places`);
        await importFile(page, uk(file), mapping);
      }
      for (const [file, mapping] of [
        ['imd2019-english-local-authorities.csv', /^English indices/],
        ['nrm-referrals-2022q2-2023q3.csv', /^People referred|^Referrals|^National Referral/],
      ] as const) {
        await page.goto(`${home}/data/import`);
        await importFile(page, uk(file), mapping);
      }
      await page.goto(`${home}/data`);
      await page.getByRole('heading', { level: 1, name: /measures/ }).waitFor();
      expect(faults).toEqual([]);
    });

    test('sets a review of Boston up and asks six agencies', async () => {
      await page.goto(`${home}/reviews/new`);
      await page.getByLabel('Name or code').fill('E07000136');
      await page.getByRole('button', { name: /^Choose Boston/ }).click();
      await page.getByRole('button', { name: 'Set the review up' }).click();
      for (const agency of agencies) links.push(await addRater(page, agency, 'Lead'));
      await move(page, 'Open the rating');
      expect(new Set(links).size).toBe(6);
    });

    test('a rater answers by keyboard alone, loses the connection, and loses no answer', async () => {
      const rater = await on.browser.newContext({ viewport: { width: 390, height: 844 } });
      const phone = await openPage(rater, faults);
      await phone.goto(links[0] ?? '');
      await phone.getByRole('link', { name: 'Start' }).click();
      await phone.getByRole('radio').first().waitFor();
      await phone.keyboard.press('3');
      await phone.getByText(/All answers saved/).waitFor();
      await rater.setOffline(true);
      for (const key of ['2', '1', 'd']) {
        const before = phone.url();
        await phone.keyboard.press('ArrowRight');
        await phone.waitForFunction((was) => location.href !== was, before);
        await phone.getByRole('radio').first().waitFor();
        await phone.keyboard.press(key);
      }
      await phone.getByText(/3 answers waiting/).waitFor();
      await rater.setOffline(false);
      await phone.getByText(/All answers saved/).waitFor({ timeout: 60_000 });
      await phone.reload();
      await phone.goto(`${links[0]}?at=check`);
      await phone
        .getByText(/26 questions are still open, of 30/)
        .first()
        .waitFor();
      await rater.close();
    });

    test('the other agencies answer, the round closes, scores are agreed, validated and published', async () => {
      for (const [index, link] of links.entries()) await answerAll(on, link, index);
      await page.reload();
      await move(page, 'Close the rating');
      await page.getByRole('link', { name: 'Agree scores' }).click();
      await page
        .getByRole('button', { name: /to agree/ })
        .first()
        .click();
      await page.getByRole('group', { name: 'Agreed score' }).first().waitFor();
      await page
        .getByRole('group', { name: 'Agreed score' })
        .first()
        .getByRole('radio')
        .nth(2)
        .check();
      await page.getByLabel('Why this score').first().fill('Two of three wards are reached.');
      await page.getByText(/All changes saved/).waitFor();
      await page
        .getByRole('navigation', { name: 'Where you are' })
        .getByRole('link')
        .last()
        .click();
      await move(page, 'Validate the scores');
      await move(page, 'Publish in the partnership');
      await page.getByRole('heading', { level: 1, name: /published/ }).waitFor();
    });

    test('the place’s home shows the picture, and the report opens', async () => {
      await page.getByRole('link', { name: 'Scores' }).click();
      await page.getByRole('heading', { level: 1, name: /Boston/ }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Word' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/boston.*\.docx$/i);
      const calls: string[] = [];
      page.on('request', (request) => {
        if (new URL(request.url()).pathname.startsWith('/api/')) calls.push(request.url());
      });
      await page.goto(home);
      await page.waitForLoadState('networkidle');
      // One of them asks whether a crisis is active: every page says so.
      expect(calls.length).toBeLessThanOrEqual(4);
      expect(faults).toEqual([]);
    });
  },
);

/** Answers everything for one agency as its page would: each answer sent by the route that the queue uses. */
async function answerAll(on: Stage, link: string, agency: number): Promise<void> {
  const api = `${on.address}/api/rate/${link.split('/').at(-1)}`;
  const headers = { 'content-type': 'application/json', origin: on.address };
  const asked = (await (await fetch(api)).json()) as {
    cards: { code: string; direction: string }[];
  };
  for (const [index, card] of asked.cards.entries()) {
    const put = await fetch(`${api}/ratings/${card.code}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({
        answer: String((agency + index) % 5),
        grade: 'B',
        confidence: 'medium',
        comment: '',
        link: '',
        typedAt: new Date().toISOString(),
      }),
    });
    expect(put.status).toBe(200);
  }
  await fetch(`${api}/finish`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ finished: true }),
  });
}
