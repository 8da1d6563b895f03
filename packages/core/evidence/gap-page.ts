import type { ConfidenceRule } from './claim.ts';
import type { MapStudy } from './gap-map.ts';
import type { DoneHere, MapFrame } from './gap-map-view.ts';
import parts from './gap-page.json' with { type: 'json' };

/** Everything that a saved map is drawn from. */
export type MapPage = {
  readonly frame: MapFrame;
  readonly studies: readonly MapStudy[];
  readonly rule: ConfidenceRule;
  readonly done: readonly DoneHere[];
};

/**
 * An evidence and gap map as one HTML file that works from a disk: with filters, cells and their studies, and without
 * any network. Its own policy allows nothing but the script and the style that stand in it, by their hashes.
 *
 * `note` says under the title where the map is from and of what day; whoever makes it up says so there.
 */
export function gapPage(
  page: MapPage,
  { title, note }: { readonly title: string; readonly note: string },
): string {
  const policy = `default-src 'none'; script-src '${parts.scriptHash}'; style-src '${parts.styleHash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${parts.style}</style>`,
    '</head>',
    '<body>',
    `<main><h1>${escaped(title)}</h1><p>${escaped(note)}</p></main>`,
    `<script type="application/json" id="map">${data(page)}</script>`,
    `<script>${parts.script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** JSON that no text in it can end the element that it stands in. */
function data(page: MapPage): string {
  return JSON.stringify(page).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
