import { describe, expect, test } from 'vitest';
import { changeBetween } from './changes.ts';
import { seated, seats } from './checklist.ts';
import { coverage } from './cover.ts';
import type { Directory, ListedGroup, ListedMember } from './directory.ts';
import { relationshipNetwork, sharedMembership, twoMode } from './networks.ts';
import { singlePoints } from './single-points.ts';
import { whatIf } from './what-if.ts';
import { sectorMatrix, workCover } from './work-cover.ts';

const group = (id: string, fields: Partial<ListedGroup> = {}): ListedGroup => ({
  ...{ id, name: `Group ${id}`, type: 'strategic', atWork: true },
  ...{ areas: ['north'], functions: ['support'], activities: [] },
  chair: { organisation: 'Police', role: 'Chief' },
  coordinator: { organisation: 'Council', role: 'Officer', until: null },
  money: null,
  ...fields,
});
const member = (of: string, organisation: string, post = ''): ListedMember => ({
  ...{ group: of, organisation, role: 'core', post, deputy: '' },
});
const organisations = [
  { id: 'p', name: 'Police', sector: 'police', survivorLed: false },
  { id: 'c', name: 'Council', sector: 'council', survivorLed: false },
  { id: 'n', name: 'Haven', sector: 'ngo', survivorLed: true },
  { id: 'h', name: 'Hospital', sector: 'health', survivorLed: false },
];
const directory: Directory = {
  organisations,
  groups: [
    group('1'),
    group('2', { areas: ['south'], functions: ['support', 'prevention'] }),
    group('3', { atWork: false, functions: ['information'] }),
    group('4', { functions: [] }),
  ],
  members: [
    ...[member('1', 'p'), member('1', 'c'), member('2', 'p'), member('2', 'n')],
    ...[member('3', 'p'), member('4', 'h')],
  ],
};
const asked = { whats: ['support', 'prevention', 'information'], areas: ['north', 'south'] };

describe('[PN-8] networks', () => {
  test('of memberships keep who has no tie', () => {
    const { nodes, ties, directed } = twoMode(
      organisations,
      [{ id: '1', name: 'One', type: '' }],
      [
        { group: '1', organisation: 'p' },
        { group: 'gone', organisation: 'p' },
      ],
    );
    expect(nodes.map(({ id, attributes }) => [id, attributes['kind']])).toEqual([
      ['p', 'organisation'],
      ['c', 'organisation'],
      ['n', 'organisation'],
      ['h', 'organisation'],
      ['1', 'partnership'],
    ]);
    expect({ ties, directed }).toEqual({
      ties: [{ source: 'p', target: '1', weight: 1 }],
      directed: false,
    });
  });

  test('of shared membership weigh in how many, and leave out a crowd', () => {
    const memberships = ['1', '2'].flatMap((of) =>
      ['p', 'c'].map((id) => ({ group: of, organisation: id })),
    );
    const crowd = organisations.map(({ id }) => ({ group: 'all', organisation: id }));
    expect(sharedMembership(organisations, [...memberships, ...crowd], 3).ties).toEqual([
      { source: 'c', target: 'p', weight: 2 },
    ]);
    expect(sharedMembership(organisations, crowd).ties).toHaveLength(6);
  });

  test('of relationships go from who says so, and carry the level', () => {
    const parts = {
      reliability: 4,
      mission: 4,
      openness: 4,
      influence: 4,
      resources: 4,
      involvement: 4,
    };
    const network = relationshipNetwork(organisations, {
      roster: ['p', 'c'],
      asked: ['p', 'c'],
      answered: ['p'],
      relationships: [
        { from: 'p', to: 'c', tie: 3, parts },
        { from: 'c', to: 'p', tie: 0, parts },
      ],
    });
    expect(network.ties).toEqual([{ source: 'p', target: 'c', weight: 3 }]);
    expect(network.nodes[1]?.attributes).toEqual({
      kind: 'organisation',
      sector: 'council',
      answered: 'no',
    });
    expect(JSON.stringify(network)).not.toContain('reliability');
  });
});

test('[PN-9] each thing is covered by nobody, one or several', () => {
  const items = [{ code: 'a' }, { code: 'b' }, { code: 'c' }];
  const cover = [
    ...[
      { item: 'b', by: 'x' },
      { item: 'b', by: 'x' },
      { item: 'c', by: 'x' },
    ],
    ...[
      { item: 'c', by: 'y' },
      { item: 'elsewhere', by: 'y' },
    ],
  ];
  expect(coverage(items, cover).map(({ by, state }) => [by.join(), state])).toEqual([
    ['', 'none'],
    ['x', 'one'],
    ['x,y', 'several'],
  ]);
});

