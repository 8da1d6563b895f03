import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBundle, type Bundle } from '@freehold/core/composite';
import { sha256 } from '@freehold/core/numeric';
import { records } from '@freehold/core/table';
import { ran } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-index-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

writeFileSync(
  at('meta.csv'),
  'Level,iCode,Direction,Weight,Parent,Type,Denominator\n1,a,1,1,I,Indicator,pop\n1,b,-1,1,I,Indicator,\n2,I,1,1,,Aggregate,\n,pop,,,,Denominator,\n',
);
writeFileSync(
  at('data.csv'),
  'uCode,uName,kind,a,b,pop\nx,Ex,one,10,4,1\ny,Wy,one,,2,2\nz,Zed,two,60,0,2\n',
);
const files = ['--data', at('data.csv'), '--meta', at('meta.csv')];

test('scores have a column for each indicator and node, in the order of the data', async () => {
  const done = await ran('index', 'compute', ...files);
  expect(done.status).toBe(0);
  expect(records(done.out).records.map(({ cells }) => cells)).toEqual([
    { uCode: 'x', a: '0', b: '0', I: '0' },
    { uCode: 'y', a: '', b: '50', I: '50' },
    { uCode: 'z', a: '100', b: '100', I: '100' },
  ]);
});

test('short forms are steps in their order: divide, fill, treat, normalise, aggregate', async () => {
  const short = ['--denominate', '--impute', 'group-mean:kind', '--treat', '--normalise', 'minmax'];
  const more = ['--range', '1,101', '--aggregate', 'geometric', '--recipe', at('recipe.json')];
  const done = await ran('index', 'compute', ...files, ...short, ...more);
  // a per pop: 10, –, 30; y is filled with its group's 10. b turned: −4, −2, 0.
  const rows = records(done.out).records.map(({ cells }) => Number(cells['I']));
  expect(rows).toEqual([1, Math.sqrt(1 * 51), 101].map((each) => expect.closeTo(each, 10)));
  const recipe: unknown = JSON.parse(readFileSync(at('recipe.json'), 'utf8'));
  expect(recipe).toMatchObject({
    weights: { a: 0.5, b: 0.5 },
    log: [{ step: 'denominate' }, { step: 'impute', indicator: 'a', units: ['y'] }],
  });
});

test('a method’s file and the short forms give the same bytes', async () => {
  const method = { impute: { method: 'mean' }, normalise: { all: { method: 'zscore' } } };
  writeFileSync(at('method.json'), JSON.stringify(method));
  const one = await ran('index', 'compute', ...files, '--method', at('method.json'));
  const other = await ran(
    'index',
    'compute',
    ...files,
    '--impute',
    'mean',
    '--normalise',
    'zscore',
  );
  expect(one.out).toBe(other.out);
});

test.each([
  [['--normalise', 'sideways'], '--normalise'],
  [['--impute', 'group-mean'], '--impute'],
  [['--range', '5,1'], 'two numbers that rise'],
  [['--normalise', 'rank', '--range', '0,1'], 'goes with --normalise minmax'],
  [['--method', 'm.json', '--treat'], 'leave the short options out'],
])('wrong use %j is said, with exit status 2', async (words, sentence) => {
  const done = await ran('index', 'compute', ...files, ...words);
  expect(done.status).toBe(2);
  expect(done.problems).toContain(sentence);
});

test('a mean that is not defined, and a group that is not there, are problems, with exit status 1', async () => {
  const geometric = await ran('index', 'compute', ...files, '--aggregate', 'geometric');
  expect(geometric.status).toBe(1);
  expect(geometric.problems).toContain('needs values over 0');
  const group = await ran('index', 'compute', ...files, '--impute', 'group-mean:colour');
  expect(group).toMatchObject({ status: 1 });
  expect(group.problems).toContain('colour');
});

test('metadata are checked by row', async () => {
  expect(await ran('index', 'check', '--meta', at('meta.csv'))).toMatchObject({ status: 0 });
  writeFileSync(at('bad.csv'), 'iCode,Level,Parent,Type\na,1,zz,Indicator\n');
  const done = await ran('index', 'check', '--meta', at('bad.csv'), '--json');
  expect(done.status).toBe(1);
  expect(JSON.parse(done.problems)).toMatchObject({
    code: 'unknown-parent',
    where: { row: 2, column: 'Parent' },
  });
});

test('how sure an index is: rank intervals, who cannot be told apart, what matters; one seed, the same bytes', async () => {
  const sources = [
    { kind: 'weights', by: 0.4 },
    { kind: 'impute', options: [{ method: 'none' }, { method: 'mean' }] },
  ];
  writeFileSync(at('u.json'), JSON.stringify({ sources }));
  const words = [
    ...files,
    '--uncertainty',
    at('u.json'),
    '--draws',
    '200',
    '--base',
    '32',
    '--seed',
    '3',
  ];
  const done = await ran('index', 'sensitivity', ...words);
  expect(done.status).toBe(0);
  expect(JSON.parse(done.out)).toMatchObject({
    ...{ node: 'I', draws: 200, unanswered: 0 },
    units: [
      { unit: 'x', rankLow: 3, rankHigh: 3 },
      { unit: 'y' },
      { unit: 'z', rankLow: 1, rankHigh: 1 },
    ],
    sensitivity: { effects: [{ source: 'weights' }, { source: 'impute' }] },
  });
  expect((await ran('index', 'sensitivity', ...words)).out).toBe(done.out);
});

test('what is not a number of draws, or no source at all, is said', async () => {
  writeFileSync(at('none.json'), '{"sources":[]}');
  const wrong = await ran(
    'index',
    'sensitivity',
    ...files,
    '--uncertainty',
    at('none.json'),
    '--draws',
    'many',
  );
  expect(wrong).toMatchObject({ status: 2 });
  const none = await ran('index', 'sensitivity', ...files, '--uncertainty', at('none.json'));
  expect(none).toMatchObject({ status: 1 });
});

