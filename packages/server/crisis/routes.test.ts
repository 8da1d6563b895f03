import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Document } from '@freehold/core/document';
import { codes, stage, type Stage } from '../testing/stage.ts';
import { statementsIn } from '../testing/statements.ts';
import { Board } from './shapes.ts';

let on: Stage;
let crisis: string;
beforeAll(async () => {
  on = await stage();
  crisis = await added(`/places/${on.place}/crises`, plan);
});
afterAll(() => on.house.close());

const plan = {
  ...{ title: 'Spring flood', type: 'sudden-disaster', phase: 'acute', startsOn: null },
  ...{ endsOn: null, source: 'Flood office', sourceUrl: '', triggerRule: 'Red warning' },
  ...{ affected: 'People in the lower town', irregular: 'Some seasonal workers' },
};
const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const added = async (rest: string, json: object): Promise<string> => {
  const answer = await call(rest, { json });
  if (answer.status !== 200) throw new Error(await answer.text());
  return z.object({ id: z.string() }).parse(await answer.json()).id;
};
const put = (rest: string, json: object, cookie = on.coordinator) =>
  call(rest, { method: 'PUT', json, cookie });
const item = (content: object, of = crisis) => added(`/crises/${of}/items`, { content });
const refusedItem = async (content: object) =>
  codes(await call(`/crises/${crisis}/items`, { json: { content } }));
const board = async (of = crisis) => Board.parse(await (await call(`/crises/${of}`)).json());
const move = (to: string, cookie = on.coordinator, of = crisis) =>
  call(`/crises/${of}/move`, { json: { to }, cookie });
const change = async (id: string, fields: object) => {
  const found = (await board()).items.find((each) => each.id === id);
  const content = { ...found?.content, ...fields };
  return put(`/crisis-items/${id}`, { version: found?.version, content });
};

const action = {
  ...{ kind: 'action', title: 'Check the rest centre', practice: 'shelter-checks' },
  ...{ ownerOrganisation: 'Council', ownerRole: 'Duty officer', dueAfterHours: 12 },
  ...{ route: 'The duty desk that is there', checks: [], status: 'planned', note: '' },
};
const contact = {
  ...{ kind: 'contact', organisation: 'Council', role: 'Duty officer', calledBy: null },
  ...{ mailbox: 'duty@example.org', telephone: '01632 960001', acknowledged: true },
};
const finding = {
  ...{ kind: 'finding', helped: 'helped', says: 'One desk took every call', forWhom: 'Staff' },
  ...{ practice: 'one-route', claim: null, gap: null, action: null },
};
const weeks = [6, 5, 7, 4, 6, 5, 8, 5].map((count, at) => ({
  start: new Date(Date.UTC(2026, 0, 1 + at * 7)).toISOString().slice(0, 10),
  end: new Date(Date.UTC(2026, 0, 7 + at * 7)).toISOString().slice(0, 10),
  ...{ count, suppressed: false },
}));
const baseline = {
  ...{ kind: 'baseline', counts: 'concerns', measure: '', title: 'Referral concerns a week' },
  ...{ source: 'Duty desk', points: weeks },
};

describe('a plan made before', () => {
  test('has every line of the board, of none of which anything is known', async () => {
    const { crisis: shown, items, moves } = await board();
    expect(shown).toMatchObject({ ...plan, state: 'prepared', activatedAt: null });
    expect(items.map(({ content }) => content.kind)).toEqual(Array(8).fill('line'));
    expect(moves).toEqual(['active']);
    expect(await (await call('/crisis/active')).json()).toEqual({ crisis: null });
  });

  test('takes actions, a contact tree, services, groups and a baseline', async () => {
    await item(action);
    const top = await item(contact);
    await item({ ...contact, role: 'Night warden', calledBy: top, acknowledged: false });
    const service = {
      ...{ kind: 'service', service: 'shelter', organisation: 'Lantern Trust', route: 'Desk' },
      ...{ state: 'working', places: 10, needed: 16, asksStatus: 'yes' },
    };
    await item(service);
    await item(baseline);
    expect((await board()).items).toHaveLength(13);
  });

  test('refuses what does not fit', async () => {
    expect(await refusedItem({ ...action, practice: 'magic' })).toEqual(['practice-unknown']);
    expect(await refusedItem({ ...contact, calledBy: on.place })).toEqual(['caller-unknown']);
    expect(await refusedItem({ ...contact, telephone: 'ask Mary' })).toEqual(['not-valid']);
    const group = { kind: 'group', title: 'A family', source: '', irregular: 'some', note: '' };
    expect(await refusedItem({ ...group, people: 3 })).toEqual(['group-too-small']);
    expect(await refusedItem({ ...group, people: null, note: 'Write to a@b.example' })).toEqual([
      'identifying-detail',
    ]);
    expect(await refusedItem(finding)).toEqual(['crisis-not-active']);
    const series = { ...baseline, counts: 'measure', measure: 'nothing', points: [] };
    expect(await refusedItem(series)).toEqual(['no-series-before']);
    const line = { kind: 'line', line: 'staff', status: 'working', says: '' };
    expect(await refusedItem(line)).toEqual(['line-twice']);
    expect((await call(`/places/${crisis}/crises`, { json: plan })).status).toBe(404);
  });
});

