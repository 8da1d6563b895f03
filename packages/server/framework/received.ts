import { fromJson, fromSheets, type Framework } from '@freehold/core/framework';
import { problem, refused, type Outcome } from '@freehold/core/problem';
import { readWorkbook } from './workbook.ts';

/** Reads an uploaded file as a framework. Its name's ending says what it is: JSON or XLSX. */
export async function readFramework(name: string, bytes: Uint8Array): Promise<Outcome<Framework>> {
  if (bytes.byteLength === 0) return refused(problem('file-empty'));
  if (/\.json$/i.test(name)) return readJson(bytes);
  if (!/\.xlsx$/i.test(name))
    return refused(problem('file-type', { name, allowed: ['json', 'xlsx'] }));
  const sheets = await readWorkbook(bytes);
  return sheets.ok ? fromSheets(sheets.value) : sheets;
}

function readJson(bytes: Uint8Array): Outcome<Framework> {
  try {
    return fromJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(problem('not-utf-8'));
  }
}

/** A file's name out of the header `x-file-name`, where it stands percent-encoded. */
export function fileName(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    return header ?? '';
  }
}
