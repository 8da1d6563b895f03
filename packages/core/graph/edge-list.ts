import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import {
  byRow,
  columnsIn,
  emptyCells,
  records,
  type Records,
  type TableRecord,
} from '../table/index.ts';
import { bareNode, type Attributes, type Network, type Node, type Tie } from './network.ts';

const longest = 200;

/**
 * Reads nodes from delimited text with the column id, and label where there is one; all other columns are attributes,
 * as numbers where a column holds nothing else. An empty cell is an attribute that is not known.
 *
 * Problems by row and column: `column-missing`, `column-repeated`, `missing-value`, `too-long`, `node-repeated`, and
 * those of the table itself. [GR-19]
 */
export function nodesFrom(text: string): Outcome<readonly Node[]> {
  const table = records(text);
  const columns = columnsIn<'id' | 'label'>(table, ['id'], ['label']);
  if (columns.problems.length > 0) return refused(...columns.problems);
  const id = (record: TableRecord) => columns.cell(record, 'id');
  const problems = [
    ...table.problems,
    ...table.records.flatMap((record) => endProblems({ id: id(record) }, ['id'], record.row)),
    ...repeated(table.records, id),
  ];
  if (problems.length > 0) return refused(...byRow(problems));
  const attributes = attributesOf(table);
  const nodes = table.records.map((record) => ({
    id: id(record),
    label: columns.cell(record, 'label') || id(record),
    attributes: attributes(record),
  }));
  return fine(nodes);
}

/**
 * Reads ties from delimited text with the columns source and target, and weight where there is one; an empty weight is
 * 1. `known`: the nodes that a tie may end at; null, and the ties themselves say which nodes there are.
 *
 * Problems by row and column: as for nodes, and `weight-not-positive`, `node-unknown`. [GR-4] [GR-19]
 */
export function networkFrom(
  text: string,
  known: readonly Node[] | null,
  directed: boolean,
): Outcome<Network> {
  const table = records(text);
  const columns = columnsIn<'source' | 'target' | 'weight'>(
    table,
    ['source', 'target'],
    ['weight'],
  );
  if (columns.problems.length > 0) return refused(...columns.problems);
  const ids = known === null ? null : new Set(known.map(({ id }) => id));
  const rows = table.records.map((record) => {
    const [source, target] = [columns.cell(record, 'source'), columns.cell(record, 'target')];
    const weight = columns.cell(record, 'weight');
    const tie = { source, target, weight: weight === '' ? 1 : Number(weight) };
    return { tie, problems: tieProblems(tie, weight, ids, record.row) };
  });
  const problems = [...table.problems, ...rows.flatMap((row) => row.problems)];
  if (problems.length > 0) return refused(...byRow(problems));
  const ties = rows.map(({ tie }) => tie);
  return fine({ directed, nodes: known ?? endsOf(ties), ties });
}

/** The nodes at which ties end, in the order in which they are met. */
export function endsOf(ties: readonly Tie[]): readonly Node[] {
  return [...new Set(ties.flatMap(({ source, target }) => [source, target]))].map(bareNode);
}

function tieProblems(
  { source, target, weight }: Tie,
  written: string,
  ids: ReadonlySet<string> | null,
  row: number,
): readonly Problem[] {
  const ends = { source, target };
  return [
    ...endProblems(ends, ['source', 'target'], row),
    ...(weight > 0 && weight < Infinity
      ? []
      : [
          problem(
            'weight-not-positive',
            { found: written.slice(0, 60) },
            { row, column: 'weight' },
          ),
        ]),
    ...Object.entries(ends).flatMap(([column, id]) =>
      id === '' || ids === null || ids.has(id)
        ? []
        : [problem('node-unknown', { id: id.slice(0, longest) }, { row, column })],
    ),
  ];
}

function endProblems<Name extends string>(
  cells: Readonly<Record<Name, string>>,
  names: readonly Name[],
  row: number,
): readonly Problem[] {
  return [
    ...emptyCells(cells, names, row),
    ...names
      .filter((column) => cells[column].length > longest)
      .map((column) => problem('too-long', { most: longest }, { row, column })),
  ];
}

function repeated(
  rows: readonly TableRecord[],
  id: (record: TableRecord) => string,
): readonly Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap((record) => {
    const before = first.get(id(record));
    if (before === undefined) first.set(id(record), record.row);
    return before === undefined || id(record) === ''
      ? []
      : [
          problem(
            'node-repeated',
            { id: id(record), first: before },
            { row: record.row, column: 'id' },
          ),
        ];
  });
}

function attributesOf({ columns, records: rows }: Records): (record: TableRecord) => Attributes {
  const names = columns.filter(
    (name) => name !== '' && !['id', 'label'].includes(name.toLowerCase()),
  );
  const values = (name: string) => rows.map(({ cells }) => cells[name]?.trim() ?? '');
  const numeric = new Set(
    names.filter((name) => values(name).every((value) => value === '' || plainNumber.test(value))),
  );
  return ({ cells }) =>
    Object.fromEntries(
      names.flatMap((name): [string, string | number][] => {
        const value = cells[name]?.trim() ?? '';
        if (value === '') return [];
        return [[name, numeric.has(name) ? Number(value) : value]];
      }),
    );
}

const plainNumber = /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
