import { expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import { Document, Packer, Paragraph } from 'docx';
import { fileType, plainName } from './filetype.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const word = async () =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Terms')] }] })),
  );
const sheet = async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Cases').addRow([1, 2]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

test('content that is what the name says has a type', async () => {
  expect(fileType('minutes.PDF', bytes('%PDF-1.7 …'))).toBe('application/pdf');
  expect(fileType('map.png', bytes('\x89PNG\r\n\x1a\n0000'))).toBe('image/png');
  expect(fileType('photo.jpeg', bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(fileType('notes.txt', bytes('Dear all,\r\n\tyes\n'))).toBe('text/plain');
  expect(fileType('counts.csv', bytes('year,n\n2024,7\n'))).toBe('text/csv');
  expect(fileType('terms.docx', await word())).toMatch(/wordprocessingml\.document$/);
  expect(fileType('counts.xlsx', await sheet())).toMatch(/spreadsheetml\.sheet$/);
});

test.each([
  ['a page in a PDF’s clothes', 'page.pdf', '<html>'],
  ['a program in a text’s clothes', 'run.txt', 'MZ\x90\0\x03'],
  ['a type that is not offered', 'page.html', '<html>'],
  ['a drawing with scripts', 'map.svg', '<svg/>'],
  ['no end at all', 'README', 'words'],
  ['nothing in it', 'empty.txt', ''],
  ['an archive cut short', 'cut.docx', 'PK\x03\x04 word/document.xml'],
])('%s has none', (_what, name, content) => {
  expect(fileType(name, bytes(content))).toBeNull();
});

test('a workbook is not a document, and one with macros is neither', async () => {
  expect(fileType('counts.docx', await sheet())).toBeNull();
  expect(fileType('counts.xlsx', await sheet())).not.toBeNull();
  expect(
    fileType('counts.xlsx', renamed(await sheet(), 'docProps/core.xml', 'xl/vbaProject.bin')),
  ).toBeNull();
});

test('a directory that points outside the file is no archive', async () => {
  const broken = await word();
  broken.fill(0xff, broken.length - 6, broken.length - 2);
  expect(fileType('terms.docx', broken)).toBeNull();
});

test('a name loses folders and control characters, and keeps its end when it is cut', () => {
  expect(plainName('C:\\Users\\jo\\minutes \u202egnp.pdf')).toBe('minutes gnp.pdf');
  expect(plainName('../../etc/notes.txt')).toBe('notes.txt');
  expect(plainName(`${'a'.repeat(400)}.docx`)).toBe(`${'a'.repeat(145)}.docx`);
});

/** The same archive with one entry's name written over by one of the same length, wherever it stands. */
function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(archive).toString('latin1');
  return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
}
