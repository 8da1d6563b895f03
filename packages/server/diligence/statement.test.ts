import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const put = (rest: string, json: object, cookie = on.coordinator) =>
  call(rest, { method: 'PUT', cookie, json });
let made = 0;
const begin = async (change: object = {}): Promise<string> => {
  made += 1;
  const json = { organisation: `Council ${made}`, yearEnd: '2025-03-31', ...change };
  return (await (await call('/statements', { json })).json()).id;
};
const page = async (id: string) => (await call(`/statements/${id}`)).json();
const facts = (id: string, approval: object, version = 1) =>
  page(id).then((before) =>
    put(`/statements/${id}/facts`, {
      facts: { ...before.facts, approval: { ...before.facts.approval, ...approval } },
      version,
    }),
  );

describe('a statement', () => {
  test('is begun once for an organisation and a year', async () => {
    const id = await begin({ organisation: 'Mill Ltd' });
    expect(await page(id)).toMatchObject({ state: 'draft', version: 1, texts: [], before: null });
    const again = await call('/statements', {
      json: { organisation: 'mill  ltd', yearEnd: '2025-03-31' },
    });
    expect([again.status, await codes(again)]).toEqual([409, ['statement-there']]);
  });

  test('keeps a text as it is typed, and two who save never lose an edit', async () => {
    const id = await begin();
    const write = (written: string, version: number) =>
      put(`/statements/${id}/text`, { area: 'risk', written, version });
    expect(await (await write('  Cotton.\n\n- a', 0)).json()).toEqual({ version: 1 });
    expect((await write('Cotton and tea.', 1)).status).toBe(200);
    const late = await write('Mine.', 1);
    expect([late.status, await codes(late)]).toEqual([409, ['changed-by-another']]);
    expect((await page(id)).texts).toMatchObject([{ written: 'Cotton and tea.', version: 2 }]);
    const analyst = await on.as('analyst');
    const other = { area: 'risk', written: 'Theirs.', version: 2 };
    expect((await put(`/statements/${id}/text`, other, analyst)).status).toBe(200);
    const { versions } = await (await call(`/statements/${id}/versions?area=risk`)).json();
    expect(versions.map((each: { written: string }) => each.written)).toEqual([
      'Theirs.',
      'Cotton and tea.',
    ]);
  });

  test('says its level and what it discloses, beside the year before', async () => {
    const organisation = 'Weavers';
    const first = await begin({ organisation, yearEnd: '2024-03-31' });
    for (const item of ['structure.1.1', 'structure.1.2', 'disclosure.chain'])
      await put(`/statements/${first}/answers`, { item, answer: 'yes', note: '' });
    const id = await begin({ organisation });
    const { before } = await page(id);
    expect(before).toMatchObject({ id: first, disclosed: { made: 1 } });
    expect(before.levels[0]).toEqual({ area: 'structure', level: 1 });
    await put(`/statements/${first}/answers`, { item: 'structure.1.1', answer: null, note: '' });
    expect((await page(id)).before.levels[0].level).toBe(0);
    expect(
      await codes(await put(`/statements/${id}/answers`, { item: 'x', answer: 'yes', note: '' })),
    ).toEqual(['item-unknown']);
  });

  test('is approved with its fields only, is then left alone, and is taken back', async () => {
    const id = await begin();
    const move = (to: string, cookie = on.coordinator) =>
      call(`/statements/${id}/move`, { cookie, json: { to } });
    expect(await codes(await move('approved'))).toEqual([
      'approval-field-needed',
      'approval-field-needed',
    ]);
    expect((await facts(id, { approvedOn: '2025-06-01', signedByRole: 'Leader' })).status).toBe(
      200,
    );
    expect((await facts(id, { board: 'Cabinet' })).status).toBe(409);
    expect((await move('approved', await on.as('analyst'))).status).toBe(403);
    expect(await (await move('approved')).json()).toMatchObject({ state: 'approved' });
    const typed = { area: 'risk', written: 'Later.', version: 0 };
    const late = await put(`/statements/${id}/text`, typed);
    expect([late.status, await codes(late)]).toEqual([409, ['statement-approved']]);
    expect((await move('draft')).status).toBe(200);
    expect((await put(`/statements/${id}/text`, typed)).status).toBe(200);
  });

  test('has a plan whose steps are done, taken out and put back', async () => {
    const id = await begin();
    const json = { area: 'risk', what: 'Ask the union', ownerRole: 'Buyer', dueOn: null };
    const step = (await (await call(`/statements/${id}/steps`, { json })).json()).id;
    const change = async (to: object) =>
      (await call(`/statement-steps/${step}`, { method: 'PATCH', json: to })).json();
    expect(await change({ doneOn: '2025-05-01' })).toMatchObject({
      steps: [{ what: 'Ask the union', doneOn: '2025-05-01' }],
    });
    expect(await change({ removed: true })).toEqual({ steps: [] });
    expect((await change({ removed: false })).steps).toHaveLength(1);
  });

  test('leaves as a document of either kind in every form', async () => {
    const id = await begin({ organisation: '=cmd' });
    const written = 'We buy <b>tea</b>.';
    await put(`/statements/${id}/text`, { area: 'structure', written, version: 0 });
    const as = (rest: string) => call(`/statements/${id}/document?${rest}`);
    const html = await (await as('format=html')).text();
    expect(html).toContain('We buy &#60;b&#62;tea&#60;/b&#62;.');
    expect((await (await as('format=json&what=review')).json()).kind).toBe(
      'modern-slavery-statement-review',
    );
    expect(await (await as('format=csv')).text()).toContain("'=cmd");
    const word = new Uint8Array(await (await as('format=docx')).arrayBuffer());
    expect([...word.slice(0, 2)]).toEqual([0x50, 0x4b]);
  });
});

