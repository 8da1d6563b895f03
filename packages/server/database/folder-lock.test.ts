import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freehold-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder that a living process holds is refused by name', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30000)']);
  await writeFile(join(folder, 'freehold.lock'), String(other.pid));
  const taken = await lockFolder(folder);
  expect(taken).toMatchObject({
    ok: false,
    problems: [{ code: 'folder-in-use', details: { folder, process: other.pid } }],
  });
  other.kill();
});

test('a lock left by a process that is gone is taken over, and released', async () => {
  const other = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => other.once('exit', resolve));
  await writeFile(join(folder, 'freehold.lock'), String(other.pid));
  const first = await lockFolder(folder);
  expect(first.ok).toBe(true);
  if (first.ok) await first.value.release();
  expect((await lockFolder(folder)).ok).toBe(true);
});

test('an empty lock file, as a full disk leaves it, is taken over', async () => {
  await writeFile(join(folder, 'freehold.lock'), '');
  expect((await lockFolder(folder)).ok).toBe(true);
});

test('a folder that cannot be written is a problem, not a crash', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  expect(await lockFolder(join(file, 'below'))).toMatchObject({
    ok: false,
    problems: [{ code: 'folder-not-writable' }],
  });
});
