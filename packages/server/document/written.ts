import type { Document } from '@freehold/core/document';
import { csvText } from '@freehold/core/table';
import { docx } from './docx.ts';
import { html } from './html.ts';
import type { Format } from './served.ts';

/** A document in one of its four formats, all from the same data. [DO-1] */
export async function written(
  document: Document,
  format: Format,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'html':
      return html(document);
    case 'docx':
      return new Uint8Array(await docx(document));
    case 'csv':
      return csv(document);
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
  }
}

/**
 * The records behind a document for a spreadsheet: UTF-8 with a byte order mark, what is missing empty, a text that
 * a spreadsheet would run guarded. Every row says whose place it is, and whether that place is made up. [DO-4]
 */
function csv({ place, madeUp, sheet }: Document): string {
  const rows = sheet.rows.map((row) => [place, madeUp, ...row]);
  return `\uFEFF${csvText([['place', 'made_up', ...sheet.columns], ...rows])}`;
}
