import {
  guarded,
  named,
  TableCoder,
  unguarded,
  type Codebook,
  type CodedColumn,
  type CodedTable,
  type ColumnBook,
} from '../table/index.ts';

/** A file of the same columns as the records, or the made-up records of a release of such records. */
export type StandInForm = 'records' | 'released';

/**
 * How a stand-in with this header is read, so that it has the columns and values that the codebook gives the records. What
 * the file has beyond the codebook is left out; columns that are left out anyway, and the subject, may be missing. Made-up
 * records have bands and several values in a cell as the release wrote them; read by this they are still guarded against
 * spreadsheets, see `unguardedTable`.
 */
export function standInBook(
  codebook: Codebook,
  header: readonly string[],
  form: StandInForm,
): Codebook {
  const names = named(header);
  const asked = form === 'released' ? releasedForm(codebook) : codebook;
  const subject = asked.subject !== null && names.includes(asked.subject) ? asked.subject : null;
  const kept = asked.columns.filter(
    ({ kind, name }) => kind !== 'left-out' || names.includes(name),
  );
  const told = new Set([...kept.map(({ name }) => name), subject]);
  const beyond = names.filter((name) => !told.has(name) && name !== '');
  return {
    ...{ format: codebook.format, subject },
    columns: [...kept, ...beyond.map((name) => ({ kind: 'left-out' as const, name }))],
  };
}

/** A table as it was before its names and values were guarded against spreadsheets. */
export function unguardedTable(table: CodedTable): CodedTable {
  const columns = table.columns.map(({ name, values, ...column }) => ({
    ...{ ...column, name: unguarded(name), values: values.map(unguarded) },
  }));
  return { ...table, columns };
}

/** The columns of a release of such records. What a codebook declares is known without any record. */
function releasedForm(codebook: Codebook): Codebook {
  const { subject, columns } = codebook;
  const header = [...columns.map(({ name }) => name), ...(subject === null ? [] : [subject])];
  const coder = TableCoder.of(header, codebook);
  const empty = coder.ok ? coder.value.finished() : coder;
  // What is wrong with the codebook itself shows when a file is read by it.
  if (!empty.ok) return codebook;
  return { format: codebook.format, subject: null, columns: empty.value.columns.map(releasedBook) };
}

function releasedBook({ name, declared, values }: CodedColumn): ColumnBook {
  const told = declared ? values.map(guarded) : ('discover' as const);
  return { kind: 'category', name: guarded(name), values: told, blanks: [], zero: 'value' };
}
