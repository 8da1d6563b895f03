import { fine, type Outcome } from '../../problem.ts';
import { noticeText } from './notice.ts';
import { explorerPage } from './page.ts';
import { releasedFrom, type Released, type ReleaseTexts } from './released.ts';

/** The files of every release, in the order in which they are listed. */
export const bundleFiles = [
  'synthetic.csv',
  'counts.csv',
  'manifest.json',
  'codebook.json',
  'notice.md',
  'explorer.html',
] as const;
/** All that a release may have: places are there where some were added to its map. */
export const possibleFiles = [...bundleFiles, 'places.json'] as const;
export type BundleFile = (typeof possibleFiles)[number];

export type Bundle = Readonly<Record<(typeof bundleFiles)[number], string>> & {
  readonly 'places.json'?: string;
};

/**
 * The files that leave the house together: those that were made, as they are, with a notice in plain words and a page to
 * look into them. Problems are those of a release that does not hold together. [RL-30]
 */
export function bundled(title: string, texts: ReleaseTexts): Outcome<Bundle> {
  const released = releasedFrom(texts);
  if (!released.ok) return released;
  return fine({
    'synthetic.csv': texts.synthetic,
    'counts.csv': texts.counts,
    'manifest.json': texts.manifest,
    'codebook.json': texts.codebook,
    ...toldOf(title, released.value),
    ...(texts.places !== undefined && { 'places.json': texts.places }),
  });
}

/** The files that are written about a release that was read: its notice and its page. */
export function toldOf(
  title: string,
  released: Released,
): Pick<Bundle, 'notice.md' | 'explorer.html'> {
  return {
    'notice.md': noticeText(title, released),
    'explorer.html': explorerPage(released, title),
  };
}
