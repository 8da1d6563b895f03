import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Answer, IndicatorScore, ReviewProfile } from '@freehold/core/review';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { makeDataSet, makeMeasure, makePlaces, observe } from '../testing/observations.ts';
import {
  askRater,
  makeReview,
  moveTo,
  rate,
  stage,
  type Stage,
  type TestRater,
} from '../testing/stage.ts';
import type { AgreeingPage } from './shapes.ts';

// One review from its first line to its publication, through the routes alone. Expected numbers are worked out in
// the comments, from the ratings below and the rules of core/review/rules.md.

const raters = ['P1', 'P2', 'C', 'H', 'V', 'F'] as const;
type Who = (typeof raters)[number];
/** Two raters speak for the police; everybody else is alone for their agency. */
const agencyOf: Record<Who, string> = {
  P1: 'Police',
  P2: 'Police',
  C: 'Council',
  H: 'Health',
  V: 'Charity',
  F: 'Fire service',
};

const all = (answer: Answer) => Object.fromEntries(raters.map((who) => [who, answer]));
const given: Record<string, Partial<Record<Who, Answer>>> = {
  '1.1.3': { P1: '0', P2: '2', C: '2', H: '3', V: 'dk', F: '4' },
  '1.1.4': { P1: '1', P2: '1', C: '3', H: '3', V: '3', F: '3' },
  '1.2.4': all('4'),
  '1.3.3': all('2'),
  '1.3.4': all('1'),
  '1.4.2': all('3'),
  '1.4.3': all('na'),
  '1.4.4': { P1: '1', C: '1', H: '1' },
  '5.1.1': all('1'),
};

