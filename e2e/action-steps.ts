import type { Page } from 'playwright-core';

/** From the list of gaps, at the place's home: makes an action for its first kept gap, and gives its title. */
export async function makeAction(
  page: Page,
  home: string,
  { title = 'Two beds for any night', owner = 'Lantern Trust', dueOn = '2099-12-31' } = {},
): Promise<string> {
  await page.goto(`${home}/plan`);
  await page
    .getByRole('link', { name: /^Make an action/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^A new action for/ }).waitFor();
  await page.getByLabel('Action', { exact: true }).fill(title);
  await page.getByLabel('Owner: organisation').fill(owner);
  await page.getByLabel('Resources', { exact: true }).fill('A nightly rate');
  await page.getByLabel('Due', { exact: true }).fill(dueOn);
  await page.getByRole('button', { name: 'Add the action' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return title;
}

/** On an action's own page: notes progress. */
export async function noteProgress(page: Page, text: string): Promise<void> {
  await page.getByLabel('Note progress').fill(text);
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByRole('listitem').filter({ hasText: text }).waitFor();
}

/** On an action's own page: decides its colour with a reason. */
export async function decideColour(
  page: Page,
  colour: 'Red' | 'Amber' | 'Green',
  reason: string,
): Promise<void> {
  await page.getByRole('button', { name: /^Decide/ }).click();
  await page.getByRole('radio', { name: new RegExp(`^${colour}`) }).check();
  await page.getByLabel('Why?').fill(reason);
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByText(`“${reason}”`).waitFor();
}

/** Sets a target on what is offered first under a name, from its newest value. */
export async function setTarget(
  page: Page,
  home: string,
  { about, aim, title }: { readonly about: RegExp; readonly aim: string; readonly title: string },
): Promise<void> {
  await page.goto(`${home}/plan/targets/new`);
  const choice = page.getByLabel('What is it about?');
  await choice.locator('option').nth(1).waitFor({ state: 'attached' });
  const offered = await choice.locator('option').allTextContents();
  await choice.selectOption({ label: offered.find((each) => about.test(each)) ?? '' });
  await page.getByLabel('Target', { exact: true }).fill(title);
  await page.getByLabel(/^Aim/).fill(aim);
  await page.getByLabel(/^Tolerance/).fill('0.3');
  await page.getByText('The path as it would be').first().waitFor();
  await page.getByRole('button', { name: 'Set the target' }).click();
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
}

/** The whole short way: an action from a gap, a note, its colour, and a target. */
export async function actAndAim(page: Page, home: string): Promise<void> {
  await makeAction(page, home);
  await noteProgress(page, 'One guest house has agreed.');
  await decideColour(page, 'Amber', 'The second house is still missing.');
  await setTarget(page, home, {
    about: /^Topic/,
    aim: '4',
    title: 'As good as it can be',
  });
}
