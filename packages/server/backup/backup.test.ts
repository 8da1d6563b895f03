import { Decrypter } from 'age-encryption';
import { sql } from 'kysely';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipped } from '../archive/gzip.ts';
import { pack } from '../archive/tar.ts';
import { connect, type Database } from '../database/connect.ts';
import { levelOf, migrateTo } from '../database/level.ts';
import { migrate } from '../database/migrate.ts';
import { removeOldStill } from '../database/still.ts';
import { asInstallation } from '../database/within.ts';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { backup } from './backup.ts';
import { tablesOf } from './catalogue.ts';
import { restore } from './restore.ts';
import { sealed } from './seal.ts';

const passphrase = 'a phrase that is long enough';
const how = { passphrase, now: new Date('2026-03-02T10:00:00Z'), work: 8 };
const awkward = 'Tab\t, "quotes", \\ back, \n new line, näher, 👍, \u2028';

let scratch: string;
const opened: OpenedHome[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'freehold-backup-'));
});
afterAll(async () => {
  await Promise.all(opened.map((home) => home.close()));
  await rm(scratch, { recursive: true, force: true });
});

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'data-'));
  await mkdir(join(folder, 'files'));
  return folder;
}

/** Rows of most kinds of table, with values that lose something when they are carried carelessly. */
async function fill(database: Database): Promise<void> {
  await asInstallation(database, async (tx) => {
    const run = (statement: string) => sql.raw(statement).execute(tx);
    await run(`insert into person (id, name, email, made_at) values
      ('00000000-0000-4000-8000-000000000001', 'Ada', 'ada@example.org', '2026-01-01T00:00:00.123456Z')`);
    await run(`insert into partnership (id, name) values
      ('00000000-0000-4000-8000-00000000000a', 'Ours'), ('00000000-0000-4000-8000-00000000000b', 'Theirs')`);
    await run(`insert into place (id, partnership_id, type, name, name_key) values
      ('00000000-0000-4000-8000-00000000001a', '00000000-0000-4000-8000-00000000000a', 'district', 'X', 'x'),
      ('00000000-0000-4000-8000-00000000001c', null, 'district', 'Shared', 'shared')`);
    await run(`update partnership set home_place_id = '00000000-0000-4000-8000-00000000001a'
      where name = 'Ours'`);
    await tx
      .insertInto('organisation')
      .values({ partnership_id: '00000000-0000-4000-8000-00000000000a', name: awkward })
      .execute();
    await run(`insert into measure (id, partnership_id, code, title, direction, value_kind) values
      ('00000000-0000-4000-8000-00000000002a', null, 'm', 'M', '+', 'rate')`);
    await run(`insert into data_set (id, partnership_id, code, title, retrieved_on) values
      ('00000000-0000-4000-8000-00000000003a', null, 'd', 'D', '2026-02-28')`);
    await run(`insert into observation (partnership_id, data_set_id, measure_id, place_id, period,
        period_start, period_end, value, low, high)
      select null, '00000000-0000-4000-8000-00000000003a', '00000000-0000-4000-8000-00000000002a',
        '00000000-0000-4000-8000-00000000001c', g::text, date '2020-01-01' + g, date '2020-01-01' + g,
        case g % 5 when 0 then null when 1 then 0.1 + 0.2 when 2 then 1e-300 when 3 then 'NaN'
          else 'Infinity' end, -g / 3.0::float8, g
      from generate_series(1, 7000) g`);
    await run(`delete from observation where id in (1, 17)`);
    await run(`insert into framework (id, partnership_id, code, title) values
      ('00000000-0000-4000-8000-00000000004a', null, 'f', 'F')`);
    await run(`insert into framework_version (id, framework_id, version, state, content) values
      ('00000000-0000-4000-8000-00000000005a', '00000000-0000-4000-8000-00000000004a', 1, 'published',
      '{"b": 1, "a": [1.10, null, "\\u20ac"], "big": 12345678901234567890.5}')`);
    await run(`insert into review (id, partnership_id, place_id, framework_version_id, profile, title,
        state, seed, comparison) values
      ('00000000-0000-4000-8000-00000000006a', '00000000-0000-4000-8000-00000000000a',
      '00000000-0000-4000-8000-00000000001a', '00000000-0000-4000-8000-00000000005a', 'full', 'R',
      'rating', 9007199254740993, 'null')`);
    await run(`insert into audit_entry (seq, at, action, record, outcome, hash) values
      (1, '2026-01-01T00:00:00.000001Z', 'made', '', 'fine', 'h1'), (2, now(), 'read', '', 'fine', 'h2')`);
  });
}

