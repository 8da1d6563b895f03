import { period } from '../period.ts';
import type { ColumnBook } from './codebook.ts';
import { byCodePoint } from './text-order.ts';

/** What a cell says: a value, nothing (null), or that it cannot stand there. */
export type Meaning = { readonly value: string | null } | { readonly fault: string };

/** A column that is kept. */
export type KeptColumn = Exclude<ColumnBook, { kind: 'left-out' }>;

const absent: Meaning = { value: null };

/** Stands between the pieces of a multi-value cell; no cell holds it. */
export const between = '\0';

/** Reads a column's cells, given without the spaces around them and never empty. */
export function meaningOf(column: KeptColumn): (text: string) => Meaning {
  const blanks = new Set(column.blanks.map((each) => each.trim()));
  const zeroAbsent = 'zero' in column && column.zero === 'absent';
  const read = readerOf(column);
  return (text) => (blanks.has(text) || (zeroAbsent && text === '0') ? absent : read(text));
}

/** The values that a column declares, in their order; null where they are discovered. */
export function declaredIn(column: KeptColumn): readonly string[] | null {
  switch (column.kind) {
    case 'category':
    case 'ordered':
    case 'multi':
      return column.values === 'discover' ? null : column.values.map((each) => each.trim());
    case 'flag':
      return column.zero === 'absent' ? [column.yes] : [column.yes, column.no];
    case 'number':
      return bandsOf(column.cuts);
    case 'date':
      return null;
  }
}

function readerOf(column: KeptColumn): (text: string) => Meaning {
  switch (column.kind) {
    case 'category':
    case 'ordered':
      return among(declaredIn(column));
    case 'flag':
      return flagReader(column);
    case 'multi':
      return multiReader(column);
    case 'number':
      return (text) => banded(text, column.cuts);
    case 'date':
      return (text) => dated(text, column.band);
  }
}

function among(declared: readonly string[] | null): (text: string) => Meaning {
  if (declared === null) return (value) => ({ value });
  const known = new Set(declared);
  return (value) => (known.has(value) ? { value } : { fault: 'value-not-declared' });
}

function flagReader({ yes, no, zero }: Extract<KeptColumn, { kind: 'flag' }>) {
  return (value: string): Meaning => {
    if (value === yes || (value === no && zero === 'value')) return { value };
    return value === no ? absent : { fault: 'value-not-declared' };
  };
}

function multiReader(column: Extract<KeptColumn, { kind: 'multi' }>): (text: string) => Meaning {
  const piece = meaningOf({ ...column, kind: 'category' });
  return (text) => {
    const pieces = text.split(column.delimiter).map((each) => each.trim());
    const read = pieces.filter((each) => each !== '').map(piece);
    const fault = read.find((each) => 'fault' in each);
    if (fault !== undefined) return fault;
    const found = read.flatMap((each) =>
      'value' in each && each.value !== null ? each.value : [],
    );
    return found.length === 0 ? absent : { value: joined(found) };
  };
}

/** Pieces as one text: each once, in the order of their code points. */
export function joined(pieces: readonly string[]): string {
  return [...new Set(pieces)].toSorted(byCodePoint).join(between);
}

const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

function banded(text: string, cuts: readonly number[]): Meaning {
  const value = plainNumber.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return { fault: 'number-expected' };
  const below = cuts.filter((cut) => cut <= value).length;
  return { value: bandsOf(cuts)[below] ?? null };
}

function bandsOf(cuts: readonly number[]): readonly string[] {
  const inner = cuts.slice(1).map((cut, at) => `${cuts[at]} to under ${cut}`);
  return [`under ${cuts[0]}`, ...inner, `${cuts.at(-1)} and over`];
}

function dated(text: string, band: 'year' | 'quarter' | 'month'): Meaning {
  // A time of day after the date is no matter here.
  const found = period(text.replace(/[T ]\d{1,2}:\d{2}.*$/, ''));
  if (found === null || bandOf(found.start, band) !== bandOf(found.end, band))
    return { fault: 'not-a-date' };
  return { value: bandOf(found.start, band) };
}

function bandOf(day: string, band: 'year' | 'quarter' | 'month'): string {
  if (band === 'year') return day.slice(0, 4);
  if (band === 'month') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
