import { problem, type Problem, type Where } from '../problem.ts';
import type { Language } from './words.ts';

export type FormCell = string | number;
/** A worksheet as plain rows; what reads the file stands elsewhere. */
export type FormSheet = {
  readonly name: string;
  readonly rows: readonly (readonly FormCell[])[];
};

/** `label::English (en)` is the column `label` in the language `en`; without a language it is the default one. */
export type FormColumn = {
  readonly at: number;
  readonly title: string;
  readonly base: string;
  readonly language: Language | null;
};

export type FormRow = {
  readonly row: number;
  readonly where: (base: string) => Where;
  /** The text of the first column of this name, without outer blanks; '' where there is none. */
  readonly cell: (base: string) => string;
  readonly filled: readonly { readonly column: FormColumn; readonly text: string }[];
};

export type FormTable = {
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  readonly problems: readonly Problem[];
};

/**
 * Reads a sheet by its titles, whose capitals and blanks do not matter. Two columns of one name and language cannot
 * be told apart, so that is a problem and no column is picked: `column-twice`. [SV-30] [SV-31]
 */
export function tableOf(sheet: FormSheet): FormTable {
  const head = sheet.rows[0] ?? [];
  const columns = head.flatMap((cell, at) => {
    const title = String(cell).trim();
    return title === '' ? [] : [{ at, title, ...titleOf(title) }];
  });
  const rows = sheet.rows.flatMap((cells, at) =>
    at === 0 || cells.every((cell) => String(cell).trim() === '')
      ? []
      : [rowOf(sheet.name, at + 1, cells, columns)],
  );
  return { columns, rows, problems: twice(sheet.name, columns) };
}

function titleOf(title: string): Pick<FormColumn, 'base' | 'language'> {
  const [base = '', ...rest] = title.split(/\s*::?\s*/);
  const named = rest.at(-1);
  const plain = [base, ...rest.slice(0, -1)].map(baseOf).join('::');
  // An old form writes its media as image, or as media::image; the language comes last.
  if (named === undefined) return { base: baseOf(base), language: null };
  if (baseOf(base) === 'media' && rest.length === 1)
    return { base: `media::${baseOf(named)}`, language: null };
  return { base: plain, language: languageOf(named) };
}

function baseOf(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '_');
}

/** "English (en)" is English with the code en; a name alone makes its own code. */
export function languageOf(text: string): Language {
  const [, name, code] = /^(.*?)\s*\(\s*([A-Za-z][A-Za-z0-9-]*)\s*\)\s*$/.exec(text) ?? [];
  if (code !== undefined)
    return { code: code.toLowerCase(), name: name === '' ? code : (name ?? code) };
  const plain = text.trim();
  const made = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return { code: made === '' ? 'language' : made.slice(0, 35), name: plain.slice(0, 60) };
}

function rowOf(
  sheet: string,
  row: number,
  cells: readonly FormCell[],
  columns: readonly FormColumn[],
): FormRow {
  const filled = columns
    .map((column) => ({ column, text: String(cells[column.at] ?? '').trim() }))
    .filter(({ text }) => text !== '');
  return {
    row,
    filled,
    cell: (base) => filled.find(({ column }) => column.base === base)?.text ?? '',
    where: (base) => {
      const title = columns.find((column) => column.base === base)?.title;
      return { sheet, row, ...(title !== undefined && { column: title }) };
    },
  };
}

function twice(sheet: string, columns: readonly FormColumn[]): readonly Problem[] {
  const names = columns.map(({ base, language }) => `${base}::${language?.code ?? ''}`);
  return columns
    .filter((_, at) => names.indexOf(names[at] ?? '') !== at)
    .map(({ title }) =>
      problem('column-twice', { column: title }, { sheet, row: 1, column: title }),
    );
}
