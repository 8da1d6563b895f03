import type { CodedTable, Codes } from '../../table/index.ts';

/** What counting needs of a table: codes 0 (absent) to `size` a column. It can be sent to a worker as it is. */
export type CountInput = {
  readonly rows: number;
  readonly columns: readonly { readonly codes: Codes; readonly size: number }[];
};

export type CountOptions = {
  /** The most columns that a combination takes a value of: 1 to 4. */
  readonly length: number;
  /** Combinations of fewer rows are left out, and so is everything that holds one. 1 leaves out nothing. */
  readonly least: number;
};

/** @throws RangeError for a length outside 1 to 4 or a least count under 1. */
export function checkedOptions({ length, least }: CountOptions): CountOptions {
  if (!Number.isInteger(length) || length < 1 || length > 4)
    throw new RangeError(`length must be 1 to 4, got ${length}`);
  if (!Number.isInteger(least) || least < 1)
    throw new RangeError(`least must be a whole number from 1, got ${least}`);
  return { length, least };
}

/** Columns as counting takes them. */
export function inputOf({ rows, columns }: CodedTable): CountInput {
  return { rows, columns: columns.map(({ codes, values }) => ({ codes, size: values.length })) };
}

/** The same columns in memory that workers share. */
export function sharedInput({ rows, columns }: CountInput): CountInput {
  return { rows, columns: columns.map(({ codes, size }) => ({ codes: sharedCopy(codes), size })) };
}

function sharedCopy(codes: Codes): Codes {
  const buffer = new SharedArrayBuffer(codes.byteLength);
  const copy = codes instanceof Uint8Array ? new Uint8Array(buffer) : wider(codes, buffer);
  copy.set(codes);
  return copy;
}

function wider(codes: Uint16Array | Uint32Array, buffer: SharedArrayBuffer): Codes {
  return codes instanceof Uint16Array ? new Uint16Array(buffer) : new Uint32Array(buffer);
}
