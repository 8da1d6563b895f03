import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { studiesBroughtIn } from './bring-in-studies.ts';
import { emptyRegister } from './register.ts';
import { exampleMapping } from './mappings/index.ts';
import { missingColumns, studiesFromTable, StudyMapping } from './study-table.ts';

const mapping = StudyMapping.parse({
  ...{ title: 'A small table', origin: 'small', key: ['Name', 'Year'] },
  fields: {
    title: { columns: ['Name', 'Short'] },
    year: { columns: ['Year'] },
    countries: { columns: ['Where'], between: ',', values: { 'Not stated': '' } },
    sms: { columns: ['SMS'] },
    survivorsInDesign: { columns: ['Survivors'] },
  },
  outcomes: [
    { column: 'Safety', measure: 'Safety info', direction: 'Way' },
    { column: 'Income', outcome: 'resources' },
  ],
});
const table = (...lines: readonly string[]) =>
  records(
    `Name,Short,Year,Where,SMS,Survivors,Safety,Safety info,Way,Income\n${lines.join('\n')}\n`,
  ).records;

test('[EV-16] a row becomes a study, its yes columns outcomes', () => {
  const [found] = studiesFromTable(
    table('Cash and after,,2019,"Ghana, Mali",4,yes,Safety,Days without fear,positive,no'),
    mapping,
  );
  expect(found).toMatchObject({
    ...{ row: 2, left: [], reference: { title: 'Cash and after', year: 2019 } },
    study: {
      ...{ title: 'Cash and after', countries: ['Ghana', 'Mali'], sms: 4, survivorsInDesign: true },
      findings: [{ outcome: 'Safety', measure: 'Days without fear', direction: 'positive' }],
    },
  });
});

test('[EV-16] every row is accounted for, and a cell that cannot be read refuses no study', () => {
  const found = studiesFromTable(
    table(
      '#NAME?,Kim (2008),2008,Not stated,9,perhaps,,,,yes',
      ',,2001,,,,,,,',
      'Kim (2008),,2008,,,,,,,',
      'Kim (2008),other,2008,,,,,,,',
    ),
    mapping,
  );
  expect(found).toMatchObject([
    {
      study: { title: 'Kim (2008)', year: 2008, countries: [], sms: null, survivorsInDesign: null },
      left: [
        { code: 'cell-left-out', where: { row: 2, column: 'Survivors' } },
        { code: 'cell-left-out', where: { row: 2, column: 'SMS' }, details: { found: '9' } },
      ],
    },
    { problems: [{ code: 'title-missing', where: { row: 3, column: 'Name' } }] },
    { row: 4, study: { title: 'Kim (2008)' } },
    { problems: [{ code: 'study-repeated', where: { row: 5 }, details: { first: 4 } }] },
  ]);
});

test('columns that a table does not have are named together', () => {
  expect(
    missingColumns(mapping, [
      'Name',
      'Short',
      'Year',
      'Where',
      'SMS',
      'Survivors',
      'Safety',
      'Way',
    ]),
  ).toEqual([
    expect.objectContaining({
      code: 'column-missing',
      details: expect.objectContaining({ columns: ['Safety info', 'Income'] }),
    }),
  ]);
});

const pilot = new URL('../../../../shared/data/evidence-map/pilotdata.csv', import.meta.url);

// The counts are those of the file itself: 1,072 rows under 94 columns, counted with a spreadsheet; 596 rows say
// "Biodiversity (terrestrial)".
test.skipIf(!existsSync(pilot))(
  '[EV-16] a real systematic map is read by the mapping that ships',
  () => {
    const text = new TextDecoder('windows-1252').decode(readFileSync(pilot));
    const { columns, records: rows } = records(text);
    expect(missingColumns(exampleMapping, columns)).toEqual([]);
    const found = studiesFromTable(rows, exampleMapping);
    expect(found).toHaveLength(1072);
    const refused = found.flatMap((each) => ('problems' in each ? each.problems : []));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['study-repeated']));
    const said = (row: number) => rows.find((each) => each.row === row)?.cells ?? {};
    for (const { where, details } of refused)
      for (const column of exampleMapping.key)
        expect(letters(said(where?.row ?? 0)[column])).toBe(
          letters(said(Number(details?.['first']))[column]),
        );
    const terrestrial = found.filter(
      (each) =>
        'study' in each &&
        each.study.findings.some(({ outcome }) => outcome === 'Biodiversity (terrestrial)'),
    );
    const repeated = refused.filter(
      ({ where }) => said(where?.row ?? 0)['Biodiversity (terrestrial)'] !== '',
    );
    expect(terrestrial.length + repeated.length).toBe(596);
  },
);

function letters(text = ''): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

test('[EV-16] a table that is brought in again adds nothing, and what people wrote since stays', () => {
  const rows = table(
    'Cash and after,,2019,Ghana,,,,,,yes',
    ',,2001,,,,,,,',
    'Cash and before,,2018,,,,,,,',
  );
  const found = studiesFromTable(rows, mapping);
  const once = studiesBroughtIn(emptyRegister, 'a.csv', found);
  expect(once.fates.map(({ fate, study }) => [fate, study])).toEqual([
    ['new', 't1'],
    ['rejected', null],
    ['new', 't3'],
  ]);
  expect(once.register.studies.map(({ source }) => source)).toEqual(['s1', 's3']);
  const graded = {
    ...once.register,
    studies: once.register.studies.map((study) => ({ ...study, sms: 3 })),
  };
  const again = studiesBroughtIn(graded, 'a.csv', found);
  expect(again.fates.map(({ fate }) => fate)).toEqual(['known', 'rejected', 'known']);
  expect(again.register.studies).toEqual(graded.studies);
  expect(again.register.sources).toEqual(graded.sources);
});
