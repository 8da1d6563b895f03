import { byCodePoint, type CodedColumn } from '../table/index.ts';
import { betweenPairs, escaped } from './combination.ts';
import type { Counts, Order } from './count/counts.ts';

/** Takes a piece of a file; the bytes are written over afterwards. */
export type Sink = (bytes: Uint8Array) => void;

/** What of counts is written. */
export type ToldCounts = {
  readonly least?: number;
  readonly shown?: (count: number) => number;
};

const pieceBytes = 1 << 20;

/**
 * Writes counts as CSV (UTF-8, LF): `length,combination,count`, sorted by length and then by the combination's text, a
 * pair counting as if ` & ` followed it. A combination that a spreadsheet would run as a formula gets an apostrophe.
 * Combinations of fewer than `least` are left out; `shown` makes of a count what may be told of it. [RL-5]
 */
export function writeCounts(
  counts: Counts,
  columns: readonly CodedColumn[],
  sink: Sink,
  { least = 1, shown = (count) => count }: ToldCounts = {},
): void {
  const order = orderOf(columns);
  const pairs = columns.map(({ name, values }) =>
    ['', ...values].map((value) => pairOf(name, value)),
  );
  const piece = new Piece(sink);
  piece.add(utf8('length,combination,count\n'));
  for (let length = 1; length <= counts.length; length += 1) {
    const line = new Line(length, pairs);
    counts.each(length, (set, values, count) => line.write(set, values, shown(count), piece), {
      least,
      order,
    });
  }
  piece.flush();
}

type Pair = { readonly plain: Uint8Array; readonly doubled: Uint8Array; readonly quoted: boolean };

function pairOf(name: string, value: string): Pair {
  const text = `${escaped(name)}=${escaped(value)}`;
  return {
    plain: utf8(text),
    doubled: utf8(text.replaceAll('"', '""')),
    quoted: /[",]|^\s|\s$/.test(text),
  };
}

function orderOf(columns: readonly CodedColumn[]): Order {
  const ranked = (texts: readonly string[]): readonly number[] =>
    texts
      .map((text, at) => ({ text, at }))
      .toSorted((a, b) => byCodePoint(a.text, b.text))
      .map(({ at }) => at);
  return {
    columns: ranked(columns.map(({ name }) => `${escaped(name)}=`)),
    values: columns.map(({ values }) => {
      const order = ranked(values.map((value) => `${escaped(value)}${betweenPairs}`));
      if (order.every((at, rank) => at === rank)) return null;
      const ranks = new Uint32Array(values.length + 1);
      for (const [rank, at] of order.entries()) ranks[at + 1] = rank;
      return ranks;
    }),
  };
}

const between = utf8(betweenPairs);
const [comma, quote, apostrophe, lineEnd, nought] = [44, 34, 39, 10, 48];

/** One line after the other of one length; what a line has in common with the one before is left standing. */
class Line {
  readonly #pairs: readonly (readonly Pair[])[];
  readonly #length: number;
  readonly #columns: Int32Array;
  readonly #values: Int32Array;
  /** Where each pair ends. */
  readonly #ends: Int32Array;
  #bytes = new Uint8Array(1024);
  #quoted = 0;

  constructor(length: number, pairs: readonly (readonly Pair[])[]) {
    this.#pairs = pairs;
    this.#length = length;
    this.#columns = new Int32Array(length).fill(-1);
    this.#values = new Int32Array(length);
    this.#ends = new Int32Array(length);
    this.#bytes.set([nought + length, comma]);
  }

  write(columns: readonly number[], values: readonly number[], count: number, piece: Piece): void {
    let at = 0;
    while (
      at < this.#length &&
      columns[at] === this.#columns[at] &&
      values[at] === this.#values[at]
    )
      at += 1;
    for (; at < this.#length; at += 1) this.#set(at, columns[at] ?? 0, values[at] ?? 0);
    if (this.#quoted > 0 || this.#formula) this.#slowly(piece);
    else piece.add(this.#bytes, this.#ends[this.#length - 1] ?? 0);
    piece.number(count);
  }

  #set(at: number, column: number, value: number): void {
    this.#quoted +=
      Number(this.#pair(column, value).quoted) - Number(this.#held(at)?.quoted ?? false);
    this.#columns[at] = column;
    this.#values[at] = value;
    const { plain } = this.#pair(column, value);
    let end = at === 0 ? 2 : (this.#ends[at - 1] ?? 0);
    if (end + plain.length + 3 > this.#bytes.length) this.#widen(end + plain.length + 3);
    if (at > 0) {
      this.#bytes.set(between, end);
      end += between.length;
    }
    for (let byte = 0; byte < plain.length; byte += 1) this.#bytes[end + byte] = plain[byte] ?? 0;
    this.#ends[at] = end + plain.length;
  }

  /** A line that has to be quoted: rare, and written anew. */
  #slowly(piece: Piece): void {
    piece.add(this.#bytes, 2);
    const quoted = this.#quoted > 0;
    if (quoted) piece.byte(quote);
    if (this.#formula) piece.byte(apostrophe);
    for (let at = 0; at < this.#length; at += 1) {
      if (at > 0) piece.add(between);
      const pair = this.#held(at);
      if (pair !== null) piece.add(quoted ? pair.doubled : pair.plain);
    }
    if (quoted) piece.byte(quote);
  }

  /** Begins with + - @ or a tab; `=` is escaped. */
  get #formula(): boolean {
    const first = this.#bytes[2] ?? 0;
    return first === 43 || first === 45 || first === 64 || first === 9;
  }

  #held(at: number): Pair | null {
    const column = this.#columns[at] ?? -1;
    return column < 0 ? null : this.#pair(column, this.#values[at] ?? 0);
  }

  #pair(column: number, value: number): Pair {
    const pair = this.#pairs[column]?.[value];
    if (pair === undefined) throw new RangeError(`no value ${value} of column ${column}`);
    return pair;
  }

  #widen(least: number): void {
    const wider = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}

/** Bytes on their way to the sink, a good many at a time. */
class Piece {
  readonly #sink: Sink;
  readonly #bytes = new Uint8Array(pieceBytes);
  #length = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  add(bytes: Uint8Array, length = bytes.length): void {
    if (this.#length + length > pieceBytes) this.flush();
    if (length > pieceBytes) this.#sink(bytes.subarray(0, length));
    else {
      this.#bytes.set(bytes.subarray(0, length), this.#length);
      this.#length += length;
    }
  }

  byte(byte: number): void {
    if (this.#length === pieceBytes) this.flush();
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** A comma, a count and the line's end. */
  number(count: number): void {
    if (this.#length + 16 > pieceBytes) this.flush();
    let digits = 1;
    for (let power = 10; power <= count; power *= 10) digits += 1;
    this.#bytes[this.#length] = comma;
    const end = this.#length + digits;
    for (let at = end, rest = count; at > this.#length; at -= 1) {
      this.#bytes[at] = nought + (rest % 10);
      rest = (rest - (rest % 10)) / 10;
    }
    this.#bytes[end + 1] = lineEnd;
    this.#length = end + 2;
  }

  flush(): void {
    if (this.#length > 0) this.#sink(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }
}

/** A text's bytes in UTF-8; half a character is written as U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const sign of text) {
    const given = sign.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        ...[0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)],
      );
  }
  return Uint8Array.from(bytes);
}