/** Every table with every row as the database itself writes it, but for what migrations keep for themselves. */
async function everything(database: Database): Promise<Record<string, readonly string[]>> {
  return database.transaction().execute(async (tx) => {
    const tables = await tablesOf(tx);
    await sql`select set_config('role', 'freehold_installation', true),
      set_config('timezone', 'UTC', true)`.execute(tx);
    const found: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ line: string }>`
        select r::text as line from ${sql.id(name)} r order by 1`.execute(tx);
      found[name] = rows.map((row) => row.line);
    }
    return found;
  });
}

async function tableCount(database: Database): Promise<number | undefined> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(database);
  return rows[0]?.n;
}

const [pglite, postgres] = homes;
if (pglite === undefined || postgres === undefined) throw new Error('two homes are expected');
const ways = [
  [...pglite, ...postgres],
  [...postgres, ...pglite],
] as const;

describe.each(ways)('a backup of %s', (_from, openSource, to, openTarget) => {
  let source: Database;
  let target: Database;
  let from: string;
  let into: string;
  let file: string;

  beforeAll(async () => {
    const [sourceHome, targetHome] = [await openSource(), await openTarget()];
    opened.push(sourceHome, targetHome);
    source = connect(sourceHome.home);
    target = connect(targetHome.home);
    await migrate(source);
    await fill(source);
    from = await dataFolder();
    into = await dataFolder();
    await writeFile(join(from, 'files', 'plan-1'), 'an uploaded plan');
    await writeFile(join(from, 'files', 'big_2'), Buffer.alloc(200_000, 7));
    await writeFile(join(from, 'files', 'half.part'), 'half');
    await writeFile(join(from, 'secret'), 'the secret of the installation');
    file = join(scratch, `${to.replaceAll(' ', '-')}.age`);
  });
  afterAll(async () => {
    await source.destroy();
    await target.destroy();
  });

  test('clears away what a backup that died had pictured, and nothing newer', async () => {
    const [old, fresh] = [join(from, 'still/backup-1'), join(from, 'still/backup-2')];
    await mkdir(old, { recursive: true });
    await mkdir(fresh);
    await utimes(old, 0, 0);
    await removeOldStill(from);
    expect(await readdir(join(from, 'still'))).toEqual(['backup-2']);
    await rm(fresh, { recursive: true });
  });

  test('is of one moment while others write, and shows nothing without the passphrase', async () => {
    let made = 0;
    let stop = false;
    const writing = (async () => {
      while (!stop) {
        await asInstallation(source, async (tx) => {
          const { id } = await tx
            .insertInto('partnership')
            .values({ name: `pair ${(made += 1)}` })
            .returning('id')
            .executeTakeFirstOrThrow();
          await tx
            .insertInto('organisation')
            .values({ partnership_id: id, name: 'pair' })
            .execute();
        });
      }
    })();
    const outcome = await backup({ database: source, dataFolder: from, pictured: null }, file, how);
    stop = true;
    await writing;
    expect(made).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ ok: true, value: { file, files: 2 } });
    const bytes = await readFile(file);
    expect(bytes.toString('latin1').startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
    expect(bytes.includes('ada@example.org')).toBe(false);
    expect(await readdir(join(from, 'still'))).toEqual([]);
    await asInstallation(source, (tx) =>
      tx.deleteFrom('partnership').where('name', 'like', 'pair %').execute(),
    );
  });

  test('refuses to write over a file', async () => {
    const again = await backup({ database: source, dataFolder: from, pictured: null }, file, how);
    expect(again).toEqual({ ok: false, problems: [{ code: 'file-exists', details: { file } }] });
  });

  test('opens with the age format’s own library, tar and SHA-256 alone', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const folder = await mkdtemp(join(scratch, 'opened-'));
    await writeFile(join(folder, 'a.tar.gz'), await decrypter.decrypt(await readFile(file)));
    execFileSync('tar', ['xzf', 'a.tar.gz'], { cwd: folder });
    const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trim().split('\n');
    expect(sums.length).toBeGreaterThan(10);
    for (const [sum, name = ''] of sums.map((line) => line.split('  '))) {
      const bytes = await readFile(join(folder, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
    const page = await readFile(join(folder, 'tables/person/000001.jsonl'), 'utf8');
    expect(JSON.parse(page)).toMatchObject({ name: 'Ada', email: 'ada@example.org' });
  });

  async function refusal(bytes: Uint8Array, phrase = passphrase): Promise<unknown> {
    const path = join(scratch, 'refused.age');
    await writeFile(path, bytes);
    const outcome = await restore(path, phrase, { database: target, dataFolder: into });
    expect(await tableCount(target)).toBe(0);
    expect(await readdir(into)).toEqual(['files']);
    expect(await readdir(join(into, 'files'))).toEqual([]);
    return outcome.ok ? 'restored' : outcome.problems[0];
  }

  test('with a wrong passphrase, cut off or changed is refused, and the place stays as it was', async () => {
    const good = await readFile(file);
    expect(await refusal(good, 'a wrong passphrase')).toMatchObject({ code: 'wrong-passphrase' });
    expect(await refusal(Buffer.from('something else'))).toMatchObject({ code: 'not-a-backup' });
    for (const length of [good.length - 1, Math.floor(good.length / 2), 300]) {
      const cut = good.subarray(0, length);
      expect(await refusal(cut)).toMatchObject({ code: 'backup-damaged' });
    }
    for (const at of [good.length - 20, Math.floor(good.length * 0.7), 250]) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 4;
      expect(await refusal(changed)).toMatchObject({ code: 'backup-damaged' });
    }
  });

  test('of a later form, or with migrations not known here, is refused, and the place stays as it was', async () => {
    const later = await crafted({ format: 2, anything: 'else' });
    expect(await refusal(later)).toEqual({ code: 'backup-too-new', details: { format: 2 } });
    const unknown = await crafted({ ...plain, migrations: ['0001-house', '9999-later'] });
    expect(await refusal(unknown)).toEqual({
      code: 'backup-too-new',
      details: { migrations: ['9999-later'] },
    });
  });

  test('that says other than what it holds is refused, and the place stays as it was', async () => {
    expect(await refusal(await crafted(plain, ['files/one', 'x']))).toMatchObject({
      code: 'backup-damaged',
      details: { part: 'SHA256SUMS' },
    });
    expect(await refusal(await crafted(plain, ['../../escape', 'x']))).toMatchObject({
      code: 'backup-damaged',
      details: { part: '../../escape' },
    });
    const odd = { name: 'person', rows: 0, columns: [{ name: 'id', type: 'text' }] };
    expect(await refusal(await crafted({ ...plain, tables: [odd] }))).toMatchObject({
      code: 'backup-damaged',
      details: { part: 'person' },
    });
  });

  test(`comes back into ${to} with every row and every file alike`, async () => {
    const outcome = await restore(file, passphrase, { database: target, dataFolder: into });
    expect(outcome).toMatchObject({ ok: true, value: { madeAt: '2026-03-02T10:00:00.000Z' } });
    const { partnership = [], organisation = [], ...restored } = await everything(target);
    const { partnership: _p, organisation: _o, ...original } = await everything(source);
    expect(restored).toEqual(original);
    expect([restored.observation?.length, restored.audit_entry?.length]).toEqual([6998, 2]);
    const pairs = partnership.filter((line) => line.includes('pair')).length;
    expect(partnership.length - pairs).toBe(2);
    expect(organisation.filter((line) => line.includes('pair')).length).toBe(pairs);
    const { rows } = await asInstallation(target, (tx) =>
      sql`select name from organisation where name <> 'pair'`.execute(tx),
    );
    expect(rows).toEqual([{ name: awkward }]);
    expect((await readdir(join(into, 'files'))).sort()).toEqual(['big_2', 'plan-1']);
    expect(await readFile(join(into, 'files', 'plan-1'), 'utf8')).toBe('an uploaded plan');
    expect(await readFile(join(into, 'secret'), 'utf8')).toBe('the secret of the installation');
    expect((await readdir(into)).sort()).toEqual(['files', 'secret']);
  });

  test('leaves numbers counting on, walls standing and rules watching where it came back', async () => {
    const next = await asInstallation(target, (tx) =>
      sql<{ id: number }>`insert into observation
        (data_set_id, measure_id, place_id, period, period_start, period_end)
        select data_set_id, measure_id, place_id, 'next', period_start, period_end
        from observation limit 1 returning id`.execute(tx),
    );
    expect(next.rows[0]?.id).toBe(7001);
    const rule = asInstallation(target, (tx) =>
      tx.updateTable('framework_version').set({ content: '{}' }).execute(),
    );
    await expect(rule).rejects.toThrow(/never changes/);
    const reference = asInstallation(target, (tx) =>
      tx.updateTable('partnership').set({ home_place_id: crypto.randomUUID() }).execute(),
    );
    await expect(reference).rejects.toMatchObject({ code: '23503' });
    const { rows } = await sql`select conname from pg_constraint
      where contype = 'f' and condeferrable`.execute(target);
    expect(rows).toEqual([]);
  });

  test('does not go where Freehold has been started', async () => {
    const before = await everything(target);
    const outcome = await restore(file, passphrase, { database: target, dataFolder: into });
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'not-empty', details: { people: 1, files: 2 } }],
    });
    expect(await everything(target)).toEqual(before);
    expect((await readdir(join(into, 'files'))).sort()).toEqual(['big_2', 'plan-1']);
  });
});