describe('while it is active', () => {
  test('a banner is told, contacts are to be called anew, and there is one at a time', async () => {
    expect((await move('ended')).status).toBe(409);
    expect((await move('active', await on.as('chair'))).status).toBe(200);
    const { crisis: active } = await (await call('/crisis/active')).json();
    expect(active).toMatchObject({ id: crisis, title: 'Spring flood', startedOn: '2026-03-02' });
    const { items } = await board();
    const called = items.flatMap(({ content }) =>
      content.kind === 'contact' ? content.acknowledged : [],
    );
    expect(called).toEqual([false, false]);
    const other = await added(`/places/${on.place}/crises`, { ...plan, title: 'Another' });
    const refused = await move('active', on.coordinator, other);
    expect([refused.status, await codes(refused)]).toEqual([409, ['crisis-active-already']]);
  });

  test('the activation can be taken back, and done again', async () => {
    expect((await move('prepared')).status).toBe(200);
    expect((await (await call('/crisis/active')).json()).crisis).toBeNull();
    expect((await move('active')).status).toBe(200);
  });

  test('lines, actions and calls carry who changed them, and go into the record', async () => {
    const { items } = await board();
    const of = (kind: string) =>
      items.find(
        ({ content }) =>
          content.kind === kind && !('role' in content && content.role === 'Night warden'),
      )?.id ?? '';
    const member = await on.as('member');
    const line = items.find(({ id }) => id === of('line'));
    const says = { ...line?.content, status: 'strained', says: 'Two roads are closed' };
    const kept = await put(`/crisis-items/${of('line')}`, { version: 1, content: says }, member);
    expect(kept.status).toBe(200);
    const late = await put(`/crisis-items/${of('line')}`, { version: 1, content: says });
    expect([late.status, await codes(late)]).toEqual([409, ['changed-by-another']]);
    await change(of('action'), { status: 'done' });
    await change(of('contact'), { acknowledged: true });
    const now = await board();
    const changed = now.items.find(({ id }) => id === of('line'));
    expect(changed).toMatchObject({ changedBy: 'A member', content: { status: 'strained' } });
    const told = now.events.map(({ says: text }) => text);
    expect(told).toContain('Safety of people and staff: strained. Two roads are closed');
    expect(told).toContain('Check the rest centre: done');
    expect(told).toContain('Council, Duty officer: acknowledged');
  });

  test('an item can be taken away and brought back; a line, a kind and a baseline stay', async () => {
    const id = await item({ ...action, title: 'Mistake' });
    await put(`/crisis-items/${id}`, { version: 1, removed: true });
    expect((await board()).items.some((each) => each.id === id)).toBe(false);
    expect((await put(`/crisis-items/${id}`, { version: 2, removed: false })).status).toBe(200);
    expect(await codes(await put(`/crisis-items/${id}`, { version: 3, content: contact }))).toEqual(
      ['kind-stays'],
    );
    const { items } = await board();
    const take = async (kind: string) => {
      const found = items.find(({ content }) => content.kind === kind);
      return codes(
        await put(`/crisis-items/${found?.id}`, { version: found?.version, removed: true }),
      );
    };
    expect(await take('line')).toEqual(['line-stays']);
    expect(await take('baseline')).toEqual(['baseline-frozen']);
    const late = { ...baseline, points: [{ ...weeks[0], end: '2026-03-02' }] };
    expect(await refusedItem(late)).toContain('baseline-after-activation');
  });

  test('counts leave in steps, and are set against the frozen baseline', async () => {
    const counted = await put(`/crises/${crisis}/counts`, {
      ...{ day: '2026-03-02', concerns: 9, again: 2 },
    });
    expect(counted.status).toBe(200);
    for (const day of ['2026-03-01', '2026-03-03']) {
      const outside = await put(`/crises/${crisis}/counts`, { day, concerns: 1, again: null });
      expect(await codes(outside)).toEqual(['day-outside']);
    }
    const { days, changes, items } = await board();
    expect(days).toMatchObject([
      { concerns: { low: 5, high: 9, suppressed: false }, again: { low: 0, suppressed: true } },
    ]);
    // 46 in 56 days: 0.82 a day; the exact 99.8 % limit above that is under 6.
    expect(changes.map(({ span, control }) => [span, control.answer])).toEqual([
      ['last-week', 'higher'],
      ['since-activation', 'higher'],
    ]);
    const shown = items.flatMap(({ content }) =>
      content.kind === 'baseline' ? content.points : [],
    );
    expect(shown.map(({ count, suppressed }) => (suppressed ? '[c]' : count))).toEqual([
      ...[5, 5, 5, '[c]', 5, 5, 5, 5],
    ]);
  });

  test('the situation report comes in four formats and keeps telephones and small counts in', async () => {
    for (const format of ['html', 'docx', 'csv', 'json']) {
      const answer = await call(`/crises/${crisis}/situation?format=${format}`);
      expect([format, answer.status]).toEqual([format, 200]);
      expect(answer.headers.get('content-disposition')).toContain(
        `harbourside-situation-report-2026-03-02.${format}`,
      );
    }
    const report = await (await call(`/crises/${crisis}/situation?format=json`)).json();
    expect(JSON.stringify(Document.parse(report))).not.toMatch(/960001|duty@example/);
  });
});

