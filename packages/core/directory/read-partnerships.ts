import { fine, type Outcome } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import { Tally, type Account } from './account.ts';
import type { NamedArea } from './area-list.ts';
import type { CleanUp } from './clean-up.ts';
import { plainWords, reads, type DirectoryMapping } from './import-mapping.ts';
import { activitiesOf } from './read-activities.ts';
import { cellsOf, readTable, type CellOf, type ReadTable } from './read-table.ts';
import { Profile } from './partnership.ts';

/** A partnership as a file has it; `key` is its id there. */
export type Draft = {
  readonly key: string;
  readonly name: string;
  readonly row: number;
  readonly profile: Profile;
};

export type ReadPartnerships = {
  readonly drafts: readonly Draft[];
  readonly cleanUp: readonly CleanUp[];
  readonly account: Account;
};

export const partnershipsFile = 'partnerships';

/** What reading a row may use and add to. */
type Reading = {
  readonly mapping: DirectoryMapping;
  readonly table: ReadTable;
  readonly cell: CellOf;
  readonly areas: ReadonlyMap<string, string>;
  readonly queue: (
    item: Pick<CleanUp, 'kind' | 'text'> & Partial<CleanUp> & { at: TableRow; key: string },
  ) => void;
};

/**
 * Reads rows of partnerships, one for each area that a partnership works in. Rows of one id become one
 * partnership. [DR-7] [DR-8] [DR-9]
 *
 * Problems: those of the table's header; of a row there are none, since whatever is wrong with one is queued.
 */
export function readPartnerships(
  text: string,
  mapping: DirectoryMapping,
  areaList: readonly NamedArea[],
): Outcome<ReadPartnerships> {
  const columns = wantedColumns(mapping);
  const { table, problems } = readTable(text, partnershipsFile, columns);
  if (problems.length > 0) return { ok: false, problems };
  const cleanUp: CleanUp[] = [];
  const reading: Reading = {
    ...{ mapping, table, cell: cellsOf(table) },
    areas: new Map(areaList.map(({ code, name }) => [code, name])),
    queue: ({ at, key, ...item }) => {
      const blank = { file: partnershipsFile, column: '', suggestions: [], details: {} };
      cleanUp.push({ ...blank, row: at.row, partnership: key, ...item });
    },
  };
  const { groups, rows } = grouped(reading);
  const drafts = [...groups.values()].map((group) => draftOf(reading, group));
  const account = {
    ...{ file: partnershipsFile, rowsIn: table.rows.length, rows, itemsIn: 0, items: {} },
    cellsIn: table.rows.length * table.columns.length,
    cells: cellFates(reading, groups, cleanUp),
  };
  return fine({ drafts, cleanUp, account });
}

function wantedColumns({ partnerships: asked }: DirectoryMapping): readonly string[] {
  const { id, name, area, scale, chair, coordinator, activities, flags } = asked;
  return [id, name, area, scale, chair, coordinator, activities, ...Object.keys(flags)];
}

/** The rows of one id, in the order of the file. */
type Group = { readonly key: string; readonly rows: readonly TableRow[] };

function grouped(reading: Reading) {
  const { table, cell, mapping, queue } = reading;
  const groups = new Map<string, Group>();
  const fates = new Tally();
  for (const row of table.rows) {
    const key = cell(row, mapping.partnerships.id).trim();
    if (row.problems.length > 0 || key === '') {
      const kind = row.problems.length > 0 ? 'row-unreadable' : 'id-missing';
      queue({ kind, text: row.cells.filter((each) => each !== '').join(' | '), at: row, key: '' });
      fates.add(`queued:${kind}`);
      continue;
    }
    const before = groups.get(key);
    groups.set(key, { key, rows: [...(before?.rows ?? []), row] });
    fates.add(before === undefined ? 'partnership' : 'further-area');
  }
  return { groups, rows: fates.counts };
}

