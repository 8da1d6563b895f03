import { sql } from 'kysely';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mayMount, smallDisk, type SmallDisk } from '../testing/small-disk.ts';
import { connect, type Database } from './connect.ts';

// Mounting a small disk is the superuser's; elsewhere these are skipped.
describe.skipIf(!(await mayMount()))('an embedded database on a full disk', () => {
  let disk: SmallDisk;
  let database: Database;

  beforeEach(async () => {
    const made = await smallDisk(90);
    if (made === null) throw new Error('no disk could be mounted');
    disk = made;
    database = connect({ kind: 'pglite', folder: join(disk.folder, 'database') });
  });
  afterEach(async () => {
    await database.destroy();
    await disk.close();
  });

  /** Writes until the database refuses; the number of rows that it confirmed, and its refusal. */
  async function fill(): Promise<{ confirmed: number; refusal: { code?: string } }> {
    for (let confirmed = 0; ; confirmed += 400) {
      try {
        await sql`insert into line (text) select repeat(md5(g::text), 20)
          from generate_series(1, 400) g`.execute(database);
      } catch (error) {
        return { confirmed, refusal: error as { code?: string } };
      }
    }
  }

  const count = async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from line`.execute(database);
    return rows[0]?.n;
  };

  test('the refusal says so, nobody waits for ever, and with room again every confirmed row is there', async () => {
    await sql`create table line (text text)`.execute(database);
    const { confirmed, refusal } = await fill();
    expect(refusal.code).toBe('53100');
    expect(confirmed).toBeGreaterThan(0);

    // The database cannot even recover without room: each caller is told at once.
    await expect(count()).rejects.toMatchObject({ code: '57P03' });
    await expect(count()).rejects.toMatchObject({ code: '57P03' });

    await disk.remount('size=200m');
    await expect.poll(count, { timeout: 20_000, interval: 500 }).toBe(confirmed);
    await sql`insert into line (text) values ('after')`.execute(database);
    expect(await count()).toBe(confirmed + 1);
  });

  test('a transaction that the full disk ends leaves nothing of itself', async () => {
    await sql`create table line (text text)`.execute(database);
    await sql`insert into line (text) values ('before')`.execute(database);
    const work = database.transaction().execute(async (tx) => {
      for (;;) {
        await sql`insert into line (text) select repeat(md5(g::text), 20)
          from generate_series(1, 400) g`.execute(tx);
      }
    });
    await expect(work).rejects.toMatchObject({ code: '53100' });
    await disk.remount('size=200m');
    await expect.poll(count, { timeout: 20_000, interval: 500 }).toBe(1);
  });
});
