import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBundle } from '@freehold/core/composite';
import { csvText, records } from '@freehold/core/table';
import { ran } from './testing.ts';

// A real index: police force areas of England, as docs/examples/police-areas describes it. The data are not ours to
// copy, so these tests are skipped where the shared folder is not there.

const published = '../shared/data/uk';
const example = 'docs/examples/police-areas';
const folder = mkdtempSync(join(tmpdir(), 'freehold-areas-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const rowsOf = (name: string) =>
  records(readFileSync(`${published}/${name}`, 'utf8')).records.map(({ cells }) => cells);

/** Districts of a force area by their code of 2024; those merged since 2019 are in no list of deprivation. */
function areas() {
  const lookup = rowsOf('lookup-ltla24-csp24-pfa24.csv');
  const found = new Map<string, { readonly name: string; readonly districts: string[] }>();
  for (const { ltla24_code = '', pfa24_code = '', pfa24_name = '' } of lookup) {
    if (!pfa24_code.startsWith('E')) continue;
    const area = found.get(pfa24_code) ?? { name: pfa24_name, districts: [] };
    area.districts.push(ltla24_code);
    found.set(pfa24_code, area);
  }
  return found;
}

function referrals() {
  const counts = new Map<string, { all: number; children: number; known: number }>();
  for (const row of rowsOf('nrm-referrals-2022q2-2023q3.csv')) {
    if (row['responder_type'] !== 'police') continue;
    const force = forceNamed(row['responder'] ?? '');
    const count = counts.get(force) ?? { all: 0, children: 0, known: 0 };
    const people = Number(row['people']);
    const isChild = row['age']?.startsWith('Child') === true;
    const isKnown = isChild || row['age']?.startsWith('Adult') === true;
    count.all += people;
    count.children += isChild ? people : 0;
    count.known += isKnown ? people : 0;
    counts.set(force, count);
  }
  return counts;
}

function forceNamed(responder: string): string {
  if (responder === 'City of London Police') return 'London, City of';
  if (responder === 'Metropolitan Police Service') return 'Metropolitan Police';
  return responder.replace(/ (Police|Constabulary)$/, '');
}

function writeAreas(): void {
  const deprivation = new Map(
    rowsOf('imd2019-english-local-authorities.csv').map((row) => [row['LAD19CD'], row]),
  );
  const referred = referrals();
  const errors: { referrals: (number | null)[]; child_share: (number | null)[] } = {
    ...{ referrals: [], child_share: [] },
  };
  const rows = [...areas()].map(([code, { name, districts }]) => {
    const known = districts
      .map((district) => deprivation.get(district))
      .filter((row) => row !== undefined);
    const mean = (column: string) =>
      known.length === 0
        ? null
        : known.reduce((sum, row) => sum + Number(row[column]), 0) / known.length;
    const count = referred.get(name);
    const share = count === undefined ? null : count.children / count.known;
    errors.referrals.push(count === undefined ? null : Math.sqrt(count.all));
    errors.child_share.push(
      share === null ? null : Math.sqrt((share * (1 - share)) / (count?.known ?? 1)),
    );
    const deprived = ['Score', 'Proportion', 'Extent'].map(mean);
    return [code, name, ...deprived, count?.all ?? null, share];
  });
  const header = ['uCode', 'uName', 'dep_score', 'dep_share', 'dep_extent'];
  writeFileSync(at('data.csv'), csvText([[...header, 'referrals', 'child_share'], ...rows]));
  const sources = [
    { kind: 'values', errors },
    { kind: 'weights', by: 0.25 },
    {
      kind: 'normalise',
      options: [{ method: 'minmax', range: [0, 100] }, { method: 'prank' }],
    },
    { kind: 'treat', options: ['none', 'auto'] },
  ];
  writeFileSync(at('uncertainty.json'), JSON.stringify({ sources }));
}

const files = ['--data', at('data.csv'), '--meta', `${example}/meta.csv`];
const method = ['--method', `${example}/method.json`];

test.skipIf(!existsSync(published))(
  'a real index of police force areas is what COINr gives (skipped without the shared data)',
  async () => {
    writeAreas();
    const table = records(readFileSync(at('data.csv'), 'utf8')).records.map(({ cells }) => cells);
    // Counted by another program: 39 areas, 5,157 people, 992 of them by the Metropolitan Police, 418 children of 916.
    expect(table).toHaveLength(39);
    expect(table.reduce((sum, row) => sum + Number(row['referrals']), 0)).toBe(5157);
    const london = table.find(({ uName }) => uName === 'Metropolitan Police');
    expect(london).toMatchObject({ referrals: '992', child_share: String(418 / 916) });
    const merged = table.filter(({ dep_score }) => dep_score === '').map(({ uName }) => uName);
    expect(merged.toSorted((a = '', b = '') => (a < b ? -1 : 1))).toEqual([
      ...['Cumbria', 'Northamptonshire'],
    ]);
    const words = [...files, ...method, '--recipe', at('recipe.json')];
    const done = await ran('index', 'compute', ...words, '--out', at('scores.csv'), '--json');
    expect(JSON.parse(done.out)).toMatchObject({ units: 39, indicators: 5, levels: 3 });
    const scores = new Map(
      records(readFileSync(at('scores.csv'), 'utf8')).records.map(({ cells }) => [
        cells['uCode'],
        cells,
      ]),
    );
    // R 4.2.2 with COINr 1.1.14: Treat, Normalise, Aggregate with dat_thresh 0.5, over the same table.
    const wanted = [
      ['E23000004', 99.99999999999999, 38.3479174413419, 69.17395872067097],
      ['E23000005', 74.77295304023443, 61.8769190715458, 68.32493605589013],
      ['E23000031', 0, 31.9188826990005, 15.95944134950023],
      ['E23000034', 7.95455832662316, 3.9684471928714, 5.96150275974728],
    ] as const;
    for (const [code, deprivation, found, look] of wanted) {
      const row = scores.get(code);
      expect(Number(row?.['deprivation'])).toBeCloseTo(deprivation, 9);
      expect(Number(row?.['found'])).toBeCloseTo(found, 9);
      expect(Number(row?.['look'])).toBeCloseTo(look, 9);
    }
    expect(JSON.parse(readFileSync(at('recipe.json'), 'utf8'))).toMatchObject({
      log: [{ step: 'treat', indicator: 'referrals', done: 'winsorised', units: ['E23000001'] }],
    });
  },
);

test.skipIf(!existsSync(published))(
  'its notices and intervals go with its numbers, and its bundle works out again (skipped without the shared data)',
  async () => {
    writeAreas();
    const words = [...files, ...method, '--uncertainty', at('uncertainty.json')];
    const bundled = await ran(
      ...[
        'index',
        'bundle',
        ...words,
        '--draws',
        '300',
        '--base',
        '32',
        '--out',
        at('areas.json'),
        '--json',
      ],
    );
    expect(bundled.status).toBe(0);
    expect(bundled.problems.match(/Detection, not prevalence/g)).toHaveLength(2);
    const read = readBundle(JSON.parse(readFileSync(at('areas.json'), 'utf8')));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.notices.map(({ code }) => code)).toContain('referrals');
    const standings = records(read.value.standings ?? '').records.map(({ cells }) => cells);
    const low = standings.map((row) => Number(row['rank_low']));
    const high = standings.map((row) => Number(row['rank_high']));
    expect(low.every((place, area) => place <= (high[area] ?? 0))).toBe(true);
    // Nobody is first for sure, and no area has a place of its own that the draws do not move.
    expect(low.filter((place) => place === 1).length).toBeGreaterThan(1);
    expect(Math.max(...standings.map((row) => Number(row['group'])))).toBeLessThan(10);
    expect(await ran('index', 'recompute', at('areas.json'))).toMatchObject({ status: 0 });
  },
);
