import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fine, parsed, problem, refused, type Problem } from '@freehold/core/problem';
import { Codebook, TableCoder, type CodedTable, type TableRow } from '@freehold/core/table';
import { walkTable } from '@freehold/server/data';
import { readJson, stopped, type Step } from './files.ts';

/** A table of records, and how many of its rows had problems. */
export type ReadTable = { readonly table: CodedTable; readonly rejected: number };

/** Problems that are said one by one; of more only the number is said. */
const mostSaid = 1000;

/** Reads the codebook, if one is named. */
export async function readCodebook(path: string | undefined): Promise<Step<Codebook | null>> {
  if (path === undefined) return { ok: true, value: null };
  return readJson(path, (input) => parsed(Codebook, input));
}

/**
 * Reads a table of records row by row as codes. Problems of rows are said as they are met; without `acceptRejected`
 * they stop what follows, with all problems said. `see` is shown the header and then every row. A codebook may be made of
 * the header. Problems: `file-unreadable`, those of the header, `rows-rejected`, and `no-records` where nothing is left to
 * count, unless the table `mayBeEmpty`, as a release of few records may.
 */
export async function readRecords(
  file: string,
  codebook: Codebook | null | ((header: readonly string[]) => Codebook),
  {
    acceptRejected,
    say,
    mayBeEmpty = false,
    see = { header: () => {}, row: () => {} },
  }: {
    readonly acceptRejected: boolean;
    readonly say: (problems: readonly Problem[]) => void;
    readonly mayBeEmpty?: boolean;
    readonly see?: {
      readonly header: (header: readonly string[]) => void;
      readonly row: (row: TableRow) => void;
    };
  },
): Promise<Step<ReadTable>> {
  const because = await unreadable(file);
  if (because !== null) return stopped(refused(problem('file-unreadable', { file, because })), 2);
  const here = (problems: readonly Problem[]) =>
    problems.map((each) => ({ ...each, where: { file, ...each.where } }));
  let coder: TableCoder | null = null;
  let rejected = 0;
  let said = 0;
  const faults = await walkTable(
    () => createReadStream(file),
    (header) => {
      const made = TableCoder.of(
        header,
        typeof codebook === 'function' ? codebook(header) : codebook,
      );
      if (!made.ok) return made;
      const { value } = made;
      coder = value;
      see.header(header);
      return fine((row: TableRow) => {
        see.row(row);
        return value.add(row);
      });
    },
    async (batch) => {
      for (const problems of batch) {
        if (problems.length === 0) continue;
        rejected += 1;
        if (said < mostSaid) say(here(problems));
        said += problems.length;
      }
    },
  );
  if (faults.length > 0) return stopped({ ok: false, problems: here(faults) }, 1);
  return finished(coder, { file, rejected, said, acceptRejected, mayBeEmpty });
}

/** Why a path is no file that can be read, as the system says it; null where it is one. */
async function unreadable(file: string): Promise<string | null> {
  try {
    return (await stat(file)).isDirectory() ? 'EISDIR' : null;
  } catch {
    return 'ENOENT';
  }
}

function finished(
  coder: TableCoder | null,
  found: {
    file: string;
    rejected: number;
    said: number;
    acceptRejected: boolean;
    mayBeEmpty: boolean;
  },
): Step<ReadTable> {
  const { file, rejected, said, acceptRejected, mayBeEmpty } = found;
  const more = said > mostSaid ? [problem('problems-not-said', { problems: said }, { file })] : [];
  if (coder === null)
    return stopped({ ok: false, problems: [problem('no-rows', {}, { file })] }, 1);
  if (coder.full || (rejected > 0 && !acceptRejected))
    return stopped(
      { ok: false, problems: [...more, problem('rows-rejected', { rejected }, { file })] },
      1,
    );
  if (coder.rows === 0 && !mayBeEmpty)
    return stopped(refused(...more, problem('no-records', {}, { file })), 1);
  const table = coder.finished();
  return table.ok ? { ok: true, value: { table: table.value, rejected } } : stopped(table, 1);
}
