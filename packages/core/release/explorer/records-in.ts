import { fine, problem, refused, type Outcome, type Problem } from '../../problem.ts';
import { isFormula, TableReader, unguarded, type TableRow } from '../../table/index.ts';
import type { AnyManifest } from './any-manifest.ts';

/** Records as texts, '' where nothing is recorded. */
export type ReadRecords = readonly (readonly string[])[];

const file = 'synthetic.csv';

/**
 * Reads the made records, and refuses a header or a number of records that is not the manifest's, and cells that a
 * spreadsheet would run.
 */
export function recordsIn(text: string, { columns, records }: AnyManifest): Outcome<ReadRecords> {
  const reader = new TableReader({ delimiter: ',' });
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  const names = columns.map(({ name }) => name);
  const given = (header?.cells ?? []).map(unguarded);
  if (given.length !== names.length || given.some((name, at) => name !== names[at]))
    return refused(problem('header-not-manifest', { given, expected: names }, { file, row: 1 }));
  if (rows.length !== records)
    return refused(problem('records-not-manifest', { given: rows.length, records }, { file }));
  const faults = [header, ...rows].flatMap((row) => faultIn(row, names.length)).slice(0, 100);
  if (faults.length > 0) return refused(...faults);
  return fine(rows.map(({ cells }) => cells.map(unguarded)));
}

function faultIn(line: TableRow | undefined, columns: number): readonly Problem[] {
  const { row = 1, cells = [], problems = [] } = line ?? {};
  const where = { file, row };
  if (problems.length > 0 || cells.length !== columns)
    return [problem('row-unreadable', {}, where)];
  return cells.some(isFormula) ? [problem('cell-is-formula', {}, where)] : [];
}
