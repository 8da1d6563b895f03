import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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

test('a lock whose number another process has now, since the machine began again, is taken over', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30000)']);
  await writeFile(join(folder, 'freehold.lock'), `${other.pid}\nan-earlier-boot 1234`);
  const taken = await lockFolder(folder);
  expect(taken.ok).toBe(true);
  if (taken.ok) await taken.value.release();
  other.kill();
});

test('a folder that this process holds is not lent twice', async () => {
  const first = await lockFolder(folder);
  expect(await lockFolder(folder)).toMatchObject({
    ok: false,
    problems: [{ code: 'folder-in-use', details: { process: process.pid } }],
  });
  if (first.ok) await first.value.release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many processes that find a lock of nobody at the same moment, one gets it', async () => {
  await writeFile(join(folder, 'freehold.lock'), '999999999');
  const at = Date.now() + 1500;
  const children = Array.from({ length: 6 }, () => contender(at));
  const got = await Promise.all(children.map((child) => child.answer));
  for (const { end } of children) end();
  expect(got.filter((each) => each === 'got').length).toBe(1);
});

function contender(at: number): { answer: Promise<string>; end: () => void } {
  const script = `const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
    while (Date.now() < ${at});
    const taken = await lockFolder(${JSON.stringify(folder)});
    process.stdout.write(taken.ok ? 'got' : taken.problems[0].code);
    setTimeout(() => {}, 30000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const answer = new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
  );
  return { answer, end: () => child.kill('SIGKILL') };
}

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
