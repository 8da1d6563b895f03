import { basename } from 'node:path';
import {
  checkedRegister,
  proposedColumns,
  readRis,
  referencesFromTable,
  type FoundReference,
  type ReadFile,
  type Register,
} from '@freehold/core/evidence';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { named, records, type TableRecord } from '@freehold/core/table';
import { located, parsedJson, readBytes, readJson, readText, stopped, type Step } from './files.ts';

/** Kinds of file that references come in, by how the name ends. */
const kinds = ['ris', 'csv', 'tsv', 'txt', 'bib', 'xlsx', 'json'] as const;

/**
 * Reads the references of a file: RIS, CSV or another delimited table, BibTeX, a workbook's first sheet, or a
 * register's sources. What stands in a .txt decides whether it is RIS or a table.
 */
export async function readReferences(path: string): Promise<Step<ReadFile>> {
  const ending = path.toLowerCase().split('.').at(-1) ?? '';
  if (!kinds.some((kind) => kind === ending))
    return stopped(refused(problem('file-kind-unknown', { file: path, known: kinds })), 2);
  if (ending === 'xlsx') return readSheet(path);
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const found = await foundIn(ending, text.value);
  return found.ok
    ? { ok: true, value: { file: basename(path), found: found.value } }
    : stopped(located(path, found), 1);
}

/** Reads a register from a file and checks that it holds together. */
export function readRegister(path: string): Promise<Step<Register>> {
  return readJson(path, checkedRegister);
}

async function foundIn(ending: string, text: string): Promise<Outcome<readonly FoundReference[]>> {
  if (ending === 'ris' || (ending === 'txt' && /^\W*\d*\W*TY {1,2}- /.test(text)))
    return fine(readRis(text));
  if (ending === 'bib') {
    const { readBibtex } = await import('@freehold/server/bibtex');
    return fine(readBibtex(text));
  }
  if (ending === 'json') return fromRegister(text);
  const { columns, records: rows, problems } = records(text);
  const faults = problems.filter(({ code }) => code === 'no-rows' || code === 'column-repeated');
  if (faults.length > 0) return refused(...faults);
  const found = fromTable(columns, rows);
  if (!found.ok) return found;
  // A row that could not be read is a record like any other: it is refused, not forgotten.
  const unread = problems.map((each, at): FoundReference => {
    const row = each.where?.row ?? 1;
    return { number: rows.length + at + 1, row, problems: [each] };
  });
  return fine([...found.value, ...unread]);
}

function fromTable(
  columns: readonly string[],
  rows: readonly TableRecord[],
): Outcome<readonly FoundReference[]> {
  const proposed = proposedColumns(columns);
  if (proposed.title === undefined)
    return refused(problem('column-missing', { columns: ['title'], found: [...columns] }));
  return fine(referencesFromTable(rows, proposed));
}

async function readSheet(path: string): Promise<Step<ReadFile>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return stopped(bytes, 2);
  const { readWorkbook } = await import('@freehold/server/workbook');
  const sheets = await readWorkbook(bytes.value);
  if (!sheets.ok) return stopped(located(path, sheets), 1);
  const [header = [], ...rows] = sheets.value[0]?.rows ?? [];
  const columns = named(header.map(String));
  const found = fromTable(
    columns,
    rows.map((cells, at) => ({
      row: at + 2,
      cells: Object.fromEntries(
        columns.map((column, place) => [column, String(cells[place] ?? '')]),
      ),
    })),
  );
  return found.ok
    ? { ok: true, value: { file: basename(path), found: found.value } }
    : stopped(located(path, found), 1);
}

function fromRegister(text: string): Outcome<readonly FoundReference[]> {
  const json = parsedJson(text);
  const register = json.ok ? checkedRegister(json.value) : json;
  if (!register.ok) return register;
  return fine(
    register.value.sources.map(({ reference }, at) => ({ number: at + 1, row: at + 1, reference })),
  );
}