function draftOf(reading: Reading, { key, rows }: Group): Draft {
  const { mapping, cell, queue } = reading;
  const [first] = rows;
  if (first === undefined) throw new RangeError(`no row of partnership ${key}`);
  queueDifferences(reading, key, rows);
  const { partnerships: columns } = mapping;
  const answer = (column: string, words: Readonly<Record<string, string>>): string => {
    const text = cell(first, column);
    const code = reads(words)(text);
    if (code !== null || text.trim() === '') return code ?? '';
    const kind = isOpen(mapping, text) ? 'answer-open' : 'value-unknown';
    queue({ kind, text, column, at: first, key });
    return '';
  };
  const chair = answer(columns.chair, mapping.lead);
  const { activities, found } = activitiesOf(mapping, (column) => cell(first, column));
  for (const item of found) queue({ ...item, at: first, key });
  const profile = Profile.parse({
    scale: answer(columns.scale, mapping.scale),
    chair: { category: chair },
    coordinator: { category: answer(columns.coordinator, mapping.lead) },
    areas: areasOf(reading, key, rows),
    activities,
  });
  return { key, name: nameOf(reading, key, first), row: first.row, profile };
}

/** A name to call it by until there is one. [DR-9] */
function nameOf({ mapping, cell, queue }: Reading, key: string, row: TableRow): string {
  const column = mapping.partnerships.name;
  const name = cell(row, column).trim().replace(/\s+/g, ' ');
  if (name !== '' && !isOpen(mapping, name)) return name;
  queue({ kind: name === '' ? 'name-missing' : 'name-open', text: name, column, at: row, key });
  return `Unnamed partnership ${key}`;
}

export function isOpen({ open }: DirectoryMapping, text: string): boolean {
  return open.some((each) => plainWords(each) === plainWords(text));
}

function areasOf({ mapping, cell, areas, queue }: Reading, key: string, rows: readonly TableRow[]) {
  const column = mapping.partnerships.area;
  const found = rows.map((row) => ({ row, code: plainWords(cell(row, column)) }));
  for (const { row, code } of found)
    if (areas.size > 0 && !areas.has(code))
      queue({ kind: 'area-unknown', text: code, column, at: row, key });
  const codes = [...new Set(found.map(({ code }) => code).filter((code) => code !== ''))];
  return codes.map((code) => ({ code, name: areas.get(code) ?? code }));
}

/** Rows of one id that do not say the same: the first is taken, and a person is asked. */
function queueDifferences(
  { mapping, cell, queue }: Reading,
  key: string,
  rows: readonly TableRow[],
) {
  const { id, area } = mapping.partnerships;
  const [first, ...others] = rows;
  if (first === undefined) return;
  for (const column of wantedColumns(mapping)) {
    if (column === id || column === area) continue;
    for (const row of others) {
      const text = cell(row, column);
      if (plainWords(text) === plainWords(cell(first, column))) continue;
      queue({
        kind: 'rows-differ',
        text,
        column,
        at: row,
        key,
        details: { first: cell(first, column) },
      });
    }
  }
}

/** What became of each cell, the queue before all else: what waits for a person is not done. */
function cellFates(
  { mapping, table, cell }: Reading,
  groups: ReadonlyMap<string, Group>,
  cleanUp: readonly CleanUp[],
): Readonly<Record<string, number>> {
  const queued = new Map(cleanUp.map((item) => [`${item.row} ${item.column}`, item.kind]));
  const { id, area, aside } = mapping.partnerships;
  const wanted = new Set(wantedColumns(mapping));
  const first = new Set([...groups.values()].map(({ rows }) => rows[0]?.row));
  const fates = new Tally();
  const fateOf = (row: TableRow, column: string, text: string): string => {
    const reason = queued.get(`${row.row} `) ?? queued.get(`${row.row} ${column}`);
    if (reason !== undefined) return `queued:${reason}`;
    if (text.trim() === '') return column === '' ? 'empty-unnamed-column' : 'empty';
    if (aside.includes(column)) return 'left-aside';
    if (!wanted.has(column)) return 'unknown-column';
    return column === id || column === area || first.has(row.row) ? 'used' : 'repeated';
  };
  for (const row of table.rows)
    for (const [at, column] of table.columns.entries())
      fates.add(fateOf(row, column, column === '' ? (row.cells[at] ?? '') : cell(row, column)));
  return fates.counts;
}
