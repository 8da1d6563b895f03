import { Readable } from 'node:stream';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { csvText, records, type Records } from '@freehold/core/table';
import { decoded, encodingOf } from '../data/decode.ts';
import { readWorkbook } from '../framework/index.ts';

/** The largest table that is read at once: thousands of interventions, each with long texts. */
export const mostTableBytes = 5 * 1024 * 1024;

/** Reads a small CSV or XLSX file as a table; of a workbook the first sheet. Its name's ending says what it is. */
export async function readTable(name: string, bytes: Uint8Array): Promise<Outcome<Records>> {
  if (bytes.byteLength === 0) return refused(problem('file-empty'));
  if (/\.(csv|tsv|txt)$/i.test(name)) return fine(records(await textOf(bytes)));
  if (!/\.xlsx$/i.test(name)) return refused(problem('table-type', { name }));
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  const [head = [], ...rows] = sheets.value[0]?.rows ?? [];
  // A workbook keeps no empty cells at the end of a row.
  const filled = rows.map((cells) =>
    head.map((_, at) => cells[at] ?? '').concat(cells.slice(head.length)),
  );
  return fine(records(csvText([head, ...filled], { guard: false })));
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const open = () => Readable.from([Buffer.from(bytes)]);
  const pieces: string[] = [];
  for await (const { text } of decoded(open(), await encodingOf(open))) pieces.push(text);
  return pieces.join('');
}
