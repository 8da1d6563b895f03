import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapMap } from './gap-map.ts';
import {
  bubbleRadius,
  choicesOf,
  doneByRow,
  filtered,
  mapFinding,
  mapFrame,
  noFilter,
  rowsBy,
  type DoneHere,
} from './gap-map-view.ts';
import { Study } from './study.ts';

const columns = [{ code: 'knowledge', label: 'Knowledge' }];
const rows = [
  { code: 'training', label: 'Training' },
  { code: 'housing', label: 'Housing' },
];

function study(id: string, more: Record<string, unknown> = {}): Study {
  return Study.parse({
    ...{ id, title: `Study ${id}`, interventions: ['training'] },
    findings: [{ outcome: 'knowledge', direction: 'positive' }],
    ...more,
  });
}

test.each([
  ['no study', [], 'untested'],
  ['one that is not graded', [study('a')], 'very-low'],
  ['one strong', [study('a', { sms: 4 })], 'low'],
  ['two strong that agree', [study('a', { sms: 3 }), study('b', { sms: 5 })], 'moderate'],
  [
    'two strong of which one found nothing',
    [
      study('a', { sms: 3 }),
      study('b', { sms: 5, findings: [{ outcome: 'knowledge', direction: 'none' }] }),
    ],
    'low',
  ],
  [
    'three strong that agree in two countries',
    [
      study('a', { sms: 3, countries: ['GB'] }),
      study('b', { sms: 3, countries: ['NP'] }),
      study('c', { sms: 3, countries: ['NP'] }),
    ],
    'high',
  ],
] as const)('[EV-22] confidence in a cell with %s is %s', (_, studies, expected) => {
  expect(gapMap(studies, rows, columns)[0]?.confidence).toBe(expected);
});

test('[EV-22] a study with both a good and a bad result in a cell only qualifies it', () => {
  const torn = {
    sms: 3,
    findings: ['positive', 'negative'].map((direction) => ({ outcome: 'knowledge', direction })),
  };
  const studies = [study('a', torn), study('b', torn), study('c', { sms: 3 })];
  // Two of three qualify: 0.67 of one mind, in no known context.
  expect(gapMap(studies, rows, columns)[0]?.confidence).toBe('moderate');
  expect(gapMap(studies.slice(1), rows, columns)[0]?.confidence).toBe('low');
});

test('codes beyond the lists have rows and columns of their own, after the listed ones', () => {
  const odd = study('a', {
    interventions: ['training', 'zither', 'harp'],
    findings: [{ outcome: 'joy' }],
    ...{ pathways: ['ACCESS'], timing: ['before'] },
  });
  const frame = mapFrame([odd], { types: rows, pathways: [], outcomes: columns });
  expect(frame.rows.interventions.map(({ code }) => code)).toEqual([
    ...['training', 'housing', 'harp', 'zither'],
  ]);
  expect(frame.rows.pathways).toEqual([{ code: 'ACCESS before', label: 'ACCESS before' }]);
  expect(frame.columns.map(({ code }) => code)).toEqual(['knowledge', 'joy']);
});

test('a filter keeps what meets every part of it; a year not known meets no bound', () => {
  const studies = [
    study('a', { countries: ['GB', 'NP'], year: 2010, sms: 4, design: 'trial' }),
    study('b', { countries: ['NP'], year: 2020, sms: 1, setting: 'local' }),
    study('c', { populations: ['survivors'], exploitation: ['labour'] }),
  ];
  const kept = (more: object) => filtered(studies, { ...noFilter, ...more }).map(({ id }) => id);
  expect(kept({})).toEqual(['a', 'b', 'c']);
  expect(kept({ countries: ['NP'] })).toEqual(['a', 'b']);
  expect(kept({ countries: ['NP'], strengths: ['weak'] })).toEqual(['b']);
  expect(kept({ from: 2011 })).toEqual(['b']);
  expect(kept({ to: 2010 })).toEqual(['a']);
  expect(kept({ strengths: ['ungraded'] })).toEqual(['c']);
  expect(kept({ populations: ['survivors'], exploitation: ['labour'] })).toEqual(['c']);
  expect(kept({ settings: ['local'] })).toEqual(['b']);
  expect(kept({ designs: ['trial'] })).toEqual(['a']);
  expect(kept({ words: ' STUDY b ' })).toEqual(['b']);
});

test('what can be chosen is counted once a study', () => {
  const studies = [
    study('a', { countries: ['GB', 'GB', 'NP'] }),
    study('b', { countries: ['NP'] }),
  ];
  expect(choicesOf(studies, ({ countries }) => countries)).toEqual([
    { value: 'NP', n: 2 },
    { value: 'GB', n: 1 },
  ]);
});

function doing(id: string, more: Partial<DoneHere> = {}): DoneHere {
  return {
    ...{ id, name: id, type: 'training', pathways: ['ACCESS'], timing: ['before', 'treat'] },
    ...{ status: 'running', ...more },
  };
}

test('[EV-23] what we do stands in its rows; ideas and what has ended do not', () => {
  const all = [doing('a'), doing('b', { status: 'ended' }), doing('c', { status: 'idea' })];
  expect([...doneByRow(all, 'interventions')]).toEqual([['training', [all[0]]]]);
  expect([...doneByRow(all, 'pathways').keys()]).toEqual(['ACCESS before', 'ACCESS treat']);
});

test('[EV-23] the map says where we act without evidence, and what is well shown and not done', () => {
  const strong = [study('a', { sms: 4 }), study('b', { sms: 3 })];
  const cells = gapMap(strong, rows, columns, rowsBy.interventions);
  const done = doneByRow([doing('h', { type: 'housing' })], 'interventions');
  expect(mapFinding(cells, done)).toEqual({
    ...{ studies: 2, cells: 2, empty: 1 },
    ...{ actedUnknown: ['housing'], untried: ['training'] },
  });
});

test('a bubble’s area grows with its number, and never beyond its cell', () => {
  const n = fc.nat(5000);
  fc.assert(
    fc.property(n, n, fc.integer({ min: 1, max: 40 }), (a, b, radius) => {
      const most = Math.max(a, b);
      const [one, other] = [bubbleRadius(a, most, radius), bubbleRadius(b, most, radius)];
      expect(one).toBeLessThanOrEqual(radius);
      if (a < b) expect(one).toBeLessThanOrEqual(other);
    }),
  );
  expect(bubbleRadius(25, 100, 20)).toBe(10);
  expect(bubbleRadius(0, 100, 20)).toBe(0);
});
