import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Mapping } from '@freehold/core/data';
import { parsed } from '@freehold/core/problem';
import { codeFrom, draft } from './drafts.ts';
import { columnsOf, fits, kindOf } from './recognised.ts';
import { problemSentence } from '../words.ts';
import '../place/words.ts';
import { jobsTitle, fileSize, pathWords, timeLeft, undoneLines } from './words.ts';

const deprivation = {
  form: 'table' as const,
  columns: ['LAD19CD', 'Proportion', 'Extent', 'Score'],
  rows: [
    ['E06000001', '0.3620689655172414', '0.4973461161606908', '35.036692631192025'],
    ['E06000002', '0.4883720930232558', '0.5720562433648546', '40.460345718182474'],
  ],
};
const lookup = {
  form: 'table' as const,
  columns: ['ltla24_code', 'ltla24_name', 'csp24_code', 'csp24_name', 'pfa24_code', 'pfa24_name'],
  rows: [['E07000136', 'Boston', 'E22000173', 'Boston', 'E23000020', 'Lincolnshire']],
};
const referrals = {
  form: 'table' as const,
  columns: ['quarter', 'responder_type', 'responder', 'people'],
  rows: [['2022_q2', 'police', 'Avon and Somerset Constabulary', '1']],
};

test('columns are known by what their cells hold', () => {
  expect(kindOf(deprivation, 'LAD19CD')).toBe('code');
  expect(kindOf(deprivation, 'Score')).toBe('number');
  expect(kindOf(referrals, 'quarter')).toBe('period');
  expect(kindOf(referrals, 'responder')).toBe('text');
  expect(kindOf({ form: 'table', columns: ['x'], rows: [['12'], ['[c]'], ['']] }, 'x')).toBe(
    'number',
  );
  expect(kindOf({ form: 'table', columns: ['x'], rows: [['']] }, 'x')).toBe('text');
});

test('a first draft of a file of values finds place, period and values', () => {
  const made = draft('observations', deprivation, 'imd2019-english.csv');
  expect(made).toMatchObject({
    kind: 'observations',
    dataSet: { code: 'imd2019-english', title: 'imd2019 english' },
    place: { by: 'code', column: 'LAD19CD' },
    period: { fixed: '' },
  });
  expect(columnsOf(made)).toEqual(deprivation.columns);
  expect(draft('observations', referrals, 'nrm.csv')).toMatchObject({
    place: { by: 'name', column: 'responder_type' },
    period: { column: 'quarter' },
  });
});

test('a first draft of a look-up pairs codes with names and puts the first place into the others', () => {
  const made = draft('places', lookup, 'lookup.csv');
  expect(parsed(Mapping, made).ok).toBe(true);
  expect(made).toMatchObject({
    places: [
      { type: 'district', code: 'ltla24_code', name: 'ltla24_name', codeYear: 2024 },
      { type: 'community-safety-partnership', code: 'csp24_code', codeYear: 2024 },
      { type: 'police-force-area', code: 'pfa24_code', codeYear: 2024 },
    ],
    parents: [
      ['district', 'community-safety-partnership'],
      ['district', 'police-force-area'],
    ],
  });
});

test('a first draft of boundaries takes their properties', () => {
  const sample = {
    form: 'geojson' as const,
    columns: ['pfa20_name', 'pfa20_code'],
    rows: [['Lincolnshire', 'E23000020']],
  };
  expect(draft('boundaries', sample, 'boundaries-pfa20.geojson')).toMatchObject({
    type: 'police-force-area',
    code: 'pfa20_code',
    name: 'pfa20_name',
    codeYear: 2020,
  });
});

test('a mapping fits a file that has all its columns, whatever else is in it', () => {
  const made = draft('observations', deprivation, 'imd.csv');
  const { form, columns } = deprivation;
  expect(fits(made, { form, columns: [...columns, 'Other'] })).toBe(true);
  expect(fits(made, { form, columns: columns.slice(1) })).toBe(false);
  expect(fits(made, { form: 'geojson', columns })).toBe(false);
});

test('a code is made of a title', () => {
  expect(codeFrom('IMD 2019: score, Wales (Café)')).toBe('imd-2019-score-wales-cafe');
  expect(codeFrom('…')).toBe('');
});

test('paths into a mapping, sizes and times are said in words', () => {
  expect(pathWords('measures.0.measure.title')).toBe('Measure 1, name');
  expect(pathWords('place.column')).toBe('Place, column');
  expect(fileSize(694_941)).toBe('694.9 kB');
  expect(timeLeft(3)).toBe('a few seconds left');
  expect(timeLeft(62)).toBe('about 60 seconds left');
  expect(timeLeft(120)).toBe('about 2 minutes left');
});

test('whatever can be wrong with a file has a sentence', () => {
  const codes = ['core/table', 'core/data', 'server/data', 'server/job', 'server/place'].flatMap(
    codesIn,
  );
  expect(codes).toContain('not-a-number');
  const unsaid = codes.filter((code) => problemSentence(code).startsWith('Something needs'));
  expect([...new Set(unsaid)]).toEqual([]);
});

/** The problem codes that the sources of a room write. */
function codesIn(room: string): readonly string[] {
  const folder = new URL(`../../${room}/`, import.meta.url);
  const sources = readdirSync(folder).filter((name) => /\.ts$/.test(name) && !/test/.test(name));
  return sources
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((text) => [
      ...text.matchAll(
        /\b(?:problem|fault|faultOfRow)\(\s*'([a-z]+(?:-[a-z]+)+)'|code: '([a-z-]+)'/gi,
      ),
    ])
    .map(([, first, second]) => first ?? second ?? '');
}

test('an import that was taken back is not counted as kept, and taking back is none', () => {
  const job = (
    what: 'places' | 'undone-import',
    { kept = true, undoneAt = null }: { kept?: boolean; undoneAt?: string | null } = {},
  ) => {
    const counts = { rows: 3, skipped: 0, rejected: 0, new: 3, changed: 0, same: 0, links: null };
    return { result: { what, dryRun: !kept, kept, ...counts, unknownPlaces: [] }, undoneAt };
  };
  const jobs = [
    job('undone-import'),
    job('places', { undoneAt: '2026-03-02T10:00:00Z' }),
    job('places'),
    job('places', { kept: false }),
  ];
  expect(jobsTitle(jobs)).toBe('1 import was kept, after 1 check, and 1 taken back');
  const lines = undoneLines([
    { what: 'observation', removed: 2, restored: 1, later: 3, held: 0 },
    { what: 'place', removed: 0, restored: 0, later: 0, held: 1 },
  ]);
  expect(lines).toEqual([
    'Removed: 2 values',
    'Set back to what was there before: 1 value',
    'Kept, because a later import says or changed it: 3 values',
    'Kept, because something else rests on it: 1 place',
  ]);
  expect(undoneLines([])).toEqual(['Nothing of this import is left.']);
});
