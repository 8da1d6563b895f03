import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { broughtIn } from './bring-in.ts';
import { duplicates, plainTitle } from './duplicates.ts';
import labelled from './duplicates.reference.json' with { type: 'json' };
import type { blankReference } from './reference.ts';
import { proposedColumns, referencesFromTable } from './reference-table.ts';
import { emptyRegister, type Register } from './register.ts';
import { readRis, type FoundReference } from './ris.ts';

const named = (id: string, title: string, more: Partial<typeof blankReference> = {}) => ({
  ...{ id, title, authors: more.authors ?? [], year: more.year ?? null, doi: more.doi ?? '' },
});

test('[EV-3] the same DOI is one publication', () => {
  const found = duplicates([
    named('a', 'Work without chains', { doi: '10.1/x' }),
    named('b', 'Work without chains: a study', { doi: '10.1/x' }),
  ]);
  expect(found).toMatchObject([{ id: 'b', of: 'a', certain: true, because: 'same-doi' }]);
});

test('[EV-3] one DOI over titles with nothing in common is asked about', () => {
  const found = duplicates([
    named('a', 'Work without chains', { doi: '10.1/x' }),
    named('b', 'Fishing fleets of the north', { doi: '10.1/x' }),
  ]);
  expect(found).toMatchObject([{ certain: false, because: 'same-doi' }]);
});

test('[EV-3] case, accents, marks, HTML and a leading article make no difference to a title', () => {
  expect(plainTitle('The <i>Café</i> Owners’ Duty—II')).toBe('cafe owners duty ii');
});

test('[EV-3] the same title in the same year is one, in another year a question', () => {
  const title = 'How shelters keep people safe';
  const found = duplicates([
    named('a', title, { year: 2019 }),
    named('b', `${title}.`, { year: 2019 }),
    named('c', title, { year: 2012 }),
    named('d', title),
  ]);
  expect(found).toMatchObject([
    { id: 'b', of: 'a', certain: true },
    { id: 'c', of: 'a', certain: false, because: 'same-title' },
    { id: 'd', of: 'a', certain: false, because: 'same-title' },
  ]);
});

test('[EV-3] a short title needs its first author too', () => {
  const found = duplicates([
    named('a', 'Editorial', { year: 2019, authors: ['Liu R.'] }),
    named('b', 'Editorial', { year: 2019, authors: ['Okoro, Ada'] }),
    named('c', 'Editorial', { year: 2019, authors: ['Liu, Roy'] }),
  ]);
  expect(found).toMatchObject([
    { id: 'b', certain: false },
    { id: 'c', of: 'a', certain: true },
  ]);
});

test('[EV-3] a duplicate’s DOI finds the next one, and both point to the first', () => {
  const found = duplicates([
    named('a', 'How shelters keep people safe', { year: 2019 }),
    named('b', 'How shelters keep people safe', { year: 2019, doi: '10.1/x' }),
    named('c', 'How shelters keep people', { doi: '10.1/x' }),
  ]);
  expect(found.map(({ id, of }) => [id, of])).toEqual([
    ['b', 'a'],
    ['c', 'a'],
  ]);
});

test('nothing, and one, have no duplicates', () => {
  expect(duplicates([])).toEqual([]);
  expect(duplicates([named('a', 'Alone')])).toEqual([]);
});

/** Found pairs against people's labels: precision is the share of found ones that are right, recall of right ones found. */
function measured(pairs: readonly (readonly [string, string])[], truth: readonly string[]) {
  const found = pairs.map(([one, other]) => `${one} ${other}`);
  const right = found.filter((pair) => truth.includes(pair)).length;
  return { precision: right / found.length, recall: right / truth.length, n: truth.length };
}

test('[EV-3] on the labelled sample nothing is merged wrongly, and nine in ten are found or asked about', () => {
  const found = duplicates(
    labelled.references.map((each) => ({ ...each, year: each.year ?? null })),
  );
  const truth = labelled.pairs.map(([one, other]) => `${one} ${other}`);
  const of = (certain: boolean) =>
    measured(
      found
        .filter((each) => !certain || each.certain)
        .map(({ id, of: first }) => [id, first] as const),
      truth,
    );
  expect(of(true).precision).toBe(1);
  expect(of(false).recall).toBeGreaterThanOrEqual(0.9);
  expect(of(false).precision).toBeGreaterThanOrEqual(0.85);
});

