import { fine, refused, type Outcome, type Problem } from '../problem.ts';
import { checked } from './checked.ts';
import { columnsOf, sheetNames, type Sheet } from './exchange.ts';
import { assembled } from './exchange-assembled.ts';
import { located } from './exchange-located.ts';
import { references } from './exchange-references.ts';
import { rowsOf, type Book } from './exchange-rows.ts';
import type { Framework } from './framework.ts';

/**
 * Reads a framework from plain sheets.
 *
 * Every problem comes back at once and in the order of the file, with its sheet, its row as a person sees it in the file (the first row
 * is 1) and its column. A cell has one problem at most, and a sheet or a column that is not there is one
 * problem, not one for each row. [FW-2]
 */
export function fromSheets(sheets: readonly Sheet[]): Outcome<Framework> {
  const read = new Map(sheetNames.map((name) => [name, rowsOf(sheets, name)]));
  const surface = [...read.values()].flatMap((each) => each.problems);
  const book: Book = {
    rows: (name) => read.get(name)?.rows ?? [],
    lacks: (sheet, column) => surface.some((each) => isLack(each, sheet, column)),
  };
  const { framework, places } = assembled(book);
  const found = checked(framework);
  const beneath = found.ok ? [] : found.problems.map((each) => located(each, places));
  const problems = onePerCell([
    ...surface,
    ...[...references(book), ...beneath].filter((each) => !follows(each, book)),
  ]);
  return found.ok && problems.length === 0
    ? fine(found.value)
    : refused(...problems.toSorted(inFileOrder));
}

/** Sheets in the order in which they are written, rows from the top, columns from the left and unknown ones last. */
function inFileOrder(one: Problem, other: Problem): number {
  const [a, b] = [placeIn(one), placeIn(other)];
  return a.sheet - b.sheet || a.row - b.row || a.column - b.column;
}

function placeIn({ where = {} }: Problem) {
  const sheet = sheetNames.findIndex((name) => name === where.sheet);
  const columns = columnsOf[sheetNames[sheet] ?? 'framework'];
  const column = columns.findIndex(([, title]) => title === where.column);
  return { sheet, row: where.row ?? 0, column: column === -1 ? columns.length : column };
}

function isLack({ code, where = {} }: Problem, sheet: string, column: string | undefined): boolean {
  if (where.sheet !== sheet) return false;
  if (code === 'missing-sheet' || code === 'empty-sheet') return true;
  return code === 'missing-column' && column !== undefined && where.column === column;
}

/** Is this only what a missing sheet or column brings with it? */
function follows({ code, where = {} }: Problem, book: Book): boolean {
  if (code === 'level-without-topics') return book.lacks('topics', 'level');
  if (code === 'topic-without-indicators') return book.lacks('indicators', 'topic');
  if (code === 'unknown-source') return book.lacks('sources', 'tag');
  if (code === 'unknown-indicator') return book.lacks('indicators', 'code');
  return where.sheet !== undefined && book.lacks(where.sheet, where.column);
}

function onePerCell(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ where = {}, code }) => {
    const whole = where.row === undefined || where.column === undefined;
    const key = JSON.stringify([where.sheet, where.row, where.column, whole && [code, where.path]]);
    return seen.has(key) ? false : seen.add(key);
  });
}
