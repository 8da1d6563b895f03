import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { connect, type Database } from './connect.ts';
import { migrate } from './migrate.ts';
import { asInstallation, within, type Work } from './within.ts';

describe.each(homes)('what an observation names, on %s', (_name, open) => {
  let opened: OpenedHome;
  let database: Database;
  beforeAll(async () => {
    opened = await open();
    database = connect(opened.home);
    await migrate(database);
  });
  afterAll(async () => {
    await database.destroy();
    await opened.close();
  });

  const nobody = '00000000-0000-4000-8000-000000000000';

  async function scene() {
    return asInstallation(database, async (tx) => {
      const one = (rows: readonly { id: string }[]) => rows[0]?.id ?? '';
      const partnership = one(
        await tx.insertInto('partnership').values({ name: 'P' }).returning('id').execute(),
      );
      const own = { partnership_id: partnership };
      const place = one(
        await tx
          .insertInto('place')
          .values({ ...own, type: 'district', name: 'X', name_key: 'x' })
          .returning('id')
          .execute(),
      );
      const measure = one(
        await tx
          .insertInto('measure')
          .values({ ...own, code: 'm', title: 'M', direction: 'o', value_kind: 'count' })
          .returning('id')
          .execute(),
      );
      const dataSet = one(
        await tx
          .insertInto('data_set')
          .values({ ...own, code: 'd', title: 'D' })
          .returning('id')
          .execute(),
      );
      return { partnership, place_id: place, measure_id: measure, data_set_id: dataSet };
    });
  }

  const day = { period: '2023', period_start: '2023-01-01', period_end: '2023-12-31' };
  const count = (tx: Work) =>
    tx
      .selectFrom('observation')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();

  test('is there when it is written', async () => {
    const { partnership, ...named } = await scene();
    const actor = { person: null, partnership, rater: null };
    const add = (row: typeof named) =>
      within(database, actor, (tx) =>
        tx
          .insertInto('observation')
          .values({ partnership_id: partnership, ...row, ...day, value: 1 })
          .execute(),
      );
    for (const key of ['place_id', 'measure_id', 'data_set_id'] as const) {
      await expect(add({ ...named, [key]: nobody })).rejects.toMatchObject({ code: '23503' });
    }
    await add(named);
    await expect(add(named)).rejects.toMatchObject({ code: '23505' });
  });

  test.each(['place', 'measure', 'data_set', 'partnership'] as const)(
    'takes its observations along when it goes: %s',
    async (table) => {
      const { partnership, ...named } = await scene();
      const id = { partnership, ...named, place: named.place_id, ...ids(named) }[table];
      await asInstallation(database, (tx) =>
        tx
          .insertInto('observation')
          .values({ partnership_id: partnership, ...named, ...day, value: 1 })
          .execute(),
      );
      const [before, after] = await asInstallation(database, async (tx) => {
        const there = await count(tx);
        await tx.deleteFrom(table).where('id', '=', id).execute();
        return [there.n, (await count(tx)).n];
      });
      expect(before - after).toBe(1);
    },
  );

  function ids({ measure_id, data_set_id }: { measure_id: string; data_set_id: string }) {
    return { measure: measure_id, data_set: data_set_id };
  }
});
