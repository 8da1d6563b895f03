import { expect, test } from 'vitest';
import { manifestOf, type ReleaseFacts } from '../manifest.ts';
import { bundled, bundleFiles } from './bundle.ts';
import { filtered, flows } from './filtered.ts';
import { explorerPage } from './page.ts';
import { releasedFrom, type Released, type ReleaseTexts } from './released.ts';
import { Teller, type Chosen, type Told } from './told.ts';

const hostile = '</script><script>alert(1)</script>';

// Written by hand: 20 made records, k of 5, pairs of values. Two places, two ages, a year that is not always known.
const lines = [
  ...copies(9, `North,young,2021`),
  ...copies(3, `North,old,`),
  ...copies(6, `"${hostile}",young,2022`),
  ...copies(2, `"${hostile}",old,2022`),
];
const counts = [
  ['1', 'place=North', '10'],
  ['1', `"place=${hostile}"`, '5'],
  ['1', 'age=young', '15'],
  ['1', 'age=old', '5'],
  ['1', 'year=2021', '5'],
  ['1', 'year=2022', '5'],
  ['2', 'place=North & age=young', '5'],
  ['2', `"age=young & place=${hostile}"`, '5'],
];
const facts: ReleaseFacts = {
  ...{ madeAt: '2026-01-01T00:00:00Z', madeBy: 'Freehold', method: 'best', k: 5, length: 2 },
  ...{ rows: 20, records: 20, totals: { made: 50, asked: 50 }, unit: 'subject' },
  columns: ['place', 'age', 'year'].map((name) => ({ name, kind: 'category', declared: true })),
  chance: 'system entropy',
};
const texts: ReleaseTexts = {
  manifest: JSON.stringify(manifestOf(facts)),
  counts: csv(counts),
  synthetic: ['place,age,year', ...lines, ''].join('\r\n'),
  codebook: JSON.stringify({
    format: 'freehold-codebook/1',
    subject: null,
    columns: [
      { kind: 'category', name: 'place', values: 'discover' },
      { kind: 'ordered', name: 'age', values: ['young', 'old'] },
      { kind: 'date', name: 'year', band: 'year' },
    ],
  }),
  ledger: null,
};