test('a bundle works out again to the same bytes, and says the cell that does not', async () => {
  writeFileSync(at('weights.json'), '{"sources":[{"kind":"weights","by":0.4}]}');
  const words = [...files, '--uncertainty', at('weights.json'), '--draws', '100', '--base', '16'];
  const made = await ran('index', 'bundle', ...words, '--out', at('bundle.json'), '--json');
  expect(JSON.parse(made.out)).toMatchObject({ units: 3, draws: 100 });
  expect(await ran('index', 'recompute', at('bundle.json'))).toMatchObject({ status: 0 });
  const bundle = bundleIn(at('bundle.json'));
  const scores = await ran('index', 'compute', ...files);
  expect(bundle.scores).toBe(scores.out);
  const otherwise = bundle.scores.replace('x,0', 'x,5');
  const digests = { ...bundle.sha256, scores: sha256(otherwise) };
  writeFileSync(
    at('other.json'),
    JSON.stringify({ ...bundle, scores: otherwise, sha256: digests }),
  );
  const other = await ran('index', 'recompute', at('other.json'));
  expect(other.status).toBe(1);
  expect(other.problems).toContain('row 2, column a: scores came out otherwise: "5" in the bundle');
  writeFileSync(at('changed.json'), JSON.stringify({ ...bundle, meta: `${bundle.meta}\n` }));
  const changed = await ran('index', 'recompute', at('changed.json'));
  expect(changed).toMatchObject({ status: 1 });
  expect(changed.problems).toContain('meta is not what it was');
  expect(await ran('index', 'recompute')).toMatchObject({ status: 2 });
});

test('an index is looked over: what goes with what, and who moves without what', async () => {
  const done = await ran('index', 'analyse', ...files);
  expect(done.status).toBe(0);
  // a is 0, –, 100 and b turned 0, 50, 100. Without a nobody moves; without b y has no value, and x is second of two.
  expect(JSON.parse(done.out)).toMatchObject({
    ...{ node: 'I', units: ['x', 'y', 'z'] },
    spreads: [
      { code: 'a', there: 2, missing: 1, least: 10, most: 60 },
      { code: 'b', there: 3, median: 2 },
    ],
    influences: [
      { code: 'a', meant: 0.5, effect: null },
      { code: 'b', meant: 0.5, effect: null },
    ],
    removals: [
      { code: 'a', most: 0, movers: [] },
      { code: 'b', gains: [1, null, 0] },
    ],
  });
  const unknown = await ran('index', 'analyse', ...files, '--node', 'zz');
  expect(unknown).toMatchObject({ status: 1 });
  expect(unknown.problems).toContain('no node zz');
});

test('several periods are set on the scale of the first, or of all', async () => {
  writeFileSync(
    at('years.csv'),
    'uCode,year,a,b\nx,2023,10,4\ny,2023,30,0\nx,2024,20,4\ny,2024,50,0\n',
  );
  const words = ['--data', at('years.csv'), '--meta', at('meta.csv'), '--time', 'year'];
  const found = async (...more: readonly string[]) => {
    const done = await ran('index', 'panel', ...words, ...more);
    return records(done.out).records.map(({ cells }) => [cells['year'], Number(cells['a'])]);
  };
  expect(await found('--base', '2023')).toEqual([
    ...[
      ['2023', 0],
      ['2023', 100],
      ['2024', 50],
      ['2024', 200],
    ],
  ]);
  expect((await found()).map(([, a]) => a)).toEqual([0, 50, 25, 100]);
  const unknown = await ran('index', 'panel', ...words, '--base', '2020');
  expect(unknown).toMatchObject({ status: 1 });
  expect(unknown.problems).toContain('no period 2020');
  expect(await ran('index', 'panel', ...files)).toMatchObject({ status: 2 });
});

test('what must be said beside an indicator is said when its numbers are', async () => {
  const noted = readFileSync(at('meta.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line, row) => `${line},${['Notice', 'Found only'][row] ?? ''}`);
  writeFileSync(at('noted.csv'), noted.join('\n'));
  const words = ['--data', at('data.csv'), '--meta', at('noted.csv'), '--recipe', at('noted.json')];
  const done = await ran('index', 'compute', ...words);
  expect(done).toMatchObject({ status: 0, problems: 'column a: Found only\n' });
  expect(JSON.parse(readFileSync(at('noted.json'), 'utf8'))).toMatchObject({
    notices: [{ code: 'a', notice: 'Found only' }],
  });
});

function bundleIn(path: string): Bundle {
  const read = readBundle(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const shared = '../shared/data/composite-asem';

test.skipIf(!existsSync(shared))(
  'the real index is written at every level (skipped without the shared data)',
  async () => {
    const real = ['--data', `${shared}/asem-data.csv`, '--meta', `${shared}/asem-meta.csv`];
    const done = await ran('index', 'compute', ...real, '--out', at('asem.csv'), '--json');
    expect(JSON.parse(done.out)).toMatchObject({ units: 51, indicators: 49, levels: 4 });
    const wanted = records(readFileSync(`${shared}/asem-minmax-amean.csv`, 'utf8'));
    const got = records(readFileSync(at('asem.csv'), 'utf8'));
    expect(got.columns.toSorted()).toEqual(wanted.columns.toSorted());
    const index = new Map(got.records.map(({ cells }) => [cells['uCode'], Number(cells['Index'])]));
    for (const { cells } of wanted.records)
      expect(index.get(cells['uCode'])).toBeCloseTo(Number(cells['Index']), 9);
  },
);
