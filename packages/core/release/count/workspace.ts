import type { Kernel } from '../kernel/kernel.ts';
import type { CountInput } from './input.ts';

const page = 65_536;

/** Groups of a prefix, at most, that are kept as bitsets of rows. */
export const mostBitGroups = 16;
/** Values of a column, at most, that have a bitset each; and bytes of all of them together. */
const mostBitValues = 8;
const mostBitBytes = 256 * 1024 * 1024;

/** Where everything lies in a kernel's memory; all of it is asked for once, before the first count. */
export type Workspace = {
  readonly columns: readonly ColumnPlace[];
  /** For each level the rows and groups of the one prefix that is being looked at. */
  readonly lists: readonly { readonly rows: number; readonly groups: number }[];
  readonly cells: number;
  readonly mostCells: number;
  readonly scratch: number;
  /** Entries that come out, and entries that go in again. */
  readonly out: EntryPlace;
  readonly again: EntryPlace;
  /** Bytes of one bitset of rows. */
  readonly stride: number;
  readonly bits: readonly number[];
  readonly marks: { readonly words: number; readonly mask: number; readonly marks: number };
  readonly bytes: number;
};

type ColumnPlace = {
  readonly codes: number;
  readonly bytes: number;
  /** Values and one more, for absent. */
  readonly width: number;
  /** Whether no row lacks a value. */
  readonly full: boolean;
  /** Bitsets of its values, or null where it has too many. */
  readonly bits: number | null;
};

type EntryPlace = { readonly starts: number; readonly values: number; readonly counts: number };

/** Lays the memory out, without touching any: what a run takes can be told before it. */
export function laidOut({ rows, columns }: CountInput, length: number, marked: boolean): Workspace {
  let end = 16;
  const take = (bytes: number): number => {
    const place = end;
    end += Math.ceil(bytes / 16) * 16;
    return place;
  };
  const perRow = () => take(4 * (rows + 2));
  const stride = Math.ceil(rows / 128) * 16;
  const small = columns.filter(({ size }) => size <= mostBitValues);
  const bitBytes = small.reduce((sum, { size }) => sum + size * stride, 0);
  const placed = columns.map(({ codes, size }): ColumnPlace => {
    const bits = size <= mostBitValues && bitBytes <= mostBitBytes ? take(size * stride) : null;
    const place = take(codes.byteLength);
    return {
      ...{
        codes: place,
        bytes: codes.BYTES_PER_ELEMENT,
        width: size + 1,
        full: isFull(codes),
        bits,
      },
    };
  });
  const mostCells = Math.min(Math.max(8 * rows, 2 ** 16), 2 ** 24);
  const levels = Array.from({ length: Math.max(length, 2) });
  const words = marked ? Math.ceil(columns.length / 32) : 0;
  return {
    columns: placed,
    lists: levels
      .concat(marked ? [undefined] : [])
      .map(() => ({ rows: perRow(), groups: perRow() })),
    cells: take(4 * mostCells),
    mostCells,
    scratch: perRow(),
    out: { starts: perRow(), values: perRow(), counts: perRow() },
    again: { starts: perRow(), values: perRow(), counts: 0 },
    stride,
    bits: levels.map(() => take(mostBitGroups * stride)),
    marks: { words, mask: take(4 * words), marks: take(4 * words * rows) },
    bytes: end,
  };
}

/** Asks for the memory and puts the columns and the bitsets of their values in. */
export function filled(space: Workspace, input: CountInput, kernel: Kernel): void {
  const missing = Math.ceil((space.bytes - kernel.memory.buffer.byteLength) / page);
  if (missing > 0) kernel.memory.grow(missing);
  const octets = new Uint8Array(kernel.memory.buffer);
  for (const [at, { codes }] of input.columns.entries()) {
    const place = space.columns[at];
    if (place === undefined) continue;
    octets.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), place.codes);
    if (place.bits !== null)
      kernel.bitsets(
        place.codes,
        place.bytes,
        input.rows,
        place.bits,
        space.stride,
        place.width - 1,
      );
  }
  // A kernel may have counted before.
  const [whole] = space.lists;
  const { cells, mostCells, marks } = space;
  octets.fill(0, cells, cells + 4 * mostCells);
  octets.fill(0, marks.marks, marks.marks + 4 * marks.words * input.rows);
  octets.fill(0, whole?.groups, (whole?.groups ?? 0) + 4 * input.rows);
  const rows = new Uint32Array(kernel.memory.buffer, whole?.rows, input.rows);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
}

function isFull(codes: CountInput['columns'][number]['codes']): boolean {
  return !codes.includes(0);
}
