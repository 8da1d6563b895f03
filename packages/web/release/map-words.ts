import { fileSize } from '../data/words.ts';
import { count, number, sayProblems } from '../words.ts';

sayProblems({
  'places-too-large': ({ bytes, most }) =>
    `This file has ${fileSize(Number(bytes))}; at most ${fileSize(Number(most))} are read. Take coarser outlines.`,
  'places-too-many': ({ rows, most }) =>
    `This file has ${number(Number(rows))} places; at most ${number(Number(most))} are read.`,
  'places-none': () => 'There is no place in this file.',
  'places-too-fine': ({ most }) =>
    `The outlines have more than ${number(Number(most))} positions. Take coarser ones.`,
  'places-foreign': () =>
    'No value of this release is a place of this file. Choose another field for the names, or another file.',
  'place-not-released': ({ name }) =>
    `“${String(name)}” is a point that no released value names, and must not be in the file.`,
  'place-unnamed': () => 'It has no name.',
  'place-name-unwritable': () => 'Its name holds characters that no name has.',
  'coordinates-missing': () => 'Its latitude or longitude is missing.',
  'coordinate-unreadable': () => 'This is no number of degrees. Write 53.96 or -1.08.',
  'geometry-not-a-place': () => 'This is neither a point nor an area.',
});

export const mapPlacesWords = {
  title: 'Its map',
  says: 'Countries and nationalities find their place on the map of the page by themselves. For other places, such as police areas, districts or towns, add a file of public geography: it becomes part of the release.',
  caution:
    'Only public geography: never where somebody was. Of its points only those leave that a released value names; all of its areas leave.',
  file: 'File of places',
  hint: 'GeoJSON with points or areas, or CSV with a name, latitude and longitude, in degrees (WGS 84). Up to 16 MB; outlines are simplified.',
  source: 'Where it is from, and its licence',
  sourceHint:
    'It stands under the map, such as “Office for National Statistics, Open Government Licence v3.0”.',
  names: 'Names are in',
  latitude: 'Latitude is in',
  longitude: 'Longitude is in',
  remove: 'Take the places out',
  choose: 'choose',
  read: (name: string, places: number, rows: number) =>
    `${name}: ${count(places, 'place', 'places')} of ${count(rows, 'row', 'rows')}`,
  column: (name: string, placed: number, values: number) =>
    `${name}: ${number(placed)} of ${count(values, 'released value', 'released values')} have a place`,
  nothing:
    'No released value has a place in it. Choose another field for the names, or another file.',
  missed: (n: number) => `${count(n, 'value', 'values')} without a place`,
  unused: (n: number) => `${count(n, 'place', 'places')} that no released value names`,
  leftOut: (n: number) =>
    n === 0 ? '' : `${count(n, 'point', 'points')} among them will not leave.`,
  rows: (n: number) => `${count(n, 'row cannot', 'rows cannot')} be placed`,
  picture: (n: number) => `${count(n, 'place', 'places')} as they will be drawn`,
} as const;
