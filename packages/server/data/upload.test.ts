import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../adapters.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { fileName, keepUpload, largestUpload } from './upload.ts';

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(join(tmpdir(), 'freehold-upload-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at += 1) yield new Uint8Array(1024 * 1024);
}

test('what is too large is refused while it arrives, and nothing of it is kept', async () => {
  const partnership = await house.makePartnership('Testshire');
  const partner = {
    ...{ person: '00000000-0000-4000-8000-000000000000', name: 'x', administrator: false },
    ...{ rater: null, partnership, role: 'analyst' as const },
  };
  const ports = { ...house.ports, files: filesIn(folder) };
  const most = largestUpload / 1024 / 1024;
  const kept = await keepUpload({ ...house, ports }, partner, 'big.csv', megabytes(most + 1));
  expect(kept).toEqual({ code: 'too-large', details: { mostBytes: largestUpload } });
  expect(await readdir(folder)).toEqual([]);
  expect(await keepUpload({ ...house, ports }, partner, 'no.csv', null)).toEqual({
    code: 'file-empty',
  });
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['Referrals%202023.csv', 'Referrals 2023.csv'],
  ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
  ['C%3A%5Cdata%5Cfile.csv', 'file.csv'],
  ['%00%0D%0A', 'file'],
  ['%ZZ', '%ZZ'],
  [undefined, 'file'],
  ['x'.repeat(500), 'x'.repeat(200)],
])('the name %j is kept as %j', (header, name) => {
  expect(fileName(header)).toBe(name);
});