const plain = {
  format: 1,
  freehold: '0.1.0',
  madeAt: '2026-03-02T10:00:00.000Z',
  migrations: ['0001-house'],
  tables: [],
  files: { count: 0, bytes: 0 },
};

/** A backup with the right passphrase that Freehold did not make. */
async function crafted(
  manifest: unknown,
  ...files: readonly (readonly [string, string])[]
): Promise<Buffer> {
  const all = [['manifest.json', JSON.stringify(manifest)], ...files, ['SHA256SUMS', 'none']];
  const entries = all.map(([name = '', text = '']) => {
    const bytes = Buffer.from(text);
    return { name, size: bytes.length, content: [bytes] };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of sealed(gzipped(pack(entries, how.now)), passphrase, 8)) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

describe.each(homes)('on %s', (_name, open) => {
  test('a backup of an earlier form comes back, and is brought to the newest', async () => {
    const [sourceHome, targetHome] = [await open(), await open()];
    opened.push(sourceHome, targetHome);
    const [source, target] = [connect(sourceHome.home), connect(targetHome.home)];
    const [from, into] = [await dataFolder(), await dataFolder()];
    const file = join(scratch, `${crypto.randomUUID()}.age`);
    await migrateTo(source, '0001-house');
    await asInstallation(source, (tx) =>
      tx.insertInto('partnership').values({ name: 'From before' }).execute(),
    );
    await backup({ database: source, dataFolder: from, pictured: null }, file, how);
    await source.destroy();

    expect((await restore(file, passphrase, { database: target, dataFolder: into })).ok).toBe(true);
    expect((await levelOf(target)).waiting).toEqual([]);
    const names = await asInstallation(target, (tx) =>
      tx.selectFrom('partnership').select('name').execute(),
    );
    expect(names).toEqual([{ name: 'From before' }]);
    await target.destroy();
  });

  test('a place that has been brought up but never started takes a backup of its own form only', async () => {
    const [sourceHome, targetHome] = [await open(), await open()];
    opened.push(sourceHome, targetHome);
    const [source, target] = [connect(sourceHome.home), connect(targetHome.home)];
    const [from, into] = [await dataFolder(), await dataFolder()];
    const place = { database: target, dataFolder: into };
    await migrate(target);
    await migrateTo(source, '0001-house');
    const [older, same] = [join(from, 'older.age'), join(from, 'same.age')];
    await backup({ database: source, dataFolder: from, pictured: null }, older, how);
    expect(await restore(older, passphrase, place)).toMatchObject({
      ok: false,
      problems: [{ code: 'place-too-new' }],
    });

    await migrate(source);
    await backup({ database: source, dataFolder: from, pictured: null }, same, how);
    expect((await restore(same, passphrase, place)).ok).toBe(true);
    await source.destroy();
    await target.destroy();
  });

  test('what is no Freehold is neither backed up nor written into', async () => {
    const home = await open();
    opened.push(home);
    const database = connect(home.home);
    const folder = await dataFolder();
    const file = join(folder, 'none.age');
    expect(await backup({ database, dataFolder: folder, pictured: null }, file, how)).toEqual({
      ok: false,
      problems: [{ code: 'nothing-to-back-up' }],
    });
    await sql`create table somebody_elses (id int)`.execute(database);
    await writeFile(file, await crafted(plain));
    expect(await restore(file, passphrase, { database, dataFolder: folder })).toMatchObject({
      ok: false,
      problems: [{ code: 'not-empty', details: { tables: 1 } }],
    });
    await database.destroy();
  });
});
