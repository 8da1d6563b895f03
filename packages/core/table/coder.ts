import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { usualColumn, type Codebook, type ColumnBook } from './codebook.ts';
import { ColumnCoder, type CodedColumn } from './coded-column.ts';
import type { KeptColumn } from './meaning.ts';
import { named, repeated } from './records.ts';
import type { TableRow } from './splitter.ts';

/** A table of records as codes; what synthesis and counting work on. Every column has one code a row. */
export type CodedTable = {
  readonly rows: number;
  readonly columns: readonly CodedColumn[];
  /** Whether rows of one subject were put together, so that a row is a subject. */
  readonly bySubject: boolean;
};

/** Different values that a table may hold in all its columns together. */
export const mostValues = 4_000_000;

/**
 * Turns rows into a coded table, one after the other; nothing of the text is kept but each different value once.
 *
 * A row with a problem leaves nothing behind. [TB-7] [TB-8] [TB-9]
 */
export class TableCoder {
  readonly #coders: readonly ColumnCoder[];
  readonly #at: readonly number[];
  readonly #subject: number;
  readonly #subjects = new Map<string, number>();
  readonly #codes: number[];
  #rows = 0;
  #full = false;

  private constructor(kept: readonly Kept[], subject: number) {
    this.#coders = kept.map(({ book }) => new ColumnCoder(book));
    this.#at = kept.map(({ at }) => at);
    this.#subject = subject;
    this.#codes = kept.map(() => 0);
  }

  /**
   * A coder for a file's header; without a codebook every column is a category whose values are discovered.
   *
   * Problems at row 1: `column-repeated`, `column-unnamed`, `column-missing` for one that only the codebook has,
   * `column-not-in-codebook` for one that only the file has, `no-columns` where all are left out.
   */
  static of(header: readonly string[], codebook: Codebook | null): Outcome<TableCoder> {
    const names = named(header);
    const faults = [...repeated(names), ...unnamed(names), ...unlike(names, codebook)];
    if (faults.length > 0) return refused(...faults);
    const books = codebook?.columns ?? names.map(usualColumn);
    const subject = codebook?.subject ?? null;
    const kept = names.flatMap((name, at) => {
      const book = books.find((each) => each.name === name);
      return book !== undefined && isKept(book) && name !== subject ? [{ book, at }] : [];
    });
    if (kept.length === 0) return refused(problem('no-columns', {}, { row: 1 }));
    return fine(new TableCoder(kept, subject === null ? -1 : names.indexOf(subject)));
  }

  /** Rows kept, or subjects where rows are put together by them. */
  get rows(): number {
    return this.#rows;
  }

  /** Whether the table holds too many different values to go on; further rows are not looked at. */
  get full(): boolean {
    return this.#full;
  }

  /**
   * Takes a row in. Problems: those it comes with; `value-not-declared`, `number-expected`, `not-a-date` by column;
   * `subject-missing`; `subject-differs` where an earlier row of the subject says otherwise in a column that holds
   * one value; `too-many-values`, once.
   */
  add({ row, cells, problems }: TableRow): readonly Problem[] {
    if (problems.length > 0 || this.#full) return this.#full ? [] : problems;
    const faults = this.#read(row, cells);
    if (faults.length > 0) return faults;
    if (this.#subject >= 0) return this.#join(row, cells[this.#subject]?.trim() ?? '');
    this.#append();
    return this.#fullness();
  }

  /** The table. Problem `column-repeated` where a value of a multi-value column makes a name that is taken. */
  finished(): Outcome<CodedTable> {
    const columns = this.#coders.flatMap((coder) => coder.columns());
    const faults = repeated(columns.map(({ name }) => name));
    if (faults.length > 0) return refused(...faults);
    return fine({ rows: this.#rows, columns, bySubject: this.#subject >= 0 });
  }

  #read(row: number, cells: readonly string[]): readonly Problem[] {
    let faults: Problem[] | null = null;
    for (let at = 0; at < this.#coders.length; at += 1) {
      const coder = this.#coders[at];
      const read = coder?.read(cells[this.#at[at] ?? 0] ?? '') ?? 0;
      if (typeof read === 'number') this.#codes[at] = read;
      else (faults ??= []).push(problem(read.fault, {}, { row, column: coder?.name ?? '' }));
    }
    return faults ?? [];
  }

  #append(): void {
    for (let at = 0; at < this.#coders.length; at += 1)
      this.#coders[at]?.codes.push(this.#codes[at] ?? 0);
    this.#rows += 1;
  }

  #join(row: number, subject: string): readonly Problem[] {
    if (subject === '') return [problem('subject-missing', {}, { row })];
    const there = this.#subjects.get(subject);
    if (there === undefined) {
      this.#subjects.set(subject, this.#rows);
      this.#append();
      return this.#fullness();
    }
    const both = this.#coders.map((coder, at) =>
      coder.merged(coder.codes.at(there), this.#codes[at] ?? 0),
    );
    const differing = this.#coders.filter((_, at) => both[at] === null);
    if (differing.length > 0)
      return differing.map(({ name }) => problem('subject-differs', {}, { row, column: name }));
    for (const [at, code] of both.entries()) this.#coders[at]?.codes.set(there, code ?? 0);
    return [];
  }

  // Looked at now and then: adding up is dearer than a few thousand values too many.
  #fullness(): readonly Problem[] {
    if (this.#rows % 4096 !== 0) return [];
    const total = this.#coders.reduce((sum, { size }) => sum + size, 0);
    if (total <= mostValues) return [];
    this.#full = true;
    const [largest] = this.#coders.toSorted((a, b) => b.size - a.size);
    return [problem('too-many-values', { most: mostValues }, { column: largest?.name ?? '' })];
  }
}

type Kept = { readonly book: KeptColumn; readonly at: number };

function isKept(book: ColumnBook): book is KeptColumn {
  return book.kind !== 'left-out';
}

function unnamed(names: readonly string[]): readonly Problem[] {
  return names.flatMap((name, at) =>
    name === '' ? [problem('column-unnamed', {}, { row: 1, column: String(at + 1) })] : [],
  );
}

function unlike(names: readonly string[], codebook: Codebook | null): readonly Problem[] {
  if (codebook === null) return [];
  const { subject, columns } = codebook;
  const told = [...columns.map(({ name }) => name), ...(subject === null ? [] : [subject])];
  return [
    ...told
      .filter((name) => !names.includes(name))
      .map((column) => problem('column-missing', {}, { row: 1, column })),
    ...names
      .filter((name) => !told.includes(name))
      .map((column) => problem('column-not-in-codebook', {}, { row: 1, column })),
    ...repeated(columns.map(({ name }) => name)),
  ];
}
