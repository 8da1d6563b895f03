import { crc32, deflateSync } from 'node:zlib';
import { paleness } from './chart.ts';
import type { Bar } from '@freehold/core/document';

/** The size of a strip in pixels at 96 to the inch; it is drawn three times as fine. */
export const stripSize = { width: 150, height: 14 };

const fine = 3;
const inset = 6;

type Drawn = Pick<Bar, 'score' | 'low' | 'high' | 'coverage'>;

/**
 * One topic's score and range as a PNG: a line from 0 to 4 with its five marks, the range as a bar, the score
 * as a dot. Without a score only the line is drawn. It holds no words; they stand beside it.
 */
export function strip({ score, low, high, coverage }: Drawn): Buffer {
  const width = stripSize.width * fine;
  const height = stripSize.height * fine;
  const grey = new Uint8Array(width * height).fill(255);
  const x = (value: number) => fine * (inset + ((stripSize.width - 2 * inset) * value) / 4);
  const middle = height / 2;
  const paint = (tone: number, holds: (px: number, py: number) => boolean) => {
    for (let py = 0; py < height; py += 1) {
      for (let px = 0; px < width; px += 1) {
        if (holds(px + 0.5, py + 0.5)) grey[py * width + px] = tone;
      }
    }
  };
  paint(205, (px, py) => Math.abs(py - middle) < 1.5 && px >= x(0) && px <= x(4));
  paint(205, (px) => [0, 1, 2, 3, 4].some((point) => Math.abs(px - x(point)) < 1.5));
  if (low !== null && high !== null) {
    paint(
      255 - 115 * paleness(coverage),
      (px, py) => Math.abs(py - middle) < 2.5 * fine && px >= x(low) && px <= x(high),
    );
  }
  if (score !== null) {
    const from = (px: number, py: number) => Math.hypot(px - x(score), py - middle);
    paint(20, (px, py) => from(px, py) < 4.5 * fine);
    if (low === null) paint(255, (px, py) => from(px, py) < 3 * fine);
  }
  return png(grey, width, height);
}

/** Eight-bit greyscale PNG, one filter byte a row. Source: PNG specification, third edition, 2025. */
function png(grey: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
