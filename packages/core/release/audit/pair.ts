import type { Codebook, CodedTable } from '../../table/index.ts';
import { TableCoder } from '../../table/index.ts';

/** Rows that are alike: how many, and their cells. `#` in a cell is another number in each of them. */
export type Rows = readonly [times: number, ...cells: readonly string[]];

/** Two tables that differ in one subject, and why a faulty mechanism would tell them apart. */
export type Pair = {
  readonly name: string;
  readonly why: string;
  readonly codebook: Codebook;
  /** What both tables hold. */
  readonly rows: readonly Rows[];
  /** The one subject more. */
  readonly subject: readonly (readonly string[])[];
};

/** A pair as a mechanism is given it; both tables were read like any other. */
export type Neighbours = {
  readonly without: CodedTable;
  readonly having: CodedTable;
};

/** @throws RangeError if the pair does not fit its own codebook, or differs in more or less than one row. */
export function neighbours({ name, codebook, rows, subject }: Pair): Neighbours {
  const both = rows.flatMap(([times, ...cells], kind) =>
    Array.from({ length: times }, (_, at) =>
      cells.map((cell) => cell.replace('#', `${kind}-${at}`)),
    ),
  );
  const [without, having] = [table(codebook, both), table(codebook, [...both, ...subject])];
  if (having.rows !== without.rows + 1)
    throw new RangeError(
      `${name}: neighbours differ in one subject, not ${having.rows - without.rows}`,
    );
  return { without, having };
}

function table(codebook: Codebook, rows: readonly (readonly string[])[]): CodedTable {
  const coder = TableCoder.of(headerOf(codebook), codebook);
  if (!coder.ok) throw new RangeError(coder.problems.map(({ code }) => code).join());
  const problems = rows.flatMap((cells, at) =>
    coder.value.add({ row: at + 2, cells: [...cells], problems: [] }),
  );
  const done = coder.value.finished();
  if (!done.ok || problems.length > 0) throw new RangeError('a pair must fit its codebook');
  return done.value;
}

function headerOf({ columns, subject }: Codebook): readonly string[] {
  return [...(subject === null ? [] : [subject]), ...columns.map(({ name }) => name)];
}
