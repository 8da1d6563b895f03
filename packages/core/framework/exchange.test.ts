import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFramework } from './shipped/index.ts';
import {
  columnsOf,
  Framework,
  fromJson,
  fromSheets,
  FrameworkSource,
  Indicator,
  Profile,
  ScalePoint,
  toSheets,
  Topic,
  type Cell,
  type Sheet,
  type SheetName,
} from './index.ts';

const shipped = Framework.parse(defaultFramework);

test('every field of the schema has its column', () => {
  const fields = (name: SheetName) => columnsOf[name].map(([field]) => field).toSorted();
  const keys = (schema: { shape: object }, ...not: readonly string[]) =>
    Object.keys(schema.shape).filter((key) => !not.includes(key));
  expect(fields('framework')).toEqual(
    keys(Framework, 'scale', 'sources', 'profiles', 'levels').toSorted(),
  );
  expect(fields('scale')).toEqual(keys(ScalePoint).toSorted());
  expect(fields('sources')).toEqual(keys(FrameworkSource).toSorted());
  expect(fields('profiles')).toEqual(keys(Profile, 'items').toSorted());
  expect(fields('topics')).toEqual([...keys(Topic, 'indicators'), 'level'].toSorted());
  expect(fields('indicators')).toEqual([...keys(Indicator, 'anchors'), 'topic'].toSorted());
});

test('capitals, blanks, empty rows, other sheets, numbers as text and text as numbers are no fault', () => {
  const sheets = changed('indicators', (rows) => [
    ...rows.map((cells, at) =>
      at === 0 ? cells.map((cell) => ` ${String(cell).toUpperCase()}`) : cells,
    ),
    [],
    ['', '  '],
  ]);
  const loose = put(sheets, 'indicators', 4, {
    weight: '1.0',
    'least cell': ' 0 ',
    proposed: 'FALSE',
    kind: ' Rated',
    '4P': 'Prevent;protect ;',
  });
  const more = [
    ...put(loose, 'framework', 2, { version: '1' }),
    { name: 'notes', rows: [['hello']] },
  ];
  expect(fromSheets(more.toReversed())).toEqual({ ok: true, value: shipped });
});

test('[FW-2] a missing sheet is one problem', () => {
  expect(problems(toSheets(shipped).filter(({ name }) => name !== 'topics'))).toEqual([
    { code: 'missing-sheet', where: { sheet: 'topics' }, details: {} },
  ]);
});

test('[FW-2] a sheet with nothing in it is one problem', () => {
  expect(problems(changed('sources', () => []))).toEqual([
    { code: 'empty-sheet', where: { sheet: 'sources' }, details: {} },
  ]);
});

test('[FW-2] a missing column is one problem, and so is one that nobody knows', () => {
  const sheets = put(toSheets(shipped), 'indicators', 1, { help: 'remarks' });
  expect(problems(sheets)).toMatchObject([
    { code: 'missing-column', where: { sheet: 'indicators', row: 1, column: 'help' } },
    { code: 'unknown-column', where: { sheet: 'indicators', row: 1, column: 'remarks' } },
  ]);
});

test('[FW-2] values without a title, and a title used twice', () => {
  const wide = changed('levels', (rows) =>
    rows.map((cells, at) => [...cells, at === 0 ? '' : 'x']),
  );
  expect(problems(wide)).toMatchObject([
    { code: 'column-without-title', where: { sheet: 'levels', row: 1, column: 'E' } },
  ]);
  const twice = changed('levels', (rows) => rows.map((cells) => [...cells, cells[1] ?? '']));
  expect(problems(twice)).toMatchObject([
    {
      code: 'repeated-column',
      where: { sheet: 'levels', row: 1, column: 'title' },
      details: { first: 'B' },
    },
  ]);
});

