import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import type { Records, TableRecord } from '../table/index.ts';
import type { Table } from './steps.ts';
import { Node, structureOf, type NodeRow, type Structure } from './meta.ts';

/** What is missing is written as nothing, NA or NaN, as R and spreadsheets do. */
const absent = /^(?:|na|nan|null|n\/a)$/i;

/**
 * Reads metadata as COINr has them: `Level, iCode, iName, Direction, Weight, Target, Denominator, Parent, Type` and,
 * for goalposts, `goalpost_lower, goalpost_upper, goalpost_scale, goalpost_trunc2posts`. Rows of the types Group and
 * Denominator name columns of the data. All problems at once, by row and column. [CO-1]
 */
export function readMeta(table: Records): Outcome<Structure> {
  const lacking = ['iCode', 'Level', 'Parent', 'Type'].filter(
    (name) => !table.columns.includes(name),
  );
  const problems: Problem[] = [
    ...table.problems,
    ...lacking.map((column) => problem('column-missing', {}, { column, row: 1 })),
  ];
  if (lacking.length > 0) return refused(...problems);
  const nodes: NodeRow[] = [];
  for (const record of table.records) {
    const { Type: type = '' } = record.cells;
    if (['Group', 'Denominator', 'Other'].includes(type)) continue;
    if (type !== 'Indicator' && type !== 'Aggregate') {
      problems.push(
        problem('not-one-of', { allowed: types, found: type }, { row: record.row, column: 'Type' }),
      );
      continue;
    }
    const node = nodeIn(record, type);
    if (node.ok) nodes.push({ row: record.row, node: node.value });
    else problems.push(...node.problems);
  }
  const structure = structureOf(nodes);
  if (!structure.ok) return refused(...problems, ...structure.problems);
  return problems.length > 0 ? refused(...problems) : structure;
}

const types = ['Indicator', 'Aggregate', 'Group', 'Denominator', 'Other'];

function nodeIn({ row, cells }: TableRecord, type: 'Indicator' | 'Aggregate'): Outcome<Node> {
  const problems: Problem[] = [];
  const number = (column: string, otherwise: number | null): number | null => {
    const cell = (cells[column] ?? '').trim();
    if (absent.test(cell)) return otherwise;
    const value = Number(cell);
    if (!Number.isFinite(value))
      problems.push(problem('not-a-number', { text: cell }, { row, column }));
    return value;
  };
  const text = (column: string) => {
    const cell = (cells[column] ?? '').trim();
    return absent.test(cell) ? null : cell;
  };
  const posts = ['goalpost_lower', 'goalpost_upper'].map((column) => number(column, null));
  const [low = null, high = null] = posts;
  const read = Node.safeParse({
    code: (cells['iCode'] ?? '').trim(),
    name: text('iName') ?? '',
    level: number('Level', null),
    parent: text('Parent'),
    direction: number('Direction', 1),
    weight: number('Weight', 1),
    denominator: text('Denominator'),
    target: number('Target', null),
    goalposts:
      low === null || high === null
        ? null
        : {
            low,
            high,
            scale: number('goalpost_scale', 1),
            cut: text('goalpost_trunc2posts') !== 'FALSE',
          },
  });
  if (problems.length > 0) return refused(...problems);
  if (!read.success)
    return refused(
      ...read.error.issues.map((issue) => {
        const field = String(issue.path[0] ?? '');
        const column = columnOfField[field] ?? 'iCode';
        return problem(
          'cell-not-valid',
          { field: column, found: (cells[column] ?? '').trim() },
          { row, column },
        );
      }),
    );
  if ((type === 'Indicator') !== (read.data.level === 1))
    return refused(
      problem('type-and-level-differ', { type, level: read.data.level }, { row, column: 'Level' }),
    );
  return fine(read.data);
}

const columnOfField: Readonly<Record<string, string>> = {
  ...{ code: 'iCode', name: 'iName', level: 'Level', parent: 'Parent', direction: 'Direction' },
  ...{
    weight: 'Weight',
    denominator: 'Denominator',
    target: 'Target',
    goalposts: 'goalpost_lower',
  },
};

/** The columns of the data that hold numbers: indicators, and what they are divided by. */
export function numberColumns({ indicators }: Structure): ReadonlySet<string> {
  return new Set(
    indicators.flatMap(({ code, denominator }) =>
      denominator === null ? [code] : [code, denominator],
    ),
  );
}

/**
 * Reads data: `uCode` names the units, once each; the columns that `numbers` names hold numbers or nothing, and the
 * others are kept as groups. All problems at once, by row and column.
 */
export function readData(table: Records, numbers: ReadonlySet<string>): Outcome<Table> {
  const problems: Problem[] = [...table.problems];
  if (!table.columns.includes('uCode'))
    return refused(...problems, problem('column-missing', {}, { column: 'uCode', row: 1 }));
  const units = table.records.map(({ cells }) => (cells['uCode'] ?? '').trim());
  const first = new Map<string, number>();
  for (const [at, unit] of units.entries()) {
    const row = table.records[at]?.row ?? 0;
    const before = first.get(unit);
    if (unit === '') problems.push(problem('unit-missing', {}, { row, column: 'uCode' }));
    else if (before !== undefined)
      problems.push(
        problem('repeated-code', { name: unit, first: `row ${before}` }, { row, column: 'uCode' }),
      );
    else first.set(unit, row);
  }
  const columns = new Map<string, readonly (number | null)[]>();
  const groups = new Map<string, readonly (string | null)[]>();
  for (const column of table.columns) {
    if (column === '' || column === 'uCode') continue;
    if (numbers.has(column))
      columns.set(
        column,
        table.records.map((record) => numberIn(record, column, problems)),
      );
    else
      groups.set(
        column,
        table.records.map(({ cells }) => {
          const cell = (cells[column] ?? '').trim();
          return absent.test(cell) ? null : cell;
        }),
      );
  }
  if (units.length === 0) problems.push(problem('no-rows'));
  return problems.length > 0 ? refused(...problems) : fine({ units, columns, groups });
}

function numberIn({ row, cells }: TableRecord, column: string, problems: Problem[]): number | null {
  const cell = (cells[column] ?? '').trim();
  if (absent.test(cell)) return null;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  problems.push(problem('not-a-number', { text: cell }, { row, column }));
  return null;
}
