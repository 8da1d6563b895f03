/** What may be added as evidence: the type by the name's end, and how its content begins. */
const kinds = {
  pdf: { type: 'application/pdf', is: (bytes: Uint8Array) => begins(bytes, '%PDF-') },
  png: { type: 'image/png', is: (bytes: Uint8Array) => begins(bytes, '\x89PNG\r\n\x1a\n') },
  jpg: { type: 'image/jpeg', is: (bytes: Uint8Array) => begins(bytes, '\xff\xd8\xff') },
  jpeg: { type: 'image/jpeg', is: (bytes: Uint8Array) => begins(bytes, '\xff\xd8\xff') },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    is: (bytes: Uint8Array) => office(bytes, 'word/document.xml'),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    is: (bytes: Uint8Array) => office(bytes, 'xl/workbook.xml'),
  },
  csv: { type: 'text/csv', is: text },
  txt: { type: 'text/plain', is: text },
} as const;

export const fileEnds: readonly string[] = Object.keys(kinds);

/**
 * The type of a file whose content is what its name says; null for any other. The type that a browser sends is
 * not asked. Office files with macros are refused, and so are archives of more than 10,000 entries.
 *
 * @example fileType('minutes.PDF', bytes) // => 'application/pdf', if they begin with %PDF-
 */
export function fileType(name: string, content: Uint8Array): string | null {
  const end = name.toLowerCase().split('.').at(-1) ?? '';
  const kind = Object.entries(kinds).find(([each]) => each === end)?.[1];
  return kind?.is(content) === true ? kind.type : null;
}

/** A name as people gave it, without the folders and control characters that it may have come with. */
export function plainName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  const end = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? '';
  return plain.length <= mostLetters ? plain : plain.slice(0, mostLetters - end.length) + end;
}

const mostLetters = 150;

function begins(bytes: Uint8Array, magic: string): boolean {
  const first = Uint8Array.from(magic, (letter) => letter.charCodeAt(0));
  return bytes.length >= first.length && first.every((byte, at) => bytes[at] === byte);
}

function text(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 32 || calm.has(byte));
}

/** Tab, line feed, form feed, carriage return. */
const calm = new Set([9, 10, 12, 13]);

function office(bytes: Uint8Array, part: string): boolean {
  const names = entryNames(bytes);
  return (
    names !== null &&
    names.includes('[Content_Types].xml') &&
    names.includes(part) &&
    !names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))
  );
}

const endRecord = 0x06054b50;
const entryRecord = 0x02014b50;
const mostEntries = 10_000;

/** The names in a ZIP archive's directory; null for what is no whole archive. */
function entryNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (count > mostEntries || at + 46 > end || view.getUint32(at, true) !== entryRecord)
      return null;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

// The last record stands at the end, before a comment of at most 65,535 bytes.
function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  return null;
}
