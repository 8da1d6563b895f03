import { problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { TableCoder, type Codebook, type CodedTable, type Codes } from '@freehold/core/table';
import type { Bench } from './bench.ts';
import { walked } from './reading.ts';
import type { Coded, Watch } from './work.ts';

/** Problems of rows that are told one by one. */
const mostTold = 200;

/** Reads the open file again as a codebook says. Rows with problems are left out and told of. Problems: `no-file`, those of the header, `no-records`. */
export async function code(
  bench: Bench,
  { codebook }: { readonly codebook: Codebook },
  watch: Watch,
): Promise<Outcome<Coded>> {
  bench.lay(null, codebook);
  if (bench.file === null) return refused(problem('no-file'));
  const { file, encoding } = bench.file;
  const read = await codedFile(file, encoding, () => codebook, watch);
  if (!read.ok) return read;
  const { table, rejected, problems } = read.value;
  bench.lay(table, codebook);
  return { ok: true, value: told(table, rejected, problems) };
}

/** A file in codes; rows with problems are in nothing, and told of. */
export type CodedFile = {
  readonly table: CodedTable;
  readonly rejected: number;
  readonly problems: readonly Problem[];
};

/** Reads a file by a codebook that may be made of its header. Problems: those of the header, `no-records`, `stopped`. */
export async function codedFile(
  file: Blob,
  encoding: string,
  bookFor: (header: readonly string[]) => Codebook,
  watch: Watch,
): Promise<Outcome<CodedFile>> {
  const found: Problem[] = [];
  let rejected = 0;
  let coder: TableCoder | null = null;
  const read = await walked(
    file,
    encoding,
    (header) => {
      const made = TableCoder.of(header, bookFor(header));
      if (!made.ok) return made;
      const { value } = made;
      coder = value;
      return {
        ok: true,
        value: (row) => {
          const problems = value.add(row);
          if (problems.length === 0) return;
          rejected += 1;
          if (found.length < mostTold) found.push(...problems);
        },
      };
    },
    watch,
  );
  if (!read.ok) return read;
  const table = tableOf(coder, found);
  return table.ok ? { ok: true, value: { table: table.value, rejected, problems: found } } : table;
}

function tableOf(coder: TableCoder | null, found: readonly Problem[]): Outcome<CodedTable> {
  if (coder === null || coder.rows === 0) return refused(problem('no-records'), ...found);
  return coder.full ? refused(...found.slice(-1)) : coder.finished();
}

function told(table: CodedTable, rejected: number, problems: readonly Problem[]): Coded {
  const { rows, bySubject, columns } = table;
  return {
    ...{ rows, bySubject, rejected, problems },
    columns: columns.map(({ name, kind, values, declared, codes }) => ({
      ...{ name, kind, values: values.length, declared },
      filled: filledIn(codes),
    })),
  };
}

function filledIn(codes: Codes): number {
  let filled = 0;
  for (const each of codes) if (each !== 0) filled += 1;
  return filled;
}
