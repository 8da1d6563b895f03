import { describe, expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { barriersBrief } from './barriers-brief.ts';
import { barrierProblems } from './barrier.ts';
import { claimsFrom, type ClaimCount } from './claim.ts';
import { medianBand } from './median-band.ts';
import { outcomesFrom } from './outcome.ts';
import { outcomesShown } from './recovered.ts';
import { recoveryReport } from './recovery-report.ts';
import { remedyReport } from './remedy-report.ts';
import { remedyYears } from './remedy.ts';
import { compensationRoutes } from './route.ts';

const setting = {
  ...{ partnership: 'Ours', place: 'Harbourside', madeUp: false, today: '2026-01-02' },
  ...{ least: 5, source: 'Advice centre' },
};
const claim = (n: number, change: Partial<ClaimCount> = {}): ClaimCount => ({
  ...{ year: 2025, route: 'tribunal', outcome: 'awarded', stage: 'paid', represented: 'yes' },
  ...{ band: 'under-1000', duration: '6-11', n },
  ...change,
});
const refusedClaim = (n: number, change: Partial<ClaimCount> = {}) =>
  claim(n, { outcome: 'refused', stage: 'decided', band: '', ...change });

describe('claims of a year', () => {
  test('[RC-5] award rate is awarded ÷ decided, with Wilson’s interval', () => {
    const [year] = remedyYears([claim(8), refusedClaim(12)], 5);
    // 8 of 20, Wilson 95%: 0.2188 to 0.6134 (Newcombe 1998, method 3, worked by hand).
    expect(year?.awardRate.value).toBeCloseTo(0.4, 10);
    expect(year?.awardRate.low).toBeCloseTo(0.2188, 4);
    expect(year?.awardRate.high).toBeCloseTo(0.6134, 4);
    expect(year?.paidRate).toMatchObject({ value: 1, n: 8 });
  });

  test('[RC-2] [RC-5] a hidden outcome hides a second one, and the rate with it', () => {
    const [year] = remedyYears([claim(8), refusedClaim(3)], 5);
    expect(year?.total).toBe(11);
    expect(year?.outcomes).toEqual([
      { code: 'pending', n: 0 },
      { code: 'awarded', n: null },
      { code: 'refused', n: null },
      { code: 'withdrawn', n: 0 },
    ]);
    expect(year?.awardRate.because).toBe('suppressed');
    for (const part of [...(year?.bands ?? []), ...(year?.durations ?? [])])
      expect(part.n).toBe(null);
  });

  test('[RC-3] a year of few claims says nothing', () => {
    const [year] = remedyYears([claim(4)], 5);
    expect(year).toMatchObject({ total: null, awardRate: { value: null } });
    expect(year?.routes[0]?.n).toBe(null);
  });

  test('[RC-4] a route with a small cell is hidden beside another', () => {
    const other = { route: 'civil' } as const;
    const [year] = remedyYears(
      [claim(20), refusedClaim(10), claim(2, other), refusedClaim(30, other)],
      5,
    );
    expect(year?.routes.map(({ n }) => n)).toEqual([32, 30]);
    expect(year?.routes.flatMap(({ outcomes }) => outcomes.map(({ n }) => n))).toEqual(
      Array.from({ length: 8 }, () => null),
    );
    expect(year?.awardRate.n).toBe(62);
  });
});

describe('[RC-5] the band of the median', () => {
  const bands = ['a', 'b', 'c'];
  test('lies where the middle one is, with the ranks of its interval', () => {
    // n = 21: the 11th; ranks (21 − 1.96√21)/2 = 6.0 and 1 + (21 + 1.96√21)/2 = 16.0, so 6 and 16 (17 rounded up).
    expect(medianBand(bands, [5, 10, 6, 0], 21, 5)).toEqual({
      ...{ kind: 'band', from: 'b', to: 'b', low: 'b', high: 'c', n: 21 },
    });
  });
  test('lies between the bands of the two in the middle, where they are two', () => {
    // n = 20: the 10th is in a, the 11th in b.
    expect(medianBand(bands, [10, 10, 0, 0], 20, 5)).toMatchObject({ from: 'a', to: 'b' });
    expect(medianBand(bands, [9, 11, 0, 0], 20, 5)).toMatchObject({ from: 'b', to: 'b' });
  });
  test('is said between two where hidden counts leave it open', () => {
    expect(medianBand(bands, [null, 4, null, 0], 20, 5)).toMatchObject({ from: 'a', to: 'c' });
    expect(medianBand(bands, [12, null, null, 0], 20, 5)).toMatchObject({ from: 'a', to: 'a' });
  });
  test('is not there without decisions, or where it is not known for how many', () => {
    expect(medianBand(bands, [0, 0, 0, 0], 0, 5)).toEqual({ kind: 'none', because: 'none' });
    expect(medianBand(bands, [9, 9, 9, null], 30, 5).kind).toBe('none');
  });
});

describe('[RC-9] [RC-10] recovery', () => {
  const answers = { met: 6, partly: 7, not: 8, unknown: 0 } as const;
  const at = (point: 'entry' | 'm6', rater: 'survivor' | 'worker', change: object = {}) =>
    (['met', 'partly', 'not', 'unknown'] as const).map((answer) => ({
      ...{ year: 2025, outcome: 'housing' as const, point, rater, answer },
      n: { ...answers, ...change }[answer],
    }));
  const found = outcomesShown(
    [...at('entry', 'survivor'), ...at('m6', 'survivor', { met: 40 }), ...at('m6', 'worker')],
    5,
  );
  const housing = (rater: string) =>
    found.find((each) => each.outcome === 'housing' && each.rater === rater);

  test('keeps survivors and workers apart, and leaves unknown out of the share', () => {
    expect(housing('survivor')?.points[0]?.met).toMatchObject({ n: 21 });
    expect(housing('survivor')?.points[0]?.met.value).toBeCloseTo(6 / 21, 10);
    expect(housing('worker')?.points[0]?.total).toBe(0);
    expect(housing('worker')?.points[2]?.met.value).toBeCloseTo(6 / 21, 10);
  });

  test('tells a change from entry only where it can be told', () => {
    expect(housing('survivor')?.points[2]?.change?.told).toBe('higher');
    expect(housing('worker')?.points[2]?.change).toBe(null);
  });

  test('[RC-1] hides small answers and the share with them', () => {
    const [first] = outcomesShown(at('entry', 'survivor', { met: 2 }), 5);
    expect(first?.points[0]).toMatchObject({
      ...{ total: 17, met: { because: 'suppressed' } },
      answers: { met: null, partly: null, not: 8, unknown: 0 },
    });
  });
});

describe('[RC-6] [RC-7] a file of counts', () => {
  const head = 'Year,Route,Outcome,Stage,Represented,Band,Duration,N,Name\n';
  test('gives its known columns and nothing else', () => {
    const read = claimsFrom(`${head}2025,tribunal,awarded,paid,yes,,,7,Somebody`);
    expect(read).toEqual({
      ok: true,
      value: [claim(7, { band: 'not-known', duration: 'not-known' })],
    });
  });

  test('tells every problem with its row and column', () => {
    const read = claimsFrom(
      `${head}1825,tribunal,pending,paid,yes,,,x,\n2025,tribunal,pending,paid,yes,under-1000,6-11,3,\n2025,moon,awarded,paid,yes,,,1,\n2025,tribunal,refused,decided,no,,,1,\n2025,tribunal,refused,decided,no,,,2,`,
    );
    expect(
      read.ok ? [] : read.problems.map(({ code, where }) => [code, where?.row, where?.column]),
    ).toEqual([
      ['not-a-year', 2, 'year'],
      ['not-a-count', 2, 'n'],
      ['stage-does-not-fit', 3, 'stage'],
      ['only-of-awarded', 3, 'band'],
      ['only-of-decided', 3, 'duration'],
      ['not-one-of', 4, 'route'],
      ['row-repeated', 6, undefined],
    ]);
  });

  test('needs its columns, and something in it', () => {
    expect(outcomesFrom('year,n\n2025,3')).toMatchObject({
      problems: [
        ...['outcome', 'point', 'rater', 'answer'].map((column) => ({
          ...{ code: 'column-missing', where: { row: 1, column } },
        })),
      ],
    });
    expect(outcomesFrom('year,outcome,point,rater,answer,n')).toMatchObject({ ok: false });
  });
});

test('[RC-8] every route has a source, a day, and what nobody has verified', () => {
  expect(compensationRoutes.length).toBeGreaterThan(8);
  expect(new Set(compensationRoutes.map(({ code }) => code)).size).toBe(compensationRoutes.length);
});

test('[RC-11] a barrier is ended with a reason only', () => {
  expect(barrierProblems({ status: 'removed', reason: '' })).toHaveLength(1);
  expect(barrierProblems({ status: 'worked-on', reason: '' })).toEqual([]);
});

test('every report is a whole document, and holds no hidden count', () => {
  const years = remedyYears([claim(8), refusedClaim(3)], 5);
  const remedy = remedyReport(setting, years);
  const recovery = recoveryReport(setting, outcomesShown([], 5));
  const brief = barriersBrief(setting, [
    {
      ...{ id: '1', title: 'Two years', detail: '', route: 'criminal-injuries', affects: '' },
      ...{ ownerOrganisation: '', ownerRole: '', asks: 'Change the limit', status: 'seen' },
      ...{ reason: '', seenOn: '2025-01-01' },
    },
  ]);
  for (const each of [remedy, recovery, brief]) expect(Document.parse(each)).toEqual(each);
  expect(remedy.sheet.rows.some((row) => row[4] === 8 || row[4] === 3)).toBe(false);
  expect(JSON.stringify(remedy)).toContain('[c]');
  expect(JSON.stringify(brief)).toContain('Change the limit');
});
