import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Document } from '@freehold/core/document';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let round: string;
beforeAll(async () => {
  on = await stage();
  const gap = await sent(`/places/${on.place}/gaps`, {
    ...{ topic: 'T1.2', indicator: '', title: 'No beds', kind: 'service', severity: 'high' },
    ...{ affected: '', locallySolvable: true, escalateTo: '', review: null },
  });
  round = await sent(`/places/${on.place}/rounds`, {
    title: 'First',
    goals: 'See',
    startedOn: '2026-01-01',
  });
  const action = {
    ...{ round, objective: '', method: '', ownerOrganisation: 'Council', ownerRole: 'Lead' },
    ...{ ownerMailbox: '', ownerMember: null, remind: false, doers: '', resources: 'Two beds' },
    ...{ resourceSource: 'the PCC', startsOn: null, dueOn: '2026-06-01', status: 'planned' },
    ...{ blocked: '', evidence: '', kind: 'output', stage: 'change', pathway: null, fourP: null },
    ...{ gaps: [gap], assets: [], topics: [], indicators: [], interventions: [], currency: 'GBP' },
  };
  await sent(`/places/${on.place}/actions`, { ...action, title: 'Rent two rooms', cost: 9000 });
  await sent(`/places/${on.place}/actions`, {
    ...action,
    title: 'Train hosts',
    cost: null,
    dueOn: '2026-07-01',
  });
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const sent = async (rest: string, json: object): Promise<string> => {
  const answer = await call(rest, { json });
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()).id;
};
const reports = () => [
  `/places/${on.place}/reports/action-plan`,
  `/places/${on.place}/reports/funding-case`,
  `/places/${on.place}/reports/annual?year=2025`,
  `/rounds/${round}/report`,
];
const as = (path: string, format: string) =>
  `${path}${path.includes('?') ? '&' : '?'}format=${format}`;
const document = async (path: string) =>
  Document.parse(await (await call(as(path, 'json'))).json());

describe('each report', () => {
  test('comes in four formats, each with its name', async () => {
    for (const path of reports())
      for (const format of ['html', 'docx', 'csv', 'json']) {
        const answer = await call(as(path, format));
        expect([path, format, answer.status]).toEqual([path, format, 200]);
        expect(answer.headers.get('content-disposition')).toMatch(
          new RegExp(`filename="harbourside-[a-z-]+-2026-03-02\\.${format}"`),
        );
      }
  });

  test('is not there for a stranger or a place that is none, nor for who is signed out', async () => {
    for (const path of reports()) {
      const asked = as(path, 'json');
      expect((await call(asked, { cookie: on.stranger })).status).toBe(404);
      expect((await on.house.call(on.path(asked))).status).toBe(401);
      const reader = await on.as('policy-reader');
      expect((await call(asked, { cookie: reader })).status).toBe(403);
    }
    expect((await call(`/places/${round}/reports/funding-case?format=json`)).status).toBe(404);
    expect((await call(`/rounds/${on.place}/report?format=json`)).status).toBe(404);
  });

  test('takes a fixed number of statements', async () => {
    for (const path of reports()) {
      on.house.statements();
      await call(as(path, 'json'));
      expect([path, on.house.statements().length < 24]).toEqual([path, true]);
    }
  });
});

test('the funding case goes from gap to cost, and what is not costed is not nought', async () => {
  const { sheet } = await document(`/places/${on.place}/reports/funding-case`);
  const cost = sheet.columns.indexOf('cost');
  expect(sheet.rows.map((row) => [row[1], row[3], row[cost]])).toEqual([
    ['No beds', 'Rent two rooms', 9000],
    ['No beds', 'Train hosts', null],
  ]);
  const csv = await (await call(`/places/${on.place}/reports/funding-case?format=csv`)).text();
  expect(csv).toContain('Harbourside,false,T1.2,No beds,high,Train hosts,planned,Council,Lead');
});

test('the close-out is that of its round', async () => {
  const { title, subtitle } = await document(`/rounds/${round}/report`);
  expect(title).toBe('Close-out of round 1');
  expect(subtitle).toContain('not closed yet');
});

describe('the annual report', () => {
  const write = (json: object, cookie = on.coordinator) =>
    call(`/places/${on.place}/reports/annual/texts`, {
      method: 'PUT',
      cookie,
      json: { year: 2025, part: 'commitment', written: 'We mean it.', version: 0, ...json },
    });

  test('holds what people wrote for its year, and not another’s', async () => {
    expect((await write({})).status).toBe(200);
    const late = await write({ written: 'Too late' });
    expect([late.status, await codes(late)]).toEqual([409, ['changed-by-another']]);
    const path = `/places/${on.place}/reports/annual`;
    expect(JSON.stringify(await document(`${path}?year=2025`))).toContain('We mean it.');
    expect(JSON.stringify(await document(`${path}?year=2024`))).not.toContain('We mean it.');
    const { texts } = await (await call(`${path}/texts?year=2025`)).json();
    expect(texts).toMatchObject([{ part: 'commitment', written: 'We mean it.', version: 1 }]);
  });

  test('a case study that could lead to somebody is refused', async () => {
    const told = await write({ part: 'case-studies', written: 'Write to a@b.example' });
    expect(await codes(told)).toEqual(['identifying-detail']);
  });

  test('is written by who keeps the record', async () => {
    expect((await write({ version: 1 }, await on.as('member'))).status).toBe(403);
    expect((await write({ version: 1 }, on.stranger)).status).toBe(404);
  });
});

test('the list says which rounds, years and versions there are', async () => {
  expect(await (await call(`/places/${on.place}/reports`)).json()).toEqual({
    rounds: [{ id: round, number: 1, title: 'First', state: 'open' }],
    years: [2023, 2024, 2025],
    issues: [],
  });
});
