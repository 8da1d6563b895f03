import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchorOf, guidePages, guideText, linkOf } from './pages.ts';

test('every page of the guide is a page of the repository, and nothing else is read', async () => {
  for (const [name] of guidePages) {
    expect(existsSync(new URL(`../../../docs/${name}.md`, import.meta.url))).toBe(true);
    expect(await guideText(name)).toMatch(/^# /);
  }
  expect(await guideText('benchmarks')).toBeNull();
  expect(await guideText('../README')).toBeNull();
});

test('links to other pages stay here, links to the outside lead out, others are words', () => {
  expect(linkOf('steward-guide.md')).toEqual({ page: 'steward-guide', hash: '' });
  expect(linkOf('privacy.md#for-a-data-steward')).toEqual({
    ...{ page: 'privacy', hash: 'for-a-data-steward' },
  });
  expect(linkOf('#attacks')).toEqual({ to: '#attacks' });
  expect(linkOf('https://age-encryption.org')).toEqual({ to: 'https://age-encryption.org' });
  for (const href of [
    'decisions/0022-as-many-records-as-rows.md',
    'javascript:alert(1)',
    'http://x',
  ])
    expect(linkOf(href)).toBeNull();
});

test('a heading is found by the name that links in the pages use', () => {
  expect(anchorOf('For a data steward')).toBe('for-a-data-steward');
  expect(anchorOf('1 · Prepare: say what each column holds')).toBe(
    '1--prepare-say-what-each-column-holds',
  );
});
