/** Script and style of a page that is one file, with their hashes for its policy; `scripts/offline-pages.ts` writes them. */
export type PageParts = {
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
  /** Whether the script may look at pictures that it drew itself, to save one: none unless told. */
  readonly pictures?: boolean;
};

/** What a page says before its script has drawn anything, and what the script draws from. */
export type PageContent = {
  readonly title: string;
  readonly note: string;
  readonly data: unknown;
};

/**
 * One HTML file that works from a disk, without any network. Its own policy allows nothing but the script and the style
 * that stand in it, by their hashes. The script finds its data as JSON in the element `#data`.
 */
export function offlinePage({ title, note, data }: PageContent, parts: PageParts): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicyOf(parts)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${parts.style}</style>`,
    '</head>',
    '<body>',
    `<main><h1>${escaped(title)}</h1><p>${escaped(note)}</p></main>`,
    `<script type="application/json" id="data">${asJson(data)}</script>`,
    `<script>${parts.script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What such a page may load: its own script and style, and nothing from anywhere. */
export function pagePolicyOf({ scriptHash, styleHash, pictures = false }: PageParts): string {
  const images = pictures ? ' img-src blob:;' : '';
  return `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}';${images} base-uri 'none'; form-action 'none'`;
}

/** JSON that no text in it can end the element that it stands in. */
function asJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
