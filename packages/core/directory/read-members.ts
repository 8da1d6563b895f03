import { fine, type Outcome } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import { Tally, type Account } from './account.ts';
import type { CleanUp, Suggestion } from './clean-up.ts';
import { plainWords, reads, type DirectoryMapping } from './import-mapping.ts';
import { categoryOf } from './known.ts';
import type { Roll } from './roll.ts';
import { splitMembers, type Part } from './split.ts';
import { isOpen, type Draft } from './read-partnerships.ts';
import { cellsOf, readTable, type CellOf } from './read-table.ts';

/** That an organisation belongs to a partnership, as a file has it: both by their keys. */
export type DraftMembership = {
  readonly partnership: string;
  readonly organisation: string;
  readonly asWritten: string;
  readonly reason: Suggestion['reason'] | 'new-name';
};

export type ReadMembers = {
  readonly memberships: readonly DraftMembership[];
  readonly cleanUp: readonly CleanUp[];
  readonly account: Account;
};

export const membersFile = 'members';

/**
 * Reads who belongs to which partnership from cells that people have typed. Names that agree with a known
 * organisation are taken, names like none are added to the roll, and all else is queued with suggestions. What one
 * row has added, the next one knows. [DR-8] [DR-9] [DR-10]
 *
 * Problems: those of the table's header.
 */
export function readMembers(
  text: string,
  mapping: DirectoryMapping,
  drafts: readonly Draft[],
  roll: Roll,
): Outcome<ReadMembers> {
  const asked = mapping.members;
  const { table, problems } = readTable(text, membersFile, [asked.id, asked.members]);
  if (problems.length > 0) return { ok: false, problems };
  const cell = cellsOf(table);
  const reading = new Reading(mapping, drafts, roll, cell);
  for (const row of table.rows) reading.take(row);
  reading.end();
  return fine({
    memberships: reading.memberships,
    cleanUp: reading.cleanUp,
    account: {
      file: membersFile,
      rowsIn: table.rows.length,
      rows: reading.rows.counts,
      cellsIn: table.rows.length * table.columns.length,
      cells: cellFates(mapping, table, cell, reading.cleanUp),
      itemsIn: reading.itemsIn,
      items: reading.items.counts,
    },
  });
}

/** What has been read so far. */
class Reading {
  readonly memberships: DraftMembership[] = [];
  readonly cleanUp: CleanUp[] = [];
  readonly rows = new Tally();
  readonly items = new Tally();
  itemsIn = 0;
  readonly #mapping: DirectoryMapping;
  readonly #drafts: ReadonlyMap<string, Draft>;
  readonly #roll: Roll;
  readonly #cell: CellOf;
  readonly #seen = new Set<string>();

  constructor(mapping: DirectoryMapping, drafts: readonly Draft[], roll: Roll, cell: CellOf) {
    this.#mapping = mapping;
    this.#drafts = new Map(drafts.map((draft) => [draft.key, draft]));
    this.#roll = roll;
    this.#cell = cell;
  }

