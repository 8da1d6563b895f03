import { problem, type Problem } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import type { CellTokens, ReadCell } from './cell.ts';
import { cellReader } from './cell.ts';
import { shortened, type Columns, type RowReader } from './columns.ts';
import type { MeasureReading } from './mapping.ts';

/** What is known of one measure, place and period. Null is "not known", never zero. */
export type Figures = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
  readonly note: string;
};

export const nothingKnown: Figures = {
  value: null,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  suppressed: false,
  note: '',
};

/** What a publisher withheld: nothing of it is kept, only that it was withheld. */
const withheld: Figures = { ...nothingKnown, suppressed: true };

const longestNote = 500;

/**
 * Makes the reader of one measure's figures in a row. A withheld value or numerator withholds them all.
 *
 * Of a row: `not-a-number`, `missing-in-sum`, `out-of-range`, `interval-off`, `note-too-long`. [DT-3] [DT-5]
 */
export function figuresReader(
  columns: Columns,
  reading: MeasureReading,
  tokens: CellTokens,
): RowReader<Figures> {
  const { value } = reading;
  if ('count' in value) return () => ({ ...nothingKnown, value: 1 });
  const read = cellReader(tokens);
  if ('sumOf' in value) return partOfSum(columns, value.sumOf, reading, read);
  return cellsOf(columns, value.column, reading, read);
}

function partOfSum(
  columns: Columns,
  column: string,
  reading: MeasureReading,
  read: (text: string) => ReadCell,
): RowReader<Figures> {
  const number = numberIn(columns, column, read);
  return (row, faults) => {
    const cell = number(row, faults);
    if (cell.kind === 'suppressed') return withheld;
    if (cell.kind === 'missing')
      faults.push(problem('missing-in-sum', {}, { row: row.row, column }));
    if (cell.kind !== 'number') return null;
    const figures = { ...nothingKnown, value: times(cell.value, reading.scale) };
    return inRange(figures, reading, { row, column, faults }) ? figures : null;
  };
}

function cellsOf(
  columns: Columns,
  column: string,
  reading: MeasureReading,
  read: (text: string) => ReadCell,
): RowReader<Figures> {
  const of = (name: string | undefined) =>
    name === undefined ? () => missing : numberIn(columns, name, read);
  const value = of(column);
  const numerator = of(reading.numerator);
  const denominator = of(reading.denominator);
  const low = of(reading.low);
  const high = of(reading.high);
  const note = noteIn(columns, reading.note);
  return (row, faults) => {
    const before = faults.length;
    const cells = [value, numerator, denominator, low, high].map((each) => each(row, faults));
    const [v = missing, n = missing, d = missing, l = missing, h = missing] = cells;
    const said = note(row, faults);
    if (faults.length > before) return null;
    if (v.kind === 'suppressed' || n.kind === 'suppressed') return { ...withheld, note: said };
    const figures: Figures = {
      value: scaled(v, reading.scale),
      numerator: scaled(n, 1),
      denominator: scaled(d, 1),
      low: scaled(l, reading.scale),
      high: scaled(h, reading.scale),
      suppressed: false,
      note: said,
    };
    return inRange(figures, reading, { row, column, faults }) ? figures : null;
  };
}

const missing: ReadCell = { kind: 'missing' };

function scaled(cell: ReadCell, scale: number): number | null {
  return cell.kind === 'number' ? times(cell.value, scale) : null;
}

// 0.07 as 7 per cent, and not as 7.000000000000001: a value may be held against a line.
function times(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

function numberIn(columns: Columns, column: string, read: (text: string) => ReadCell) {
  const cell = columns.cell(column);
  return (row: TableRow, faults: Problem[]): ReadCell => {
    const found = read(cell(row));
    if (found.kind === 'unreadable') {
      const text = shortened(cell(row));
      faults.push(problem('not-a-number', { text }, { row: row.row, column }));
    }
    return found;
  };
}

function noteIn(columns: Columns, column: string | undefined) {
  if (column === undefined) return () => '';
  const cell = columns.cell(column);
  return (row: TableRow, faults: Problem[]): string => {
    const said = cell(row).trim();
    if (said.length > longestNote)
      faults.push(problem('note-too-long', { most: longestNote }, { row: row.row, column }));
    return said;
  };
}

type Spot = { readonly row: TableRow; readonly column: string; readonly faults: Problem[] };

/** A hair's breadth for what publishers rounded. */
const slack = 1e-9;

function inRange(
  { value, numerator, denominator, low, high }: Figures,
  { measure: { valueKind, factor } }: MeasureReading,
  { row, column, faults }: Spot,
): boolean {
  const where = { row: row.row, column };
  const counted = valueKind === 'count' || valueKind === 'rate' || valueKind === 'proportion';
  const most = valueKind === 'proportion' ? factor : null;
  const values = [value, low, high].filter((each) => each !== null);
  const off = values.find(
    (each) => counted && (each < 0 || (most !== null && each > most * (1 + slack))),
  );
  const parts = [numerator, denominator].find((each) => each !== null && each < 0);
  const wrong = off ?? parts;
  if (wrong !== undefined && wrong !== null)
    faults.push(problem('out-of-range', { value: wrong, least: 0, most }, where));
  const over = value !== null && ((low ?? value) > value || (high ?? value) < value);
  if (over) faults.push(problem('interval-off', { low, value, high }, where));
  return (wrong ?? null) === null && !over;
}
