/** What a cell of a plain sheet holds; an empty cell is the empty text. */
export type Cell = string | number;

/**
 * How the cells of a column are written. Lists stand in one cell, parted by semicolons; an item with a
 * semicolon or a double quote in it stands in double quotes, with those inside doubled.
 */
export type Form =
  'text' | 'code' | 'choice' | 'choices' | 'number' | 'numbers' | 'yes-no' | 'list';

/** What was read from a cell, or what is wrong with it. */
export type CellRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'not-a-number' | 'not-yes-or-no' };

/**
 * Writes a field into a cell.
 *
 * @throws TypeError for what no sheet can hold.
 */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((item) => quoted(String(item))).join('; ');
  throw new TypeError(`no cell can hold ${typeof value}`);
}

/**
 * Reads a cell as its column wants it. Numbers may be written as text and text as numbers; codes, choices
 * and list items lose outer blanks, choices also their capitals. Whether the value is allowed is for the
 * schema to say.
 */
export function readCell(form: Form, cell: Cell): CellRead {
  const written = String(cell).trim();
  switch (form) {
    case 'text':
      return { ok: true, value: String(cell) };
    case 'code':
      return { ok: true, value: written };
    case 'choice':
      return { ok: true, value: written.toLowerCase() };
    case 'choices':
      return { ok: true, value: items(written).map((item) => item.toLowerCase()) };
    case 'list':
      return { ok: true, value: items(written) };
    case 'number':
      return readNumber(written);
    case 'numbers':
      return readNumbers(written);
    case 'yes-no':
      return readYesNo(written.toLowerCase());
  }
}

function quoted(item: string): string {
  return /[;"]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}

const item = /\s*(?:"((?:[^"]|"")*)"\s*(?:;|$)|([^;]*)(?:;|$))/y;

function items(written: string): readonly string[] {
  const found: string[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < written.length) {
    const match = item.exec(written);
    if (match === null) break;
    found.push(match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').trim());
  }
  return found.filter((each) => each !== '');
}

const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const groupedNumber = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

function readNumber(written: string): CellRead {
  if (plainNumber.test(written)) return { ok: true, value: Number(written) };
  if (groupedNumber.test(written)) return { ok: true, value: Number(written.replaceAll(',', '')) };
  return { ok: false, code: 'not-a-number' };
}

function readNumbers(written: string): CellRead {
  const read = items(written).map(readNumber);
  const wrong = read.find((each) => !each.ok);
  return wrong ?? { ok: true, value: read.map((each) => (each.ok ? each.value : null)) };
}

function readYesNo(written: string): CellRead {
  if (written === 'yes' || written === 'true') return { ok: true, value: true };
  if (written === 'no' || written === 'false') return { ok: true, value: false };
  return { ok: false, code: 'not-yes-or-no' };
}
