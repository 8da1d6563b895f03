import { Layer, mechanisms, SixC, Timing } from './pathway.ts';

// What people write, in small letters, for the codes of this room.

/** A pathway's code, or either of its labels. */
export const wordsOfPathways: ReadonlyMap<string, string> = new Map(
  mechanisms.flatMap(({ code, report, article }) =>
    [code, report, article].map((each): [string, string] => [each.toLowerCase(), code]),
  ),
);

/** A timing, its initial, or "re-trafficking" in one word. */
export const timingWords: ReadonlyMap<string, string> = new Map([
  ...Timing.options.flatMap((each): [string, string][] => [
    [each, each],
    [each.slice(0, 1), each],
  ]),
  ['retrafficking', 're-trafficking'],
]);

export const layerWords: ReadonlyMap<string, string> = new Map([
  ...Layer.options.map((each): [string, string] => [each, each]),
  ...Layer.options.map((each): [string, string] => [each.replaceAll('-', ' '), each]),
  ['regional and local', 'regional-local'],
]);

export const sixCWords: ReadonlyMap<string, string> = new Map([
  ...SixC.options.map((each): [string, string] => [each, each]),
  ['compliant with international law', 'compliant'],
]);
