import type { Page } from 'playwright-core';

type InputFiles = Parameters<Page['setInputFiles']>[1];

/** The steps of the release studio, as somebody takes them on its page. */
export function studioSteps(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const next = (step: string) => page.getByRole('link', { name: `Next: ${step}` }).click();
  return {
    button,
    next,
    read: async (file: InputFiles) => {
      await page.getByLabel('File of records').setInputFiles(file);
      await button('Read the records').click();
      await page.getByText(/are ready/).waitFor();
    },
    assess: async () => {
      await next('Assess');
      await button('Look for what is rare').click();
      await page.getByText('Stand out', { exact: true }).waitFor();
    },
    make: async () => {
      await button('Make a release').click();
      await page.getByRole('heading', { name: 'The releases that were made' }).waitFor();
    },
    sign: async () => {
      for (const box of await page.locator('.stack-tight > .tick input').all()) await box.check();
      await page.getByLabel('Your name').fill('Ada');
      await button(/Sign that release/).click();
    },
    together: async (title: string) => {
      await next('Publish');
      await page.getByLabel('Title of the release').fill(title);
      await button('Put the files together').click();
      await button('Save explorer.html').waitFor();
    },
  };
}
