import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Places } from '@freehold/core/release/explorer';
import { ran } from './testing.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-places-'));
  const towns = ['Ashford', 'Leeds', 'Nowhere'];
  const rows = Array.from({ length: 300 }, (_, row) => `${towns[row % 3]},yes`);
  writeFileSync(at('records.csv'), `town,police\n${rows.join('\n')}\n`);
  writeFileSync(
    at('towns.csv'),
    'place,latitude,longitude\nAshford,51.15,0.87\nLeeds,53.80,-1.55\nYork,53.96,-1.08\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const licence = 'An atlas, open licence';
const made = (out: string, places: string, ...more: readonly string[]) =>
  ran(
    ...['release', 'synthesize', '--in', at('records.csv'), '--out', at(out), '--length', '2'],
    ...['--places', at(places), '--places-source', licence, ...more],
  );
const placesOf = (out: string) =>
  Places.parse(JSON.parse(readFileSync(join(at(out), 'places.json'), 'utf8')));

test('[RL-32] points that a released value names go with a release by k-anonymity, others stay behind', async () => {
  const done = await made('k', 'towns.csv');
  expect(done).toMatchObject({ status: 0, problems: '' });
  expect(done.out).toContain(
    'Map: 2 of 3 released values of town have a place. Without one: Nowhere.',
  );
  expect(done.out).toContain('1 point that no released value names stayed behind.');
  expect(placesOf('k')).toMatchObject({
    source: licence,
    places: [
      { name: 'Ashford', at: [0.87, 51.15] },
      { name: 'Leeds', at: [-1.55, 53.8] },
    ],
  });
  expect(readFileSync(join(at('k'), 'explorer.html'), 'utf8')).toContain(licence);
});

test('rows that cannot be placed are said by row and column before anything is made, and left out when accepted', async () => {
  writeFileSync(
    at('faulty.csv'),
    'name,latitude,longitude\nAshford,51.15,\nLeeds,north,-1.55\nLEEDS,1,1\n,5,5\nLeeds,53.8,-1.55\n',
  );
  const refused = await made('faulty', 'faulty.csv');
  expect(refused.status).toBe(1);
  expect(refused.problems.split('\n').map((line) => line.replace(/^.*faulty\.csv/, ''))).toEqual([
    ', row 2, column longitude: the latitude or longitude is missing',
    ', row 3, column latitude: this is no number of degrees; write 53.96 or -1.08',
    ', row 5, column name: the place has no name',
    ', row 6, column name: Leeds is already in number 4',
    ': 4 rows of places cannot be placed and nothing was made; mend them, or leave them out with --accept-rejected',
    '',
  ]);
  expect(existsSync(at('faulty'))).toBe(false);
  const accepted = await made('faulty', 'faulty.csv', '--accept-rejected');
  expect(accepted.status).toBe(0);
  expect(placesOf('faulty').places).toMatchObject([{ name: 'LEEDS', at: [1, 1] }]);
});

test('a file that names nothing released leaves the release without it, and says so', async () => {
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  const feature = {
    type: 'Feature',
    properties: { label: 'A label', code: 'Leeds' },
    geometry: { type: 'Polygon', coordinates: [square] },
  };
  const collection = { type: 'FeatureCollection', features: [feature] };
  writeFileSync(at('areas.geojson'), JSON.stringify(collection));
  const done = await made('none', 'areas.geojson');
  expect([done.status, done.out]).toEqual([0, expect.stringContaining('--places-name')]);
  expect(existsSync(join(at('none'), 'places.json'))).toBe(false);
  const named = await made('named', 'areas.geojson', '--places-name', 'code');
  expect([named.status, named.out]).toEqual([0, expect.stringContaining('1 of 3')]);
  const wrong = await made('wrong', 'areas.geojson', '--places-name', 'CODE');
  expect([wrong.status, wrong.problems]).toEqual([1, expect.stringContaining('label, code')]);
});

test('a preview has no map before it is published; published again without places it keeps those it has', async () => {
  const told = ['--ledger', at('ledger.json'), '--purpose', 'Figures', '--approved-by', 'Ann'];
  const drawn = (...more: readonly string[]) =>
    ran(
      ...['release', 'private', '--in', at('records.csv'), '--epsilon', '2', '--length', '2'],
      ...['--delta', '1e-6', '--out', at('private'), ...told, '--kind', 'preview', ...more],
    );
  const places = ['--places', at('towns.csv'), '--places-source', licence];
  const early = await drawn(...places);
  expect([early.status, early.problems]).toEqual([2, expect.stringContaining('publish')]);
  expect((await drawn('--budget', '5,1e-5')).status).toBe(0);
  const publish = (...more: readonly string[]) =>
    ran('release', 'publish', '--in', at('private'), ...told, ...more);
  const done = await publish(...places);
  expect(done).toMatchObject({ status: 0, problems: '' });
  expect(done.out).toContain('Map: 2 of 3');
  expect((await publish()).status).toBe(0);
  expect(placesOf('private').places).toHaveLength(2);
  expect(readFileSync(join(at('private'), 'explorer.html'), 'utf8')).toContain(licence);
});

test.each([
  [['--places', 'towns.csv'], '--places-source'],
  [['--places-source', 'x'], '--places'],
  [['--places-name', 'x'], '--places'],
])('%j is wrong use', async (words, says) => {
  const asked = ['release', 'synthesize', '--in', at('records.csv'), '--out', at('x'), ...words];
  const done = await ran(...asked);
  expect([done.status, done.problems]).toEqual([2, expect.stringContaining(`${says} is needed`)]);
});

test.each([
  ['missing.csv', 2, 'cannot be read'],
  ['.', 2, 'cannot be read'],
  ['empty.csv', 1, 'no rows'],
  ['header.csv', 1, 'no place'],
  ['text.csv', 1, '--places-name'],
])('%s is no file of places', async (name, status, says) => {
  writeFileSync(at('empty.csv'), '');
  writeFileSync(at('header.csv'), 'name,latitude,longitude\n');
  writeFileSync(at('text.csv'), '1,2\n3,4\n');
  const done = await made('x', name);
  expect([done.status, done.problems]).toEqual([status, expect.stringContaining(says)]);
});
