import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong on a page by WCAG 2.2, levels A and AA: the rule and the first element. Axe runs in the page itself,
 * which takes a third of the time of its own wrapper; frames inside are not looked into.
 */
export async function axeFaults(page: Page): Promise<readonly (readonly [string, string])[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(async (options: RunOptions) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: unknown, options: RunOptions) => Promise<AxeResults> };
    };
    const { violations } = await axe.run(document, options);
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200) ?? ''] as const);
  }, optionsOf(tags));
}

function optionsOf(values: string[]): RunOptions {
  return { runOnly: values, resultTypes: ['violations'], iframes: false };
}
