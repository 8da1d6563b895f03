import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { config } from '@freehold/server/config';
import { clockFaults, connect, wallFaults } from '@freehold/server/database';
import { homes } from '../server/testing/homes.ts';
import { migrate } from '../server/database/migrate.ts';
import { disk } from './doctor.ts';
import { entranceFaults, folderFaults } from './doctor-entrance.ts';
import { sentence } from './words.ts';

const faults = (environment: Record<string, string>) => {
  const read = config(environment);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return entranceFaults(read.value).map(({ code }) => code);
};

describe('the entrance', () => {
  test('an installation on one’s own machine needs nothing', () => {
    expect(faults({})).toEqual([]);
  });

  test('one that others reach needs TLS, no open example, and mail that is sent', () => {
    expect(faults({ FREEHOLD_HOST: '0.0.0.0', FREEHOLD_URL: 'http://freehold.example' })).toEqual([
      'tls-missing',
      'example-open',
      'mail-in-folder',
    ]);
    expect(faults({ FREEHOLD_URL: 'https://freehold.example', FREEHOLD_EXAMPLE: 'off' })).toEqual([
      'proxy-not-told',
      'mail-in-folder',
    ]);
    expect(
      faults({
        ...{ FREEHOLD_URL: 'https://freehold.example', FREEHOLD_EXAMPLE: 'off' },
        ...{ FREEHOLD_PROXY: 'on', FREEHOLD_SMTP: 'smtps://u:p@mail.example' },
      }),
    ).toEqual([]);
  });

  test('each says what to do', () => {
    for (const code of ['tls-missing', 'example-open', 'proxy-not-told', 'mail-in-folder'])
      expect(sentence({ code, details: { address: 'x' } })).toMatch(/set FREEHOLD_/);
  });
});

test.skipIf(process.platform === 'win32')(
  'a data folder that others may open is named',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'freehold-doctor-'));
    await chmod(folder, 0o750);
    expect(await folderFaults(folder)).toMatchObject([
      { code: 'folder-open', details: { mode: '750' } },
    ]);
    await chmod(folder, 0o700);
    expect(await folderFaults(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  },
);

test('a disk that is nearly full is named, and so is a folder that is not there', async () => {
  const codes = async (folder: string, least: number) =>
    (await disk(folder, least)).problems.map(({ code }) => code);
  expect(await codes(tmpdir(), 0)).toEqual([]);
  expect(await codes(tmpdir(), Infinity)).toEqual(['disk-nearly-full']);
  expect(await codes(join(tmpdir(), 'freehold-not-there'), 0)).toEqual(['folder-not-readable']);
});

describe.each(homes)('the database on %s', (name, open) => {
  test('stands behind its walls and has the time; what goes round them, and a clock that is off, are named', async () => {
    const opened = await open();
    const kind = opened.home.kind;
    const database = connect(opened.home);
    await migrate(database);
    expect(await wallFaults(database, kind)).toEqual([]);
    await sql`alter table gap no force row level security`.execute(database);
    expect(await wallFaults(database, kind)).toMatchObject([
      { code: 'table-without-wall', details: { table: 'gap' } },
    ]);
    await sql`alter table gap force row level security`.execute(database);
    if (opened.home.kind === 'postgres') {
      const url = opened.home.url.replace('freehold:freehold@', 'postgres:postgres@');
      const above = connect({ kind: 'postgres', url });
      expect(await wallFaults(above, kind)).toMatchObject([
        { code: 'role-above-walls', details: { role: 'postgres' } },
      ]);
      await above.destroy();
    }
    expect(await clockFaults(database, new Date())).toEqual([]);
    const apart = await clockFaults(database, new Date(Date.now() - 3_600_000));
    expect(apart.map(({ code }) => code)).toEqual(['clock-apart']);
    expect([name, sentence({ code: 'clock-apart', details: { seconds: 3600 } })]).toEqual([
      name,
      expect.stringContaining('NTP'),
    ]);
    await database.destroy();
    await opened.close();
  });
});
