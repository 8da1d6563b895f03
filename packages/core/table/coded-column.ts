import { CodeList, emptyCodes, type Codes } from './codes.ts';
import {
  between,
  declaredIn,
  joined,
  meaningOf,
  type KeptColumn,
  type Meaning,
} from './meaning.ts';
import { byCodePoint } from './text-order.ts';

/** A column whose cells are codes. */
export type CodedColumn = {
  readonly name: string;
  /** The column of the file: another name where the values of a multi-value column became columns. */
  readonly from: string;
  readonly kind: KeptColumn['kind'];
  /** What the codes mean: code 1 is the first. Code 0 is absent and stands for no value. */
  readonly values: readonly string[];
  /** Whether the values were declared; otherwise they are what occurs, and tell that it does. */
  readonly declared: boolean;
  readonly codes: Codes;
};

/** Texts whose codes are remembered, at most, where values are not what the cell says but bands of it. */
const mostRemembered = 100_000;

/** Turns one column's cells into codes. */
export class ColumnCoder {
  readonly codes = new CodeList();
  readonly #book: KeptColumn;
  readonly #meaning: (text: string) => Meaning;
  readonly #declared: readonly string[] | null;
  readonly #known = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #byValue = new Map<string, number>();

  constructor(book: KeptColumn) {
    this.#book = book;
    this.#meaning = meaningOf(book);
    this.#declared = declaredIn(book);
    if (book.kind !== 'multi') for (const value of this.#declared ?? []) this.#codeOf(value);
  }

  get name(): string {
    return this.#book.name;
  }

  /** How many values have been met or declared. */
  get size(): number {
    return this.#values.length;
  }

  /** A cell's code, or what is wrong with it. */
  read(cell: string): number | { readonly fault: string } {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const text = cell.trim();
    const meaning = text === '' ? { value: null } : this.#meaning(text);
    if ('fault' in meaning) return meaning;
    const code = meaning.value === null ? 0 : this.#codeOf(meaning.value);
    if (this.#known.size < mostRemembered || this.#declared === null)
      this.#known.set(flat(cell), code);
    return code;
  }

  /** The code of two records of one subject together; null where they differ. */
  merged(one: number, other: number): number | null {
    if (one === other || other === 0) return one;
    if (one === 0) return other;
    if (this.#book.kind !== 'multi') return null;
    const pieces = [one, other].flatMap((code) => this.#piecesOf(code));
    return this.#codeOf(joined(pieces));
  }

  /** What has been read: one column, or one for each value of a multi-value column. */
  columns(): readonly CodedColumn[] {
    return this.#book.kind === 'multi' ? this.#spread() : [this.#single()];
  }

  #single(): CodedColumn {
    const { name, kind } = this.#book;
    const order = this.#declared ?? this.#values.toSorted(byCodePoint);
    const codes = new Map(order.map((value, at) => [value, at + 1]));
    const to = Uint32Array.from([0, ...this.#values.map((value) => codes.get(value) ?? 0)]);
    return {
      ...{ name, from: name, kind, values: order, declared: this.#declared !== null },
      codes: this.codes.mapped((code) => to[code] ?? 0, order.length),
    };
  }

  #spread(): readonly CodedColumn[] {
    const { name } = this.#book;
    const met = new Set(this.#values.flatMap((_, at) => this.#piecesOf(at + 1)));
    const pieces = this.#declared ?? [...met].toSorted(byCodePoint);
    return pieces.map((piece) => {
      const holds = emptyCodes(this.#values.length + 1, 1);
      for (let code = 1; code < holds.length; code += 1)
        holds[code] = this.#piecesOf(code).includes(piece) ? 1 : 0;
      return {
        ...{ name: `${name}_${piece}`, from: name, kind: 'multi', values: ['1'] },
        declared: this.#declared !== null,
        codes: this.codes.mapped((code) => holds[code] ?? 0, 1),
      };
    });
  }

  #piecesOf(code: number): readonly string[] {
    return this.#values[code - 1]?.split(between) ?? [];
  }

  #codeOf(value: string): number {
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const kept = flat(value);
    this.#values.push(kept);
    this.#byValue.set(kept, this.#values.length);
    return this.#values.length;
  }
}

// A slice would keep the whole piece of the file alive that it was cut from.
function flat(text: string): string {
  return text.length < 13 ? text : text.split('').join('');
}
