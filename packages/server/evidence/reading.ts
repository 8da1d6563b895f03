import { Readable } from 'node:stream';
import {
  checkedRegister,
  proposedColumns,
  readRis,
  referencesFromTable,
  type FoundReference,
} from '@freehold/core/evidence';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { named, records, repeated, type Records } from '@freehold/core/table';
import { encodingOf } from '../data/decode.ts';
import { readWorkbook } from '../framework/workbook.ts';

/** Kinds of file that references come in, by how the name ends. */
export const referenceKinds = ['ris', 'csv', 'tsv', 'txt', 'bib', 'xlsx', 'json'] as const;

/**
 * Reads the references of a file: RIS, CSV or another delimited table, BibTeX, a workbook's first sheet, or a
 * register's sources. What stands in a .txt decides whether it is RIS or a table. Every record is in the answer.
 *
 * Problems: `file-kind-unknown`, `column-missing`, `no-rows`, `column-repeated`, and those of a workbook or register.
 */
export async function readReferences(
  name: string,
  bytes: Uint8Array,
): Promise<Outcome<readonly FoundReference[]>> {
  const ending = endingOf(name);
  if (!referenceKinds.some((kind) => kind === ending))
    return refused(problem('file-kind-unknown', { file: name, known: referenceKinds }));
  if (ending === 'xlsx' || ending === 'csv' || ending === 'tsv') return tabled(name, bytes);
  const text = await textOf(bytes);
  if (ending === 'ris' || (ending === 'txt' && /^\W*\d*\W*TY {1,2}- /.test(text)))
    return fine(readRis(text));
  if (ending === 'bib') {
    const { readBibtex } = await import('./bibtex.ts');
    return fine(readBibtex(text));
  }
  return ending === 'json' ? fromRegister(text) : tabled(name, bytes);
}

/** Reads a table: a workbook's first sheet, or a delimited file in whatever encoding it is. */
export async function readTable(name: string, bytes: Uint8Array): Promise<Outcome<Records>> {
  if (endingOf(name) !== 'xlsx') return whole(records(await textOf(bytes)));
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  const [header, ...rows] = sheets.value[0]?.rows ?? [];
  if (header === undefined) return refused(problem('no-rows'));
  const columns = named(header.map(String));
  return whole({
    columns,
    problems: repeated(columns),
    records: rows.map((cells, at) => ({
      row: at + 2,
      cells: Object.fromEntries(columns.map((each, place) => [each, String(cells[place] ?? '')])),
    })),
  });
}

/** A table whose columns cannot be told apart, or that has none, is of no use. */
function whole(read: Records): Outcome<Records> {
  const faults = read.problems.filter(
    ({ code }) => code === 'no-rows' || code === 'column-repeated',
  );
  return faults.length > 0 ? refused(...faults) : fine(read);
}

async function tabled(
  name: string,
  bytes: Uint8Array,
): Promise<Outcome<readonly FoundReference[]>> {
  const table = await readTable(name, bytes);
  if (!table.ok) return table;
  const { columns, records: rows, problems } = table.value;
  const proposed = proposedColumns(columns);
  if (proposed.title === undefined)
    return refused(problem('column-missing', { columns: ['title'], found: [...columns] }));
  // A row that could not be read is a record like any other: it is refused, not forgotten.
  const unread = problems.map((each, at): FoundReference => {
    const row = each.where?.row ?? 1;
    return { number: rows.length + at + 1, row, problems: [each] };
  });
  return fine([...referencesFromTable(rows, proposed), ...unread]);
}

function fromRegister(text: string): Outcome<readonly FoundReference[]> {
  const register = checkedRegister(jsonOf(text));
  if (!register.ok) return register;
  const { sources } = register.value;
  return fine(sources.map(({ reference }, at) => ({ number: at + 1, row: at + 1, reference })));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const encoding = await encodingOf(() => Readable.from([bytes]));
  return new TextDecoder(encoding).decode(bytes);
}

function endingOf(name: string): string {
  return name.toLowerCase().split('.').at(-1) ?? '';
}
