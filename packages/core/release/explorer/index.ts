// A release to be read and looked into. In one breath:
//
//   const files = bundled(title, { manifest, counts, synthetic, codebook, ledger })   // texts by file name, or problems
//   const released = releasedFrom({ manifest, counts, synthetic, codebook, ledger })  // read and checked
//   explorerPage(released.value, title)                                              // one HTML file
//   const teller = new Teller(released.value)
//   filtered(teller, chosen), flows(teller, chosen, from, to)                        // what may be told of a selection
//
// `ledger` is what `shownToPublic` of core/privacy gives, or null.
export { AnyManifest } from './any-manifest.ts';
export { leastOf, rowsOf } from './least.ts';
export { pairsIn } from '../combination.ts';
export {
  bundled,
  bundleFiles,
  possibleFiles,
  toldOf,
  type Bundle,
  type BundleFile,
} from './bundle.ts';
export { type ReleasedColumn } from './columns.ts';
export { filtered, flows, type Bar, type Filtered, type Flow } from './filtered.ts';
export { type Atlas, type Layer, type PlacedColumn } from './map/atlas.ts';
export { gazetteerOf } from './map/gazetteer.ts';
export { isInside, type Position } from './map/outline.ts';
export { unpacked, type Shape } from './map/packed.ts';
export { Places, placesIn, released as releasedPlaces, type Place } from './map/places.ts';
export { placedIn, placesText, type Placed } from './map/placed.ts';
export { framed, type Frame, type Point } from './map/projection.ts';
export { readPlaces, unsaid, type PlaceFields, type ReadPlaces } from './map/read-places.ts';
export { noticeOf, noticeText, type NoticePart } from './notice.ts';
export { explorerPage, explorerPolicyOf, type ExplorerPage } from './page.ts';
export { releasedFrom, ShownLedger, type Released, type ReleaseTexts } from './released.ts';
export { releasedCounts, Teller, type Chosen, type Told } from './told.ts';
