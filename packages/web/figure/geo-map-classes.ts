/** A class of a map with fixed breaks: from `least` up to the next class. */
export type MapClass = { readonly least: number; readonly words: string };

/** How many partnerships work in an area: none, one, several, with the breaks of the map of 2017. */
export const partnershipClasses: readonly MapClass[] = [
  { least: 0, words: 'none' },
  { least: 1, words: 'one' },
  { least: 2, words: '2 or 3' },
  { least: 4, words: '4 or 5' },
  { least: 6, words: '6 to 9' },
  { least: 10, words: '10 or more' },
];

/** The class of a count, from 0. */
export function mapClassOf(value: number, classes: readonly MapClass[]): number {
  return classes.findLastIndex(({ least }) => value >= least);
}
