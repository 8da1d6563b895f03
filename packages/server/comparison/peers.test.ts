import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceType } from '@freehold/core/place';
import { asInstallation, within } from '../database/within.ts';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { foundBy, keepRound } from '../testing/rounds.ts';
import { codes, makePlace, stage, type Stage } from '../testing/stage.ts';
import { LearningAnswer, PeersAnswer } from './peers-shapes.ts';

const topic = 'T1.1';

describe.each(homes)('places beside places, on %s', (_name, open) => {
  let opened: OpenedHome;
  let on: Stage;
  const partnerships = new Map<string, string>();
  const places = new Map<string, string>();

  /** A partnership of its own with a place that shares what its review found. */
  async function sharing(
    name: string,
    given: {
      readonly answer?: 0 | 1 | 2 | 3;
      readonly type?: PlaceType;
      readonly visibility?: 'peers' | 'public' | null;
      readonly madeUp?: boolean;
      readonly parent?: string;
    } = {},
  ): Promise<void> {
    const { answer = 1, type = 'district', visibility = 'peers', madeUp = false, parent } = given;
    const partnership = await on.house.makePartnership(`${name} partnership`);
    if (madeUp)
      await asInstallation(on.house.database, (tx) =>
        sql`update partnership set made_up = true where id = ${partnership}`.execute(tx),
      );
    const id = await makePlace(on.house, { name, type, code: `X-${name}` });
    if (parent !== undefined) await lies(id, parent);
    partnerships.set(name, partnership);
    places.set(name, id);
    await keepRound(on.house, {
      ...{ partnership, place: id, version: on.version, visibility },
      result: foundBy(answer),
    });
  }
  const lies = (child: string, parent: string) =>
    asInstallation(on.house.database, (tx) =>
      tx.insertInto('place_parent').values({ child_id: child, parent_id: parent }).execute(),
    );

  beforeAll(async () => {
    opened = await open();
    on = await stage(opened.home);
    const county = await makePlace(on.house, { name: 'Shire', type: 'county', code: 'X-shire' });
    await lies(on.place, county);
    await sharing('Ashby', { answer: 3, parent: county });
    await sharing('Brook', { answer: 1, parent: county });
    await sharing('Crane', { answer: 2 });
    await sharing('Dale', { answer: 0, type: 'county' });
    await sharing('Hidden', { visibility: null });
    await sharing('Pretend', { madeUp: true, visibility: 'public' });
    await keepRound(on.house, {
      ...{ partnership: on.ours, place: on.place },
      ...{ version: on.version, result: foundBy(1), visibility: 'peers' },
    });
  });
  afterAll(async () => {
    await on.house.close();
    await opened.close();
  });

  const get = (rest: string, cookie = on.coordinator) =>
    on.house.call(on.path(`/places/${on.place}${rest}`), { cookie });
  const put = (rest: string, json: unknown, cookie = on.coordinator) =>
    on.house.call(on.path(rest), { method: 'PUT', cookie, json });
  const peers = async (query = '') => PeersAnswer.parse(await (await get(`/peers${query}`)).json());
  const names = ({ peers: found }: PeersAnswer) => found.map(({ place }) => place);

  test('all that share the same questions stand beside it, by name, and nobody else', async () => {
    const found = await peers();
    expect(names(found)).toEqual(['Ashby', 'Brook', 'Crane', 'Dale']);
    expect(found.reason).toBeNull();
    const beside = found.topics.find(({ code }) => code === topic);
    expect(beside).toMatchObject({ own: { score: 1.5 }, higher: 2, lower: 1, alike: 1 });
    expect(beside?.group).toEqual({ n: 5, least: 0.5, q1: 1.5, median: 1.5, q3: 2.5, most: 3.5 });
  });

  test('[CP-2] a group under four has its places and no figures', async () => {
    const sameType = await peers('?group=same-type');
    expect(names(sameType)).toEqual(['Ashby', 'Brook', 'Crane']);
    expect(sameType.topics[0]?.group?.n).toBe(4);
    const sameParent = await peers('?group=same-parent');
    expect(names(sameParent)).toEqual(['Ashby', 'Brook']);
    expect(sameParent.topics.every(({ group }) => group === null)).toBe(true);
  });

  test('nothing but what is shared is in it', async () => {
    const text = await (await get('/peers')).text();
    expect(text).not.toContain('Hidden');
    expect(text).not.toContain('Pretend');
    expect(text).not.toMatch(/"(agencies|raters|indicators|grades|comment)"/);
    for (const id of partnerships.values()) expect(text).not.toContain(id);
  });

  test('who shares nothing sees no peers', async () => {
    const setting = (visibility: string) =>
      asInstallation(on.house.database, (tx) =>
        sql`update shared_result set visibility = ${visibility} where partnership_id = ${on.ours}`.execute(
          tx,
        ),
      );
    const shared = await asInstallation(on.house.database, (tx) =>
      sql`delete from shared_result where partnership_id = ${on.ours} returning review_id, content`.execute(
        tx,
      ),
    );
    expect(await peers()).toMatchObject({ peers: [], reason: 'nothing-shared' });
    const [row] = shared.rows as { review_id: string; content: unknown }[];
    await asInstallation(on.house.database, (tx) =>
      tx
        .insertInto('shared_result')
        .values({
          ...{ review_id: row?.review_id ?? '', partnership_id: on.ours, visibility: 'peers' },
          content: JSON.stringify(row?.content),
        })
        .execute(),
    );
    await setting('peers');
    expect(names(await peers())).toHaveLength(4);
  });

  test('[CP-17] the nearest, by a definition of one’s own that keeps its number', async () => {
    expect((await peers('?group=nearest')).neighbourhood).toBeNull();
    expect(
      await codes(
        await put('/neighbour-definition', { yardsticks: [{ code: 'none', weight: 1 }] }),
      ),
    ).toEqual(['measure-unknown']);
    await addMeasure('near', { Harbourside: 10, Ashby: 11, Brook: 30, Crane: 12 });
    const kept = await put('/neighbour-definition', { yardsticks: [{ code: 'near', weight: 2 }] });
    expect(await kept.json()).toMatchObject({ definition: { version: 1, byName: 'Cora' } });
    const found = await peers('?group=nearest');
    expect(names(found)).toEqual(['Ashby', 'Crane', 'Brook']);
    expect(found.neighbourhood).toMatchObject({
      ...{ version: 1, measured: 3, unmeasured: 0, missing: [] },
      yardsticks: [{ code: 'near', weight: 2, period: '2024' }],
    });
    expect(found.neighbourhood?.nearest[0]).toMatchObject({
      ...{ name: 'Ashby', shares: true, parts: [{ code: 'near', share: 1 }] },
    });
    await addMeasure('other', { Harbourside: 1, Ashby: 9, Brook: 1 });
    await put('/neighbour-definition', {
      yardsticks: [
        { code: 'near', weight: 1 },
        { code: 'other', weight: 9 },
      ],
    });
    const second = await peers('?group=nearest');
    expect(names(second)).toEqual(['Brook', 'Ashby']);
    expect(second.neighbourhood).toMatchObject({ version: 2, measured: 2, unmeasured: 1 });
    expect(names(await peers('?group=nearest&definition=1'))).toEqual(['Ashby', 'Crane', 'Brook']);
  });

  test('a definition is the co-ordinator’s to make, once for each measure', async () => {
    const analyst = await on.as('analyst');
    const one = { code: 'near', weight: 1 };
    expect((await put('/neighbour-definition', { yardsticks: [one] }, analyst)).status).toBe(403);
    expect(await codes(await put('/neighbour-definition', { yardsticks: [one, one] }))).toEqual([
      'yardstick-twice',
    ]);
    expect((await put('/neighbour-definition', { yardsticks: [] })).status).toBe(422);
  });

  test('[CP-19] learning names who is strong, and whom to ask only where they agreed', async () => {
    const learn = async () => LearningAnswer.parse(await (await get('/learning')).json());
    const before = await learn();
    const match = before.matches.find((each) => each.topic === topic);
    expect(match?.sameGap.map(({ place }) => place)).toEqual(['Brook', 'Dale']);
    expect(match?.strong.map(({ place, contact }) => [place, contact])).toEqual([['Ashby', null]]);
    await asInstallation(on.house.database, (tx) =>
      tx
        .insertInto('learning_contact')
        .values(
          ['Ashby', 'Hidden'].map((name) => ({
            ...{ partnership_id: partnerships.get(name) ?? '', agreed: true },
            ...{ mailbox: `${name.toLowerCase()}@role.example`, offer: 'An hour on the phone' },
          })),
        )
        .execute(),
    );
    const after = await learn();
    expect(after.matches.find((each) => each.topic === topic)?.strong[0]?.contact).toEqual({
      ...{ mailbox: 'ashby@role.example', offer: 'An hour on the phone' },
    });
    expect(JSON.stringify(after)).not.toContain('hidden@role.example');
  });

  test('the database shows a mailbox only beside something shared', async () => {
    const rows = await within(
      on.house.database,
      { person: null, partnership: on.ours, rater: null },
      (tx) => tx.selectFrom('learning_contact').select('mailbox').execute(),
    );
    // Without a person nobody is a peer; what is Ashby’s is shared with peers alone.
    expect(rows).toEqual([]);
  });

  test('agreeing to be asked is off until the co-ordinator or chair says so, with a role’s mailbox', async () => {
    const kept = await on.house.call(on.path('/learning-contact'), {
      cookie: await on.as('member'),
    });
    expect(await kept.json()).toMatchObject({ agreed: false, mailbox: '', at: null });
    const yes = { agreed: true, mailbox: 'partnership@council.example', offer: '' };
    expect((await put('/learning-contact', yes, await on.as('analyst'))).status).toBe(403);
    expect(await codes(await put('/learning-contact', { ...yes, mailbox: '' }))).toEqual([
      'mailbox-needed',
    ]);
    expect((await put('/learning-contact', { ...yes, mailbox: 'nobody' })).status).toBe(422);
    expect(await (await put('/learning-contact', yes, await on.as('chair'))).json()).toMatchObject({
      ...{ ...yes, byName: 'A chair' },
    });
    await put('/learning-contact', { ...yes, agreed: false });
  });

  test('as many statements for one who shares as for many; strangers find nothing', async () => {
    const counted = async (rest: string) => {
      on.house.statements();
      expect((await get(rest)).status).toBe(200);
      return on.house.statements().length;
    };
    const before = [await counted('/peers?group=nearest'), await counted('/learning')];
    for (const name of ['East', 'Ferry', 'Green']) await sharing(name);
    expect([await counted('/peers?group=nearest'), await counted('/learning')]).toEqual(before);
    for (const rest of ['/peers', '/learning']) {
      expect((await get(rest, on.stranger)).status).toBe(404);
      expect((await get(rest, '')).status).toBe(401);
    }
    expect((await get('/peers?group=best')).status).toBe(422);
  });

  test('made-up places stand beside made-up places, and never beside real ones', async () => {
    const visitor = await on.house.signIn(partnerships.get('Pretend') ?? '', 'co-ordinator');
    await sharing('Invented', { madeUp: true });
    const look = async () => {
      const answer = await on.house.call(
        `/api/partnerships/${partnerships.get('Pretend')}/places/${places.get('Pretend')}/peers`,
        { cookie: visitor },
      );
      return names(PeersAnswer.parse(await answer.json()));
    };
    expect(await look()).toEqual(['Invented']);
    expect(names(await peers())).not.toContain('Invented');
  });

  async function addMeasure(code: string, values: Readonly<Record<string, number>>): Promise<void> {
    await asInstallation(on.house.database, async (tx) => {
      const own = { partnership_id: on.ours, code, title: `Measure ${code}` };
      const { id: measure } = await tx
        .insertInto('measure')
        .values({ ...own, direction: 'o', value_kind: 'score' })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: set } = await tx
        .insertInto('data_set')
        .values(own)
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('observation')
        .values(
          Object.entries(values).map(([name, value]) => ({
            ...{ partnership_id: on.ours, data_set_id: set, measure_id: measure },
            place_id: places.get(name) ?? on.place,
            ...{ period: '2024', period_start: '2024-01-01', period_end: '2024-12-31', value },
          })),
        )
        .execute();
    });
  }
});
