import { period } from '../period.ts';
import { usualColumn, type Codebook, type ColumnBook } from './codebook.ts';
import { fifths } from './fifths.ts';
import { named } from './records.ts';
import type { TableRow } from './splitter.ts';

/** Different texts of a column that are looked at, at most. */
const mostTexts = 10_000;
/** More different texts than this, or in more than half of the rows, and a column is free text. */
const mostCategories = 1000;
const fewestRows = 20;
const numbersThatAreCategories = 20;
const datesThatAreCategories = 24;
const leastShareOfLists = 0.05;

/** What was met in a column of the file. */
export type ColumnSeen = {
  readonly name: string;
  /** Rows that have something here. */
  readonly filled: number;
  /** Different texts; null where there are more than are looked at. */
  readonly different: number | null;
  /** The most frequent first. */
  readonly common: readonly { readonly text: string; readonly rows: number }[];
};

/** Texts of a column that are told. */
const mostTold = 200;

/** Looks at rows as they come and proposes what each column is, for a person to confirm. */
export class Proposer {
  readonly #columns: readonly Seen[];

  constructor(header: readonly string[]) {
    this.#columns = named(header).map((name) => ({
      name,
      texts: new Map(),
      filled: 0,
      more: false,
    }));
  }

  add({ cells, problems }: TableRow): void {
    if (problems.length > 0) return;
    for (let at = 0; at < this.#columns.length; at += 1) {
      const column = this.#columns[at];
      const text = cells[at]?.trim() ?? '';
      if (column === undefined || text === '') continue;
      column.filled += 1;
      const times = column.texts.get(text);
      if (times === undefined && column.texts.size >= mostTexts) column.more = true;
      else column.texts.set(text, (times ?? 0) + 1);
    }
  }

  /** What was met, column by column. */
  seen(): readonly ColumnSeen[] {
    return this.#columns.map(({ name, texts, filled, more }) => ({
      ...{ name, filled },
      different: more ? null : texts.size,
      common: [...texts]
        .map(([text, rows]) => ({ text, rows }))
        .toSorted((a, b) => b.rows - a.rows)
        .slice(0, mostTold),
    }));
  }

  /**
   * The proposal: a repeated identifier as the subject; flags, lists, dates, numbers and bands by what their cells look
   * like; free text and identifiers of rows left out; everything else a category whose values are discovered. A `0`
   * among other whole numbers counts as a value, alone among flags as absent.
   */
  proposed(): Codebook {
    const subject = this.#columns.find((column) => isIdentifier(column) && !isUnique(column));
    return {
      format: 'freehold-codebook/1',
      subject: subject?.name ?? null,
      columns: this.#columns.filter((column) => column !== subject).map(bookOf),
    };
  }
}

type Seen = {
  readonly name: string;
  readonly texts: Map<string, number>;
  filled: number;
  /** Whether there are more different texts than are kept. */
  more: boolean;
};

function bookOf(column: Seen): ColumnBook {
  const { name } = column;
  const texts = [...column.texts.keys()];
  if (column.filled === 0 || isIdentifier(column)) return { kind: 'left-out', name };
  return (
    flagOf(name, texts) ??
    dateOf(name, texts) ??
    numberOf(column, texts) ??
    listOf(column, texts) ??
    bandsOf(name, texts) ??
    (isFreeText(column) ? { kind: 'left-out', name } : categoryOf(name, texts))
  );
}

function isIdentifier({ name, filled }: Seen): boolean {
  return filled >= fewestRows && /(^|[^a-z])(id|uuid)$|[a-z](Id|ID)$/.test(name);
}

function isUnique({ texts, filled }: Seen): boolean {
  return texts.size === filled;
}

function isFreeText({ texts, filled, more }: Seen): boolean {
  return more || texts.size > mostCategories || (filled >= fewestRows && texts.size > filled / 2);
}

const pairs = [
  ['1', '0'],
  ['yes', 'no'],
  ['y', 'n'],
  ['true', 'false'],
];

function flagOf(name: string, texts: readonly string[]): ColumnBook | null {
  const lower = texts.map((text) => text.toLowerCase());
  const pair = pairs.find((each) => lower.every((text) => each.includes(text)));
  if (pair === undefined || texts.length > 2) return null;
  const written = (word = '') => texts.find((text) => text.toLowerCase() === word) ?? word;
  const [yes, no] = pair;
  return { kind: 'flag', name, yes: written(yes), no: written(no), blanks: [], zero: 'absent' };
}

function dateOf(name: string, texts: readonly string[]): ColumnBook | null {
  const days = texts.filter((text) => period(text)?.code.length === 10);
  if (texts.length <= datesThatAreCategories || days.length < texts.length) return null;
  return { kind: 'date', name, band: 'year', blanks: [] };
}

function numberOf({ name, texts: times }: Seen, texts: readonly string[]): ColumnBook | null {
  const numbers = texts.map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN));
  if (texts.length <= numbersThatAreCategories || numbers.some(Number.isNaN)) return null;
  const met = texts.map((text) => ({ value: Number(text), rows: times.get(text) ?? 0 }));
  return { kind: 'number', name, cuts: fifths(met), blanks: [], zero: 'value' };
}

function listOf({ name, texts: times, filled }: Seen, texts: readonly string[]): ColumnBook | null {
  for (const delimiter of [';', '|']) {
    const lists = texts.filter((text) => text.includes(delimiter));
    const rows = lists.reduce((sum, text) => sum + (times.get(text) ?? 0), 0);
    const pieces = new Set(
      texts.flatMap((text) => text.split(delimiter).map((each) => each.trim())),
    );
    if (rows >= filled * leastShareOfLists && pieces.size <= Math.min(texts.length, mostCategories))
      return { kind: 'multi', name, delimiter, values: 'discover', blanks: [], zero: 'absent' };
  }
  return null;
}

const band = /^(?:under |over |[<>≤≥] ?)?(\d+)(?: ?(?:-|–|to) ?\d+|\+| and over)?$/i;

function bandsOf(name: string, texts: readonly string[]): ColumnBook | null {
  const lows = texts.map((text) => band.exec(text)?.[1]);
  const known = lows.every((low) => low !== undefined) && texts.some((text) => /\D/.test(text));
  if (!known || texts.length < 3) return null;
  const low = (text: string) =>
    Number(band.exec(text)?.[1]) + (/^(under|<)/i.test(text) ? -0.5 : 0);
  const values = texts.toSorted((a, b) => low(a) - low(b));
  return { kind: 'ordered', name, values, blanks: [], zero: 'absent' };
}

function categoryOf(name: string, texts: readonly string[]): ColumnBook {
  const coded =
    texts.length > 2 && texts.includes('0') && texts.every((text) => /^\d+$/.test(text));
  return coded
    ? { kind: 'category', name, values: 'discover', blanks: [], zero: 'value' }
    : usualColumn(name);
}
