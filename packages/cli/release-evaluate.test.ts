import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generator } from '@freehold/core/numeric';
import { ran } from './testing.ts';

let folder = '';
const path = (name: string) => join(folder, name);

/** People of six columns with twelve values each, of which some go together. */
function people(name: string, many: number, seed: number): string {
  const { below } = generator(seed);
  const lines = Array.from({ length: many }, () => {
    let last = 0;
    return Array.from({ length: 6 }, () => {
      last = below(2) === 0 ? last : below(12);
      return `v${last}`;
    }).join();
  });
  writeFileSync(path(name), `a,b,c,d,e,f\n${lines.join('\n')}\n`);
  return path(name);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-evaluate-'));
  people('truth.csv', 400, 1);
  people('control.csv', 400, 2);
  people('others.csv', 400, 3);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (...more: readonly string[]) =>
  ran('release', 'evaluate', '--sensitive', path('truth.csv'), ...more);

test('release evaluate finds out a release that copies its originals, beside control records', async () => {
  const out = path('copy.json');
  const done = await evaluate(
    ...['--synthetic', path('truth.csv'), '--control', path('control.csv')],
    ...['--attacks', '200', '--secret', 'f', '--out', out],
  );
  expect(done.status).toBe(0);
  expect(done.out).toMatch(/Inferring f: right for .* Risk /);
  const { attacks } = JSON.parse(readFileSync(out, 'utf8'));
  expect(attacks.control).toBe(400);
  expect(attacks.inference).toHaveLength(1);
  expect(attacks.inference[0].risk.low).toBeGreaterThan(0.5);
  expect(attacks.linkability.risk.low).toBeGreaterThan(0.1);
});

test('release evaluate finds nothing in a release of other people, and no risk without a control', async () => {
  const done = await evaluate(
    ...['--synthetic', path('others.csv'), '--control', path('control.csv'), '--attacks', '200'],
  );
  const { attacks } = JSON.parse(done.out);
  expect(attacks.inference).toHaveLength(6);
  for (const { risk } of attacks.inference) expect(risk.low).toBeLessThan(0.05);
  const alone = await evaluate('--synthetic', path('others.csv'), '--attacks', '20');
  expect(JSON.parse(alone.out).inWords.join(' ')).toMatch(/no risk is stated/);
});

test('release evaluate tells what an earlier release and this one give away together', async () => {
  const earlier = path('earlier');
  mkdirSync(earlier);
  const manifest = {
    ...{ format: 'freehold-release/1', madeAt: '2025-06-01T00:00:00Z', madeBy: 'by hand' },
    ...{ method: 'best', k: 10, length: 1, rows: 30, records: 30 },
    columns: [{ name: 'x', kind: 'category', declared: false }],
    ...{ totals: { made: 0, asked: 0 }, unit: 'row', chance: 'system entropy' },
    ...{ guarantee: '', neighbours: '', counts: '', notCovered: [], warnings: [] },
  };
  writeFileSync(join(earlier, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(earlier, 'counts.csv'), 'length,combination,count\n1,"x=p,1",20\n');
  // Now 34 rows, shown as 30: at most nine came. 24 are shown as 20 as before; 10 show that were left out.
  writeFileSync(path('now.csv'), `x\n${'"p,1"\n'.repeat(24)}${'q\n'.repeat(10)}`);
  const options = ['--synthetic', path('now.csv'), '--earlier', earlier] as const;
  const compare = () => ran('release', 'evaluate', '--sensitive', path('now.csv'), ...options);
  const found = JSON.parse((await compare()).out);
  expect(found.earlier.counts).toMatchObject({ mostChanged: 9, way: 'added', exposed: 1 });
  expect(found.earlier.counts.listed).toEqual([
    { combination: 'x=q', earlier: [1, 9], now: [10, 18] },
  ]);
  expect(found.inWords.join(' ')).toMatch(/do not publish both/);
  expect(found.earlier.records).toBeNull();
  writeFileSync(join(earlier, 'counts.csv'), 'some,other,file\n1,2,3\n');
  expect((await compare()).problems).toMatch(/counts\.csv.*no file of counts/);
  writeFileSync(join(earlier, 'counts.csv'), 'length,combination,count\n1,x=q,12\n');
  expect((await compare()).problems).toMatch(/counts\.csv, row 2.*no multiple of 10/);
  const noisy = { format: manifest.format, method: 'private' };
  writeFileSync(join(earlier, 'manifest.json'), JSON.stringify(noisy));
  expect((await compare()).problems).toMatch(/manifest\.json.*has noise/);
});

test('release evaluate reads records back as they were before their formulas were guarded', async () => {
  writeFileSync(path('signs.csv'), `a\n${'=1+1\n'.repeat(12)}`);
  writeFileSync(path('guarded.csv'), `a\n${"'=1+1\n".repeat(12)}`);
  const done = await ran(
    ...[
      'release',
      'evaluate',
      '--sensitive',
      path('signs.csv'),
      '--synthetic',
      path('guarded.csv'),
    ],
  );
  expect(JSON.parse(done.out).byLength.at(-1)).toMatchObject({ share: 0 });
});

test('release evaluate takes the text 0 as the true records do: as a value where the codebook says so, else as absent', async () => {
  writeFileSync(path('zeros.csv'), `a,b\n${'0,x\n'.repeat(12)}`);
  const columns = ['a', 'b'].map((name) => ({ ...{ kind: 'category', name }, values: 'discover' }));
  const zero = columns.map((column) => ({ ...column, zero: 'value' }));
  writeFileSync(
    path('zeros.json'),
    JSON.stringify({ format: 'freehold-codebook/1', columns: zero }),
  );
  const words = ['--sensitive', path('zeros.csv'), '--synthetic', path('zeros.csv')];
  const [as, without] = [
    await ran('release', 'evaluate', ...words, '--codebook', path('zeros.json')),
    await ran('release', 'evaluate', ...words),
  ].map(({ out }) => JSON.parse(out).byLength.at(-1));
  expect(as).toMatchObject({ share: 0, error: { n: 3 } });
  expect(without).toMatchObject({ share: 0, error: { n: 1 } });
});

const nrm = new URL('../../../shared/data/uk/nrm-records-2022q2-2023q3.csv', import.meta.url)
  .pathname;

test.skipIf(!existsSync(nrm))(
  'real referral records go through split, plan, count, synthesize and evaluate; skipped where the shared data are absent',
  async () => {
    const [kept, control, trial] = [path('kept.csv'), path('held.csv'), path('trial')];
    const steps = [
      ['split', '--in', nrm, '--kept', kept, '--control', control, '--percent', '30'],
      ['plan', '--in', kept, '--propose', path('book.json')],
      ['count', '--in', kept, '--codebook', path('book.json'), '--out', path('counts.csv')],
      ['synthesize', '--in', kept, '--codebook', path('book.json'), '--out', trial],
    ];
    for (const step of steps) expect((await ran('release', ...step)).status).toBe(0);
    const done = await ran(
      ...['release', 'evaluate', '--sensitive', kept, '--synthetic', join(trial, 'synthetic.csv')],
      ...['--control', control, '--attacks', '100', '--secret', 'nationality'],
    );
    const { byLength, attacks, homogeneity } = JSON.parse(done.out);
    expect(byLength.at(-1).leaked.value).toBe(0);
    expect(byLength.at(-1).preserved.value).toBeGreaterThan(0.99);
    // A hundred tries by chance: far from the near certainty that a copy would give.
    expect(attacks.inference[0].risk.low).toBeLessThan(0.35);
    // Every local authority is of kind "la": no secret, but true of everybody in the group.
    expect(homogeneity.listed).toContainEqual(
      expect.objectContaining({
        ...{ group: [['responder', 'Local Authority']], column: 'responder_type', value: 'la' },
      }),
    );
  },
);

test('release evaluate says which column it does not know, and which file has others', async () => {
  const unknown = await evaluate('--synthetic', path('others.csv'), '--secret', 'g');
  expect(unknown).toMatchObject({ status: 2 });
  expect(unknown.problems).toMatch(/no column "g"/);
  writeFileSync(path('narrow.csv'), 'a,b\n1,2\n');
  const narrow = await evaluate('--synthetic', path('others.csv'), '--control', path('narrow.csv'));
  expect(narrow.problems).toMatch(/narrow\.csv.*different columns/);
});
