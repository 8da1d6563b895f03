import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let second: string;
beforeAll(async () => {
  on = await stage();
  second = await on.as('researcher');
});
afterAll(() => on.house.close());

type Init = Parameters<Stage['house']['call']>[1];
const call = (rest: string, init: Init = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const json = async (rest: string, init: Init = {}) => (await call(rest, init)).json();
const put = (rest: string, body: object, cookie = on.coordinator) =>
  call(rest, { method: 'PUT', json: body, cookie });

const blank = {
  ...{ type: 'article', authors: [], year: null, container: '', volume: '', issue: '', pages: '' },
  ...{ publisher: '', doi: '', url: '', abstract: '', keywords: [], language: '', issn: '' },
  ...{ label: null, extra: {} },
};
const addSource = (reference: object) =>
  call('/sources', {
    json: {
      ...{ reference: { ...blank, ...reference }, sort: 'grey', route: 'reviewer' },
      ...{ licence: '', note: '' },
    },
  });
const addStudy = async (study: object): Promise<string> =>
  (await json('/studies', { json: { title: 'A study', ...study } })).id;
const grade = (study: string, value: number | null, cookie = on.coordinator) =>
  put(
    `/studies/${study}/grade`,
    {
      scale: 'maryland',
      given: value === null ? null : { scale: 'maryland', value },
      note: 'Read twice',
    },
    cookie,
  );

describe('a claim', () => {
  test('[EV-9] shows what its studies come to, for and against, beside its verdict', async () => {
    const made = await Promise.all(
      ['Ghana', 'Nepal', 'Peru', 'Mali'].map((country) =>
        addStudy({ title: `Cash in ${country}`, countries: [country], sample: country }),
      ),
    );
    for (const study of made) await grade(study, 4);
    const stances = ['supports', 'supports', 'supports', 'contradicts'];
    const links = made.map((study, at) => ({ study, stance: stances[at], note: 'Table 3' }));
    const { id } = await json('/claims', {
      json: {
        statement: 'Cash keeps people from bondage',
        theme: 'Markets',
        links,
        verdict: 'promising',
      },
    });
    const { claim, studies, versions } = await json(`/claims/${id}`);
    // Three of four for it are 75 %: over the six in ten of "moderate", under the eight in ten of "high".
    expect(claim).toMatchObject({
      ...{ version: 1, verdict: 'promising', freshness: 'current' },
      found: {
        ...{ n: 4, strong: 4, share: 0.75, contexts: 4, confidence: 'moderate', ruled: 'moderate' },
        ...{ disagreement: true, overridden: false, proposedVerdict: 'effective' },
        stances: { supports: 3, contradicts: 1, qualifies: 0 },
      },
    });
    expect(studies).toHaveLength(4);
    expect(versions).toMatchObject([{ version: 1, confidence: 'moderate', studies: 4 }]);

    const over = { confidence: 'low', reason: 'All four by one author' };
    const change = {
      statement: claim.statement,
      theme: 'Markets',
      links,
      override: over,
      version: 1,
    };
    expect(await (await put(`/claims/${id}`, { ...change, note: 'Overruled' })).json()).toEqual({
      version: 2,
    });
    const after = await json(`/claims/${id}`);
    expect(after.claim).toMatchObject({
      override: { ...over, by: expect.stringMatching(/./), on: expect.stringMatching(/^\d{4}-/) },
      found: { ruled: 'moderate', confidence: 'low', overridden: true },
    });
    expect(after.versions.map((each: { confidence: string }) => each.confidence)).toEqual([
      'low',
      'moderate',
    ]);

    const late = await put(`/claims/${id}`, change);
    expect([late.status, await codes(late)]).toEqual([409, ['changed-meanwhile']]);
  });

  test('is refused with studies and groups that are not there, and is taken away and brought back', async () => {
    const unknown = await call('/claims', {
      json: { statement: 'X', links: [{ study: on.place, stance: 'supports' }], group: on.place },
    });
    expect([unknown.status, await codes(unknown)]).toEqual([
      422,
      ['study-unknown', 'group-unknown'],
    ]);
    expect((await call('/claims', { json: { statement: '' } })).status).toBe(422);
    const { id } = await json('/claims', { json: { statement: 'Taken away' } });
    const there = async () =>
      (await json('/claims')).claims.some((claim: { id: string }) => claim.id === id);
    await put(`/claims/${id}/removed`, { removed: true });
    expect([await there(), (await call(`/claims/${id}`)).status]).toEqual([false, 404]);
    await put(`/claims/${id}/removed`, { removed: false });
    expect(await there()).toBe(true);
  });

  test('[EV-9] is judged by the partnership’s own rule, once that is set with a reason', async () => {
    const study = await addStudy({ title: 'One alone' });
    const { id } = await json('/claims', {
      json: { statement: 'One study', links: [{ study, stance: 'supports' }] },
    });
    const confidence = async () => (await json(`/claims/${id}`)).claim.found.confidence;
    expect(await confidence()).toBe('very-low');
    const { usual } = await json('/confidence-rule');
    const rule = { ...usual, manyWeak: 1 };
    expect((await put('/confidence-rule', { rule, reason: '' })).status).toBe(422);
    expect((await put('/confidence-rule', { rule, reason: 'x' }, second)).status).toBe(403);
    await put('/confidence-rule', { rule, reason: 'Little is written about our place' });
    expect(await confidence()).toBe('low');
    expect((await json('/confidence-rule')).own).toMatchObject({
      reason: 'Little is written about our place',
    });
    await put('/confidence-rule', { rule: null, reason: 'Back' });
    expect(await confidence()).toBe('very-low');
  });
});

describe('grading', () => {
  const shown = async (study: string, cookie = on.coordinator) =>
    (await json(`/studies/${study}`, { cookie })).grades[0];

  test('[EV-14] is blind until the second has spoken, and stands where both agree', async () => {
    const study = await addStudy({ title: 'Blind' });
    expect(await (await grade(study, 3)).json()).toEqual({ state: 'one' });
    expect(await shown(study, second)).toMatchObject({
      ...{ state: 'one', stands: null },
      raters: [{ mine: false, given: null, note: '' }],
    });
    expect(await (await grade(study, 3, second)).json()).toEqual({ state: 'agreed' });
    expect(await shown(study, second)).toMatchObject({
      stands: { value: 3 },
      raters: [{ given: { value: 3 } }, {}],
    });
    expect((await json(`/studies/${study}`)).study.sms).toBe(3);
  });

  test('[EV-14] of two who differ nothing stands until one settles it with a reason', async () => {
    const study = await addStudy({ title: 'Differing' });
    await grade(study, 2);
    expect(await (await grade(study, 4, second)).json()).toEqual({ state: 'differ' });
    expect((await json(`/studies/${study}`)).study.sms).toBeNull();
    const given = { scale: 'maryland', value: 3 };
    const settle = (reason: string, cookie?: string) =>
      put(`/studies/${study}/settled-grade`, { scale: 'maryland', given, reason }, cookie);
    expect((await settle('')).status).toBe(422);
    expect((await settle('x', await on.as('member'))).status).toBe(403);
    expect(await (await settle('A comparison area, not alike')).json()).toEqual({
      state: 'settled',
    });
    expect((await json(`/studies/${study}`)).study.sms).toBe(3);
    expect(await shown(study)).toMatchObject({
      settled: { reason: 'A comparison area, not alike' },
    });
    await grade(study, null);
    await put(`/studies/${study}/settled-grade`, {
      scale: 'maryland',
      given: null,
      reason: 'Again',
    });
    expect((await json(`/studies/${study}`)).study.sms).toBe(4);
  });

  test('belongs to the scale that is named, and GRADE to an outcome of the study', async () => {
    const study = await addStudy({
      title: 'Outcome',
      findings: [{ outcome: 'safety', direction: 'positive' }],
    });
    const value = {
      ...{ start: 'trials', riskOfBias: -1, inconsistency: 0, indirectness: 0, imprecision: 0 },
      ...{ publicationBias: 0, largeEffect: 0, doseResponse: 0, confounding: 0 },
    };
    const give = (outcome: string, scale = 'grade') =>
      put(`/studies/${study}/grade`, {
        scale,
        outcome,
        given: { scale: 'grade', outcome, value },
        note: '',
      });
    expect(await codes(await give('income'))).toEqual(['outcome-unknown']);
    expect(await codes(await give('', 'maryland'))).not.toEqual([]);
    expect((await give('safety')).status).toBe(200);
    const { study: graded } = await json(`/studies/${study}`);
    expect(graded.findings[0].grade).toEqual(value);
    // Changing the study keeps its grade.
    const {
      id: _id,
      sms: _s,
      weight: _w,
      nesta: _n,
      amstar: _a,
      verdict: _v,
      origin: _o,
      ...rest
    } = graded;
    await put(`/studies/${study}`, { ...rest, title: 'Outcome, renamed' });
    const again = (await json(`/studies/${study}`)).study;
    expect([again.title, again.findings[0].grade]).toEqual(['Outcome, renamed', value]);
  });

  test('[EV-11] agreement counts the first two raters of each study', async () => {
    const { scales } = await json('/grading-agreement');
    // Above: one study graded 3 and 3; the differing one lost a rater again.
    expect(scales.find((each: { scale: string }) => each.scale === 'maryland')).toMatchObject({
      n: 1,
      agreed: 1,
    });
  });
});

describe('sources', () => {
  test('[EV-3] one that is certainly there is refused, one that is alike is suggested and merged by a person', async () => {
    const { id } = await (
      await addSource({ title: 'Safe houses and what follows them', year: 2019, doi: '10.1000/a' })
    ).json();
    const again = await addSource({ title: 'Safe Houses and What Follows Them!', year: 2019 });
    expect([again.status, await codes(again)]).toEqual([409, ['source-known']]);
    const other = await (
      await addSource({
        title: 'Safe houses and what follows them',
        year: 2021,
        authors: ['Marx, K.'],
      })
    ).json();
    const study = await addStudy({ title: 'In the later one', source: other.id });
    const [suggestion] = (await json('/source-suggestions')).suggestions;
    expect(suggestion).toMatchObject({
      because: 'same-title',
      source: { id: other.id },
      of: { id },
    });
    const decide = (state: string) => put(`/source-suggestions/${suggestion.id}`, { state });
    await decide('accepted');
    expect((await json('/sources?query=safe%20houses')).total).toBe(1);
    expect(await json(`/sources/${id}`)).toMatchObject({
      merged: [{ id: other.id }],
      studies: [{ id: study }],
    });
    await decide('open');
    expect((await json('/sources?query=marx')).total).toBe(1);
    await decide('refused');
    expect((await json('/source-suggestions')).suggestions).toEqual([]);
    expect((await json('/source-suggestions?state=decided')).suggestions).toHaveLength(1);
  });

  test('are found, narrowed, ordered and counted page by page', async () => {
    for (const [at, type] of ['report', 'report', 'book'].entries())
      await addSource({ title: `Paged ${'abc'[at]} of a hundred`, year: 1990 + at * 10, type });
    const page = await json('/sources?query=paged&size=2&by=title');
    expect(page).toMatchObject({ total: 3, sources: [{ title: 'Paged a of a hundred' }, {}] });
    expect(page.facets.type).toEqual([
      { value: 'report', n: 2 },
      { value: 'book', n: 1 },
    ]);
    expect(page.facets.decade.map(({ value }: { value: string }) => value)).toEqual([
      '2010',
      '2000',
      '1990',
    ]);
    expect((await json('/sources?query=paged&size=2&page=2&by=title')).sources).toHaveLength(1);
    expect((await json('/sources?query=paged&type=book')).total).toBe(1);
    expect((await json('/sources?query=paged&yearFrom=1995&yearTo=2005')).total).toBe(1);
    expect((await json('/sources?query=100%25_')).total).toBe(0);
  });

  test.each(['ris', 'bib', 'csv', 'xlsx', 'json'])(
    '[EV-1] what %s takes along is read again',
    async (format) => {
      const answer = await call(`/sources.file?format=${format}`);
      const { readReferences } = await import('./reading.ts');
      const read = await readReferences(`a.${format}`, new Uint8Array(await answer.arrayBuffer()));
      const titles = read.ok
        ? read.value.flatMap((each) => ('reference' in each ? [each.reference.title] : []))
        : [];
      expect(titles).toContain('Paged a of a hundred');
      expect(titles).toHaveLength((await json('/sources?size=1')).all);
    },
  );
});

test('[EV-17] a working group says who sits in it, and what it decided with who disagreed', async () => {
  const group = { name: 'Crisis group', theme: 'Crisis', purpose: '', survivorSeats: 2 };
  const { id } = await json('/working-groups', { json: group });
  const seat = { name: 'A. Reader', seat: 'survivor', interest: '', declaredOn: '2026-01-01' };
  const { id: member } = await json(`/working-groups/${id}/members`, { json: seat });
  await call(`/working-groups/${id}/members`, { json: { name: 'B', seat: 'research' } });
  const { id: claim } = await json('/claims', {
    json: { statement: 'Judged by a group', group: id },
  });
  const decision = {
    claim,
    decidedOn: '2026-02-01',
    decision: 'Low',
    dissent: 'B would say very low',
  };
  await call(`/working-groups/${id}/decisions`, { json: decision });
  const [shown] = (await json('/working-groups')).groups;
  expect(shown).toMatchObject({
    standing: { members: 2, survivorSeats: 2, survivorSeatsFilled: 1, undeclared: 1 },
    ...{ claims: [{ id: claim }], decisions: [decision] },
  });
  await put(`/group-members/${member}`, { ...seat, leftOn: '2026-01-02' });
  expect((await json('/working-groups')).groups[0].standing).toMatchObject({
    members: 1,
    survivorSeatsFilled: 0,
  });
  expect((await json(`/claims/${claim}`)).decisions).toMatchObject([decision]);
  expect((await call(`/working-groups/${claim}/members`, { json: seat })).status).toBe(404);
});

test('[EV-12] a search protocol whose counts cannot be is refused', async () => {
  const protocol = { title: 'First search', databases: ['Scopus'], identified: 10, screened: 12 };
  const refused = await call('/search-protocols', { json: protocol });
  expect([refused.status, await codes(refused)]).toEqual([422, ['search-screened-beyond']]);
  const { id } = await json('/search-protocols', { json: { ...protocol, screened: 9 } });
  await put(`/search-protocols/${id}`, { ...protocol, screened: 8 });
  expect((await json('/search-protocols')).protocols).toMatchObject([{ id, screened: 8 }]);
});

test('[EV-15] what changed since a day is told, the newest first', async () => {
  const { changes, total } = await json('/evidence-changes');
  expect(changes[0]).toMatchObject({ kind: 'protocol', what: 'changed', title: 'First search' });
  expect(changes).toHaveLength(total);
  expect((await json('/evidence-changes?since=2999-01-01')).total).toBe(0);
});

test('who may not keep the register is told so, and strangers find nothing', async () => {
  const reader = await on.as('policy-reader');
  const study = await addStudy({ title: 'Read only' });
  for (const answer of [
    await call('/claims', { json: { statement: 'X' }, cookie: reader }),
    await call('/studies', { json: { title: 'X' }, cookie: reader }),
    await grade(study, 3, reader),
    await call('/working-groups', {
      json: { name: 'X', theme: '', purpose: '', survivorSeats: 0 },
      cookie: reader,
    }),
    await call('/evidence-files/check', {
      json: { files: [study], mapping: null },
      cookie: reader,
    }),
  ])
    expect([answer.status, await codes(answer)]).toEqual([403, ['not-allowed']]);
  for (const rest of [
    '/claims',
    `/studies/${study}`,
    '/sources',
    '/working-groups',
    '/evidence-changes',
  ]) {
    expect((await call(rest, { cookie: reader })).status).toBe(200);
    expect((await call(rest, { cookie: on.stranger })).status).toBe(404);
    expect((await on.house.call(on.path(rest))).status).toBe(401);
  }
});
