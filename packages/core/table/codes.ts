/** One code a row: 0 is absent, 1 the first value. As narrow as the greatest code allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Codes that grow row by row, and into wider numbers when a code needs them. */
export class CodeList {
  #codes: Codes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(code: number): void {
    if (this.#length === this.#codes.length) this.#move(this.#codes.length * 2, code);
    else if (code > mostIn(this.#codes)) this.#move(this.#codes.length, code);
    this.#codes[this.#length] = code;
    this.#length += 1;
  }

  at(row: number): number {
    return this.#codes[row] ?? 0;
  }

  set(row: number, code: number): void {
    if (code > mostIn(this.#codes)) this.#move(this.#codes.length, code);
    this.#codes[row] = code;
  }

  /** Every code by way of `to`, whose greatest is `most`. */
  mapped(to: (code: number) => number, most: number): Codes {
    const codes = emptyCodes(this.#length, most);
    for (let row = 0; row < codes.length; row += 1) codes[row] = to(this.#codes[row] ?? 0);
    return codes;
  }

  #move(length: number, code: number): void {
    const wider = emptyCodes(length, Math.max(code, mostIn(this.#codes)));
    wider.set(this.#codes);
    this.#codes = wider;
  }
}

/** Room for codes of 0 to `most`. */
export function emptyCodes(length: number, most: number): Codes {
  if (most <= 0xff) return new Uint8Array(length);
  return most <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

function mostIn(codes: Codes): number {
  return 2 ** (codes.BYTES_PER_ELEMENT * 8) - 1;
}
