import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, pack, type Entry } from './tar.ts';
import { ArchiveBroken, unpack } from './untar.ts';

const at = new Date('2026-03-02T10:00:00Z');

function entry(name: string, content: Uint8Array): Entry {
  return { name, size: content.length, content: [content] };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* inPieces(bytes: Uint8Array, of: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += of) yield bytes.subarray(from, from + of);
}

async function read(bytes: AsyncIterable<Uint8Array>): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const { name, content } of unpack(bytes)) {
    found.push([name, (await whole(content)).toString('hex')]);
  }
  return found;
}

const files = fc.uniqueArray(
  fc.tuple(fc.stringMatching(/^[a-z0-9_-]{1,90}$/), fc.uint8Array({ maxLength: 1500 })),
  { selector: ([name]) => name, maxLength: 6 },
);

test('what is packed comes out again, in whatever pieces it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 4000 }), async (given, size) => {
      const archive = await whole(
        pack(
          given.map(([name, bytes]) => entry(name, bytes)),
          at,
        ),
      );
      const expected = given.map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]);
      expect(await read(inPieces(archive, size))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('an archive cut off anywhere is broken, never short', async () => {
  const archive = await whole(pack([entry('a', Buffer.from('a'.repeat(700)))], at));
  for (const length of [0, 100, 512, 900, 1300, archive.length - block - 1]) {
    await expect(read(inPieces(archive.subarray(0, length), 100))).rejects.toThrow(ArchiveBroken);
  }
});

test('bytes that are no archive are said to be none', async () => {
  await expect(read(inPieces(Buffer.alloc(2000, 'x'), 512))).rejects.toThrow(ArchiveBroken);
});

test('a content that is not what it said is an error, not a file with a hole', async () => {
  const lying = { name: 'a', size: 10, content: [Buffer.from('short')] };
  await expect(whole(pack([lying], at))).rejects.toThrow(RangeError);
});

test('a content that nobody reads is passed over', async () => {
  const archive = pack([entry('a', Buffer.alloc(3000, 'a')), entry('b', Buffer.from('b'))], at);
  const names: string[] = [];
  for await (const { name } of unpack(archive)) names.push(name);
  expect(names).toEqual(['a', 'b']);
});

test('the tar that every system has reads it, folders included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-tar-'));
  const entries = [entry('empty/', Buffer.alloc(0)), entry('deep/file', Buffer.from('näher\n'))];
  await writeFile(join(folder, 'a.tar'), await whole(pack(entries, at)));
  await mkdir(join(folder, 'out'));
  execFileSync('tar', ['xf', join(folder, 'a.tar'), '-C', join(folder, 'out')]);
  expect(await readFile(join(folder, 'out/deep/file'), 'utf8')).toBe('näher\n');
  expect(execFileSync('tar', ['tf', join(folder, 'a.tar')]).toString()).toBe('empty/\ndeep/file\n');
  await rm(folder, { recursive: true });
});
