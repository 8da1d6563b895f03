import { capital, count, number } from '@freehold/core/document';

export const mapWords = {
  title: (label: string, seen: string) => `${label} has most on the map: ${seen}`,
  nothing: 'Nothing that is placed may be told under what is chosen',
  circles: 'Circles',
  look: 'Show',
  all: 'everything',
  only: (name: string) => `${name} only`,
  press: (name: string) =>
    `Circles are counts of ${name}, under what is chosen; the ring around one is the most that it may be. Press a place to narrow down; arrow keys go from place to place.`,
  lines: (drawn: number, all: number) =>
    all === 0
      ? ''
      : drawn < all
        ? `Lines are the ${number(drawn)} largest of ${count(all, 'released pair', 'released pairs')} with both ends on the map.`
        : `Lines are the ${count(all, 'released pair', 'released pairs')} with both ends on the map.`,
  within: (n: number) =>
    n === 0
      ? ''
      : `${capital(count(n, 'pair stays', 'pairs stay'))} within a country or a place and ${n === 1 ? 'has' : 'have'} no line.`,
  outside: (n: number) =>
    `Show everything to see the lines of ${count(n, 'released pair', 'released pairs')}.`,
  unreleased: (n: number) =>
    n === 0
      ? ''
      : `${capital(count(n, 'pair has', 'pairs have'))} no released count and ${n === 1 ? 'is' : 'are'} in the table only (≈).`,
  hidden: (n: number) =>
    n === 0
      ? ''
      : `${capital(count(n, 'place is', 'places are'))} hidden and not drawn: [c] in the table.`,
  strays: (name: string, n: number) => `Not on the map, ${name}: ${number(n)}`,
  beside: (label: string) => `in the same place as ${label}`,
  twin: 'The map as a table',
  place: 'Place',
  count: 'Count',
  where: 'On the map',
  drawn: 'drawn',
  notDrawn: 'placed, not drawn',
  unknown: 'no known place',
  neither: (names: string) =>
    `Neither of these columns can be drawn on a map. These can: ${names}. Choose one above.`,
  sources: (source: string | null, world: boolean) =>
    [
      ...(world ? ['Countries: Natural Earth (public domain)'] : []),
      ...(source === null ? [] : [`Places: ${source}`]),
    ].join('. '),
  size: 'Size of a circle',
  width: 'Width of a line',
} as const;
