import { problem, type Problem } from '../problem.ts';

/** One record. `row` counts records from 1, the header and blank lines included, as a spreadsheet does. */
export type TableRow = {
  readonly row: number;
  /** Empty where the row broke a limit. */
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
};

/** In characters (UTF-16 code units); a row may hold several long cells, but not without end. */
export type Limits = {
  readonly cell: number;
  readonly row: number;
  readonly columns: number;
};

export const usualLimits: Limits = { cell: 1_000_000, row: 8_000_000, columns: 2_000 };

/**
 * Cuts text into records and cells as it arrives; holds no more than the record it is in.
 *
 * RFC 4180, and what people send besides: records end in CRLF, LF or a bare CR; a quote inside an unquoted
 * cell is a character like any other; spaces after a closing quote are dropped. Blank lines give no row.
 * Empty cells beyond the header's width are dropped. Everything else that does not fit is a problem of its
 * row: `ragged-row`, `text-after-quote`, `quote-not-closed`, `nul-character`, `cell-too-long`, `row-too-long`,
 * `too-many-columns`.
 *
 * Holds: any cutting of the text into chunks gives the same rows. O(n). [TB-1] [TB-2] [TB-4]
 */
export class Splitter {
  readonly #delimiter: number;
  readonly #limits: Limits;
  #state: 'start' | 'plain' | 'quoted' | 'quote-seen' | 'closed' = 'start';
  #afterReturn = false;
  #watchNul = false;
  #header: readonly string[] | null = null;
  #row = 1;
  #cells: string[] = [];
  #columns = 0;
  #rowLength = 0;
  #part = '';
  #partLength = 0;
  #stray = false;
  #problems: Problem[] = [];
  #rows: TableRow[] = [];

  constructor(delimiter: string, limits: Limits = usualLimits) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#limits = limits;
  }

  /** The records that this chunk completes. */
  push(text: string): readonly TableRow[] {
    if (!this.#watchNul && text.includes('\0')) this.#watchNul = true;
    let at = 0;
    while (at < text.length) at = this.#step(text, at);
    return this.#taken();
  }

  /** The record that the end of the text completes, if one was begun. */
  end(): readonly TableRow[] {
    if (this.#state === 'quoted') this.#fault('quote-not-closed');
    if (this.#columns > 0 || this.#state !== 'start') this.#endRow();
    return this.#taken();
  }

  #taken(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #step(text: string, at: number): number {
    switch (this.#state) {
      case 'start':
        return this.#open(text, at);
      case 'plain':
        return this.#upToBreak(text, at);
      case 'quoted':
        return this.#upToQuote(text, at);
      case 'quote-seen':
        return this.#afterQuote(text, at);
      case 'closed':
        return this.#upToBreak(text, at);
    }
  }

  #open(text: string, at: number): number {
    const skip = this.#afterReturn && text.charCodeAt(at) === lineFeed;
    this.#afterReturn = false;
    if (skip) return at + 1;
    const quoted = text.charCodeAt(at) === quote;
    this.#state = quoted ? 'quoted' : 'plain';
    return quoted ? at + 1 : at;
  }

  #upToBreak(text: string, at: number): number {
    let end = at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === this.#delimiter || code === lineFeed || code === carriageReturn) break;
    }
    if (end > at) this.#add(text.slice(at, end));
    if (end === text.length) return end;
    const code = text.charCodeAt(end);
    if (code === this.#delimiter) this.#endCell();
    else this.#endRow();
    this.#afterReturn = code === carriageReturn;
    return end + 1;
  }

  #upToQuote(text: string, at: number): number {
    const end = text.indexOf('"', at);
    if (end !== at) this.#add(end === -1 ? text.slice(at) : text.slice(at, end));
    if (end === -1) return text.length;
    this.#state = 'quote-seen';
    return end + 1;
  }

  #afterQuote(text: string, at: number): number {
    if (text.charCodeAt(at) !== quote) {
      this.#state = 'closed';
      return at;
    }
    this.#add('"');
    this.#state = 'quoted';
    return at + 1;
  }

  #add(text: string): void {
    if (this.#state === 'closed') {
      if (this.#stray || text.trim() === '') return;
      this.#stray = true;
      this.#fault('text-after-quote');
      return;
    }
    this.#partLength += text.length;
    if (this.#partLength <= this.#limits.cell) {
      this.#part = this.#part === '' ? text : this.#part + text;
    }
  }

  #endCell(): void {
    const long = this.#partLength > this.#limits.cell;
    if (long) this.#fault('cell-too-long', { most: this.#limits.cell });
    if (this.#watchNul && !long && this.#part.includes('\0')) this.#fault('nul-character');
    this.#columns += 1;
    this.#rowLength += this.#partLength;
    if (!this.#broken) this.#cells.push(long ? '' : this.#part);
    this.#part = '';
    this.#partLength = 0;
    this.#stray = false;
    this.#state = 'start';
  }

  get #broken(): boolean {
    return this.#columns > this.#limits.columns || this.#rowLength > this.#limits.row;
  }

  #endRow(): void {
    const blank = this.#columns === 0 && this.#partLength === 0 && unquoted(this.#state);
    this.#endCell();
    if (!blank) this.#rows.push(this.#finished());
    this.#row += 1;
    this.#cells = [];
    this.#columns = 0;
    this.#rowLength = 0;
    this.#problems = [];
  }

  #finished(): TableRow {
    const { row: longest, columns: most } = this.#limits;
    if (this.#columns > most) this.#faultOfRow('too-many-columns', { most });
    if (this.#rowLength > longest) this.#faultOfRow('row-too-long', { most: longest });
    const cells = this.#broken ? [] : this.#fitted();
    this.#header ??= cells;
    return { row: this.#row, cells, problems: this.#problems };
  }

  #fitted(): readonly string[] {
    const cells = this.#cells;
    const wanted = this.#header?.length ?? cells.length;
    while (cells.length > wanted && cells.at(-1) === '') cells.pop();
    if (cells.length !== wanted)
      this.#faultOfRow('ragged-row', { cells: cells.length, columns: wanted });
    return cells;
  }

  #fault(code: string, details?: Problem['details']): void {
    const column = this.#header?.[this.#columns] || String(this.#columns + 1);
    if (this.#problems.length < mostFaultsOfRow)
      this.#problems.push(problem(code, details, { row: this.#row, column }));
  }

  #faultOfRow(code: string, details: Problem['details']): void {
    this.#problems.push(problem(code, details, { row: this.#row }));
  }
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const mostFaultsOfRow = 50;

function unquoted(state: string): boolean {
  return state === 'start' || state === 'plain';
}