const faults: readonly (readonly [string, SheetName, number, Record<string, Cell>, object])[] = [
  [
    'a value that is none of those allowed',
    'indicators',
    3,
    { kind: 'guessed' },
    {
      code: 'not-one-of',
      where: { column: 'kind' },
      details: { found: 'guessed', allowed: ['measured', 'count', 'yes-no', 'rated', 'survey'] },
    },
  ],
  [
    'one wrong item of a list',
    'indicators',
    3,
    { '4P': 'prevent; provide' },
    {
      code: 'not-one-of',
      where: { column: '4P' },
      details: { allowed: ['pursue', 'prevent', 'protect', 'prepare'] },
    },
  ],
  [
    'a word where a number is wanted',
    'indicators',
    3,
    { weight: 'heavy' },
    { code: 'not-a-number', where: { column: 'weight' }, details: { found: 'heavy' } },
  ],
  [
    'a number out of range',
    'indicators',
    3,
    { weight: 0 },
    { code: 'too-small', where: { column: 'weight' }, details: { found: '0' } },
  ],
  [
    'half a person',
    'indicators',
    3,
    { 'least cell': 2.5 },
    { code: 'not-a-whole-number', where: { column: 'least cell' }, details: { found: '2.5' } },
  ],
  [
    'perhaps',
    'indicators',
    3,
    { proposed: 'perhaps' },
    {
      code: 'not-one-of',
      where: { column: 'proposed' },
      details: { found: 'perhaps', allowed: ['yes', 'no'] },
    },
  ],
  [
    'nothing where something is wanted',
    'indicators',
    3,
    { title: '  ' },
    { code: 'missing-value', where: { column: 'title' } },
  ],
  [
    'nothing where a number is wanted',
    'indicators',
    3,
    { factor: '' },
    { code: 'missing-value', where: { column: 'factor' } },
  ],
  [
    'a text that is too long',
    'topics',
    3,
    { title: 'x'.repeat(2001) },
    { code: 'too-long', where: { column: 'title' }, details: { most: 2000, length: 2001 } },
  ],
  [
    'a code with a blank in it',
    'topics',
    29,
    { code: 'T 5.4' },
    { code: 'not-a-code', where: { column: 'code' }, details: { found: 'T 5.4' } },
  ],
  [
    'a character that cannot be shown',
    'levels',
    3,
    { title: 'bell\u0007' },
    { code: 'unprintable', where: { column: 'title' } },
  ],
  [
    'a code used twice',
    'indicators',
    4,
    { code: '1.1.1' },
    { code: 'repeated-code', where: { column: 'code' }, details: { name: '1.1.1', first: 2 } },
  ],
  [
    'a parent that is not there',
    'topics',
    3,
    { level: 'L9' },
    {
      code: 'unknown-parent',
      where: { column: 'level' },
      details: { found: 'L9', sheet: 'levels' },
    },
  ],
  [
    'a source that is not there',
    'indicators',
    3,
    { sources: 'IOD25; NOBODY' },
    { code: 'unknown-source', where: { column: 'sources' }, details: { tag: 'NOBODY' } },
  ],
  [
    'too few anchors',
    'anchors',
    5,
    { 'anchor 2': '', 'anchor 3': '' },
    {
      code: 'wrong-number-of-anchors',
      where: { column: 'anchor 2' },
      details: { found: 3, wanted: 5 },
    },
  ],
  [
    'an anchor that is too long',
    'anchors',
    5,
    { 'anchor 3': 'x'.repeat(2001) },
    { code: 'too-long', where: { column: 'anchor 3' } },
  ],
  [
    'bands that do not rise',
    'indicators',
    3,
    { bands: '1; 2; 2; 4' },
    { code: 'bands-do-not-rise', where: { column: 'bands' } },
  ],
  [
    'three bands',
    'indicators',
    3,
    { bands: '1; 2; 3' },
    { code: 'four-or-none', where: { column: 'bands' } },
  ],
  [
    'a profile item that names no indicator',
    'profile-items',
    7,
    { indicator: '9.9.9' },
    { code: 'unknown-indicator', where: { column: 'indicator' }, details: { found: '9.9.9' } },
  ],
  [
    'an item of no profile',
    'profile-items',
    7,
    { profile: 'nobody' },
    { code: 'unknown-parent', where: { column: 'profile' } },
  ],
  [
    'an indicator asked for twice',
    'profile-items',
    3,
    { indicator: '1.1.3' },
    { code: 'repeated-code', where: { column: 'indicator' }, details: { first: 2 } },
  ],
  [
    'a scale out of order',
    'scale',
    3,
    { value: 4 },
    { code: 'scale-out-of-order', where: { column: 'value' } },
  ],
  [
    'another format',
    'framework',
    2,
    { format: 'freehold-framework/9' },
    {
      code: 'not-one-of',
      where: { column: 'format' },
      details: { allowed: ['freehold-framework/1'] },
    },
  ],
];