describe('the scorecard', () => {
  const answer = { year: 2025, section: 'victims', level: 2, evidence: 'A pathway', link: '' };

  test('keeps a level with its evidence, and refuses the second of two who save', async () => {
    expect(await (await put('/scorecard', { ...answer, version: 0 })).json()).toEqual({
      version: 1,
    });
    expect((await put('/scorecard', { ...answer, level: 4, version: 0 })).status).toBe(409);
    const { answers } = await (await call('/scorecard')).json();
    expect(answers).toMatchObject([{ ...answer, version: 1 }]);
    const csv = await (await call('/scorecard/document?format=csv&year=2025')).text();
    expect(csv).toContain('A pathway');
    expect((await put('/scorecard', { ...answer, level: 5, version: 1 })).status).toBe(422);
  });
});

describe('what is counted', () => {
  const count = {
    ...{ measure: 'complaints', year: 2025, quarter: 1, n: 3, outOf: null },
    ...{ source: 'Complaints log', note: '' },
  };
  const shown = async () => (await (await call('/diligence-counts')).json()).counts;

  test('leaves with small counts hidden, and the year with its quarter', async () => {
    const { id } = await (await put('/diligence-counts', count)).json();
    await put('/diligence-counts', { ...count, quarter: 0, n: 40 });
    expect(await shown()).toMatchObject([
      { quarter: 1, n: null, suppressed: true },
      { quarter: 0, n: null, suppressed: true },
    ]);
    await put(`/diligence-counts/${id}/removed`, { removed: true });
    expect(await shown()).toMatchObject([{ quarter: 0, n: 40 }]);
    await put(`/diligence-counts/${id}/removed`, { removed: false });
    expect(await shown()).toHaveLength(2);
    expect((await put('/diligence-counts', { ...count, outOf: 2 })).status).toBe(422);
  });
});

test('a reader reads and changes nothing; a stranger finds nothing; signed out is told so', async () => {
  const id = await begin();
  const reader = await on.as('policy-reader');
  const nowhere = { area: 'risk', written: 'x', version: 0 };
  for (const rest of ['/statements', `/statements/${id}`, '/scorecard', '/diligence-counts']) {
    expect((await call(rest, { cookie: reader })).status).toBe(200);
    expect((await call(rest, { cookie: on.stranger })).status).toBe(404);
    expect((await on.house.call(on.path(rest))).status).toBe(401);
  }
  expect((await put(`/statements/${id}/text`, nowhere, reader)).status).toBe(403);
  expect((await put(`/statements/${on.place}/text`, nowhere)).status).toBe(404);
  expect((await call(`/statements/${on.place}/document?format=html`)).status).toBe(404);
});
