// Makes the pictures of the co-ordinator's guide anew, from the example: node e2e/co-ordinator-pictures.ts

import { picturing } from './pictures.ts';

await picturing('co-ordinator', async ({ page, home, taken }) => {
  const shown = async (name: string, path: string, from: string | RegExp) => {
    await page.goto(`${home}${path}`);
    const part = page.getByRole('heading', { name: from }).or(page.getByText(from)).first();
    await part.waitFor();
    // Boundaries, networks and figures come after the words.
    await page.waitForLoadState('networkidle');
    await taken(name, part);
  };
  await shown('ask', '/reviews/new', 'Which questions?');
  await shown('picture', '', /^A picture of /);
  await shown('priorities', '/plan/priorities', /^First: /);
  await shown('cycle', '', /^Round 2: /);
  await shown('network', '/partners/network', /^Network of /);
  await shown('portfolio', '/plan/portfolio', /^\d+ of \d+ cells have something in them; /);
  await shown('survivors', '/plan/survivor-input', /^Survivors said /);
});
