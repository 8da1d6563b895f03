import { sniffed, type Delimiter } from './delimiter.ts';
import { Splitter, usualLimits, type Limits, type TableRow } from './splitter.ts';

/** How much of the text is looked at, at most, before the delimiter is chosen; in characters. */
const enoughToSniff = 65_536;

/**
 * Reads delimited text chunk by chunk; the first row is the header. A byte order mark at the start is dropped.
 * Without a delimiter given, the first 65,536 characters choose it. [TB-3]
 *
 * @example
 * const reader = new TableReader();
 * for (const chunk of chunks) take(reader.push(chunk));
 * take(reader.end());
 */
export class TableReader {
  readonly #limits: Limits;
  readonly #enough: number;
  #delimiter: Delimiter | null;
  #splitter: Splitter | null = null;
  #held = '';

  constructor({
    delimiter = null,
    limits = usualLimits,
  }: { readonly delimiter?: Delimiter | null; readonly limits?: Limits } = {}) {
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#enough = delimiter === null ? enoughToSniff : 1;
  }

  /** Null until enough has been read to choose it. */
  get delimiter(): Delimiter | null {
    return this.#delimiter;
  }

  push(chunk: string): readonly TableRow[] {
    if (this.#splitter) return this.#splitter.push(chunk);
    this.#held += chunk;
    return this.#held.length >= this.#enough ? this.#begin().push(this.#release()) : [];
  }

  end(): readonly TableRow[] {
    if (this.#splitter) return this.#splitter.end();
    const splitter = this.#begin();
    return [...splitter.push(this.#release()), ...splitter.end()];
  }

  #begin(): Splitter {
    this.#delimiter ??= sniffed(withoutMark(this.#held.slice(0, enoughToSniff)));
    this.#splitter = new Splitter(this.#delimiter, this.#limits);
    return this.#splitter;
  }

  #release(): string {
    const text = withoutMark(this.#held);
    this.#held = '';
    return text;
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