test.each(faults)('[FW-2] %s', (_what, sheet, row, cells, expected) => {
  const found = problems(put(toSheets(shipped), sheet, row, cells));
  const here = found.filter(({ where }) => where?.sheet === sheet && where.row === row);
  expect(here).toMatchObject([expected]);
});

test('[FW-2] too few points of the scale, a level without topics', () => {
  expect(problems(changed('scale', (rows) => rows.slice(0, 5)))).toEqual([
    { code: 'too-few-rows', where: { sheet: 'scale' }, details: { least: 5 } },
  ]);
  const level = [...(toSheets(shipped).find(({ name }) => name === 'levels')?.rows[1] ?? [])];
  expect(problems(changed('levels', (rows) => [...rows, ['L9', ...level.slice(1)]]))).toMatchObject(
    [{ code: 'level-without-topics', where: { sheet: 'levels', row: 7, column: 'code' } }],
  );
});

test('[FW-2] all faults come at once and in the order of the file, those of rows without a parent too', () => {
  let sheets = put(toSheets(shipped), 'topics', 3, { level: 'L9', help: '' });
  sheets = put(sheets, 'indicators', 9, { kind: 'guess', weight: 'x' });
  sheets = put(sheets, 'sources', 2, { read: 'never' });
  expect(problems(sheets).map(({ code, where }) => [code, where?.sheet, where?.row])).toEqual([
    ['not-one-of', 'sources', 2],
    ['unknown-parent', 'topics', 3],
    ['missing-value', 'topics', 3],
    ['not-one-of', 'indicators', 9],
    ['not-a-number', 'indicators', 9],
  ]);
});

test('[FW-2] what stands under a missing sheet is looked at all the same', () => {
  const sheets = put(toSheets(shipped), 'indicators', 9, { kind: 'guess' });
  const without = sheets.filter(({ name }) => name !== 'topics' && name !== 'levels');
  expect(problems(without)).toMatchObject([
    { code: 'missing-sheet', where: { sheet: 'levels' } },
    { code: 'missing-sheet', where: { sheet: 'topics' } },
    { code: 'not-one-of', where: { sheet: 'indicators', row: 9 } },
  ]);
});

test('[FW-2] JSON that is none, and JSON with faults', () => {
  expect(fromJson('{"format":')).toMatchObject({ ok: false, problems: [{ code: 'not-json' }] });
  const wrong = { ...shipped, title: '\u0001', levels: [] };
  expect(fromJson(JSON.stringify(wrong))).toMatchObject({
    ok: false,
    problems: [
      { code: 'unprintable', where: { path: 'title' } },
      { code: 'too-small', where: { path: 'levels' } },
    ],
  });
});

test('sheets of any rubbish are answered with problems, never with a fault of ours', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constantFrom('code', 'title', 'level', '1.1.1'),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...toSheets(shipped).keys()), rows, (at, rubbish) => {
      const sheets = toSheets(shipped).map((each, index) =>
        index === at ? { ...each, rows: rubbish } : each,
      );
      const read = fromSheets(sheets);
      expect(read.ok ? [] : read.problems.length > 0).not.toBe(false);
    }),
  );
});

function problems(sheets: readonly Sheet[]) {
  const read = fromSheets(sheets);
  return read.ok ? [] : read.problems;
}

function changed(
  name: SheetName,
  change: (rows: Sheet['rows']) => Sheet['rows'],
): readonly Sheet[] {
  return toSheets(shipped).map((each) =>
    each.name === name ? { ...each, rows: change(each.rows) } : each,
  );
}

/** Puts cells, by column title, into a row as a person counts it. */
function put(
  sheets: readonly Sheet[],
  name: SheetName,
  row: number,
  cells: Readonly<Record<string, Cell>>,
): readonly Sheet[] {
  return sheets.map((each) => {
    if (each.name !== name) return each;
    const titles = columnsOf[name].map(([, title]) => title);
    const rows = each.rows.map((old, at) =>
      at + 1 === row ? old.map((cell, column) => cells[titles[column] ?? ''] ?? cell) : old,
    );
    return { ...each, rows };
  });
}
