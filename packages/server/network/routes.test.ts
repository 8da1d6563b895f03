import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from '../database/within.ts';
import { surveyHands } from '../testing/survey-hands.ts';
import { waveOf } from '../survey/index.ts';
import { codes, stage, type Stage } from '../testing/stage.ts';
import { pageBackOf } from './index.ts';
import { listDirectory } from './testing.ts';

let on: Stage;
let ids: ReadonlyMap<string, string>;
const id = (name: string) => ids.get(name) ?? '';
const area = (name: string) => ({ code: '', name });
beforeAll(async () => {
  on = await stage();
  ids = await listDirectory(
    on,
    ['Police', 'Council', 'Haven', 'Clinic', 'Chapel', 'Union', 'Alone'].map((name) => ({
      name,
      sector: name.toLowerCase(),
    })),
    [
      {
        name: 'Forum',
        content: {
          ...{ type: 'strategic', functions: ['support'], areas: [area('North')] },
          funding: [
            {
              category: 'opcc',
              funder: '',
              amount: '',
              purpose: '',
              conditions: '',
              inKind: '',
              to: '2026-06-30',
            },
          ],
        },
        members: ['Police', 'Council', 'Haven'],
      },
      { name: 'Group', content: { functions: [], areas: [] }, members: ['Police', 'Council'] },
      { name: 'Old', content: { status: 'closed' }, members: ['Chapel', 'Union'] },
    ],
  );
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const json = async (rest: string) => (await call(rest)).json();
const sendFile = async (name: string, body: string) => {
  const headers = { 'x-file-name': name, 'content-type': 'application/octet-stream' };
  return (await (await call('/files', { body, headers })).json()).file;
};

describe('networks of the directory', () => {
  test('[PN-8] memberships of partnerships at work, nobody left out', async () => {
    const { kind, network } = await json('/networks/membership');
    expect(kind).toBe('membership');
    expect(network.nodes).toHaveLength(7 + 2);
    expect(network.ties).toHaveLength(5);
    expect(network.nodes).toContainEqual({
      ...{ id: id('Forum'), label: 'Forum' },
      attributes: { kind: 'partnership', type: 'strategic' },
    });
  });

  test('[PN-8] shared membership weighs in how many partnerships', async () => {
    const { network } = await json('/networks/shared');
    const weights = network.ties.map(({ weight }: { weight: number }) => weight);
    expect(weights.toSorted()).toEqual([1, 1, 2]);
  });
});

describe('a network from a file', () => {
  const edges = 'source,target,weight\na,b,2\nb,c,\n';

  test('is previewed, kept, shown, taken out and brought back', async () => {
    const file = await sendFile('Who works with whom.csv', edges);
    const nodes = await sendFile(
      'nodes.csv',
      'id,label,sector\na,Ash,ngo\nb,Beech,\nc,Cedar,ngo\n',
    );
    const asked = { file, nodes, directed: true };
    expect(await (await call('/networks/preview', { json: asked })).json()).toEqual({
      ...{ format: 'csv', title: 'Who works with whom', directed: true, nodes: 3, ties: 2 },
      attributes: ['sector'],
      sample: [
        { source: 'a', target: 'b', weight: 2 },
        { source: 'b', target: 'c', weight: 1 },
      ],
      ...{ notices: [], problems: [], problemCount: 0 },
    });
    const kept = await (await call('/networks', { json: { ...asked, title: 'Trees' } })).json();
    const { networks } = await json('/networks');
    expect(networks.map(({ kind }: { kind: string }) => kind)).toEqual([
      'membership',
      'shared',
      'imported',
    ]);
    expect(networks[2]).toMatchObject({
      id: kept.id,
      title: 'Trees',
      directed: true,
      nodes: 3,
      ties: 2,
    });
    const shown = await json(`/networks/${kept.id}`);
    expect(shown.network.nodes[0]).toEqual({
      id: 'a',
      label: 'Ash',
      attributes: { sector: 'ngo' },
    });
    const change = (fields: object) =>
      call(`/networks/${kept.id}`, { method: 'PATCH', json: fields });
    await change({ removed: true });
    expect((await call(`/networks/${kept.id}`)).status).toBe(404);
    await change({ removed: false, title: 'Woods' });
    expect(await json(`/networks/${kept.id}`)).toMatchObject({ title: 'Woods' });
    await change({ removed: true });
  });

  test('with faults says each by row, and keeps nothing', async () => {
    const file = await sendFile('faulty.csv', 'source,target,weight\na,,1\na,b,-3\n');
    const asked = { file, nodes: null, directed: false };
    const preview = await (await call('/networks/preview', { json: asked })).json();
    expect(preview).toMatchObject({
      problemCount: 2,
      problems: [
        { code: 'missing-value', where: { row: 2, column: 'target' } },
        { code: 'weight-not-positive', where: { row: 3, column: 'weight' } },
      ],
    });
    const kept = await call('/networks', { json: { ...asked, title: 'Faulty' } });
    expect([kept.status, await codes(kept)]).toEqual([
      422,
      ['missing-value', 'weight-not-positive'],
    ]);
  });

  test('GEXF is known by its first sign; a document type is refused', async () => {
    const gexf =
      '<gexf><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>';
    const preview = async (name: string, text: string) => {
      const asked = { file: await sendFile(name, text), nodes: null, directed: false };
      return (await call('/networks/preview', { json: asked })).json();
    };
    expect(await preview('x.gexf', gexf)).toMatchObject({
      format: 'gexf',
      directed: true,
      nodes: 2,
      ties: 1,
    });
    const evil = await preview(
      'x.gexf',
      `<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>${gexf}`,
    );
    expect(evil.problems).toMatchObject([{ code: 'xml-doctype' }]);
  });

  test('is for who looks after the place to bring in, and is nobody else’s', async () => {
    const file = await sendFile('e.csv', edges);
    const asked = { file, nodes: null, directed: false };
    const member = await on.as('member');
    for (const rest of ['/networks/preview', '/networks'])
      expect(
        (
          await call(rest, {
            cookie: member,
            json: { ...asked, ...(rest === '/networks' && { title: 'X' }) },
          })
        ).status,
      ).toBe(403);
    const { id: kept } = await (
      await call('/networks', { json: { ...asked, title: 'Ours' } })
    ).json();
    expect((await call(`/networks/${kept}`, { cookie: member })).status).toBe(200);
    const { partnerships } = await (
      await on.house.call('/api/session', { cookie: on.stranger })
    ).json();
    const theirs = (rest: string, init = {}) =>
      on.house.call(`/api/partnerships/${partnerships[0].id}${rest}`, {
        cookie: on.stranger,
        ...init,
      });
    expect((await theirs(`/networks/${kept}`)).status).toBe(404);
    expect((await theirs('/networks/preview', { json: asked })).status).toBe(404);
    expect((await call('/networks', { cookie: on.stranger })).status).toBe(404);
    expect((await on.house.call(on.path('/networks'))).status).toBe(401);
  });
});

test('[PN-10] coverage gives the directory with posts, areas and money', async () => {
  const found = await json('/coverage');
  expect(found.today).toBe('2026-03-02');
  expect(found.groups.find(({ name }: { name: string }) => name === 'Forum')).toMatchObject({
    ...{ atWork: true, functions: ['support'], areas: ['North'] },
    money: [{ source: 'opcc', until: '2026-06-30' }],
  });
  expect(found.members).toHaveLength(7);
});

describe('a relationship survey', () => {
  let wave = '';
  const names = ['Police', 'Council', 'Haven', 'Clinic', 'Chapel', 'Union'];
  beforeAll(async () => {
    const hands = surveyHands(on);
    wave = await hands.wave('member-relationships');
    await hands.ask(wave, [...names, 'Alone']);
    await hands.move(wave, 'open');
    const tokens = await hands.tokens(wave);
    // All but Alone answer about the police: 2 and trust 4, 4, 3, 3, 1; the police say that they work with the council.
    for (const [at, name] of names.entries()) {
      const token = tokens.get(name) ?? '';
      await hands.agree(token);
      if (name === 'Police') await hands.answer(token, `ties~${id('Council')}~tie`, '4');
      else {
        await hands.answer(token, `ties~${id('Police')}~tie`, '2');
        await hands.answer(
          token,
          `ties~${id('Police')}~reliability`,
          ['4', '4', '3', '3', '1'][at - 1],
        );
      }
      await hands.finish(token);
    }
  });

  test('[PN-15] is not shown while it is open', async () => {
    const answer = await call(`/relationships/${wave}`);
    expect([answer.status, await codes(answer)]).toEqual([409, ['wave-not-closed']]);
    expect((await call(`/networks/${wave}`)).status).toBe(404);
    await surveyHands(on).move(wave, 'closed');
  });

  test('[PN-2] [PN-5] [PN-6] gives means of five, with the rate and what the missing could change', async () => {
    const { result, scoresOfEach } = await json(`/relationships/${wave}`);
    const { confidential, ties } = result;
    expect(scoresOfEach).toBe(true);
    expect(confidential).toMatchObject({ asked: 7, answered: 6 });
    const of = (name: string) =>
      confidential.organisations.find(
        (each: { organisation: string }) => each.organisation === id(name),
      );
    // (4 + 4 + 3 + 3 + 1) ÷ 5 = 3; with Alone (15 + 1) ÷ 6 and (15 + 4) ÷ 6.
    expect(of('Police').scores.trust).toMatchObject({ n: 5, value: 3, hidden: null });
    expect(of('Police').scores.trust.lowest).toBeCloseTo(16 / 6, 12);
    expect(of('Police').scores.trust.highest).toBeCloseTo(19 / 6, 12);
    expect(of('Council').scores.trust).toMatchObject({ value: null, hidden: 'nobody' });
    expect(ties.pairs).toContainEqual(
      expect.objectContaining({ intensity: 3, agreement: 'both', tied: true }),
    );
    expect(ties.network.ties).toHaveLength(6);
    expect((await json(`/networks/${wave}`)).network.ties).toHaveLength(6);
  });

  test('[PN-15] scores of each are not for members, and taking an answer out moves no score', async () => {
    const member = await on.as('member');
    const seen = await (await call(`/relationships/${wave}`, { cookie: member })).json();
    expect(seen.scoresOfEach).toBe(false);
    expect(seen.result.confidential.organisations).toEqual([]);
    const before = await json(`/relationships/${wave}`);
    const people = await surveyHands(on).people(wave);
    const union = people.find(({ label }) => label === 'Union')?.id;
    await call(`/survey-targets/${union}/clean-up`, {
      json: { to: 'removed', reason: 'Asked for it', into: null },
    });
    const after = await json(`/relationships/${wave}`);
    expect(after.result.confidential).toEqual(before.result.confidential);
    expect(after.result.ties.network.ties).toHaveLength(5);
  });

  test('the page back shows both words, own scores beside those of all, and nobody’s single answer', async () => {
    const actor = { person: null, partnership: on.ours, rater: null };
    const back = (name: string) =>
      within(on.house.database, actor, async (tx) => {
        const found = await waveOf(tx, wave);
        return found && pageBackOf(tx, on.ours, found, id(name));
      });
    const police = await back('Police');
    expect(police?.scores.trust).toMatchObject({
      own: { value: 3, n: 5 },
      all: { value: 3, n: 5 },
    });
    expect(police?.ties.find(({ name }) => name === 'Council')).toMatchObject({
      own: 4,
      theirs: 2,
    });
    expect(police?.ties.find(({ name }) => name === 'Alone')).toMatchObject({
      own: 0,
      theirs: null,
    });
    const council = await back('Council');
    expect(council?.scores.trust.own).toMatchObject({ value: null, hidden: 'nobody' });
    expect(JSON.stringify(council)).not.toContain('reliability');
    expect(await back('Nobody')).toBeNull();
  });

  test('is found by nobody else', async () => {
    expect((await call(`/relationships/${id('Police')}`)).status).toBe(404);
    expect((await call(`/relationships/${wave}`, { cookie: on.stranger })).status).toBe(404);
    expect((await on.house.call(on.path('/coverage'))).status).toBe(401);
  });
});
