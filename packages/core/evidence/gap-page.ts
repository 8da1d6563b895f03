import { offlinePage } from '../document/index.ts';
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
 * any network.
 *
 * `note` says under the title where the map is from and of what day; whoever makes it up says so there.
 */
export function gapPage(
  page: MapPage,
  { title, note }: { readonly title: string; readonly note: string },
): string {
  return offlinePage({ title, note, data: page }, parts);
}
