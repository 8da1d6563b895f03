import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewOf } from '@freehold/core/framework';
import { codes, makePlace, stage, type Stage } from '../testing/stage.ts';
import { shipped } from '../testing/framework.ts';
import { answersBy, foundBy, keepRound } from '../testing/rounds.ts';
import { namedAction } from '../testing/fill-action.ts';
import { RoundsCompared } from './rounds-shapes.ts';

const topicsAsked = (viewOf(shipped, 'starter') ?? shipped).levels.flatMap(({ topics }) => topics);
const [first, second, third] = topicsAsked.map(({ code }) => code);

describe('rounds compared', () => {
  let on: Stage;
  const kept: string[] = [];

  beforeAll(async () => {
    on = await stage();
    const common = { partnership: on.ours, place: on.place, version: on.version };
    const results = [
      foundBy(1),
      foundBy(1, { [first ?? '']: 3 }),
      foundBy(1, { [first ?? '']: 3, [second ?? '']: 3, [third ?? '']: 0 }),
    ];
    for (const [at, result] of results.entries())
      kept.push(
        await keepRound(on.house, {
          ...{ ...common, result, round: at + 1, at: `202${at + 3}-06-01T10:00:00Z` },
        }),
      );
  });
  afterAll(() => on.house.close());

  const get = async (query = '', cookie = on.coordinator, at = on.place) =>
    on.house.call(on.path(`/places/${at}/rounds-compared${query}`), { cookie });
  const compared = async (query = '') => RoundsCompared.parse(await (await get(query)).json());

  test('the newest stands beside the one before it, with what can be told of each topic', async () => {
    const { rounds, from, to, topics } = await compared();
    expect(rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect([from, to]).toEqual([kept[1], kept[2]]);
    const verdict = (code = '') => topics.find((topic) => topic.code === code)?.verdict;
    expect([first, second, third].map(verdict)).toEqual(['cannot-tell', 'higher', 'lower']);
    const moved = topics.find(({ code }) => code === second);
    expect(moved?.change?.value).toBeCloseTo(2, 10);
    expect(moved?.course.map((each) => each?.score)).toEqual([1.5, 1.5, 3.5]);
  });

  test('any two rounds can be asked for, the earlier first', async () => {
    const { from, to, topics } = await compared(`?from=${kept[0]}`);
    expect([from, to]).toEqual([kept[0], kept[2]]);
    expect(topics.find(({ code }) => code === first)?.verdict).toBe('higher');
    const back = await compared(`?to=${kept[1]}`);
    expect([back.from, back.to]).toEqual([kept[0], kept[1]]);
  });

  test('actions that touched a topic meanwhile are named, and others are not', async () => {
    const send = (change: object) =>
      on.house.call(on.path(`/places/${on.place}/actions`), {
        ...{ cookie: on.coordinator, json: { ...namedAction, indicators: [], ...change } },
      });
    const soon = { startsOn: '2024-09-01', dueOn: '2025-03-01', status: 'under-way' };
    await send({ ...soon, title: 'Touched it', topics: [second] });
    await send({
      ...soon,
      title: 'Later',
      topics: [second],
      startsOn: '2026-01-01',
      dueOn: '2026-02-01',
    });
    const { topics } = await compared();
    const touched = (code = '') => topics.find((topic) => topic.code === code)?.actions;
    expect(touched(second)).toMatchObject([{ title: 'Touched it', status: 'under-way' }]);
    expect(touched(third)).toEqual([]);
  });

  test('[CP-16] where other questions were asked, those in common are compared and the others named', async () => {
    const other = await makePlace(on.house, { name: 'Gullhaven', type: 'district' });
    const common = { partnership: on.ours, place: other, version: on.version };
    const first = { result: foundBy(1), ratings: answersBy(1) };
    const second = { result: foundBy(3, {}, 'full'), ratings: answersBy(3, {}, 'full') };
    await keepRound(on.house, { ...common, ...first });
    await keepRound(on.house, { ...common, ...second, round: 2 });
    const { topics } = RoundsCompared.parse(await (await get('', on.coordinator, other)).json());
    const higher = topics.filter(({ verdict }) => verdict === 'higher');
    expect(higher.length).toBeGreaterThan(15);
    for (const { because, common: on_, differing, before, after } of higher) {
      expect([because, before?.score, after?.score]).toEqual(['questions-differ', 1.5, 3.5]);
      expect((on_ ?? 0) > 0 && differing.length > 0).toBe(true);
    }
    // What the shorter profile left out altogether has nothing to stand beside.
    const unlike = topics.filter(({ verdict }) => verdict === 'cannot-compare');
    expect(unlike.length).toBeGreaterThan(0);
    expect(unlike.every(({ change, common: on_ }) => change === null && on_ === null)).toBe(true);
    expect(unlike[0]?.differing[0]?.title).not.toBe('');
  });

  test('a place with one round, or none, has nothing to compare and says what there is', async () => {
    const bare = await makePlace(on.house, { name: 'Bare', type: 'district' });
    const found = RoundsCompared.parse(await (await get('', on.coordinator, bare)).json());
    expect(found).toMatchObject({ rounds: [], from: null, to: null, topics: [] });
  });

  test('strangers find nothing; an unknown place or round is not found', async () => {
    expect((await get('', on.stranger)).status).toBe(404);
    expect((await get('', '')).status).toBe(401);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect((await get('', on.coordinator, nowhere)).status).toBe(404);
    expect(await codes(await get(`?from=${nowhere}`))).toEqual(['round-unknown']);
    expect((await get('?from=x')).status).toBe(422);
  });
});

test('5 rounds × 20 places × 119 indicators take as many statements as two rounds of one', async () => {
  const on = await stage();
  try {
    const results = [foundBy(0, {}, 'full'), foundBy(1, {}, 'full'), foundBy(2, {}, 'full')];
    const places: string[] = [];
    for (let at = 0; at < 20; at += 1) {
      const place = await makePlace(on.house, { name: `Place ${at}`, type: 'district' });
      places.push(place);
      for (let round = 1; round <= (at === 0 ? 2 : 5); round += 1) {
        const result = results[round % 3] ?? foundBy(1);
        await keepRound(on.house, {
          partnership: on.ours,
          place,
          version: on.version,
          round,
          result,
        });
      }
    }
    const asked = async (place = '') => {
      on.house.statements();
      const answer = await on.house.call(on.path(`/places/${place}/rounds-compared`), {
        cookie: on.coordinator,
      });
      expect(answer.status).toBe(200);
      const { topics } = RoundsCompared.parse(await answer.json());
      expect(topics).toHaveLength(28);
      return on.house.statements().length;
    };
    // The first request reads the framework, which is then kept in memory.
    await asked(places[0]);
    const small = await asked(places[0]);
    const large = await asked(places[7]);
    expect(large).toBe(small);
  } finally {
    await on.house.close();
  }
}, 60_000);
