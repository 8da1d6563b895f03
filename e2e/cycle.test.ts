import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, enterExample, openPage, stage, type Stage } from './stage.ts';
import { move } from './steps.ts';

describe.skipIf(chromiumPath === null)(
  'a second round of the example place, to close-out and comparison (skipped without a Chromium)',
  () => {
    let on: Stage;
    let context: BrowserContext;
    let page: Page;
    let home = '';
    let round = '';
    const faults: string[] = [];

    beforeAll(async () => {
      on = await stage();
      context = await on.browser.newContext({ viewport: { width: 1280, height: 900 } });
      page = await openPage(context, faults);
      home = await enterExample(page, on);
    });
    afterAll(() => on.close());

    const heading = (name: RegExp | string, level = 1) =>
      page.getByRole('heading', { level, name });

    test('the home is the wheel, with the second round under way and the first one closed', async () => {
      await page.goto(home);
      const wheel = page.getByRole('group', { name: /^The cycle\. Round 2: Diagnose/ });
      await wheel.waitFor();
      expect(await wheel.getByRole('link').count()).toBe(4);
      const turn = (name: string) => page.getByRole('button', { name }).first().click();
      await turn('Show as a table');
      await page.getByRole('cell', { name: 'Under way' }).first().waitFor();
      await turn('Show as a chart');
      await wheel.getByRole('link', { name: /Change/ }).focus();
      await page.keyboard.press('Enter');
      await heading(/^Round 2 of Harbourside/).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change');
      round = page.url().replace(/#.*/, '');
    });

    test('the running review is closed for rating, agreed, validated and published, and fills Diagnose', async () => {
      await page.getByRole('link', { name: 'One year on' }).click();
      await move(page, 'Close the rating');
      await move(page, 'Validate the scores');
      await move(page, 'Publish in the partnership');
      await heading(/published/).waitFor();
      await page.goto(round);
      const gives = page.locator('#diagnose .outputs');
      await gives.getByText('1 published review').waitFor();
      expect(await gives.getByText('Comes when a review').count()).toBe(0);
    });

    test('lines are ticked, a tick is undone, and Diagnose closes with a word about what is left', async () => {
      const diagnose = page.locator('#diagnose');
      const line = diagnose.getByRole('checkbox', { name: /^Every agency rated by itself/ });
      await line.click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => line.isChecked()).toBe(false);
      await line.click();
      await expect.poll(() => line.isChecked()).toBe(true);
      await diagnose.getByRole('button', { name: 'Close Diagnose' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Close the stage' }).click();
      await dialog.getByText(/Say what becomes of/).waitFor();
      await dialog
        .getByLabel('What becomes of what is left?')
        .fill('The port’s figures come in May.');
      await dialog.getByRole('button', { name: 'Close the stage' }).click();
      await diagnose.getByText('Closed', { exact: true }).waitFor();
      await diagnose.getByRole('button', { name: 'Open Diagnose again' }).click();
      await diagnose.getByText('Under way', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await diagnose.getByText('Closed', { exact: true }).waitFor();
    });

    test('Challenge and Normalise start by keyboard, and what a stage gave is written down', async () => {
      for (const stageName of ['Challenge', 'Normalise']) {
        await page.getByRole('button', { name: `Start ${stageName}` }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: `Close ${stageName}` }).waitFor();
      }
      await page.getByRole('button', { name: 'Note on Innovations' }).click();
      await page.getByLabel('What is there').fill('A night desk in two pharmacies.');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByText('A night desk in two pharmacies.').waitFor();
    });

    test('an action of the round is added, and shows in its stage', async () => {
      await page.goto(`${home}/plan/actions/new`);
      await page.getByLabel('Action', { exact: true }).fill('A written offer of support');
      await page.getByLabel('Stage of the cycle').selectOption({ label: 'Change' });
      await page.getByLabel('Round').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Add the action' }).click();
      await heading(/A written offer of support/).waitFor();
      await page.goto(round);
      await page
        .locator('#change')
        .getByRole('link', { name: /^\d+ actions?$/ })
        .waitFor();
    });

    test('the round closes step by step, with everything open carried over or dropped', async () => {
      await page.goto(`${round}/close`);
      const next = () => page.getByRole('button', { name: /^Next:/ }).click();
      await page.getByLabel(/^What is different now/).fill('Two shelters take people at night.');
      await next();
      await page.getByLabel(/^What has become the usual way/).fill('It is in their contracts.');
      await page.getByLabel('What was learnt?').fill('Ask survivors before the plan is written.');
      await next();
      const dropped = page.getByRole('group', { name: 'Local duties come without money' });
      await dropped.getByRole('radio', { name: 'Drop' }).check();
      await dropped.getByLabel(/^Why/).fill('Taken to the region.');
      await page.getByRole('button', { name: 'Carry over all that are not decided' }).click();
      await page.getByText(/^All \d+ are decided/).waitFor();
      // What was typed outlives the page.
      await page.reload();
      await page.getByRole('button', { name: '4 Goals of the next round' }).click();
      await page.getByLabel('What is the next round to reach?').fill('A safe place every night.');
      await next();
      const close = page.getByRole('button', { name: 'Close Round 2' });
      expect(await close.isDisabled()).toBe(true);
      await page.getByLabel('Type “Round 2” to close it').fill('Round 2');
      await close.click();
      await heading('Round 2 of Harbourside is closed').waitFor();
      await page.getByText('Ask survivors before the plan is written.').first().waitFor();
    });

    test('it can be reopened, until the next round takes up what was carried over', async () => {
      await page.getByRole('button', { name: 'Reopen Round 2' }).click();
      await heading(/^Round 2 of Harbourside: /).waitFor();
      await page.getByRole('link', { name: 'Close the round' }).click();
      await page.getByRole('button', { name: '5 Confirm' }).click();
      await page.getByLabel('Type “Round 2” to close it').fill('Round 2');
      await page.getByRole('button', { name: 'Close Round 2' }).click();
      await heading('Round 2 of Harbourside is closed').waitFor();
      await page.goto(home);
      await page.getByRole('button', { name: 'Open round 3' }).click();
      expect(await page.getByLabel('What is this round to reach?').inputValue()).toBe(
        'A safe place every night.',
      );
      await page.getByRole('button', { name: 'Open it' }).click();
      await page
        .getByRole('group', { name: /^The cycle\. Round 3: Diagnose is under way/ })
        .waitFor();
      await page.goto(`${home}/plan`);
      // Eighteen were kept; the one that was dropped is dismissed now.
      await heading(/^Harbourside has 17 kept gaps/).waitFor();
    });

    test('the second round is set beside the first', async () => {
      await page.goto(`${home}/compare/rounds`);
      await page.getByText(/^First full review .* beside One year on/).waitFor();
      const levels = page.getByRole('figure');
      expect(await levels.count()).toBeGreaterThanOrEqual(3);
      await levels.first().getByRole('button', { name: 'Show as a table' }).click();
      await levels.first().getByRole('table').waitFor();
      await page.getByText('How this is worked out').click();
      await page.getByText(/Nothing here says what caused a change/).waitFor();
      expect(faults).toEqual([]);
    });
  },
);
