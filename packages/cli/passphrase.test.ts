import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { givenPassphrase, newPassphrase, type Terminal } from './passphrase.ts';

/** A terminal at which somebody types these keys, each time they are asked. */
function typing(...answers: readonly string[]): Terminal & { shown: string[]; raw: boolean[] } {
  const keys = new EventEmitter();
  const shown: string[] = [];
  const raw: boolean[] = [];
  const left = [...answers];
  const input = Object.assign(keys, {
    setRawMode: (mode: boolean) => {
      raw.push(mode);
      return input;
    },
    resume: () => {
      const next = left.shift() ?? '';
      setImmediate(() => keys.emit('data', Buffer.from(next)));
      return input;
    },
    pause: () => input,
  });
  return {
    input: input as unknown as Terminal['input'],
    say: (text) => shown.push(text),
    shown,
    raw,
  };
}

const nowhere = { file: undefined, environment: {}, terminal: null };

test('a passphrase is read from a file without its last line break, before the environment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-phrase-'));
  const file = join(folder, 'phrase');
  await writeFile(file, 'from the file \n');
  const environment = { FREEHOLD_PASSPHRASE: 'from the environment' };
  expect(await givenPassphrase({ ...nowhere, file, environment })).toEqual({
    ok: true,
    value: 'from the file ',
  });
  expect(await givenPassphrase({ ...nowhere, environment })).toEqual({
    ok: true,
    value: 'from the environment',
  });
  await rm(folder, { recursive: true });
  expect(await givenPassphrase({ ...nowhere, file })).toMatchObject({
    problems: [{ code: 'file-unreadable', details: { file, because: 'ENOENT' } }],
  });
});

test('without any, a program that nobody sits at is told which to give', async () => {
  expect(await givenPassphrase(nowhere)).toEqual({
    ok: false,
    problems: [{ code: 'passphrase-needed' }],
  });
});

test('what is typed is not shown, and can be rubbed out', async () => {
  const terminal = typing('a phrasf\u007fe of míne\r');
  expect(await givenPassphrase({ ...nowhere, terminal })).toEqual({
    ok: true,
    value: 'a phrase of míne',
  });
  expect(terminal.shown.join('')).toBe('Passphrase: \n');
  expect(terminal.raw).toEqual([true, false]);
});

test('a new passphrase is typed twice alike and is not short', async () => {
  const twice = (...answers: string[]) =>
    newPassphrase({ ...nowhere, terminal: typing(...answers) });
  expect(await twice('long enough it is\r', 'long enough it is\r')).toMatchObject({ ok: true });
  expect(await twice('long enough it is\r', 'long enough it ist\r')).toMatchObject({
    problems: [{ code: 'passphrases-differ' }],
  });
  expect(await twice('short\r')).toMatchObject({
    problems: [{ code: 'passphrase-too-short', details: { least: 12 } }],
  });
});
