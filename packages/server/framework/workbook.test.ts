import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromSheets, toSheets, type Sheet } from '@freehold/core/framework';
import { shipped } from '../testing/framework.ts';
import { sheetsIn } from './workbook-cells.ts';
import { readWorkbook, writeWorkbook } from './workbook.ts';
import { checkedZip } from './zip.ts';

const MiB = 1024 * 1024;

test('[FW-1] the shipped framework survives the way to XLSX and back', async () => {
  const read = await readWorkbook(await writeWorkbook(toSheets(shipped)));
  expect(read.ok && fromSheets(read.value)).toEqual({ ok: true, value: shipped });
});

test('[FW-1] any text and any number that a framework can hold survives XLSX', async () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom('_x000D_', '_x005f_', '_', '\n', '\t', '=1+1', '<&>', ' '),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((units) => units.join('').trim())
    .filter((made) => made !== '' && !/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(made));
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0);
  const rows = fc.array(fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const sheets: readonly Sheet[] = [{ name: 'any', rows: made }];
      expect(await sheetsIn(await writeWorkbook(sheets))).toEqual({ ok: true, value: sheets });
    }),
    { numRuns: 60 },
  );
});

test('what people leave in cells is read for what it shows', async () => {
  const read = await sheetsIn(
    await workbookOf((sheet) => {
      sheet.addRow(['formula', 'rich', 'day', 'link', 'truth', 'text', 'shared']);
      sheet.getCell('A2').value = { formula: 'CONCAT("T","1.1")', result: 'T1.1' };
      sheet.getCell('B2').value = {
        richText: [{ text: 'Two ' }, { font: { bold: true }, text: 'words' }],
      };
      sheet.getCell('C2').value = new Date(Date.UTC(2026, 2, 2));
      sheet.getCell('D2').value = { text: 'the guide', hyperlink: 'https://example.org' };
      sheet.getCell('E2').value = true;
      sheet.getCell('F2').value = '1000';
      sheet.getCell('G2').value = { formula: 'A2+1', result: 4.5 };
      sheet.getCell('A5').value = 'after two empty rows';
      sheet.mergeCells('A7:C7');
      sheet.getCell('A7').value = 'merged';
    }),
  );
  expect(read).toEqual({
    ok: true,
    value: [
      {
        name: 'sheet',
        rows: [
          ['formula', 'rich', 'day', 'link', 'truth', 'text', 'shared'],
          ['T1.1', 'Two words', '2026-03-02', 'the guide', 'yes', '1000', 4.5],
          [],
          [],
          ['after two empty rows'],
          [],
          ['merged'],
        ],
      },
    ],
  });
});

test('a cell that shows an error, a formula never worked out, and a cell of a whole book are named', async () => {
  const read = await sheetsIn(
    await workbookOf((sheet) => {
      sheet.addRow(['code', 'title']);
      sheet.getCell('A2').value = { error: '#REF!' };
      sheet.getCell('B2').value = { formula: 'A1' };
      sheet.getCell('B3').value = 'x'.repeat(32_768);
      sheet.getCell('C3').value = { formula: 'A1/0', result: { error: '#DIV/0!' } };
    }),
  );
  expect(read).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'cell-error',
        where: { sheet: 'sheet', row: 2, column: 'code' },
        details: { found: '#REF!' },
      },
      { code: 'formula-without-result', where: { row: 2, column: 'title' } },
      { code: 'cell-too-long', where: { row: 3, column: 'title' }, details: { length: 32_768 } },
      { code: 'cell-error', where: { row: 3, column: 'C' }, details: { found: '#DIV/0!' } },
    ],
  });
});

test('more rows or columns than a framework can need are refused', async () => {
  const read = await sheetsIn(
    await workbookOf((sheet) => {
      sheet.getCell('A20001').value = 'far down';
      sheet.getCell('DD2').value = 'far out';
    }),
  );
  expect(read).toMatchObject({
    ok: false,
    problems: [{ code: 'too-many-rows' }, { code: 'too-many-columns' }],
  });
});

