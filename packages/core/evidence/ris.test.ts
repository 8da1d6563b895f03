import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blankReference, doiIn, type Reference, yearIn } from './reference.ts';
import { readRis } from './ris.ts';
import { risText } from './ris-write.ts';

function referencesOf(text: string): readonly Reference[] {
  return readRis(text).flatMap((each) => ('reference' in each ? [each.reference] : []));
}

const messy = `\uFEFF1.
TY  - JOUR
T1  - Safe houses and
what follows them
A1  - Okoro, Ada
A1  - Brandt, Ulf
Y1  - 2019//
N2  - Of 61 women,
53
stayed.
DO  - https://doi.org/10.1000/ABC.12
N1  - <p>ASReview_relevant</p>
XX  - something of the vendor's
ER  -
NL  - J Made Up

Link to the full text: https://example.org/1
2.
TY  - RPRT
AU  - Nobody, Known
ER  - `;

test('[EV-1] values over several lines, numbers between records and vendors’ tails are read', () => {
  const [first] = referencesOf(messy);
  expect(first).toMatchObject({
    title: 'Safe houses and what follows them',
    authors: ['Okoro, Ada', 'Brandt, Ulf'],
    year: 2019,
    abstract: 'Of 61 women, 53 stayed.',
    doi: '10.1000/abc.12',
    label: 'included',
  });
  expect(first?.extra).toMatchObject({
    XX: ["something of the vendor's"],
    NL: ['J Made Up'],
    'after the record': ['Link to the full text: https://example.org/1'],
  });
});

test('[EV-1] a record without a title is refused with its row, and none is left out', () => {
  const found = readRis(messy);
  expect(found).toHaveLength(2);
  expect(found[1]).toMatchObject({
    number: 2,
    row: 19,
    problems: [{ code: 'title-missing', where: { row: 19 } }],
  });
});

test('[EV-1] text that is no record is said once', () => {
  expect(readRis('This is a letter.\nIt goes on.\n')).toMatchObject([
    { problems: [{ code: 'outside-any-record' }] },
  ]);
  expect(readRis('')).toEqual([]);
});

test('[EV-1] what is preferred to another tag leaves that one in extra', () => {
  const [only] = referencesOf(
    'TY  - JOUR\nTI  - A\nT1  - B\nJO  - J. Short\nJF  - Journal\nER  - ',
  );
  expect(only).toMatchObject({
    title: 'A',
    container: 'Journal',
    extra: { T1: ['B'], JO: ['J. Short'] },
  });
});

test.each([
  ['doi:10.1000/X1', '10.1000/x1'],
  ['http://dx.doi.org/10.1002/cpp.2398', '10.1002/cpp.2398'],
  ['https://x.org/?id=doi:10.4103%2F2303-9027.138783&atitle=On+it', '10.4103/2303-9027.138783'],
  ['10.1000/a%', '10.1000/a%'],
  ['none', ''],
])('[EV-2] the DOI of "%s" is "%s"', (written, doi) => {
  expect(doiIn(written)).toBe(doi);
});

test.each([
  ['2019//', 2019],
  ['2020///nan', 2020],
  ['Spring', null],
  ['12019', null],
])('the year of "%s" is %s', (written, year) => {
  expect(yearIn(written)).toBe(year);
});

const word = fc.stringMatching(/^[A-Za-zäé0-9 ,.'-]{1,40}$/).map((each) => `x${each.trim()}`);
const reference = fc.record({
  title: word,
  authors: fc.array(word, { maxLength: 4 }),
  year: fc.option(fc.integer({ min: 1500, max: 2100 })),
  doi: fc.constantFrom('', '10.1000/abc', '10.99999/x(1)y'),
  abstract: fc.oneof(fc.constant(''), word),
  keywords: fc.uniqueArray(word, { maxLength: 4 }),
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 5 }), (written) => {
      const references = written.map((each) => ({ ...blankReference, ...each }));
      const read = referencesOf(risText(references));
      expect(read).toEqual(references.map((each) => ({ ...each, type: 'other' })));
    }),
  );
});

const folder = '../shared/data/references';

test.skipIf(!existsSync(folder)).each([
  ['baseline_zotero.ris', 100],
  ['embase.ris', 6],
  ['ovid_psycinfo.ris', 6],
  ['proquest.ris', 6],
  ['pubmed_zotero.ris', 6],
  ['scopus.ris', 6],
])(
  '[EV-1] every record of a vendor’s export %s is read (skipped without the shared data)',
  (file, n) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const read = referencesOf(text);
    // Counted apart: each record begins with a line of its type.
    expect(text.match(/^\W*TY {2}- /gm)).toHaveLength(n);
    expect(read).toHaveLength(n);
    expect(read.every(({ year, authors }) => year !== null && authors.length > 0)).toBe(true);
  },
);