describe('afterwards', () => {
  test('it is reviewed once something was found, and the record then stays', async () => {
    expect((await move('ended')).status).toBe(200);
    expect(await codes(await move('reviewed'))).toEqual(['nothing-found-yet']);
    const id = await item(finding);
    const follow = (json: object) => call(`/crisis-items/${id}/follow`, { json });
    for (const json of [
      { as: 'claim', theme: 'Crisis' },
      { as: 'gap', topic: 'T3.3', gapKind: 'service', severity: 'high' },
      { as: 'action', ownerOrganisation: 'Council', dueOn: '2026-06-01' },
    ])
      expect((await follow(json)).status).toBe(200);
    expect(await codes(await follow({ as: 'claim', theme: 'Crisis' }))).toEqual([
      'finding-followed',
    ]);
    expect((await move('reviewed')).status).toBe(200);
    expect(await refusedItem(finding)).toEqual(['crisis-reviewed']);
    const { gaps } = await (await call(`/places/${on.place}/gaps`)).json();
    expect(gaps).toMatchObject([{ title: 'One desk took every call', topic: 'T3.3' }]);
    const { actions } = await (await call(`/places/${on.place}/actions`)).json();
    expect(actions).toMatchObject([{ title: 'One desk took every call', dueOn: '2026-06-01' }]);
    const lessons = await (await call(`/crises/${crisis}/lessons?format=csv`)).text();
    expect(lessons).toContain('a draft claim of the evidence register, a gap of the plan');
  });

  test('the review can be opened again, and only a finding becomes something', async () => {
    expect((await move('ended')).status).toBe(200);
    const { items } = await board();
    const line = items.find(({ content }) => content.kind === 'line')?.id;
    const follow = await call(`/crisis-items/${line}/follow`, {
      json: { as: 'claim', theme: 'x' },
    });
    expect(await codes(follow)).toEqual(['not-a-finding']);
  });
});

test('what is said of a crisis is changed on the version that one saw', async () => {
  const { crisis: shown } = await board();
  const patch = (json: object) => call(`/crises/${crisis}`, { method: 'PATCH', json });
  const changed = await patch({ version: shown.version, phase: 'recovery' });
  expect(await changed.json()).toMatchObject({ phase: 'recovery', title: 'Spring flood' });
  expect((await patch({ version: shown.version, phase: 'acute' })).status).toBe(409);
});

test('a board of many items takes as many statements as a small one', async () => {
  const many = await added(`/places/${on.place}/crises`, { ...plan, title: 'Many' });
  const count = () => statementsIn(on.house, () => board(many));
  const before = await count();
  for (let at = 0; at < 12; at += 1) await item({ ...action, title: `Action ${at}` }, many);
  expect(await count()).toBe(before);
});

test('readers see that there is a crisis and no board; strangers and signed out see nothing', async () => {
  const reader = await on.as('policy-reader');
  expect((await call('/crisis/active', { cookie: reader })).status).toBe(200);
  expect((await call('/crises', { cookie: reader })).status).toBe(200);
  expect((await call(`/crises/${crisis}`, { cookie: reader })).status).toBe(403);
  expect((await call(`/crises/${crisis}/lessons`, { cookie: reader })).status).toBe(403);
  expect((await move('reviewed', await on.as('member'))).status).toBe(403);
  expect((await move('reviewed', on.stranger)).status).toBe(404);
  expect((await call(`/crises/${crisis}`, { cookie: on.stranger })).status).toBe(404);
  expect((await on.house.call(on.path('/crises'))).status).toBe(401);
});
