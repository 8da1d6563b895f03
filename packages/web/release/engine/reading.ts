import { problem, refused, type Outcome } from '@freehold/core/problem';
import { TableReader, type Delimiter, type TableRow } from '@freehold/core/table';
import type { Watch } from './work.ts';

/**
 * How a file is encoded: by its byte order mark; else UTF-8 where every byte fits, and Windows-1252 where one does not.
 */
export async function encodingOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunksOf(file)) strict.decode(chunk, { stream: true });
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

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

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
