import ExcelJS from 'exceljs';
import type { Sheet } from '@freehold/core/framework';
import { problem, refused, type Outcome } from '@freehold/core/problem';
import { apart, type Limits } from '../job/apart.ts';

/** The largest file that is read, and the most that it may unpack to: fifty times the shipped framework. */
export const mostFileBytes = 10 * 1024 * 1024;
export const mostUnpackedBytes = 32 * 1024 * 1024;

/**
 * Writes plain sheets as an XLSX file: text stays text whatever it looks like, so that a code such as 1.10
 * does not become a number or a date when somebody edits it.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Freehold';
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = widths(rows).map((width) => ({
      width,
      style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
    }));
    for (const cells of rows) {
      sheet.addRow(cells.map((cell) => (cell === '' ? null : written(cell))));
    }
    sheet.getRow(1).font = { bold: true };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

// What looks like the format's own escape of a character would be read back as that character.
function written(cell: string | number): string | number {
  return typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell;
}

function widths(rows: Sheet['rows']): readonly number[] {
  const [head = []] = rows;
  return head.map((_, at) => {
    const longest = Math.max(...rows.map((cells) => String(cells[at] ?? '').length));
    return Math.min(60, Math.max(8, longest + 2));
  });
}

/**
 * Reads an XLSX file into plain sheets, in a process of its own that is given up when it takes more than
 * `seconds` or too much memory. Formulas give their last result, rich text its text, days their ISO form, true and false "yes" and "no"; rows keep their numbers.
 *
 * Problems: `not-a-zip`, `unpacks-too-large`, `not-a-workbook`, `workbook-too-slow`, and by cell `cell-error`,
 * `cell-too-long`, `formula-without-result`, `too-many-rows`, `too-many-columns`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<Outcome<readonly Sheet[]>> {
  const read = await apart<Outcome<readonly Sheet[]>>(
    new URL('./workbook-worker.ts', import.meta.url),
    bytes,
    { seconds: 30, megabytes: 512, ...limits },
  );
  return 'said' in read ? read.said : refused(ends[read.ended]);
}

const ends = {
  slow: problem('workbook-too-slow'),
  full: problem('unpacks-too-large', { mostBytes: mostUnpackedBytes }),
  broken: problem('not-a-workbook'),
} as const;
