import type { Page } from 'playwright-core';

/** Writes down whatever the browser says that it refused by the policies that a page came with. */
export function watchBlocked(page: Page, blocked: string[]): void {
  page.on('console', (message) => {
    if (/Content Security Policy|Cross-Origin|COEP|CORP/i.test(message.text()))
      blocked.push(`${page.url()}: ${message.text()}`);
  });
}
