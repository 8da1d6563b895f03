import type { Codebook, CodedTable } from '../../table/index.ts';
import { TableCoder } from '../../table/index.ts';

/** Rows that are alike: how many, and their cells. `#` in a cell is another number in each of them. */
export type Rows = readonly [times: number, ...cells: readonly string[]];

/**
 * What two neighbouring tables differ in: one has a subject more, or both have as many and of one subject nothing is
 * recorded in one of them.
 */
export type Relation = 'added' | 'blanked';

/** Two tables that differ in one subject, and why a faulty mechanism would tell them apart. */
export type Pair = {
  readonly name: string;
  readonly why: string;
  readonly codebook: Codebook;
  /** What both tables hold. */
  readonly rows: readonly Rows[];
  /** The rows of the one subject. */
  readonly subject: readonly (readonly string[])[];
  /** `added` where it is not said. */
  readonly relation?: Relation;
};

/** A pair as a mechanism is given it; both tables were read like any other. */
export type Neighbours = {
  readonly without: CodedTable;
  readonly having: CodedTable;
};

/** @throws RangeError if the pair does not fit its own codebook, or differs in more or less than one subject. */
export function neighbours({ name, codebook, rows, subject, relation }: Pair): Neighbours {
  const both = rows.flatMap(([times, ...cells], kind) =>
    Array.from({ length: times }, (_, at) =>
      cells.map((cell) => cell.replace('#', `${kind}-${at}`)),
    ),
  );
  const others = table(codebook, both);
  const having = table(codebook, [...both, ...subject]);
  if (having.rows !== others.rows + 1)
    throw new RangeError(
      `${name}: neighbours differ in one subject, not ${having.rows - others.rows}`,
    );
  const without =
    relation === 'blanked' ? table(codebook, [...both, ...blanked(codebook, subject)]) : others;
  return { without, having };
}

/** Rows of which nothing is left but whose they are. */
function blanked(codebook: Codebook, rows: readonly (readonly string[])[]) {
  return rows.map((cells) =>
    cells.map((cell, at) => (at === 0 && codebook.subject !== null ? cell : '')),
  );
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
