import { day, number, offlinePage, pagePolicyOf } from '../../document/index.ts';
import { atlasOf, type Atlas } from './map/atlas.ts';
import { noticeOf, type NoticePart } from './notice.ts';
import shipped from './page.json' with { type: 'json' };
import type { Released } from './released.ts';

/** The page saves its map as a picture. */
const parts = { ...shipped, pictures: true };

/** What the page's script draws from. */
export type ExplorerPage = {
  readonly released: Released;
  readonly notice: readonly NoticePart[];
  readonly atlas: Atlas | null;
};

/**
 * What a release's page may load: nothing but the script and the style that stand in it, which a page that was made by an
 * older Freehold names itself. Only for pages that were made here.
 */
export function explorerPolicyOf(page: string): string {
  const own = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)?.[1];
  return own ?? pagePolicyOf(parts);
}

/**
 * A release as one HTML file to look into: filters, counts with intervals, flows from one column to another, a map where
 * values are places, time, and the notice. It works from a disk without any network and holds nothing but the release.
 */
export function explorerPage(released: Released, title: string): string {
  const { madeAt, madeBy, records } = released.manifest;
  const note = `A release of ${number(records)} made-up records and protected counts, made on ${day(madeAt)} by ${madeBy}. No real person’s record is in this file.`;
  const data: ExplorerPage = {
    // What there is of places stands in the atlas, in a third of the text.
    released: { ...released, places: null },
    notice: noticeOf(released),
    atlas: atlasOf(released),
  };
  return offlinePage({ title, note, data }, parts);
}