const folder = '../shared/data/references';
const files = [
  'baseline_zotero.ris',
  'embase.csv',
  'embase.ris',
  'generic_labels.csv',
  'ovid_psycinfo.ris',
  'proquest.ris',
  'pubmed_zotero.ris',
  'scopus.ris',
];

function read(file: string): readonly FoundReference[] {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  if (file.endsWith('.ris')) return readRis(text);
  const table = records(text);
  return referencesFromTable(table.records, proposedColumns(table.columns));
}

function together(): Register {
  return broughtIn(
    emptyRegister,
    files.map((file) => ({ file, found: read(file) })),
  );
}

test.skipIf(!existsSync(folder))(
  '[EV-1] eight vendors’ files come in together, every record accounted for (skipped without the shared data)',
  () => {
    const { arrivals, sources } = together();
    const of = (fate: string) => arrivals.filter((each) => each.fate === fate).length;
    expect(arrivals).toHaveLength(142);
    expect(of('new') + of('duplicate') + of('rejected')).toBe(142);
    expect(sources).toHaveLength(of('new'));
    expect(of('rejected')).toBe(0);
  },
);

test.skipIf(!existsSync(folder))(
  '[EV-3] the pairs of these files, labelled by hand, are found and no others merged (skipped without the shared data)',
  () => {
    const { arrivals, suggestions } = together();
    const at = (source: string | null) =>
      arrivals.find((each) => each.fate === 'new' && each.source === source);
    const merged = arrivals
      .filter(({ fate }) => fate === 'duplicate')
      .map((each) => {
        const first = at(each.source);
        return [`${each.file} ${each.number}`, `${first?.file} ${first?.number}`] as const;
      });
    const truth = labelled.vendors.map(([one, other]) => `${one} ${other}`);
    expect(measured(merged, truth)).toEqual({ precision: 1, recall: 1, n: 10 });
    // One title of one year under two DOIs: a paper and its abstract at a conference, or an error; people say which.
    expect(suggestions).toMatchObject([{ because: 'same-title-and-year', likeness: 1 }]);
  },
);

test('[EV-1] bringing the same file in again adds no source', () => {
  const file = {
    file: 'a.ris',
    found: readRis('TY  - JOUR\nTI  - Alone in the field\nPY  - 2001\nER  - '),
  };
  const once = broughtIn(emptyRegister, [file]);
  const twice = broughtIn(once, [file]);
  expect(twice.sources).toEqual(once.sources);
  expect(twice.arrivals.map(({ fate, source }) => [fate, source])).toEqual([
    ['new', 's1'],
    ['duplicate', 's1'],
  ]);
});

test('[EV-3] a merge adds what was missing and changes nothing that was said', () => {
  const text = (more: string) =>
    `TY  - JOUR\nTI  - Alone in the field\nPY  - 2001\n${more}ER  - \n`;
  const register = broughtIn(emptyRegister, [
    { file: 'a.ris', found: readRis(text('AU  - One, A\n')) },
    { file: 'b.ris', found: readRis(text('AU  - Two, B\nDO  - 10.1000/x\nAB  - Words.\n')) },
  ]);
  expect(register.sources).toMatchObject([
    { reference: { authors: ['One, A'], doi: '10.1000/x', abstract: 'Words.' } },
  ]);
});

test('[EV-1] what comes in takes no id that a source has, also where nothing says how that came in', () => {
  const text = (title: string) => readRis(`TY  - JOUR\nTI  - ${title}\nER  - `);
  const once = broughtIn(emptyRegister, [{ file: 'a.ris', found: text('Alone in the field') }]);
  const forgotten = { ...once, arrivals: [] };
  const twice = broughtIn(forgotten, [{ file: 'b.ris', found: text('Two by the sea') }]);
  expect(twice.sources.map(({ id, reference }) => [id, reference.title])).toEqual([
    ['s1', 'Alone in the field'],
    ['s2', 'Two by the sea'],
  ]);
});
