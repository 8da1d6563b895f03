import type { Page } from 'playwright-core';

/**
 * Watches what a page asks for, and gives the way to wait until it has a title, has drawn its maps and asks for nothing more:
 * at most eight seconds, since some pages go on asking. Once for each page of a browser.
 */
export function settling(page: Page): () => Promise<void> {
  const open = new Set<object>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  // What a page that was left had asked for is nobody's any more.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) open.clear();
  });
  return async () => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const until = Date.now() + 8000;
    for (let still = 0; still < 2 && Date.now() < until;) {
      const isDrawn = await page.evaluate(drawn);
      still = isDrawn && open.size === 0 ? still + 1 : 0;
    }
  };
}

/** Whether nothing is announced as loading or still to be drawn, once the page has had nothing else to do for a moment. */
async function drawn(): Promise<boolean> {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
  await new Promise((resolve) => setTimeout(resolve, 25));
  await idle();
  const said = [...document.querySelectorAll('[role=status]')].map((each) => each.textContent);
  return (
    !said.some((text) => /^Loading .* …$/.test(text)) &&
    document.querySelector('.geo-map:not([data-ready])') === null
  );
}
