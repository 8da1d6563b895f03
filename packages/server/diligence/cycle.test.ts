import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedSetting } from '@freehold/core/diligence';
import { codes, stage, type Stage } from '../testing/stage.ts';
import { statementsIn } from '../testing/statements.ts';

let on: Stage;
let supplier: string;
beforeAll(async () => {
  on = await stage();
  const fields = {
    ...{ name: 'Avon Fruit', own: false, companyNumber: '', country: 'GB', tier: 1, workers: 40 },
    ...{ turnover: null, currency: '', products: ['01'], note: '' },
  };
  supplier = (await (await send('/suppliers', fields)).json()).id;
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const send = (rest: string, json: unknown, method = 'POST') => call(rest, { json, method });
const patch = (rest: string, json: unknown) => send(rest, json, 'PATCH');
const read = async (rest: string) => (await call(rest)).json();

const risk = () => ({
  ...{ supplier, site: null, title: 'Passports kept at the packhouse', description: '' },
  ...{ clause: 'ilo-7', scale: 4, scope: 2, remediability: 3, likelihood: 3 },
  ...{ involvement: 'linked', salient: true, severe: true, tractable: false },
  ...{ evidence: 'Three workers told the helpline.', notedOn: '2026-02-01' },
});
const action = () => ({
  ...{ supplier, risk: null, incident: null, title: 'Put clauses into contracts', step: 3 },
  ...{ stage: 'mitigate', leverage: 'A third of its sales', ownerOrganisation: 'The council' },
  ...{ ownerRole: 'Buyer', dueOn: '2026-02-01', cost: 1200, currency: 'GBP' },
  ...{ engaged: 'The union was asked.', indicator: 'Workers who hold their passports' },
  ...{ indicatorAim: 'all of them by June', result: '', status: 'planned' },
});
const incident = () => ({
  ...{ supplier, site: null, title: 'Passports kept', clauses: ['ilo-7'], affected: 3 },
  ...{ facts: 'Passports were kept in a safe.', foundOn: '2026-01-05', channel: 'worker-voice' },
});
const remedy = {
  ...{ kind: 'back-pay', description: '', amount: 5400, currency: 'GBP', workers: 12 },
  ...{ givenOn: '2026-01-10', agreement: 'agreed', checkDueOn: '2026-02-10' },
  ...{ checkedOn: null, works: null, checkNote: '' },
};

describe('the board', () => {
  test('weighs a risk as the partnership sets, and shows it with its supplier', async () => {
    const added = await (await send('/diligence/risks', risk())).json();
    expect(added).toMatchObject({
      ...{ ...risk(), supplier: { id: supplier, name: 'Avon Fruit' }, status: 'open' },
      ...{ severity: 4, band: 'high' },
    });
    const setting = { ...shippedSetting, severityBy: 'mean' };
    await send('/diligence/setting', { setting, version: 0 }, 'PUT');
    const { risks, severityBy } = await read('/diligence');
    // (4 + 2 + 3) / 3
    expect([severityBy, risks[0].severity, risks[0].band]).toEqual(['mean', 3, 'medium']);
  });

  test('closes a risk with a reason only', async () => {
    const { id } = await (await send('/diligence/risks', risk())).json();
    const bare = await patch(`/diligence/risks/${id}`, { status: 'closed' });
    expect([bare.status, await codes(bare)]).toEqual([422, ['reason-needed']]);
    const closed = await patch(`/diligence/risks/${id}`, { status: 'closed', reason: 'Gone.' });
    expect(await closed.json()).toMatchObject({ status: 'closed', scale: 4 });
  });

  test('keeps actions by step, with the day on which they ended', async () => {
    const { id } = await (await send('/diligence/actions', action())).json();
    const done = await patch(`/diligence/actions/${id}`, { status: 'done', result: 'Signed.' });
    expect(await done.json()).toMatchObject({ endedOn: '2026-03-02', leverage: action().leverage });
    const again = await patch(`/diligence/actions/${id}`, { status: 'under-way' });
    expect(await again.json()).toMatchObject({ endedOn: null });
  });

  test('names only what is there', async () => {
    const nowhere = on.place;
    const named = [
      ['/diligence/risks', { ...risk(), supplier: nowhere }, 'supplier-unknown'],
      ['/diligence/risks', { ...risk(), site: nowhere }, 'site-unknown'],
      ['/diligence/actions', { ...action(), risk: nowhere }, 'risk-unknown'],
      ['/diligence/actions', { ...action(), incident: nowhere }, 'incident-unknown'],
      ['/incidents', { ...incident(), supplier: nowhere }, 'supplier-unknown'],
    ] as const;
    for (const [rest, json, code] of named) {
      const answer = await send(rest, json);
      expect([answer.status, await codes(answer)]).toEqual([422, [code]]);
    }
    for (const wrong of [{ scale: 6 }, { clause: 'ilo-12' }, { involvement: 'none' }])
      expect((await send('/diligence/risks', { ...risk(), ...wrong })).status).toBe(422);
  });
});

describe('an incident', () => {
  test('[DD-12] runs to a checked remedy before it is closed', async () => {
    const { id } = await (await send('/incidents', incident())).json();
    const close = (reason = '') => patch(`/incidents/${id}`, { status: 'closed', reason });
    const bare = await close();
    expect([bare.status, await codes(bare)]).toEqual([422, ['remedy-not-checked']]);
    const given = await (await send(`/incidents/${id}/remedies`, remedy)).json();
    expect(await codes(await close())).toEqual(['remedy-not-checked']);
    const check = (json: object) => patch(`/incident-remedies/${given.id}`, json);
    const early = await check({ checkedOn: '2026-01-10', works: 'yes' });
    expect([early.status, await codes(early)]).toEqual([422, ['check-too-early']]);
    expect(await codes(await check({ checkedOn: '2026-02-12' }))).toEqual(['check-incomplete']);
    await check({ checkedOn: '2026-02-12', works: 'no', checkNote: 'Not all were paid.' });
    expect(await codes(await close())).toEqual(['remedy-not-checked']);
    await check({ works: 'yes' });
    expect(await (await close()).json()).toMatchObject({
      status: 'closed',
      closedOn: '2026-03-02',
    });
    // What closed it cannot be taken from under it.
    expect(await codes(await check({ works: 'no' }))).toEqual(['remedy-not-checked']);
  });

  test('or is closed with a stated reason', async () => {
    const { id } = await (await send('/incidents', incident())).json();
    const closed = await patch(`/incidents/${id}`, { status: 'closed', reason: 'Firm is gone.' });
    expect(closed.status).toBe(200);
  });

  test('[DD-13] shows how many workers from five upwards, and a change leaves a withheld count', async () => {
    const { id } = await (await send('/incidents', incident())).json();
    const shown = async () => (await read(`/incidents/${id}`)).incident.affected;
    expect(await shown()).toEqual({ value: null, suppressed: true });
    await patch(`/incidents/${id}`, { title: 'Passports kept in a safe' });
    expect(await shown()).toEqual({ value: null, suppressed: true });
    await patch(`/incidents/${id}`, { affected: 12 });
    expect(await shown()).toEqual({ value: 12, suppressed: false });
  });

  test('[DD-14] warns of words that look like a person, and keeps them', async () => {
    const facts = 'Mrs Nowak, 07700 900123, nowak@example.org, told us.';
    const added = await (await send('/incidents', { ...incident(), facts })).json();
    expect(added.facts).toBe(facts);
    expect(added.warnings.map(({ kind, path }: Record<string, string>) => [path, kind])).toEqual([
      ['facts', 'name'],
      ['facts', 'e-mail'],
      ['facts', 'phone'],
    ]);
  });
});

describe('a forced-labour assessment', () => {
  const answers = { 'ilo-7': { answer: 'yes', evidence: 'A safe in the office.' } };
  const made = () => ({
    ...{ title: 'Packhouse', supplier, site: null, incident: null, answers, madeOn: '2026-02-02' },
  });

  test('[DD-17] ends in a prompt, keeps the rule of its day, and is referred', async () => {
    const added = await (await send('/forced-labour-assessments', made())).json();
    expect(added.result).toMatchObject({ prompt: 'refer', yes: ['ilo-7'], no: [] });
    expect(added.result.unknown).toHaveLength(10);
    const { version } = await read('/diligence/setting');
    const strict = { ...shippedSetting.assessment, alone: [], together: 11 };
    const setting = { ...shippedSetting, assessment: strict };
    await send('/diligence/setting', { setting, version }, 'PUT');
    const at = `/forced-labour-assessments/${added.id}/referral`;
    await send(at, { referredOn: '2026-02-03', referredTo: 'The police' }, 'PUT');
    const { assessments } = await read('/forced-labour-assessments');
    expect(assessments[0]).toMatchObject({
      ...{ result: { prompt: 'refer' }, referredOn: '2026-02-03', referredTo: 'The police' },
    });
    const later = await (await send('/forced-labour-assessments', made())).json();
    expect(later.result.prompt).toBe('find-out-more');
    expect(JSON.stringify(later.rule)).toBe(JSON.stringify(strict));
  });
});

test('the counts and the report say the same in every format', async () => {
  const counts = await read('/diligence/counts');
  expect(counts).toMatchObject({
    ...{ suppliers: 1, sites: 0, countries: 1, tiers: { '1': 1 } },
    ...{ risks: { open: 1, closed: 1 }, actions: { all: 1, done: 0, late: 1 } },
    incidents: { all: 4, open: 2, closed: 2 },
    affected: { atLeast: 12, withheld: 3 },
    remedies: { all: 1, checked: 1, works: 1 },
    assessments: { all: 2, refer: 1, referred: 1 },
  });
  const report = (format: string) => call(`/diligence/report?format=${format}&year=2026`);
  const html = await (await report('html')).text();
  expect(html).toContain('at least 12; three counts are too small to show');
  const csv = await (await report('csv')).text();
  expect(csv.split('\r\n').filter((line) => line.includes(',incident,'))).toHaveLength(4);
  expect((await (await report('json')).json()).kind).toBe('due-diligence');
  expect((await report('docx')).status).toBe(200);
});

test('the board takes as many statements for many risks as for one', async () => {
  const count = () => statementsIn(on.house, () => read('/diligence'));
  const before = await count();
  for (let at = 0; at < 5; at += 1) await send('/diligence/risks', risk());
  expect(await count()).toBe(before);
});

test('roles, strangers and the signed out', async () => {
  const [member, reader] = [await on.as('member'), await on.as('policy-reader')];
  const { id } = await (await send('/incidents', incident())).json();
  const at = `/incidents/${id}`;
  expect((await call(at, { cookie: member })).status).toBe(200);
  for (const rest of ['/incidents', at, '/forced-labour-assessments', '/diligence/counts'])
    expect((await call(rest, { cookie: reader })).status).toBe(403);
  for (const [rest, json] of [
    ['/incidents', incident()],
    [`${at}/remedies`, remedy],
    ['/diligence/risks', risk()],
    ['/diligence/actions', action()],
  ] as const) {
    expect((await call(rest, { json, cookie: member })).status).toBe(403);
    expect((await call(rest, { json, cookie: on.stranger })).status).toBe(404);
    expect((await on.house.call(on.path(rest), { json })).status).toBe(401);
  }
  const mine = await on.house.makePartnership('Another');
  const other = await on.house.signIn(mine);
  const theirs = (rest: string) =>
    on.house.call(`/api/partnerships/${mine}${rest}`, { cookie: other });
  expect((await theirs(at)).status).toBe(404);
  expect(await (await theirs('/incidents')).json()).toEqual({ incidents: [], remedies: [] });
});
