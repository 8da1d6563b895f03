import { expect, test } from 'vitest';
import { gapMap, offMap } from './gap-map.ts';
import { Study } from './study.ts';
import { survivorRole } from './survivor-role.ts';

const rows = [
  { code: 'training', label: 'Training' },
  { code: 'housing', label: 'Housing' },
];
const columns = [{ code: 'knowledge', label: 'Knowledge' }];

function study(id: string, more: Record<string, unknown> = {}): Study {
  return Study.parse({
    ...{ id, title: `Study ${id}`, interventions: ['training'] },
    findings: [{ outcome: 'knowledge' }],
    ...more,
  });
}

function cell(studies: readonly Study[], row = 'training') {
  return gapMap(studies, rows, columns).find((each) => each.row === row);
}

test('[EV-13] a study counts once in a cell, however many findings it has there', () => {
  const twice = study('a', { findings: [{ outcome: 'knowledge' }, { outcome: 'knowledge' }] });
  expect(cell([twice])?.studies).toEqual(['a']);
});

test('[EV-13] a cell has the best and the middle grade, the last year and how many were graded', () => {
  const studies = [
    study('a', { sms: 1, year: 2010 }),
    study('b', { sms: 4, year: 2021 }),
    study('c'),
    study('d', { sms: 2 }),
    study('e', { sms: 3 }),
  ];
  expect(cell(studies)).toMatchObject({ bestSms: 4, medianSms: 2.5, graded: 4, lastYear: 2021 });
});

test.each<[string, readonly Study[], readonly string[]]>([
  ['no study', [], ['absolute']],
  [
    'only weak or ungraded ones',
    [study('a', { timing: ['before'], survivorsInDesign: true })],
    ['quality'],
  ],
  [
    'only treatment, and no survivor',
    [study('a', { sms: 3, timing: ['treat'], survivorsInDesign: false })],
    ['timing', 'inclusion'],
  ],
  [
    'three studies and no review',
    ['a', 'b', 'c'].map((id) =>
      study(id, { sms: 3, timing: ['early'], survivorsInEvaluation: true }),
    ),
    ['synthesis'],
  ],
  [
    'three and a review among them',
    ['a', 'b', 'c'].map((id) =>
      study(id, { sms: 3, timing: ['early'], survivorsInEvaluation: true, review: id === 'a' }),
    ),
    [],
  ],
])('[EV-13] flags: %s', (_, studies, flags) => {
  expect(cell(studies)?.flags).toEqual(flags);
});

test('[EV-4] an unknown part of survivors is not "no"', () => {
  expect(survivorRole(study('a'))).toBeNull();
  expect(survivorRole(study('a', { survivorsInDesign: false }))).toBe(false);
  const known = study('b', { survivorsInImplementation: true });
  expect(cell([study('a'), known])).toMatchObject({ survivorShare: 1, survivorKnown: 1 });
  expect(cell([study('a')])).toMatchObject({ survivorShare: null, survivorKnown: 0 });
});

test('every row meets every column, and what lies on no cell is named with its reason', () => {
  expect(gapMap([], rows, columns)).toHaveLength(2);
  const other = study('b', { interventions: ['unheard-of'] });
  const silent = study('c', { findings: [] });
  expect(offMap([study('a'), other, silent], rows, columns)).toEqual([
    { study: 'b', because: 'no-row' },
    { study: 'c', because: 'no-outcome' },
  ]);
});

test('rows may be pathway by timing', () => {
  const both = study('a', { pathways: ['ACCESS'], timing: ['before', 'treat'] });
  const cells = gapMap(
    [both],
    [
      { code: 'ACCESS before', label: '' },
      { code: 'ACCESS early', label: '' },
    ],
    columns,
    ({ pathways, timing }) => pathways.flatMap((path) => timing.map((when) => `${path} ${when}`)),
  );
  expect(cells.map(({ studies }) => studies.length)).toEqual([1, 0]);
});