test('cells merged over the whole sheet are read at once; a name over the whole sheet is given up', async () => {
  const merged = byHand({ sheet: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' });
  expect(await readWorkbook(merged)).toEqual({ ok: true, value: [{ name: 'a', rows: [['x']] }] });
  const name =
    '<definedNames><definedName name="n">a!$A$1:$XFD$1048576</definedName></definedNames>';
  expect(await readWorkbook(byHand({ book: name }), { seconds: 3 })).toMatchObject({ ok: false });
});

test('a file that is no zip, or a zip that is no workbook, is refused', async () => {
  for (const bytes of [new Uint8Array(0), Buffer.from('code,title\n'), Buffer.alloc(200, 'PK')])
    expect(await readWorkbook(bytes)).toMatchObject({
      ok: false,
      problems: [{ code: 'not-a-zip' }],
    });
  const other = zip([{ name: 'readme.txt', content: Buffer.from('hello') }]);
  expect(await readWorkbook(other)).toMatchObject({
    ok: false,
    problems: [{ code: 'not-a-workbook' }],
  });
});

test('a workbook that never ends is given up, and so is one that needs too much memory', async () => {
  const sheets = toSheets(shipped);
  const bytes = await writeWorkbook(sheets);
  expect(await readWorkbook(bytes, { seconds: 0 })).toMatchObject({
    problems: [{ code: 'workbook-too-slow' }],
  });
  const wide = await writeWorkbook([
    { name: 'a', rows: Array.from({ length: 15_000 }, (_, at) => [at, `text ${at}`, at, at]) },
  ]);
  expect(await readWorkbook(wide, { megabytes: 20 })).toMatchObject({
    problems: [{ code: 'unpacks-too-large' }],
  });
});

describe('a zip file', () => {
  test('passes when it is what it says', async () => {
    const bytes = zip([
      { name: 'a', content: Buffer.alloc(1000) },
      { name: 'b', content: Buffer.from('plain'), method: 0 },
    ]);
    expect(await checkedZip(bytes, 1005)).toEqual({ ok: true, value: 1005 });
  });

  test('is refused when its directory declares too much', async () => {
    const bytes = zip([
      { name: 'a', content: Buffer.alloc(1000) },
      { name: 'b', content: Buffer.alloc(6) },
    ]);
    expect(await checkedZip(bytes, 1005)).toEqual(tooLarge(1005));
  });

  test('is refused when its directory lies about how much there is', async () => {
    const bomb = zip([{ name: 'a', content: Buffer.alloc(40 * MiB), declared: 10 }]);
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await checkedZip(bomb, 32 * MiB)).toEqual(tooLarge(32 * MiB));
    expect(await readWorkbook(bomb)).toEqual(tooLarge(32 * MiB));
  });

  test.each([
    ['it is encrypted', { flags: 1 }],
    ['it is packed in another way', { method: 12 }],
    ['its packed bytes are damaged', { damaged: true }],
    ['it points outside', { at: 1_000_000 }],
  ])('is refused when %s', async (_what, change) => {
    const bytes = zip([{ name: 'a', content: Buffer.alloc(100, 'x'), ...change }]);
    expect(await checkedZip(bytes, MiB)).toMatchObject({
      ok: false,
      problems: [{ code: 'not-a-zip' }],
    });
  });

  test('is refused when something stands before or after it, which another reader might take for the zip', async () => {
    const bytes = zip([{ name: 'a', content: Buffer.from('x') }]);
    for (const odd of [
      Buffer.concat([Buffer.from('x'), bytes]),
      Buffer.concat([bytes, Buffer.from('x')]),
    ])
      expect(await checkedZip(odd, MiB)).toMatchObject({
        ok: false,
        problems: [{ code: 'not-a-zip' }],
      });
  });
});

function tooLarge(mostBytes: number) {
  return { ok: false, problems: [{ code: 'unpacks-too-large', details: { mostBytes } }] };
}

/** The least that is a workbook, with something more in its sheet or in the book. */
function byHand({ sheet = '', book = '' }): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const cell = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>';
  const parts = {
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>${book}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cell}</sheetData>${sheet}</worksheet>`,
  };
  return zip(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

async function workbookOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('sheet'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Part = {
  readonly name: string;
  readonly content: Buffer;
  readonly method?: number;
  readonly declared?: number;
  readonly flags?: number;
  readonly damaged?: boolean;
  readonly at?: number;
};

/** Writes a zip file by hand, so that it can lie. */
function zip(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  for (const {
    name,
    content,
    method = 8,
    declared = content.length,
    flags = 0,
    damaged = false,
    at,
  } of parts) {
    const packed = method === 0 ? content : deflateRawSync(content);
    const offset = at ?? Buffer.concat(locals).length;
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(declared, 8);
    sizes.writeUInt16LE(name.length, 12);
    const about = Buffer.alloc(8);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(method, 4);
    const head = Buffer.concat([about, Buffer.alloc(2), sizes]);
    const body = damaged ? Buffer.alloc(packed.length, 0xff) : packed;
    locals.push(Buffer.concat([signed(0x04034b50), head, Buffer.from(name), body]));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([signed(0x02014b50), Buffer.from([20, 0]), head, tail, Buffer.from(name)]),
    );
  }
  const start = Buffer.concat(locals).length;
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(start, 12);
  return new Uint8Array(Buffer.concat([...locals, directory, signed(0x06054b50), end]));
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
