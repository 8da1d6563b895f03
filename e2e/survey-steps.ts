import type { Page } from 'playwright-core';

// What respondents and co-ordinators do in a survey, by the names that a screen reader would say.

/** Begins a wave of relationships, asks these organisations, opens it, and answers with their links. */
export async function openRelationships(
  page: Page,
  home: string,
  organisations: readonly string[],
): Promise<readonly string[]> {
  await page.goto(`${home}/partners/surveys/new`);
  await page
    .getByLabel('What is asked')
    .selectOption({ label: 'Working relationships of members' });
  await page.getByRole('button', { name: 'Begin the wave' }).click();
  await page.getByRole('heading', { level: 1, name: /nobody is asked yet/ }).waitFor();
  await page.getByLabel('One a line: name, e-mail, language').fill(organisations.join('\n'));
  const n = organisations.length;
  await page.getByRole('button', { name: `Look at ${n} lines` }).click();
  await page.getByRole('button', { name: `Add ${n}` }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`0 of ${n} have`) }).waitFor();
  await page.getByRole('button', { name: 'Open the wave' }).click();
  await page.getByRole('button', { name: 'Close the wave' }).waitFor();
  const links: string[] = [];
  for (const name of organisations) {
    await page.getByRole('button', { name: `Show the link of ${name}` }).click();
    links.push(await page.getByLabel('Link', { exact: true }).inputValue());
    await page.getByRole('button', { name: 'Done' }).click();
  }
  return links;
}

/** Agrees, says one's role, and comes to the questions about the first organisation. */
export async function agreeAndStart(page: Page, link: string, other: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'I agree to take part' }).click();
  await page.getByRole('link', { name: 'Start' }).click();
  await page.getByLabel('In what role do you answer?').fill('Lead');
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('heading', { level: 1, name: other }).waitFor();
}

/** Chooses an answer in the group that asks this. */
export async function choose(page: Page, asks: RegExp, answer: RegExp): Promise<void> {
  await page.getByRole('group', { name: asks }).getByRole('radio', { name: answer }).check();
}

export async function finish(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'To the end' }).click();
  await page.getByText(/All answers saved/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'I have finished', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /You have finished/ }).waitFor();
}
