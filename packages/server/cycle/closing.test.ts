import { afterAll, beforeAll, expect, test } from 'vitest';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let round: string;
beforeAll(async () => {
  on = await stage();
  const opened = await call(`/places/${on.place}/rounds`, {
    json: { title: '', startedOn: '2026-01-10', goals: '' },
  });
  round = (await opened.json()).id;
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const json = async (rest: string) => (await call(rest)).json();

type Open = { kind: string; id: string; title: string };
const preview = async () => json(`/rounds/${round}/close-out`);
const words = {
  ...{ title: 'Round 1', endedOn: '2026-03-01', changed: 'Beds opened.', normal: 'A rota.' },
  ...{ learning: 'Ask earlier.', nextGoals: 'Nights and weekends.' },
};
/** Everything carried over, but for what the titles say is dropped. */
const close = async (dropped: Record<string, string> = {}, change: object = {}) => {
  const { open } = await preview();
  const decisions = open.map(({ kind, id, title }: Open) => ({
    ...{ kind, id },
    decision: title in dropped ? 'dropped' : 'carried',
    reason: dropped[title] ?? '',
  }));
  return call(`/rounds/${round}/close`, { json: { ...words, decisions, ...change } });
};

test('[CY-9] the preview lists what is open', async () => {
  const gap = {
    ...{ topic: 'T1.2', indicator: '', kind: 'service', severity: 'high', affected: '' },
    ...{ locallySolvable: true, escalateTo: '', review: null },
  };
  for (const title of ['No beds', 'No vans'])
    await call(`/places/${on.place}/gaps`, { json: { ...gap, title } });
  const { items } = await json(`/rounds/${round}`);
  for (const { id } of items.slice(2))
    await call(`/checklist/${id}`, { method: 'PATCH', json: { done: true } });
  const { open, done, decided, isLast } = await preview();
  expect(open.map(({ kind, title }: Open) => `${kind}: ${title}`)).toEqual([
    'gap: No beds',
    'gap: No vans',
    `item: ${items[0].title}`,
    `item: ${items[1].title}`,
  ]);
  expect({ done, decided, isLast }).toEqual({ done: [], decided: [], isLast: true });
});

test('[CY-10] [CY-11] it does not close without its name, its decisions, its reasons and its words', async () => {
  const named = await close({}, { title: 'Round 2' });
  expect(named.status).toBe(422);
  expect(await codes(named)).toEqual(['name-differs']);
  expect(await codes(await close({ 'No vans': '' }, { learning: '' }))).toEqual([
    'learning-needed',
    'drop-reason-needed',
  ]);
  expect(await codes(await close({}, { decisions: [], nextGoals: '' }))).toEqual([
    'next-goals-needed',
    'not-decided',
  ]);
  expect(await codes(await close({}, { endedOn: '2026-01-09' }))).toEqual(['ends-before-start']);
  expect((await json(`/rounds/${round}`)).round.state).toBe('open');
});

test('[CY-7] closed, it keeps what was said and lets nothing change', async () => {
  const { items } = await json(`/rounds/${round}`);
  const closed = await close({ 'No vans': 'The county has some.', [items[1].title]: 'Not ours.' });
  expect(closed.status).toBe(200);
  const page = await json(`/rounds/${round}`);
  expect(page.round).toMatchObject({
    ...{ state: 'closed', endedOn: '2026-03-01', changed: 'Beds opened.', normal: 'A rota.' },
    ...{ learning: 'Ask earlier.', nextGoals: 'Nights and weekends.', closedBy: 'Cora' },
  });
  expect(page.carries).toContainEqual(
    expect.objectContaining({
      ...{ kind: 'gap', title: 'No vans' },
      ...{ decision: 'dropped', reason: 'The county has some.' },
    }),
  );
  for (const [rest, init] of [
    [`/checklist/${items[0].id}`, { method: 'PATCH', json: { done: true } }],
    [`/rounds/${round}/items`, { json: { stage: 'change', title: 'x' } }],
    [`/rounds/${round}/move`, { json: { stage: 'change', to: 'under-way', note: '' } }],
    [
      `/rounds/${round}/outputs`,
      { method: 'PUT', json: { output: 'evaluation', note: 'x', link: '' } },
    ],
    [`/rounds/${round}`, { method: 'PATCH', json: { title: 'x' } }],
  ] as const) {
    const answer = await call(rest, init);
    expect([rest, answer.status, await codes(answer)]).toEqual([rest, 409, ['cycle-round-closed']]);
  }
});

test('what its stages had given stays as it was, though gaps go on changing', async () => {
  const outputs = async () =>
    (await json(`/rounds/${round}`)).outputs.find(
      ({ output }: { output: string }) => output === 'risk-table',
    );
  const before = await outputs();
  const risk = { ...{ title: 'Beds close', description: '', likelihood: 3, impact: 4 } };
  const added = await call(`/places/${on.place}/risks`, {
    json: {
      ...{ ...risk, mitigation: '', ownerOrganisation: '', ownerRole: '', reviewOn: null },
      ...{ stage: null, topics: [], gaps: [] },
    },
  });
  expect(added.status).toBe(200);
  expect(await outputs()).toEqual(before);
});

test('[CY-12] it is reopened with its words kept, and closed again', async () => {
  expect((await call(`/rounds/${round}/reopen`, { method: 'POST' })).status).toBe(200);
  const { round: again, decided } = await preview();
  expect(again).toMatchObject({ state: 'open', endedOn: null, learning: 'Ask earlier.' });
  expect(decided.length).toBeGreaterThan(3);
  const twice = await call(`/rounds/${round}/reopen`, { method: 'POST' });
  expect(await codes(twice)).toEqual(['round-not-closed']);
  const { items } = await json(`/rounds/${round}`);
  const dropped = { 'No vans': 'The county has some.', [items[1].title]: 'Not ours.' };
  expect((await close(dropped)).status).toBe(200);
});

test('[CY-13] what was decided takes hold when the next round opens, and then there is no way back', async () => {
  const gaps = async () =>
    Object.fromEntries(
      (await json(`/places/${on.place}/gaps`)).gaps.map(
        ({ title, status, reason }: Record<string, string>) => [title, [status, reason]],
      ),
    );
  expect(await gaps()).toEqual({ 'No beds': ['kept', ''], 'No vans': ['kept', ''] });
  const early = await call(`/places/${on.place}/rounds`, {
    json: { title: '', startedOn: '2026-02-01', goals: '' },
  });
  expect(await codes(early)).toEqual(['starts-too-early']);
  const next = await (
    await call(`/places/${on.place}/rounds`, {
      json: { title: '', startedOn: '2026-03-02', goals: words.nextGoals },
    })
  ).json();
  expect(next.number).toBe(2);
  expect(await gaps()).toEqual({
    'No beds': ['kept', ''],
    'No vans': ['dismissed', 'The county has some.'],
  });
  const old = (await json(`/rounds/${round}`)).items;
  const page = await json(`/rounds/${next.id}`);
  expect(page).toMatchObject({ previous: round, round: { goals: 'Nights and weekends.' } });
  expect(page.items.map((item: Open) => item.title)).toEqual(
    old.filter((item: Open) => item.id !== old[1].id).map((item: Open) => item.title),
  );
  const carried = page.items.filter((item: { carriedFrom: string | null }) => item.carriedFrom);
  expect(carried).toEqual([
    expect.objectContaining({ title: old[0].title, carriedFrom: old[0].id, done: false }),
  ]);
  const back = await call(`/rounds/${round}/reopen`, { method: 'POST' });
  expect(back.status).toBe(409);
  expect(await codes(back)).toEqual(['next-round-begun']);
});