describe.each(homes)('a whole review on %s', (_name, open) => {
  let on: Stage;
  let review: string;
  let measure: string;
  let dataSet: string;
  let districts: readonly string[];

  let opened: OpenedHome;
  beforeAll(async () => {
    opened = await open();
    on = await stage(opened.home);
    measure = await makeMeasure(on.house, { code: 'imd-income' });
    dataSet = await makeDataSet(on.house, 'imd', '2025-11-01');
    districts = [on.place, ...(await makePlaces(on.house, 'district', ['B', 'C', 'D', 'E', 'F']))];
    const seen = districts.map((place, at) => ({ place, value: 10 + at }));
    await observe(on.house, { measure, dataSet }, seen);
  });
  afterAll(async () => {
    await on.house.close();
    await opened.close();
  });

  const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
    on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
  const profileNow = async (): Promise<ReviewProfile> =>
    (await (await call(`/reviews/${review}/profile`)).json()).profile;

  test('six raters rate blind, agree, and publish', async () => {
    review = await makeReview(on, { profile: 'full', title: 'Harbourside 2026' });
    const links = new Map<Who, TestRater>();
    for (const who of raters) links.set(who, await askRater(on, review, agencyOf[who], who));
    await moveTo(on, review, 'rating');
    for (const who of raters) {
      const token = links.get(who)?.token ?? '';
      for (const [indicator, answers] of Object.entries(given)) {
        const answer = answers[who];
        const grade = who === 'P1' ? 'A' : null;
        if (answer === undefined) continue;
        expect((await rate(on, token, indicator, answer, { grade })).status).toBe(200);
      }
      await on.house.call(`/api/rate/${token}/finish`, { json: { finished: true } });
    }
    const open = await (await call(`/reviews/${review}`)).json();
    expect(open).toMatchObject({ asked: 98, moves: [{ to: 'agreeing', allowed: true }, {}] });
    expect(
      open.raters.map((each: { roleTitle: string; answered: number }) => [
        each.roleTitle,
        each.answered,
      ]),
    ).toEqual([
      ['V', 8],
      ['C', 9],
      ['F', 8],
      ['H', 9],
      ['P1', 9],
      ['P2', 8],
    ]);

    await moveTo(on, review, 'agreeing');
    const agreed = { answer: '3', rationale: 'The advice plan was read out.', dissent: '' };
    await call(`/reviews/${review}/agreed/1.1.4`, { method: 'PUT', json: agreed });
    const page: z.infer<typeof AgreeingPage> = await (
      await call(`/reviews/${review}/agreeing`)
    ).json();
    const [material] = page.topics;
    expect(material?.indicators.find(({ code }) => code === '1.1.1')?.measured).toEqual({
      score: 4,
      by: 'quintile',
      value: 10,
      period: '2024',
      title: 'Measure imd-income',
      unit: '%',
      placeName: 'Harbourside',
      source: 'Data imd, Office, 2025',
    });
    expect(page).toMatchObject({ agreedCount: 1, total: 119 });
  });

  test('the scores are those worked out by hand', async () => {
    const profile = await profileNow();
    expect(profile).toMatchObject({ raters: 6, framework: { version: 1 } });
    expect(profile.agencies).toEqual(['Charity', 'Council', 'Fire service', 'Health', 'Police']);
    const indicator = (code: string) => profile.indicators.find((each) => each.code === code);
    const topic = (code: string) => profile.topics.find((each) => each.code === code);

    // 1.1.1: lowest of six, so in the lowest fifth; less is better, so 5 − 1.
    expect(indicator('1.1.1')).toMatchObject({ basis: 'measured', score: 4, coverage: 1 });
    // 1.1.3: the police say (0 + 2) / 2 = 1, the others 2, 3 and 4; the charity does not know: 5 of 6 answered.
    // Mean and median 2.5; quartiles of 1, 2, 3, 4 by type 7; two of four within a step; distances 1.5, .5, .5, 1.5.
    expect(indicator('1.1.3')).toMatchObject({
      basis: 'ratings',
      score: 2.5,
      median: 2.5,
      quartiles: [1.75, 3.25],
      spread: 3,
      withinOneStep: 0.5,
      disagreement: 0.5,
      agencies: 4,
      raters: 5,
      dontKnow: 1,
    } satisfies Partial<IndicatorScore>);
    expect(indicator('1.1.3')?.coverage).toBeCloseTo(5 / 6, 12);
    // 1.1.4: agreed at 3; the ratings beside it stay: the police 1, four others 3.
    expect(indicator('1.1.4')).toMatchObject({
      basis: 'agreed',
      score: 3,
      mean: 13 / 5,
      coverage: 1,
    });

    // T1.1: (4 + 2.5 + 3) / 3; the fourth, 1.1.2, has no data: coverage (1 + 0 + 5/6 + 1) / 4.
    expect(topic('T1.1')).toMatchObject({ answered: 3, applicable: 4, raters: 6, agencies: 5 });
    expect(topic('T1.1')?.score).toBeCloseTo(9.5 / 3, 12);
    expect(topic('T1.1')?.coverage).toBeCloseTo(17 / 24, 12);
    expect(topic('T1.1')?.grades).toEqual({ A: 2, B: 0, C: 0, D: 0, none: 9 });
    expect(topic('T1.1')?.low).toBeLessThan(9.5 / 3);
    expect(topic('T1.1')?.high).toBeGreaterThan(9.5 / 3);
    // T1.2: one of four answered by all: a quarter is too little for a score.
    expect(topic('T1.2')).toMatchObject({ score: null, coverage: 0.25, noScore: 'low-coverage' });
    // T1.3: context leaves it; all say 2 and 1, so every draw gives 1.5 and agreement is whole.
    expect(topic('T1.3')).toMatchObject({ score: 1.5, low: 1.5, high: 1.5, coverage: 1, alpha: 1 });
    // T1.4: 1.4.3 applies to nobody and leaves; no data, all, half: (0 + 1 + 1/2) / 3, which is just enough.
    expect(topic('T1.4')).toMatchObject({ score: 2, coverage: 0.5, applicable: 3, answered: 2 });
    // Level 5 is shown item by item.
    expect(topic('T5.1')).toMatchObject({ score: null, noScore: 'not-averaged' });
    expect(indicator('5.1.1')).toMatchObject({ score: 1 });

    // Level 1: (17/24 + 1/4 + 1 + 1/2 + 0 + 0) / 6 is under a half.
    const [first] = profile.levels;
    expect(first).toMatchObject({ code: 'L1', score: null });
    expect(first?.coverage).toBeCloseTo((17 / 24 + 7 / 4) / 6, 12);
  });

  test('gaps are proposed from them, weighed, and the place’s home shows it all', async () => {
    const { added } = await (await call(`/reviews/${review}/gaps/propose`, { json: {} })).json();
    const { gaps } = await (await call(`/places/${on.place}/gaps`)).json();
    expect(gaps).toHaveLength(added);
    const low = gaps.find(
      (gap: { topic: string; kind: string }) => gap.topic === 'T1.3' && gap.kind === 'service',
    );
    expect(low).toMatchObject({
      severity: 'low',
      proposedBecause: { code: 'low-score', score: 1.5 },
    });
    await call(`/gaps/${low.id}`, { method: 'PATCH', json: { status: 'kept' } });
    await call(`/reviews/${review}/priorities/${low.id}`, {
      method: 'PUT',
      json: { importance: 4, reach: 2, note: '' },
    });
    const { priorities } = await (await call(`/reviews/${review}/priorities`)).json();
    // (4 − 1.5) × 4 × 2
    expect(priorities).toMatchObject([{ gap: { id: low.id }, size: 2.5, product: 20 }]);

    const before = await profileNow();
    for (const to of ['validated', 'published']) await moveTo(on, review, to);
    const newer = districts.map((place, at) => ({ place, value: 50 - at, year: 2025 }));
    await observe(on.house, { measure, dataSet }, newer);
    expect(await profileNow()).toEqual(before);
    const home = await (await call(`/places/${on.place}/home`)).json();
    expect(home).toMatchObject({
      review: {
        id: review,
        state: 'published',
        profileName: 'Full review',
        agencies: 5,
        raters: 6,
      },
      running: null,
      gapsByTopic: { 'T1.3': 1 },
      gaps: { proposed: added - 1, kept: 1, high: 0 },
    });
    expect(home.profile).toEqual(before);
  });

  test('the next round’s raters see what was scored last, and the measured series beside it', async () => {
    const next = await makeReview(on, { title: 'Harbourside 2027' });
    const { token } = await askRater(on, next, 'Police');
    const { cards } = await (await on.house.call(`/api/rate/${token}`)).json();
    expect(cards[0]).toMatchObject({
      code: '1.1.3',
      // Four agencies rated it and nothing was agreed: what they said is not for everybody.
      last: null,
      series: {
        title: 'Measure imd-income',
        placeName: 'Harbourside',
        points: [
          { period: '2024', value: 10 },
          { period: '2025', value: 50 },
        ],
      },
    });
    const last = cards.flatMap((each: { last: { title: string } | null }) => each.last ?? []);
    expect(last.length).toBeGreaterThan(0);
    expect(last[0].title).toBe('Harbourside 2026');
  });
});
