import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReviewProfile } from '@freehold/core/review';
import { run } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-cli-'));
const at = (name: string) => join(folder, name);
const keep = (name: string, ...lines: readonly string[]) => {
  writeFileSync(at(name), `${lines.join('\n')}\n`);
  return at(name);
};
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command wrote to standard output and standard error. */
let said = { out: '', error: '' };
beforeEach(() => {
  said = { out: '', error: '' };
  const hear = (key: 'out' | 'error') => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('error'));
});
afterEach(() => vi.restoreAllMocks());

const problems = () =>
  said.error
    .trim()
    .split('\n')
    .map((line) => {
      const { code, where } = JSON.parse(line);
      return [code, where?.file?.split('/').at(-1), where?.row, where?.column];
    });

async function starter(): Promise<string> {
  const file = at('starter.json');
  await run(['framework', 'export', '--profile', 'starter', '--out', file]);
  return file;
}

const header = 'rater,agency,indicator,rating,grade,confidence';
const answers = (indicator: string) =>
  ['police', 'council', 'charity'].map(
    (agency, i) => `r-${agency},${agency},${indicator},${i + 1},B,high`,
  );

function profileIn(file: string): ReviewProfile {
  return ReviewProfile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

describe('review score', () => {
  test('scores the topics of an exported framework, with intervals and the recipe', async () => {
    const framework = await starter();
    const ratings = keep('r.csv', header, ...answers('1.1.3'), ...answers('4.1.1'));
    const out = at('profile.json');
    expect(
      await run([
        'review',
        'score',
        '--framework',
        framework,
        '--ratings',
        ratings,
        '--out',
        out,
        '--seed',
        '7',
      ]),
    ).toBe(0);
    const profile = profileIn(out);
    const topic = profile.topics.find(({ code }) => code === 'T1.1');
    expect(topic).toMatchObject({ score: 2, coverage: 1, raters: 3, agencies: 3 });
    // From agencies that say 1, 2 and 3 the draws run from all 1 to all 3, each once in 27.
    expect([topic?.low, topic?.high]).toEqual([1, 3]);
    const unrated = profile.topics.find(({ code }) => code === 'T1.2');
    expect(unrated).toMatchObject({ score: null, low: null, high: null, coverage: 0, raters: 0 });
    expect(profile.recipe).toMatchObject({
      profile: 'every-indicator',
      interval: { seed: 7, draws: 2000 },
    });
    expect(said.out).toContain(`Wrote ${out}`);
    expect(readdirSync(folder).filter((name) => name.startsWith('.freehold-'))).toEqual([]);
  });

  test('without --out the profile goes to standard output', async () => {
    const ratings = keep('r.csv', header, ...answers('1.1.3'));
    const framework = await starter();
    said.out = '';
    expect(
      await run(['--json', 'review', 'score', '--framework', framework, '--ratings', ratings]),
    ).toBe(0);
    expect(ReviewProfile.parse(JSON.parse(said.out)).raters).toBe(3);
  });

  test('a profile of the whole framework scores the same', async () => {
    const full = at('full.json');
    await run(['framework', 'export', '--profile', 'full', '--out', full]);
    const ratings = keep('r.csv', header, ...answers('1.1.3'));
    const cut = at('cut.json');
    const whole = at('whole.json');
    await run([
      'review',
      'score',
      '--framework',
      await starter(),
      '--ratings',
      ratings,
      '--out',
      cut,
    ]);
    await run([
      'review',
      'score',
      '--framework',
      full,
      '--profile',
      'starter',
      '--ratings',
      ratings,
      '--out',
      whole,
    ]);
    expect(profileIn(whole).topics).toEqual(profileIn(cut).topics);
    expect(profileIn(whole).recipe.profile).toBe('starter');
  });

  describe('observations', () => {
    const rows = ['E1', 'E2', 'E3', 'E4', 'E5'].map((place, i) => `1.1.1,${place},2019,${i + 1}`);
    const score = (observations: string, ...more: readonly string[]) => {
      const full = at('full.json');
      const ratings = keep('r.csv', header, ...answers('1.1.3'));
      const out = at('measured.json');
      return run(['framework', 'export', '--profile', 'full', '--out', full]).then(() =>
        run([
          'review',
          'score',
          '--framework',
          full,
          '--ratings',
          ratings,
          '--observations',
          observations,
          '--out',
          out,
          '--json',
          ...more,
        ]),
      );
    };
    const measured = () =>
      profileIn(at('measured.json')).indicators.find(({ code }) => code === '1.1.1');

    test('stand by the fifth of the other places, less deprivation being better', async () => {
      const observations = keep('o.csv', 'indicator,place,period,value', ...rows);
      expect(await score(observations, '--place', 'E1')).toBe(0);
      expect(measured()).toMatchObject({ basis: 'measured', score: 4, coverage: 1 });
      expect(await score(observations, '--place', 'E5')).toBe(0);
      expect(measured()).toMatchObject({ basis: 'measured', score: 0 });
      expect(profileIn(at('measured.json')).recipe.measured).toEqual([
        { indicator: '1.1.1', by: 'quintile', value: 5, period: '2019', group: 5 },
      ]);
    });

    test('of several places need one to be named', async () => {
      const observations = keep('o.csv', 'indicator,place,period,value', ...rows);
      expect(await score(observations)).toBe(2);
      expect(problems()).toEqual([['place-needed', undefined, undefined, undefined]]);
    });

    test('of an unknown place are wrong use, and of one place need no name', async () => {
      const one = keep('o.csv', 'indicator,place,period,value', '1.1.1,E1,2019,5');
      expect(await score(one)).toBe(0);
      expect(measured()).toMatchObject({ basis: 'none', score: null });
      expect(await score(one, '--place', 'E9')).toBe(2);
    });
  });

  test('every fault of both tables is said at once, with file, row and column', async () => {
    const framework = await starter();
    const ratings = keep('r.csv', header, 'r1,a,1.1.3,5,,', 'r1,a,1.1.1,3,,', 'r1,a,1.1.3,N/A,Z,');
    const observations = keep('o.csv', 'indicator,place,period,value', '1.1.3,E1,later,1');
    const status = await run([
      'review',
      'score',
      '--framework',
      framework,
      '--ratings',
      ratings,
      '--observations',
      observations,
      '--json',
    ]);
    expect(status).toBe(1);
    expect(problems()).toEqual([
      ['not-one-of', 'r.csv', 2, 'rating'],
      ['unknown-indicator', 'r.csv', 3, 'indicator'],
      ['not-one-of', 'r.csv', 4, 'rating'],
      ['not-one-of', 'r.csv', 4, 'grade'],
      ['rated-twice', 'r.csv', 4, 'indicator'],
      ['period-unclear', 'o.csv', 2, 'period'],
    ]);
  });

  test('a fault in words names file, row, column and what is allowed', async () => {
    const ratings = keep('r.csv', header, 'r1,a,1.1.3,5,,');
    expect(
      await run(['review', 'score', '--framework', await starter(), '--ratings', ratings]),
    ).toBe(1);
    expect(said.error).toBe(
      `${ratings}, row 2, column rating: "5" is none of 0, 1, 2, 3, 4, na, dk\n`,
    );
  });

  test.each([
    ['nothing', [], 'option-needed'],
    ['an unknown option', ['--frame', 'x'], 'wrong-use'],
    [
      'a seed that is none',
      ['--framework', 'f', '--ratings', 'r', '--seed', 'x'],
      'seed-out-of-range',
    ],
    [
      'a file that is not there',
      ['--framework', 'no.json', '--ratings', 'no.csv'],
      'file-unreadable',
    ],
  ])('%s is wrong use', async (_, words, code) => {
    expect(await run(['review', 'score', ...words, '--json'])).toBe(2);
    expect(problems().map(([each]) => each)).toContain(code);
  });

  test('an unknown profile is wrong use and names those there are', async () => {
    const ratings = keep('r.csv', header, ...answers('1.1.3'));
    expect(
      await run([
        'review',
        'score',
        '--framework',
        await starter(),
        '--ratings',
        ratings,
        '--profile',
        'x',
      ]),
    ).toBe(2);
    expect(said.error).toContain('it has starter');
  });

  test('what cannot be written leaves nothing behind', async () => {
    const ratings = keep('r.csv', header, ...answers('1.1.3'));
    const framework = await starter();
    const before = readdirSync(folder);
    expect(
      await run([
        'review',
        'score',
        '--framework',
        framework,
        '--ratings',
        ratings,
        '--out',
        folder,
        '--json',
      ]),
    ).toBe(2);
    expect(problems()[0]?.[0]).toBe('file-not-written');
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a table saved by a spreadsheet in Windows-1252 keeps its letters', async () => {
    const file = at('latin.csv');
    writeFileSync(file, Buffer.from(`${header}\r\nr1,Caf\xe9,1.1.3,3,,\r\n`, 'latin1'));
    const framework = await starter();
    said.out = '';
    expect(await run(['review', 'score', '--framework', framework, '--ratings', file])).toBe(0);
    expect(ReviewProfile.parse(JSON.parse(said.out)).agencies).toEqual(['Café']);
  });
});

test('as a program of its own it answers with its exit status and says faults on standard error', () => {
  const program = fileURLToPath(new URL('./bin/freehold.mjs', import.meta.url));
  const call = (...words: readonly string[]) =>
    spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  const file = at('spawned.json');
  expect(call('framework', 'export', '--profile', 'starter', '--out', file).status).toBe(0);
  const ratings = keep('r.csv', header, 'r1,council,4.1.1,dk,,', 'r2,police,9.9.9,3,,');
  const failed = call('review', 'score', '--framework', file, '--ratings', ratings);
  expect(failed.status).toBe(1);
  expect(failed.stdout).toBe('');
  expect(failed.stderr).toContain('row 3, column indicator');
  const fine = call(
    'review',
    'score',
    '--framework',
    file,
    '--ratings',
    keep('r.csv', header, 'r1,council,4.1.1,4,,'),
  );
  expect(fine.status).toBe(0);
  expect(JSON.parse(fine.stdout)).toHaveProperty('recipe.method', 'freehold-review/1');
});
