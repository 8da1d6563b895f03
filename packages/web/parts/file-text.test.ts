import { expect, test } from 'vitest';
import { textOf } from './file-text.ts';

test('a text file is read in the encoding it is in, without its mark', async () => {
  const of = (...bytes: readonly number[]) => textOf(new Blob([new Uint8Array(bytes)]));
  // "Né" as UTF-8 with and without a mark, as Windows-1252, and as UTF-16 of either order.
  expect(await of(0x4e, 0xc3, 0xa9)).toBe('Né');
  expect(await of(0xef, 0xbb, 0xbf, 0x4e, 0xc3, 0xa9)).toBe('Né');
  expect(await of(0x4e, 0xe9)).toBe('Né');
  expect(await of(0xff, 0xfe, 0x4e, 0x00, 0xe9, 0x00)).toBe('Né');
  expect(await of(0xfe, 0xff, 0x00, 0x4e, 0x00, 0xe9)).toBe('Né');
  expect(await of()).toBe('');
});
