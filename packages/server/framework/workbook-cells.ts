import ExcelJS from 'exceljs';
import type { Cell, Sheet } from '@freehold/core/framework';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';

const mostRows = 20_000;
const mostColumns = 100;
/** The most characters that a spreadsheet program itself puts into a cell. */
const mostCharacters = 32_767;

/** Reads the cells of a workbook that `checkedZip` let through. Problems: see `readWorkbook`. */
export async function sheetsIn(bytes: Uint8Array): Promise<Outcome<readonly Sheet[]>> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: adornments });
  } catch {
    return refused(problem('not-a-workbook'));
  }
  const read = workbook.worksheets.map(readSheet);
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) return refused(...problems);
  return read.length > 0
    ? fine(read.map((each) => each.sheet))
    : refused(problem('not-a-workbook'));
}

// None of these changes what a cell holds, and the reader unrolls some of them cell by cell.
const adornments = [
  'autoFilter',
  'colBreaks',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'legacyDrawing',
  'mergeCells',
  'picture',
  'rowBreaks',
  'tableParts',
];

function readSheet(sheet: ExcelJS.Worksheet): { sheet: Sheet; problems: readonly Problem[] } {
  const rows: Cell[][] = [];
  const problems: Problem[] = [];
  const tooMany = new Set<'rows' | 'columns'>();
  sheet.eachRow((row, at) => {
    if (at > mostRows) {
      tooMany.add('rows');
      return;
    }
    const cells: Cell[] = [];
    row.eachCell((cell, column) => {
      const read = readCell(cell.value);
      if (read === '') return;
      if (column > mostColumns) {
        tooMany.add('columns');
        return;
      }
      const where = { sheet: sheet.name, row: at, column: titleOf(rows[0], column, cell.address) };
      if (typeof read === 'object') problems.push(problem(read.code, read.details, where));
      else {
        while (cells.length < column - 1) cells.push('');
        cells.push(read);
      }
    });
    while (rows.length < at - 1) rows.push([]);
    rows.push(cells);
  });
  const where = { sheet: sheet.name };
  if (tooMany.has('rows')) problems.push(problem('too-many-rows', { most: mostRows }, where));
  if (tooMany.has('columns'))
    problems.push(problem('too-many-columns', { most: mostColumns }, where));
  return { sheet: { name: sheet.name, rows }, problems };
}

function titleOf(head: readonly Cell[] | undefined, column: number, address: string): string {
  const title = String(head?.[column - 1] ?? '').trim();
  return title === '' ? address.replace(/\d+$/, '') : title;
}

type Fault = { readonly code: string; readonly details: Record<string, string | number> };

function readCell(value: ExcelJS.CellValue): Cell | Fault {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return readText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return isoDay(value);
  if ('error' in value) return { code: 'cell-error', details: { found: value.error } };
  if ('richText' in value) return readText(value.richText.map(({ text }) => text).join(''));
  if ('hyperlink' in value) return readCell(value.text);
  // The reader drops a last result of "false"; these two formulas say theirs themselves.
  const said = /^(TRUE|FALSE)\(\)$/i.exec(value.formula ?? '')?.[1];
  if (said !== undefined) return /^true$/i.test(said) ? 'yes' : 'no';
  if (value.result === undefined)
    return { code: 'formula-without-result', details: { found: value.formula ?? '' } };
  return readCell(value.result);
}

function readText(text: string): Cell | Fault {
  return text.length > mostCharacters
    ? { code: 'cell-too-long', details: { most: mostCharacters, length: text.length } }
    : text;
}

/** A day as 2026-03-02; with its time of day where it has one. */
function isoDay(date: Date): Cell | Fault {
  if (Number.isNaN(date.getTime())) return { code: 'cell-error', details: { found: 'date' } };
  return date.toISOString().replace('T00:00:00.000Z', '');
}
