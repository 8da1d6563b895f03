import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoded, encodingOf } from './decode.ts';

const from = (bytes: Uint8Array, size = bytes.length) => {
  const pieces = Array.from({ length: Math.ceil(bytes.length / Math.max(1, size)) }, (_, at) =>
    Buffer.from(bytes.subarray(at * size, (at + 1) * size)),
  );
  return () => Readable.from(pieces);
};

async function read(open: () => Readable): Promise<readonly [string, string]> {
  const encoding = await encodingOf(open);
  let text = '';
  for await (const piece of decoded(open(), encoding)) text += piece.text;
  return [encoding, text];
}

test.each([
  ['utf-8', 'Ynys Môn 🙂', Buffer.from('Ynys Môn 🙂')],
  ['utf-8', 'Ynys Môn', Buffer.from('\uFEFFYnys Môn')],
  ['utf-16le', 'Ynys Môn', Buffer.from('\uFEFFYnys Môn', 'utf16le')],
  ['utf-16be', 'Ynys Môn', Buffer.from('\uFEFFYnys Môn', 'utf16le').swap16()],
  ['windows-1252', 'Ynys Môn “x” €', Buffer.from('Ynys M\xf4n \x93x\x94 \x80', 'latin1')],
  ['utf-8', '', Buffer.from('')],
  ['windows-1252', 'cut off: Ã', Buffer.from('cut off: \xc3', 'latin1')],
])('%s: %j', async (encoding, text, bytes) => {
  expect(await read(from(bytes))).toEqual([encoding, text]);
});

test('however the bytes arrive, the text is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.integer({ min: 4, max: 7 }),
      fc.boolean(),
      async (text, size, wide) => {
        const bytes = Buffer.from(wide ? `\uFEFF${text}` : text, wide ? 'utf16le' : 'utf8');
        const expected = text.startsWith('\uFEFF') ? text.slice(1) : text;
        const [, found] = await read(from(bytes, size));
        expect(found).toBe(wide ? text : expected);
      },
    ),
    { numRuns: 60 },
  );
});

test('bytes are counted as they are read', async () => {
  const bytes = Buffer.alloc(200_000, 'a');
  const seen: number[] = [];
  for await (const piece of decoded(from(bytes)(), 'utf-8')) seen.push(piece.bytes);
  expect(seen).toEqual([65_536, 131_072, 196_608, 200_000, 200_000]);
});
