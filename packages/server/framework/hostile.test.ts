import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { toSheets } from '@freehold/core/framework';
import { shipped } from '../testing/framework.ts';
import { readWorkbook, writeWorkbook } from './workbook.ts';

/** A workbook of ours with one part of it written anew. */
async function crafted(part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await writeWorkbook(toSheets(shipped)));
  const xml = await zip.file(part)?.async('string');
  if (xml === undefined) throw new RangeError(`a workbook has no ${part}`);
  zip.file(part, change(xml));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const declared = (entities: string) => (xml: string) =>
  xml
    .replace(/(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE sst [${entities}]>`)
    .replace(/<t([^>]*)>[^<]*<\/t>/, '<t$1>&made;</t>');

test('an entity that names a file of the server brings nothing of it into the sheet', async () => {
  for (const part of ['xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
    const bytes = await crafted(part, declared('<!ENTITY made SYSTEM "file:///etc/passwd">'));
    expect([part, JSON.stringify(await readWorkbook(bytes)).includes('root:')]).toEqual([
      part,
      false,
    ]);
  }
});

test('entities that multiply a billion times are not multiplied', async () => {
  const tenfold = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
  ).join('');
  const bytes = await crafted(
    'xl/sharedStrings.xml',
    declared(`<!ENTITY e0 "laughs">${tenfold}<!ENTITY made "&e9;">`),
  );
  const before = Date.now();
  const read = await readWorkbook(bytes, { seconds: 20 });
  expect(JSON.stringify(read).length).toBeLessThan(5_000_000);
  expect(JSON.stringify(read)).not.toContain('laughslaughs');
  expect(Date.now() - before).toBeLessThan(20_000);
});
