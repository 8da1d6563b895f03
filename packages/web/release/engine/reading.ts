import { problem, refused, type Outcome } from '@freehold/core/problem';
import { TableReader, type Delimiter, type TableRow } from '@freehold/core/table';
import { chunksOf } from '../../parts/file-text.ts';
import type { Watch } from './work.ts';

/**
 * Walks through a table in a file piece by piece; `begin` sees the header and gives what takes each row. Answers with the
 * delimiter. Problems: `no-rows` for a file without a header, those of the header's row and of `begin`, `stopped`.
 */
export async function walked(
  file: Blob,
  encoding: string,
  begin: (header: readonly string[]) => Outcome<(row: TableRow) => void>,
  { seen, stop }: Watch,
): Promise<Outcome<Delimiter | null>> {
  const reader = new TableReader();
  const decoder = new TextDecoder(encoding);
  let take: ((row: TableRow) => void) | null = null;
  const taken = (rows: readonly TableRow[]): Outcome<null> => {
    for (const row of rows) {
      if (take !== null) take(row);
      else {
        if (row.problems.length > 0) return refused(...row.problems);
        const made = begin(row.cells);
        if (!made.ok) return made;
        take = made.value;
      }
    }
    return { ok: true, value: null };
  };
  let bytes = 0;
  for await (const chunk of chunksOf(file)) {
    if (stop()) return refused(problem('stopped'));
    bytes += chunk.length;
    const fits = taken(reader.push(decoder.decode(chunk, { stream: true })));
    if (!fits.ok) return fits;
    seen(bytes / file.size);
  }
  const rest = taken([...reader.push(decoder.decode()), ...reader.end()]);
  if (!rest.ok) return rest;
  return take === null ? refused(problem('no-rows')) : { ok: true, value: reader.delimiter };
}
