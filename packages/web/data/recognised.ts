import { period } from '@freehold/core/period';
import type { Mapping, ObservationMapping } from '@freehold/core/data';

/** What a file's first rows show. */
export type Sample = {
  readonly form: 'table' | 'geojson';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Does a mapping fit a file: is the file of its form, and does it have every column that the mapping reads? */
export function fits(mapping: Mapping, { form, columns }: Omit<Sample, 'rows'>): boolean {
  if ((mapping.kind === 'boundaries') !== (form === 'geojson')) return false;
  const there = new Set(columns.map((name) => name.trim()));
  return columnsOf(mapping).every((column) => there.has(column));
}

/** Every column that a mapping reads, each once. */
export function columnsOf(mapping: Mapping): readonly string[] {
  return [...new Set(read(mapping).filter((column) => column !== undefined))];
}

function read(mapping: Mapping): readonly (string | undefined)[] {
  switch (mapping.kind) {
    case 'observations':
      return [
        mapping.place.column,
        'column' in mapping.period ? mapping.period.column : undefined,
        ...mapping.where.map(({ column }) => column),
        ...mapping.measures.flatMap(readByMeasure),
      ];
    case 'places':
      return mapping.places.flatMap(({ code, name }) => [code, name]);
    case 'populations':
      return [
        mapping.place.column,
        'column' in mapping.year ? mapping.year.column : undefined,
        mapping.population.column,
        ...mapping.where.map(({ column }) => column),
      ];
    case 'boundaries':
      return [mapping.code, mapping.name];
  }
}

function readByMeasure({
  value,
  numerator,
  denominator,
  low,
  high,
  note,
}: ObservationMapping['measures'][number]): readonly (string | undefined)[] {
  const main = 'column' in value ? value.column : 'sumOf' in value ? value.sumOf : undefined;
  return [main, numerator, denominator, low, high, note];
}

/** What a column seems to hold, by its cells; `text` where nothing else fits all that are filled. */
export type ColumnKind = 'code' | 'period' | 'number' | 'text';

export function kindOf({ columns, rows }: Sample, column: string): ColumnKind {
  const at = columns.indexOf(column);
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return 'text';
  if (cells.every((cell) => officialCode.test(cell))) return 'code';
  if (cells.every((cell) => period(cell) !== null)) return 'period';
  if (cells.some((cell) => /\d/.test(cell)) && cells.every(isNumberLike)) return 'number';
  return 'text';
}

/** Codes of the United Kingdom's statistical geography: a letter for the nation, then eight digits. */
const officialCode = /^[EWSNKJ]\d{8}$/;

function isNumberLike(cell: string): boolean {
  return /^[-−]?[\d., ]+%?$/.test(cell) || /^\[?[a-z*.:-]{1,3}\]?$/i.test(cell);
}
