import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { chromiumPath, enterExample, openPage, stage, type Stage } from './stage.ts';

describe.skipIf(chromiumPath === null)('theories of change, in Chromium', () => {
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

  const heading = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const saved = (of = page) => of.getByText(/All changes saved/).waitFor();
  const next = (stageName: string) =>
    page.getByRole('button', { name: `Next: ${stageName}` }).click();
  const add = async (within: string, label: string, words: string, why = '') => {
    const ask = page.getByRole('region', { name: within });
    await ask.getByLabel(label).fill(words);
    if (why !== '') await ask.getByLabel('Why does it lead there?').fill(why);
    await ask.getByRole('button', { name: 'Add', exact: true }).click();
  };

  test('a theory is built by the wizard, and every check but the evidence passes', async () => {
    await page.goto(`${home}/change`);
    await page.getByRole('button', { name: 'Begin a theory' }).click();
    await page.getByLabel('What is it about?').fill('Car washes');
    await page.getByRole('button', { name: 'Begin in six stages' }).click();
    await page.getByLabel('What will be so in the end?').fill('Nobody is held at a car wash');
    await page.getByRole('button', { name: 'Add the goal' }).click();
    await next('backwards mapping');
    await add(
      'Before “Nobody is held at a car wash”',
      'What must be in place before it?',
      'Workers know whom to ask',
      'Who knows can leave.',
    );
    await next('assumptions');
    const link = 'Workers know whom to ask → Nobody is held at a car wash';
    await add(link, 'What has to be so?', 'They may leave the site');
    const assumption = page.getByRole('region', { name: link });
    await assumption.getByLabel('Does it hold?').selectOption('partly');
    await next('interventions');
    await add(
      'To bring about “Workers know whom to ask”',
      'What does somebody do?',
      'Visits with an interpreter',
      'People ask whom they have met.',
    );
    await next('indicators');
    await add('Workers know whom to ask', 'How would you see it?', 'Share who can name a contact');
    await next('narrative');
    await page.getByLabel('The theory in a few sentences').fill('Visits first, then trust.');
    await heading(/^Car washes: 1 thing is to mend$/);
    await page.getByText(/From “Visits with an interpreter”, every way to the goal/).waitFor();
    await saved();
  });

  /** Walks by Tab alone until what has the focus says this. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let at = 0; at < 120; at += 1) {
      await page.keyboard.press('Tab');
      const says = await page.evaluate(() => {
        const here = document.activeElement;
        if (!(here instanceof HTMLElement)) return '';
        const label = 'labels' in here ? (here as HTMLInputElement).labels?.[0]?.textContent : '';
        return here.getAttribute('aria-label') ?? (label ? label : (here.textContent ?? ''));
      });
      if (name.test(says.trim())) return;
    }
    throw new Error(`the keyboard does not reach ${String(name)}`);
  }

  test('another is drawn by keyboard alone: added, linked, moved, removed, taken back', async () => {
    const canvas = page.getByRole('region', { name: 'Drawing of the theory' });
    await page.goto(`${home}/change`);
    await heading(/theories of change are drawn/);
    await tabTo(/^Begin a theory$/);
    await page.keyboard.press('Enter');
    await tabTo(/^What is it about\?/);
    await page.keyboard.type('By keys');
    await page.keyboard.press('Enter');
    await heading(/^By keys/);
    await tabTo(/^Drawing$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Add a node$/);
    await page.keyboard.press('Enter');
    await canvas.getByRole('button', { name: /^Impact.*The goal/ }).waitFor();
    await tabTo(/^Impact.*The goal/);
    await page.keyboard.press('n');
    await page.getByLabel('What is it?').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Workers are safe');
    const box = canvas.getByRole('button', { name: /^Outcome.*Workers are safe/ });
    await box.waitFor();
    await box.focus();
    const before = await box.boundingBox();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => ((await box.boundingBox())?.x ?? 0) - (before?.x ?? 0))
      .toBeGreaterThan(4);
    await page.keyboard.press('ArrowUp');
    await page
      .getByRole('button', { name: /^Impact\W*The goal/ })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('l');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'The chosen link' }).getByText('leads to').waitFor();
    await heading(/^By keys: \d+ things are to mend$/);
    await page
      .getByText(/Goes round in a circle/)
      .first()
      .waitFor();
    await box.focus();
    await page.keyboard.press('Delete');
    await box.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await box.waitFor();
    await page.keyboard.press('Control+z');
    await page
      .getByText(/Goes round in a circle/)
      .first()
      .waitFor({ state: 'detached' });
    await saved();
  });

  test('two people save at once: the second sees both and chooses', async () => {
    const second = await on.browser.newContext({ storageState: await context.storageState() });
    const other = await openPage(second, faults);
    const address = page.url().replace(/\?.*/, '?view=outline');
    const open = async (who: Page) => {
      await who.goto(address);
      await who
        .getByRole('button', { name: /Workers are safe/, pressed: false })
        .first()
        .click();
    };
    await open(page);
    await open(other);
    await page.getByLabel('What is it?').fill('Workers are safe at work');
    await saved();
    await other
      .getByLabel('Actor', { exact: true })
      .evaluate((field) => field.closest('details')?.setAttribute('open', ''));
    await other.getByLabel('Actor', { exact: true }).fill('The union');
    await other.getByLabel('What is it?').fill('Workers are safe at home');
    const dialog = other.getByRole('dialog');
    await dialog.getByText('Workers are safe at work').waitFor();
    await dialog.getByRole('radio', { name: /Workers are safe at work/ }).check();
    await dialog.getByRole('button', { name: 'Keep what I chose' }).click();
    await saved(other);
    await page.reload();
    await page
      .getByRole('button', { name: /Workers are safe at work/ })
      .first()
      .click();
    expect(await page.getByLabel('Actor', { exact: true }).inputValue()).toBe('The union');
    await second.close();
  });

  test.each(['canvas', 'outline'])(
    'the example’s theory has no accessibility fault as %s',
    async (view) => {
      await page.goto(`${home}/change`);
      await page
        .getByRole('link', { name: 'Nobody at the harbour is held in forced labour' })
        .click();
      await heading(/Nobody at the harbour/);
      await page.goto(`${page.url().replace(/\?.*/, '')}?view=${view}`);
      const goal = page.getByRole('button', { name: /Impact.*Nobody at the harbour/ });
      await goal.click();
      await page.getByRole('region', { name: 'The chosen node' }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );
});