describe('[PN-10] work is covered through partnerships at work', () => {
  const { items, silent } = workCover(directory, 'functions', asked);
  test('in their areas', () => {
    expect(items.map(({ item, by }) => [item.what, item.area, by.join()])).toEqual([
      ['support', 'north', 'p,c'],
      ['support', 'south', 'p,n'],
      ['prevention', 'north', ''],
      ['prevention', 'south', 'p,n'],
      ['information', 'north', ''],
      ['information', 'south', ''],
    ]);
    expect(silent).toBe(1);
  });
  test('by sector, in one area or all', () => {
    const cells = (area: string | null) =>
      sectorMatrix(directory, items, area).map(({ what, sector, organisations: of }) => [
        what,
        sector,
        of.length,
      ]);
    expect(cells('north')).toEqual([
      ['support', 'police', 1],
      ['support', 'council', 1],
    ]);
    expect(cells(null)).toHaveLength(5);
  });
});

test('[PN-11] sixteen seats; survivors fill theirs whatever their sector', () => {
  expect(seats).toHaveLength(16);
  const filled = seated(directory, new Set(['1', '2'])).filter(
    (each) => each.organisations.length > 0,
  );
  expect(filled.map(({ seat }) => seat.code)).toEqual(['police', 'council', 'ngo', 'survivor-led']);
});

test('[PN-12] without the police the rest hangs on one, chairs stand empty, and nothing is changed', () => {
  const { items } = workCover(directory, 'functions', asked);
  const before = structuredClone(directory);
  const left = whatIf(directory, items, 'p');
  expect(left.uncovered).toEqual([]);
  expect(left.onOne.map(({ item, by }) => [item.what, item.area, by])).toEqual([
    ['support', 'north', ['c']],
    ['support', 'south', ['n']],
    ['prevention', 'south', ['n']],
  ]);
  expect(left.seats.map(({ code }) => code)).toEqual(['police']);
  expect(left).toMatchObject({ chairs: ['1', '2', '4'], coordinates: [], memberOf: ['1', '2'] });
  // Before: {p, c, n, groups 1 and 2} and {h, group 4}; after: {c, 1}, {n, 2}, {h, 4}.
  expect(left.parts).toEqual({ before: 2, after: 3 });
  expect(left.cutOff).toEqual(['c', 'n']);
  expect(directory).toEqual(before);
});

describe('[PN-13] what hangs on one', () => {
  const on = { today: '2026-11-22', by: '2027-11-22' };
  const money = (source: string, until: string | null) => ({ source, until });
  const found = (fields: Partial<ListedGroup>, members: readonly ListedMember[] = []) =>
    singlePoints({ organisations, groups: [group('1', fields), group('2')], members }, on).points;

  test('one organisation leads', () => {
    expect(found({ coordinator: { organisation: 'police ', role: 'x', until: null } })).toEqual([
      { kind: 'one-lead', group: '1', organisation: 'Police' },
    ]);
    expect(
      found({
        chair: { organisation: '', role: '' },
        coordinator: { organisation: '', role: '', until: null },
      }),
    ).toEqual([]);
  });

  test('one post sits in several partnerships without a deputy', () => {
    const twice = [member('1', 'p', 'Sergeant'), member('2', 'p', 'sergeant ')];
    expect(found({}, twice)).toEqual([
      { kind: 'one-post', organisation: 'p', post: 'Sergeant', groups: ['1', '2'] },
    ]);
    expect(
      found(
        {},
        twice.map((each) => ({ ...each, deputy: 'Inspector' })),
      ),
    ).toEqual([]);
  });

  test('one source of money ends; ended money counts no longer, endless money is safe', () => {
    const single = { kind: 'one-funder', group: '1', source: 'opcc', until: '2027-03-31' };
    expect(found({ money: [money('opcc', '2027-03-31')] })).toEqual([single]);
    expect(found({ money: [money('opcc', '2027-03-31'), money('ngo', '2026-01-01')] })).toEqual([
      single,
    ]);
    expect(found({ money: [money('opcc', '2027-03-31'), money('opcc', null)] })).toEqual([]);
    expect(found({ money: [money('opcc', '2027-03-31'), money('ngo', '2027-01-01')] })).toEqual([]);
    expect(found({ money: [money('opcc', '2029-03-31')] })).toEqual([]);
  });

  test('a co-ordinator is paid until a day; money that is not known is counted', () => {
    const coordinator = { organisation: 'Council', role: 'Officer', until: '2027-03-31' };
    expect(found({ coordinator })).toEqual([
      { kind: 'post-ends', group: '1', until: '2027-03-31' },
    ]);
    expect(singlePoints(directory, on).unknown).toBe(3);
  });
});

test('[PN-14] waves are compared over who was in both', () => {
  const of = (ids: string, ties: readonly [string, string, number][]) => ({
    directed: false,
    nodes: ids.split('').map((id) => ({ id, label: id, attributes: {} })),
    ties: ties.map(([source, target, weight]) => ({ source, target, weight })),
  });
  const change = changeBetween(
    of('abc', [
      ['a', 'b', 1],
      ['b', 'c', 2],
    ]),
    of('abcd', [
      ['b', 'a', 3],
      ['a', 'c', 1],
      ['a', 'd', 4],
    ]),
  );
  expect(change).toEqual({
    ...{ matched: 3, onlyBefore: [], onlyAfter: ['d'], stronger: 1, weaker: 0, same: 0 },
    added: [{ source: 'a', target: 'c', weight: 1 }],
    lost: [{ source: 'b', target: 'c', weight: 2 }],
  });
});
