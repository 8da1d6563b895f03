import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { strip, stripSize } from './strip.ts';

const width = stripSize.width * 3;
const height = stripSize.height * 3;

/** The picture's middle row, read back: each chunk's check sum must hold. */
function middle(png: Buffer): readonly number[] {
  let at = 8;
  let data = Buffer.alloc(0);
  while (at < png.length) {
    const size = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + size);
    expect(png.readUInt32BE(at + 8 + size)).toBe(crc32(named));
    if (named.toString('latin1', 0, 4) === 'IDAT') data = inflateSync(named.subarray(4));
    at += 12 + size;
  }
  expect(data).toHaveLength(height * (width + 1));
  const row = Math.floor(height / 2) * (width + 1);
  return [...data.subarray(row + 1, row + 1 + width)];
}

const place = (score: number) => Math.round(3 * (6 + ((stripSize.width - 12) * score) / 4));

test('the dot lies at the score and the bar over the range', () => {
  const row = middle(strip({ score: 2, low: 1, high: 3, coverage: 1 }));
  expect(row[place(2)]).toBe(20);
  expect(row[place(1.5)]).toBe(140);
  expect(row[place(2.5)]).toBe(140);
  expect(row[place(0.5)]).toBe(205);
  expect(row[1]).toBe(255);
});

test('less coverage is paler, and never so pale that it is gone', () => {
  const at = (coverage: number) =>
    middle(strip({ score: 3, low: 1, high: 3, coverage }))[place(1.5)] ?? 255;
  expect(at(0.5)).toBeGreaterThan(at(1));
  expect(at(0.5)).toBeLessThan(at(0));
  expect(at(0)).toBeLessThan(230);
});

test('without a range the dot is a ring, and without a score there is only the line', () => {
  const ring = middle(strip({ score: 2, low: null, high: null, coverage: 1 }));
  expect(ring[place(2)]).toBe(255);
  expect(ring[place(2) - 12]).toBe(20);
  const none = middle(strip({ score: null, low: null, high: null, coverage: 0 }));
  expect(Math.min(...none)).toBe(205);
});
