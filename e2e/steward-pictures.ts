// Makes the pictures of the data steward's guide anew, from made-up records: node e2e/steward-pictures.ts

import { picturing } from './pictures.ts';
import { studioSteps } from './studio-steps.ts';

await picturing('steward', async ({ page, home, taken }) => {
  const steps = studioSteps(page);
  await page.goto(`${home}/release`);
  await steps.button('Try it with made-up records').click();
  const codebook = page.getByRole('heading', { name: /The codebook/ });
  await codebook.waitFor();
  await taken('prepare', codebook);
  await steps.button('Read the records').click();
  await steps.assess();
  await taken('assess', page.getByText('Stand out', { exact: true }));
  await steps.next('Release');
  await steps.make();
  await taken('release', page.getByText('What is promised', { exact: true }));
  await steps.next('Check');
  await taken('check', page.getByRole('heading', { name: 'What is promised' }));
  await steps.sign();
  await steps.together('Made-up records, 2022 to 2025');
  await taken('publish', page.getByRole('heading', { name: 'The files', exact: true }));
});
