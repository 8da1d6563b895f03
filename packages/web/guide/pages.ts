/** The repository's own pages that people read here too: their file's name, and what each is for. */
export const guidePages = [
  [
    'co-ordinator-guide',
    'A co-ordinator’s guide',
    'From nothing to a plan that agencies stand behind, and round again.',
  ],
  [
    'steward-guide',
    'A data steward’s guide',
    'Releasing what case records show without letting anybody find a person in them.',
  ],
  ['words', 'Words', 'What each word means here, and what it is easily taken for.'],
  ['roles', 'Who may do what', 'What each role of a partnership may see and change.'],
  ['privacy', 'Privacy of a release', 'What is promised, what it costs, and how to check it.'],
  ['release', 'Releasing records in a terminal', 'The same studio as commands, for large files.'],
  ['formats', 'Files in and out', 'How files are laid out, column by column.'],
  [
    'operations',
    'Running Freehold',
    'Servers, backups and restoring, for whoever looks after the installation.',
  ],
] as const;

export type GuidePage = (typeof guidePages)[number][0];

const texts = import.meta.glob<string>(
  '../../../docs/{co-ordinator-guide,steward-guide,words,roles,privacy,release,formats,operations}.md',
  { query: '?raw', import: 'default' },
);

/** The text of a page, in Markdown; null where there is no such page. */
export async function guideText(name: string): Promise<string | null> {
  return isGuidePage(name) ? ((await texts[`../../../docs/${name}.md`]?.()) ?? null) : null;
}

export function isGuidePage(name: string): name is GuidePage {
  return guidePages.some(([page]) => page === name);
}

/** Where a link of a page leads here: to another page, within the page, away, or nowhere: then its words alone are shown. */
export function linkOf(
  href: string,
): { readonly page: GuidePage; readonly hash: string } | { readonly to: string } | null {
  if (/^(?:https:|#)/.test(href)) return { to: href };
  const [file = '', hash = ''] = href.split('#');
  const page = file.replace(/\.md$/, '');
  return file.endsWith('.md') && isGuidePage(page) ? { page, hash } : null;
}

/** What a heading is found by, as the repository's host names it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}