  take(row: TableRow): void {
    const { id, members } = this.#mapping.members;
    const key = this.#cell(row, id).trim();
    const draft = this.#drafts.get(key);
    if (row.problems.length > 0 || draft === undefined) {
      const kind = row.problems.length > 0 ? 'row-unreadable' : 'partnership-unknown';
      this.#queue(row, { kind, text: row.cells.filter((each) => each !== '').join(' | ') });
      this.rows.add(`queued:${kind}`);
      return;
    }
    this.#seen.add(key);
    this.#compare(row, draft);
    const parts = splitMembers(this.#cell(row, members));
    this.rows.add(parts.length === 0 ? 'queued:members-missing' : 'used');
    if (parts.length === 0) this.#missing(draft, row);
    for (const part of parts) this.#part(row, draft, part);
  }

  /** Partnerships that no row speaks of. */
  end(): void {
    for (const draft of this.#drafts.values())
      if (!this.#seen.has(draft.key)) this.#missing(draft, null);
  }

  #missing(draft: Draft, row: TableRow | null): void {
    const column = this.#mapping.members.members;
    this.cleanUp.push({
      ...{ kind: 'members-missing', file: membersFile, row: row?.row ?? null, column },
      ...{ text: draft.name, partnership: draft.key, suggestions: [], details: {} },
    });
  }

  /** What both files say of a partnership: where they differ, the first one stands and a person is asked. */
  #compare(row: TableRow, { key, name, profile }: Draft): void {
    const { members: columns, lead, scale } = this.#mapping;
    const said = this.#cell(row, columns.name);
    const named = said.trim() !== '' && !isOpen(this.#mapping, said);
    if (named && plainWords(said) !== plainWords(name))
      this.#queue(row, {
        kind: 'name-differs',
        text: said,
        column: columns.name,
        partnership: key,
        details: { first: name },
      });
    for (const [column, words, first] of [
      [columns.scale, scale, profile.scale],
      [columns.chair, lead, profile.chair.category],
      [columns.coordinator, lead, profile.coordinator.category],
    ] as const) {
      const text = this.#cell(row, column);
      const code = reads(words)(text);
      if (text.trim() === '' || code === first) continue;
      const open = code === null && isOpen(this.#mapping, text);
      if (open && first === '') continue;
      const kind = open ? 'answer-open' : code === null ? 'value-unknown' : 'answer-differs';
      this.#queue(row, { kind, text, column, partnership: key, details: { first } });
    }
  }

  #part(row: TableRow, draft: Draft, part: Part): void {
    this.itemsIn += 1;
    const column = this.#mapping.members.members;
    const counted: Readonly<Record<string, string>> =
      part.count === null ? {} : { count: String(part.count) };
    const queue = (
      kind: CleanUp['kind'],
      suggestions: readonly Suggestion[],
      details = counted,
    ) => {
      this.items.add(`queued:${kind}`);
      const { text } = part;
      this.#queue(row, {
        kind,
        text,
        column,
        partnership: draft.key,
        suggestions: [...suggestions],
        details,
      });
    };
    if (part.kind === 'link') return queue('member-link', []);
    const areas = draft.profile.areas.map(({ code }) => code);
    const sector = categoryOf(part.text);
    const found = this.#roll.suggestions(part.text, areas);
    const [best] = found;
    if (best?.score === 1) return this.#belongs(draft, best.organisation, part.text, best.reason);
    if (sector !== null) return queue('member-category', found, { ...counted, sector });
    if (part.kind === 'words') return queue('member-words', found);
    if (best !== undefined || part.count !== null) return queue('member-suggested', found);
    return this.#belongs(draft, this.#roll.add(part.text), part.text, 'new-name');
  }

  #belongs(
    draft: Draft,
    organisation: string,
    asWritten: string,
    reason: DraftMembership['reason'],
  ) {
    const there = this.memberships.some(
      (each) => each.partnership === draft.key && each.organisation === organisation,
    );
    this.items.add(there ? 'repeated' : reason);
    if (!there) this.memberships.push({ partnership: draft.key, organisation, asWritten, reason });
  }

  #queue(row: TableRow, item: Pick<CleanUp, 'kind' | 'text'> & Partial<CleanUp>): void {
    const blank = { file: membersFile, column: '', partnership: '', suggestions: [], details: {} };
    this.cleanUp.push({ ...blank, row: row.row, ...item });
  }
}

function cellFates(
  mapping: DirectoryMapping,
  table: { readonly columns: readonly string[]; readonly rows: readonly TableRow[] },
  cell: CellOf,
  cleanUp: readonly CleanUp[],
): Readonly<Record<string, number>> {
  const { id, name, scale, chair, coordinator, members, aside } = mapping.members;
  const wanted = new Set([id, name, scale, chair, coordinator, members]);
  const whole = new Map(
    cleanUp.filter((item) => item.column === '').map((item) => [item.row, item.kind]),
  );
  const single = new Map(
    cleanUp
      .filter((item) => !item.kind.startsWith('member-'))
      .map((item) => [`${item.row} ${item.column}`, item.kind]),
  );
  const fates = new Tally();
  const fateOf = (row: TableRow, column: string): string => {
    const reason = whole.get(row.row) ?? single.get(`${row.row} ${column}`);
    if (reason !== undefined) return `queued:${reason}`;
    if (cell(row, column).trim() === '') return 'empty';
    if (aside.includes(column)) return 'left-aside';
    return wanted.has(column)
      ? column === members
        ? 'split-into-items'
        : 'used'
      : 'unknown-column';
  };
  for (const row of table.rows) for (const column of table.columns) fates.add(fateOf(row, column));
  return fates.counts;
}