function copies(n: number, line: string): readonly string[] {
  return Array.from({ length: n }, () => line);
}
function csv(rows: readonly (readonly string[])[], header = 'length,combination,count'): string {
  return `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}
function read(change: Partial<ReleaseTexts> = {}): Released {
  const released = releasedFrom({ ...texts, ...change });
  if (!released.ok) throw new Error(JSON.stringify(released.problems));
  return released.value;
}
function problemsOf(change: Partial<ReleaseTexts>) {
  const released = releasedFrom({ ...texts, ...change });
  return released.ok ? [] : released.problems.map(({ code, where }) => [code, where?.row]);
}

test('[RL-30] a release is read into columns, records and combinations; values in the codebook’s order', () => {
  const released = read();
  expect(released.columns.map(({ values }) => values)).toEqual([
    [hostile, 'North'],
    ['young', 'old'],
    ['2021', '2022'],
  ]);
  expect(released.codes[2]?.filter((code) => code === 0)).toHaveLength(3);
  expect(released.combinations[1]).toEqual([0, 2, 1, 1, 5, 0, 1, 1, 1, 5]);
});

test('[RL-30] what the manifest does not promise is refused, with its row', () => {
  const withLine = (...line: string[]) => ({ counts: csv([...counts, line]) });
  expect(problemsOf(withLine('1', 'year=2020', '4'))).toEqual([['count-below-k', 10]]);
  expect(problemsOf(withLine('1', 'year=2020', '7'))).toEqual([['count-not-rounded', 10]]);
  expect(problemsOf(withLine('1', 'year=2020', '-5'))).toEqual([['count-not-whole', 10]]);
  expect(problemsOf(withLine('1', 'age=old', '5'))).toEqual([['combination-twice', 10]]);
  expect(problemsOf(withLine('1', 'name=Ann', '5'))).toEqual([['column-not-released', 10]]);
  expect(problemsOf(withLine('1', 'year', '5'))).toEqual([['combination-unreadable', 10]]);
  expect(problemsOf(withLine('3', 'place=North & age=old & year=2021', '5'))).toEqual([
    ['combination-length', 10],
  ]);
  expect(problemsOf({ counts: 'a,b\n' })).toEqual([['counts-header', 1]]);
  expect(problemsOf({ synthetic: 'place,age\r\n' })).toEqual([['header-not-manifest', 1]]);
  expect(problemsOf({ synthetic: `${texts.synthetic}North,old,\r\n` })).toEqual([
    ['records-not-manifest', undefined],
  ]);
  expect(problemsOf(withLine('1', '=1+1', '5'))).toEqual([['cell-is-formula', 10]]);
  const formula = texts.synthetic.replace('North,old,', 'North,old,=1+1');
  expect(problemsOf({ synthetic: formula })).toEqual([['cell-is-formula', 11]]);
  expect(problemsOf({ manifest: '{' })).toEqual([['not-json', undefined]]);
});

test('[RL-30] all problems come back at once, at most a hundred', () => {
  const many = Array.from({ length: 300 }, (_, at) => ['1', `year=${at}`, '1']);
  expect(problemsOf({ counts: csv(many) })).toHaveLength(100);
  expect(problemsOf({ counts: csv([['1', 'age=old', '1']]), synthetic: 'x' })).toHaveLength(2);
});

test('[RL-30] a ledger that is overdrawn is not released with', () => {
  const line = { seq: 1, at: '2026-01-01T00:00:00Z', kind: 'release', mechanism: 'm' } as const;
  const cost = { rho: 0.5, delta: 0, purpose: 'p', approvedBy: ['Ann'], hash: 'a'.repeat(64) };
  const budget = { delta: 1e-6, approvals: 1 };
  const shown = (epsilon: number) => ({
    ledger: { dataSet: 'made-up-1', budget: { ...budget, epsilon }, lines: [{ ...line, ...cost }] },
  });
  expect(problemsOf(shown(1))).toEqual([['ledger-overdrawn', undefined]]);
  expect(problemsOf(shown(10))).toEqual([]);
});

/** What the hand-written counts and records say of columns and values by name: told without the code under test. */
function expected(chosen: Readonly<Record<string, readonly string[]>>): Told {
  const pairs = Object.entries(chosen);
  const names = ['place', 'age', 'year'];
  const rows = lines.map((line) => line.replaceAll('"', '').split(','));
  const made = rows.filter((row) =>
    pairs.every(([name, values]) => values.includes(row[names.indexOf(name)] ?? '')),
  ).length;
  if (pairs.length > 2 || pairs.some(([, values]) => values.length > 1))
    return made < 5 ? { kind: 'few' } : { kind: 'synthetic', count: made };
  const wanted = pairs.map(([name, [value]]) => `${name}=${value ?? ''}`).toSorted();
  const found = counts.find(([, text = '']) => {
    const parts = text.replaceAll('"', '').split(' & ').toSorted();
    return parts.join() === wanted.join();
  });
  const count = Number(found?.[2] ?? 0);
  return count === 0 ? { kind: 'few' } : { kind: 'released', count, low: count, high: count + 4 };
}

test.each([
  {},
  { place: ['North'] },
  { age: ['old'] },
  { place: ['North'], year: ['2021'] },
  { place: ['North', hostile] },
  { place: ['North'], age: ['young', 'old'] },
] as readonly Readonly<Record<string, readonly string[]>>[])(
  '[RL-31] every bar tells one number: released, hidden, or of the made records (%#)',
  (chosen) => {
    const released = read();
    const column = (name: string) => released.columns.findIndex((each) => each.name === name);
    const codes: Chosen = new Map(
      Object.entries(chosen).map(([name, values]) => [
        column(name),
        values.map((value) => 1 + (released.columns[column(name)]?.values.indexOf(value) ?? 0)),
      ]),
    );
    const { bars } = filtered(new Teller(released), codes);
    const seen = bars.map((each) => each.map(({ told }) => told));
    const wanted = released.columns.map(({ name, values }) =>
      values.map((value) => expected({ ...chosen, [name]: [value] })),
    );
    expect(seen).toEqual(wanted);
  },
);

test('[RL-31] flows are the pairs that may be told, and no others', () => {
  const teller = new Teller(read());
  const told = { kind: 'released', count: 5, low: 5, high: 9 };
  expect(flows(teller, new Map(), 0, 1)).toEqual([
    { from: 1, to: 1, told },
    { from: 2, to: 1, told },
  ]);
  // No count was released of three values, so the made records tell: nine are North, young and of 2021.
  expect(flows(teller, new Map([[2, [1]]]), 0, 1)).toEqual([
    { from: 2, to: 1, told: { kind: 'synthetic', count: 9 } },
  ]);
});

test('[RL-30] the bundle holds the files as they were, a notice that stays text, and a page', () => {
  const bundle = bundled('A <b>title</b>', texts);
  if (!bundle.ok) throw new Error('refused');
  expect(Object.keys(bundle.value)).toEqual([...bundleFiles]);
  expect(bundle.value['counts.csv']).toBe(texts.counts);
  expect(bundle.value['notice.md']).toMatch(/^# A \\<b\\>title\\<\/b\\>/);
  expect(bundle.value['notice.md']).toContain('not differential privacy');
  expect(bundle.value['notice.md']).toContain('rounded down to a multiple of 5');
});

test('the page holds the release whatever a value says, and its policy lets nothing in from outside', () => {
  const html = explorerPage(read(), `Title ${hostile}`);
  const held = /<script type="application\/json" id="data">(.*?)<\/script/su.exec(html)?.[1] ?? '';
  expect(JSON.parse(held)).toMatchObject({ released: read() });
  expect(html.match(/<script/g)).toHaveLength(2);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-/);
  expect(html).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?https?:/);
});
