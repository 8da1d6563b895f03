import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '@freehold/core/access';
import { asInstallation, within } from '../database/within.ts';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { world, type Walled, type World } from '../testing/world.ts';
import { SharedResult } from './sharing.ts';

describe.each(homes)('what is shared, on %s', (_name, open) => {
  let opened: OpenedHome;
  let on: World;
  let ours: Walled;
  let theirs: Walled;

  beforeAll(async () => {
    opened = await open();
    on = await world(2, opened.home);
    const [first, second] = on.partnerships;
    if (first === undefined || second === undefined) throw new RangeError('two were asked for');
    ours = first;
    theirs = second;
    for (const each of [ours, theirs]) await set(each, 'private');
  });
  afterAll(async () => {
    await on.close();
    await opened.close();
  });

  const published = ({ ids }: Walled) => ids.review?.[1] ?? '';
  const set = (
    of: Walled,
    visibility: string,
    role: Role = 'co-ordinator',
    review = published(of),
  ) =>
    on.house.call(`/api/partnerships/${of.id}/reviews/${review}/visibility`, {
      method: 'PUT',
      cookie: of.cookies[role],
      json: { visibility },
    });
  const listed = async (cookie?: string) => {
    const answer = await on.house.call(
      '/api/shared/reviews',
      cookie === undefined ? {} : { cookie },
    );
    const { reviews } = (await answer.json()) as { reviews: { id: string }[] };
    return reviews.map(({ id }) => id);
  };
  const one = (of: Walled, cookie?: string) =>
    on.house.call(`/api/shared/reviews/${published(of)}`, cookie === undefined ? {} : { cookie });

  test('by default nobody else sees anything', async () => {
    expect(await listed(ours.cookies['co-ordinator'])).toEqual([]);
    expect((await one(theirs, ours.cookies['co-ordinator'])).status).toBe(404);
    expect((await one(theirs)).status).toBe(404);
  });

  test('with peers: seen by those who share too, by nobody else', async () => {
    expect((await set(theirs, 'peers')).status).toBe(200);
    expect(await listed(ours.cookies.member)).toEqual([]);
    await set(ours, 'peers');
    expect((await listed(ours.cookies.member)).toSorted()).toEqual(
      [published(ours), published(theirs)].toSorted(),
    );
    expect((await one(theirs, ours.cookies.researcher)).status).toBe(200);
    expect(await listed(on.stranger)).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  test('a made-up partnership, which anybody may enter, is nobody’s peer', async () => {
    const madeUp = (is: boolean) =>
      asInstallation(on.house.database, (tx) =>
        sql`update partnership set made_up = ${is} where id = ${ours.id}`.execute(tx),
      );
    await madeUp(true);
    expect(await listed(ours.cookies.member)).toEqual([]);
    await madeUp(false);
  });

  test('public: seen by everybody, signed in or not; taken back, by nobody', async () => {
    await set(theirs, 'public', 'chair');
    expect(await listed()).toEqual([published(theirs)]);
    expect((await one(theirs)).status).toBe(200);
    await set(theirs, 'private', 'chair');
    expect(await listed()).toEqual([]);
    expect((await one(theirs)).status).toBe(404);
  });

  test('shared are topic scores with intervals and coverage, place and partnership, and nothing else', async () => {
    await set(theirs, 'public');
    const answer = await one(theirs);
    const { result } = (await answer.json()) as { result: unknown };
    const shared = SharedResult.parse(result);
    expect(shared).toMatchObject({ place: 'zqb district', partnership: 'zqb partnership' });
    // Two rated: too few for their number to leave.
    expect(shared.answeredBy).toBeNull();
    expect(shared.topics[0]).toMatchObject({ code: 'T1.1', coverage: expect.any(Number) });
    const text = JSON.stringify(result).replaceAll(/zqb (district|partnership)/g, '');
    expect(text).not.toContain('zqb');
    for (const id of Object.values(theirs.ids).flat()) expect(text).not.toContain(id);
    expect(text).not.toMatch(
      /"(agencies|raters|grades|indicators|rationale|dissent|gaps|assets)":/,
    );
  });

  test('only a published review is shared, and only by the co-ordinator or the chair', async () => {
    const [agreeing = ''] = ours.ids.review ?? [];
    expect((await set(ours, 'public', 'co-ordinator', agreeing)).status).toBe(409);
    for (const role of Role.options.filter((each) => each !== 'co-ordinator' && each !== 'chair'))
      expect((await set(ours, 'public', role)).status).toBe(403);
    expect((await set(ours, 'public', 'co-ordinator', published(theirs))).status).toBe(404);
  });

  test('the database refuses to share an unpublished review, or somebody else’s, whatever the application asks', async () => {
    const put = (review: string) =>
      within(on.house.database, { person: null, rater: null, partnership: ours.id }, (tx) =>
        tx
          .insertInto('shared_result')
          .values({
            ...{ review_id: review, partnership_id: ours.id, visibility: 'public' },
            content: '{}',
          })
          .execute(),
      );
    await expect(put(ours.ids.review?.[0] ?? '')).rejects.toThrow(/only a published review/);
    await set(theirs, 'private');
    await expect(put(published(theirs))).rejects.toThrow(/only a published review/);
  });

  test('the database shows a peer’s row to a peer alone: not without a person, not to a stranger', async () => {
    await set(ours, 'peers');
    const rowsFor = async (person: string | null) => {
      const actor = { person, partnership: null, rater: null };
      const rows = await within(on.house.database, actor, (tx) =>
        tx.selectFrom('shared_result').select('review_id').execute(),
      );
      return rows.length;
    };
    expect(await rowsFor(null)).toBe(0);
    expect(await rowsFor(theirs.id)).toBe(0);
  });
});
