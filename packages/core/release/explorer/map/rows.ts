import { fine, problem, refused, type Outcome } from '../../../problem.ts';
import { named, repeated, TableReader } from '../../../table/index.ts';
import {
  positionOf,
  type Coordinates,
  type Found,
  type FoundPlaces,
  type FoundShape,
} from './features.ts';

/**
 * The rows of a table of places, each with its point; rows are numbered with the header as 1. Problems: `no-rows`,
 * `column-repeated`. Of a row: what the table room found, `coordinates-missing`, `coordinate-unreadable`,
 * `coordinates-out-of-range`.
 */
export function rowsIn(text: string, asked: Coordinates): Outcome<FoundPlaces> {
  const reader = new TableReader();
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  if (header === undefined) return refused(problem('no-rows'));
  const columns = named(header.cells);
  const twice = [...header.problems, ...repeated(columns)];
  if (twice.length > 0) return refused(...twice);
  const fields = columns.filter((name) => name !== '');
  const coordinates = {
    latitude: asked.latitude ?? fields.find((name) => latitudes.test(name)) ?? null,
    longitude: asked.longitude ?? fields.find((name) => longitudes.test(name)) ?? null,
  };
  const found = rows.map(({ row, cells, problems }): Found => {
    const said = (field: string) => (cells[columns.indexOf(field)] ?? '').trim();
    const shape = problems.length > 0 ? refused(...problems) : pointOf(said, coordinates, row);
    return { row, said, shape };
  });
  return fine({ kind: 'table', fields, found, coordinates });
}

const latitudes = /^(lat|latitude|y)$|latitude/i;
const longitudes = /^(lon|lng|long|longitude|x)$|longitude/i;

function pointOf(
  said: Found['said'],
  { latitude, longitude }: Coordinates,
  row: number,
): Outcome<FoundShape> {
  if (latitude === null || longitude === null) return refused();
  const cells = [longitude, latitude].map((column) => ({ column, text: said(column) }));
  const missing = cells.filter(({ text }) => text === '');
  if (missing.length > 0)
    return refused(
      ...missing.map(({ column }) => problem('coordinates-missing', {}, { row, column })),
    );
  const unread = cells.filter(({ text }) => !degrees.test(text));
  if (unread.length > 0)
    return refused(
      ...unread.map(({ column }) => problem('coordinate-unreadable', {}, { row, column })),
    );
  const point = positionOf(cells.map(({ text }) => Number(text.replace(',', '.'))));
  return typeof point === 'string'
    ? refused(problem(point, {}, { row, column: latitude }))
    : fine({ point });
}

/** 51.5, -0.12, and 51,5 as some countries write it. */
const degrees = /^[+-]?\d{1,9}([.,]\d*)?$/;
