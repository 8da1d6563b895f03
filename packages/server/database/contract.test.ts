import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { unwalled } from '../testing/wall-check.ts';
import { connect, type Database } from './connect.ts';
import { migrate } from './migrate.ts';
import { asInstallation, within, type Actor } from './within.ts';

describe.each(homes)('the database on %s', (_name, open) => {
  let opened: OpenedHome;
  let database: Database;
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    opened = await open();
    database = connect(opened.home);
    await migrate(database);
    [ours, theirs] = await asInstallation(database, async (tx) => {
      const made = await tx
        .insertInto('partnership')
        .values([{ name: 'Ours' }, { name: 'Theirs' }])
        .returning('id')
        .execute();
      return [made[0]?.id ?? '', made[1]?.id ?? ''];
    });
  });
  afterAll(async () => {
    await database.destroy();
    await opened.close();
  });

  const actor = (partnership: string | null): Actor => ({ person: null, partnership, rater: null });

  test('migrating again changes nothing', async () => {
    expect(await migrate(database)).toEqual([]);
  });

  test('values come out alike: bigint a number, date a text, jsonb parsed, timestamptz a Date', async () => {
    const { rows } = await sql<Record<string, unknown>>`select 9007199254740991::bigint as big,
      date '2026-03-02' as day, '{"a":[1]}'::jsonb as doc, timestamptz '2026-03-02T10:00:00Z' as at,
      0.5::double precision as half`.execute(database);
    expect(rows[0]).toEqual({
      big: 9007199254740991,
      day: '2026-03-02',
      doc: { a: [1] },
      at: new Date('2026-03-02T10:00:00Z'),
      half: 0.5,
    });
  });

  test('a partnership sees its own rows and the shared ones, never another one’s', async () => {
    await asInstallation(database, async (tx) => {
      const place = { type: 'district', name: 'X', name_key: 'x' };
      await tx
        .insertInto('place')
        .values([
          { ...place, partnership_id: ours, code: 'A' },
          { ...place, partnership_id: theirs, code: 'B' },
          { ...place, partnership_id: null, code: 'C' },
        ])
        .execute();
    });
    const codes = await within(database, actor(ours), (tx) =>
      tx.selectFrom('place').select('code').orderBy('code').execute(),
    );
    expect(codes.map((each) => each.code)).toEqual(['A', 'C']);
  });

  test('a partnership cannot write another one’s row, nor a shared one', async () => {
    const write = (partnership_id: string | null) =>
      within(database, actor(ours), (tx) =>
        tx
          .insertInto('place')
          .values({ partnership_id, type: 'district', name: 'Y', name_key: 'y', code: 'Z' })
          .execute(),
      );
    await expect(write(theirs)).rejects.toThrow(/row-level security/);
    await expect(write(null)).rejects.toThrow(/row-level security/);
    const changed = await within(database, actor(ours), (tx) =>
      tx.updateTable('place').set({ name: 'taken' }).where('code', '=', 'C').executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  test('with no partnership set, tables of a partnership show no rows of any', async () => {
    const seen = await within(database, actor(null), async (tx) => ({
      partnerships: await tx.selectFrom('partnership').select('id').execute(),
      owned: await tx
        .selectFrom('place')
        .select('id')
        .where('partnership_id', 'is not', null)
        .execute(),
    }));
    expect(seen).toEqual({ partnerships: [], owned: [] });
  });

  test('sessions and links are out of reach of a partnership’s work', async () => {
    await expect(
      within(database, actor(ours), (tx) => tx.selectFrom('account_session').selectAll().execute()),
    ).rejects.toThrow(/permission denied/);
  });

  test('who somebody is can be asked by no work of a partnership, and by no other role', async () => {
    const { rows } = await sql<{ name: string; by: string }>`
      select f.proname as name, r.rolname as by from pg_proc f, pg_roles r
      where f.proconfig::text like '%role=%' and r.rolname in ('freehold_app', 'freehold_installation')
        and has_function_privilege(r.oid, f.oid, 'execute')`.execute(database);
    expect(rows).toEqual([]);
    await expect(
      within(database, actor(ours), (tx) => sql`select * from who_rates('x')`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
    expect((await sql`select * from who_rates('x')`.execute(database)).rows).toEqual([]);
    const { rows: after } = await sql<{ who: string }>`select current_user as who`.execute(
      database,
    );
    expect(after[0]?.who).not.toBe('freehold_installation');
  });

  test('what one transaction sets is gone in the next', async () => {
    await within(database, actor(ours), () => Promise.resolve());
    const { rows } = await sql<{ who: string; left: string }>`select current_user as who,
      coalesce(current_setting('freehold.partnership', true), '') as left`.execute(database);
    expect(rows[0]?.left).toBe('');
    expect(rows[0]?.who).not.toBe('freehold_app');
  });

  test('work that throws leaves nothing behind', async () => {
    const failing = within(database, actor(ours), async (tx) => {
      await tx
        .insertInto('organisation')
        .values({ partnership_id: ours, name: 'Half done' })
        .execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const left = await within(database, actor(ours), (tx) =>
      tx.selectFrom('organisation').select('name').execute(),
    );
    expect(left).toEqual([]);
  });

  test('transactions asked for at once do not see into each other', async () => {
    const one = (partnership: string) =>
      within(database, actor(partnership), async (tx) => {
        await sql`select pg_sleep(0.01)`.execute(tx);
        const rows = await tx.selectFrom('partnership').select('name').execute();
        return rows.map((row) => row.name);
      });
    const seen = await Promise.all(
      Array.from({ length: 12 }, (_, index) => one(index % 2 === 0 ? ours : theirs)),
    );
    expect(seen).toEqual(seen.map((_, index) => [index % 2 === 0 ? 'Ours' : 'Theirs']));
  });

  test('every table that belongs to a partnership has forced row-level security and policies', async () => {
    expect(await unwalled(database)).toEqual([]);
  });

  test('a published framework version never changes', async () => {
    const version = await asInstallation(database, async (tx) => {
      const framework = await tx
        .insertInto('framework')
        .values({ code: 'f', title: 'F' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return tx
        .insertInto('framework_version')
        .values({ framework_id: framework.id, version: 1, state: 'published', content: '{}' })
        .returning('id')
        .executeTakeFirstOrThrow();
    });
    const change = asInstallation(database, (tx) =>
      tx
        .updateTable('framework_version')
        .set({ content: '{"changed":true}' })
        .where('id', '=', version.id)
        .execute(),
    );
    await expect(change).rejects.toThrow(/never changes/);
  });
});
