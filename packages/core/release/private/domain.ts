import { fine, problem, refused, type Outcome, type Problem } from '../../problem.ts';
import { normalQuantile } from '../../numeric/index.ts';
import { byCodePoint, type Codebook, type CodedTable } from '../../table/index.ts';
import type { Numbered } from './measure.ts';

/** Columns and values by number, before anything is drawn; declared values in their order, others by text. */
export type Domain = {
  readonly columns: readonly {
    readonly name: string;
    readonly kind: string;
    readonly declared: boolean;
    readonly values: readonly string[];
  }[];
  readonly records: Numbered;
};

/**
 * Columns of several values to a cell that a codebook leaves open. Asked before the records are read: which headings they
 * make, or whether they make any, would tell which values occur. Problem by column: `values-not-declared`. [RL-45]
 */
export function openColumns(codebook: Codebook | null): readonly Problem[] {
  const open = (codebook?.columns ?? []).filter(
    (column) => column.kind === 'multi' && column.values === 'discover',
  );
  return open.map(({ name }) => problem('values-not-declared', {}, { column: name }));
}

/**
 * The domain of a table. Problems: `values-not-declared` for a column of several values, whose headings would tell which
 * values occur; `columns-over-limit` over 200.
 */
export function domainOf(table: CodedTable): Outcome<Domain> {
  const open = table.columns.filter(({ kind, declared }) => kind === 'multi' && !declared);
  if (open.length > 0)
    return refused(
      ...[...new Set(open.map(({ from }) => from))].map((column) =>
        problem('values-not-declared', {}, { column }),
      ),
    );
  const many = tooManyColumns(table.columns.length);
  if (many.length > 0) return refused(...many);
  const numbered = table.columns.map(({ name, kind, declared, values, codes }) => {
    const order = values.map((_, at) => at);
    if (!declared) order.sort((one, other) => byCodePoint(values[one] ?? '', values[other] ?? ''));
    const number = new Uint32Array(values.length + 1);
    for (const [at, code] of order.entries()) number[code + 1] = at + 1;
    return {
      column: { name, kind, declared, values: order.map((at) => values[at] ?? '') },
      numbers: Uint32Array.from(codes, (code) => number[code] ?? 0),
    };
  });
  return fine({
    columns: numbered.map(({ column }) => column),
    records: { rows: table.rows, columns: numbered.map(({ numbers }) => numbers) },
  });
}

/** Problem `columns-over-limit` over 200. It follows from what was declared, so it is asked before anything is charged. */
export function tooManyColumns(columns: number): readonly Problem[] {
  return columns > mostColumns
    ? [problem('columns-over-limit', { columns, most: mostColumns })]
    : [];
}

const mostColumns = 200;

/** How many values each record has. */
export function sizesOf({ rows, columns }: Numbered): Uint8Array {
  const sizes = new Uint8Array(rows);
  for (const numbers of columns)
    for (let row = 0; row < rows; row += 1)
      if ((numbers[row] ?? 0) > 0) sizes[row] = (sizes[row] ?? 0) + 1;
  return sizes;
}

/**
 * The count with noise that a discovered value must reach to be told: so high that a value which one subject alone holds
 * reaches it, in any of the columns, with a chance of at most δ. [RL-45]
 *
 * @param alone What one subject can add to a count at most, and the least difference of counts on top: a discrete
 *   Gaussian reaches a mark no more often than a continuous one reaches the mark less one step.
 * @param deviation Standard deviation of the noise, in subjects.
 */
export function discoveryThreshold(
  alone: number,
  deviation: number,
  columns: number,
  delta: number,
): number {
  return alone - deviation * normalQuantile(delta / columns);
}

/** Takes values out: those not kept become blank, the others are numbered anew. */
export function narrowed(
  { columns, records }: Domain,
  kept: (column: number, number: number) => boolean,
): Domain {
  const maps = columns.map(({ values }, column) => {
    const map = new Uint32Array(values.length + 1);
    let next = 0;
    for (let number = 1; number <= values.length; number += 1)
      if (kept(column, number)) map[number] = next += 1;
    return map;
  });
  return {
    columns: columns.map((column, at) => ({
      ...column,
      values: column.values.filter((_, value) => (maps[at]?.[value + 1] ?? 0) > 0),
    })),
    records: {
      rows: records.rows,
      columns: records.columns.map((numbers, at) =>
        numbers.map((number) => maps[at]?.[number] ?? 0),
      ),
    },
  };
}
