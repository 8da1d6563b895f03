import { expect, test } from 'vitest';
import { Framework, indicatorsOf } from '../framework/index.ts';
import { defaultFramework } from '../framework/shipped/index.ts';
import { Answer, type Rating } from './rating.ts';
import { reviewReport } from './report.ts';
import type { ReportAsset, ReportGap, ReportInput, ReportPriority } from './report-input.ts';
import { reviewProfile } from './score.ts';
import { summary } from './written/summary.ts';

const framework = Framework.parse(defaultFramework);
const threeAgencies = ['Council', 'Police', 'Trust'];

/** Every agency gives every indicator of a topic the same answer, but for `shift` by the agency's place. */
function rated(
  answers: Readonly<Record<string, number>>,
  agencies: readonly string[] = threeAgencies,
  shift = 0,
): readonly Rating[] {
  return indicatorsOf(framework).flatMap(({ topic, indicator }) => {
    const answer = answers[topic.code];
    if (answer === undefined || indicator.anchors.length === 0) return [];
    return agencies.map((agency, at): Rating => {
      const point = Math.min(4, Math.max(0, answer + (at === 0 ? -shift : at === 1 ? shift : 0)));
      return {
        rater: agency,
        agency,
        indicator: indicator.code,
        answer: Answer.parse(String(point)),
        grade: 'B',
        confidence: null,
      };
    });
  });
}

function reported(ratings: readonly Rating[], more: Partial<ReportInput> = {}) {
  const profile = reviewProfile({
    framework,
    profile: 'full',
    ratings,
    agreed: [],
    measured: [],
    seed: 7,
  });
  return reviewReport({
    madeOn: '2026-03-02',
    partnership: { name: 'Partners', madeUp: false },
    place: {
      name: 'Town',
      type: 'district',
      code: null,
      codeYear: null,
      parents: [],
      population: null,
    },
    review: {
      title: 'Review',
      round: 1,
      state: 'validated',
      startedOn: '2026-01-01',
      agreedOn: null,
      profile: { code: 'full', title: 'Full review' },
      comparison: 'same-type',
    },
    view: framework,
    profile,
    raters: [],
    agreed: [],
    gaps: [],
    assets: [],
    priorities: [],
    steps: [],
    series: [],
    ...more,
  });
}

const gap: ReportGap = {
  id: 'g1',
  topic: 'T4.1',
  indicator: '',
  title: 'A gap',
  kind: 'service',
  severity: 'high',
  affected: '',
  locallySolvable: true,
  escalateTo: '',
  status: 'kept',
  reason: '',
};
const asset: ReportAsset = {
  name: 'A hall',
  kind: 'building',
  topics: ['T4.1'],
  capacity: '',
  accessRoute: '',
  owner: '',
  lastConfirmed: null,
  consentToList: true,
  used: true,
};

test('the lowest and the highest topics are named, with how many others meet them', () => {
  const { findings } = reported(
    rated({ 'T4.1': 3, 'T4.5': 1, 'T2.5': 2, 'T4.3': 3 }, threeAgencies, 1),
  );
  expect(findings.lowest.map(({ code }) => code)).toEqual(['T4.5', 'T2.5']);
  expect(findings.highest.map(({ code }) => code)).toEqual(['T4.1', 'T4.3']);
  expect(findings.lowest[0]).toMatchObject({ score: 1, low: 0, high: 2 });
  expect(findings).toMatchObject({ scored: 4, pairs: 6, alikeLowest: 2, endsMeet: true });
});

test('[RV-15] topics whose intervals do not meet are told apart', () => {
  const { findings } = reported(rated({ 'T4.1': 4, 'T4.5': 1 }));
  expect(findings).toMatchObject({ pairs: 1, apart: 1, endsMeet: false, alikeLowest: 0 });
});

test('[RV-13] under three agencies nothing is compared', () => {
  const { findings, limits } = reported(rated({ 'T4.1': 4, 'T4.5': 1 }, ['Council', 'Police']));
  expect(findings).toMatchObject({ pairs: 0, endsMeet: null, withoutInterval: 2 });
  expect(limits).toContainEqual({ code: 'small-numbers', agencies: 2, leastAgencies: 3 });
});

test('one scored topic is the lowest and is compared with nothing', () => {
  const { findings } = reported(rated({ 'T4.5': 1 }));
  expect(findings.lowest.map(({ code }) => code)).toEqual(['T4.5']);
  expect(findings.highest).toEqual([]);
});

test('without any answer a report still says that there is no score', () => {
  const { findings, takenPart } = reported([]);
  expect(findings).toMatchObject({ scored: 0, lowest: [], highest: [], answered: 0 });
  expect(findings.withoutScore).toHaveLength(findings.topics);
  expect(takenPart).toEqual([]);
});

test('topics without a score are named once for each reason, and no cover is claimed where nothing is known', () => {
  const report = reported(rated({ 'T1.1': 2 }, ['Council']));
  const findings = {
    ...report.findings,
    highGapNoAsset: [],
    withoutScore: [
      { code: 'T1.1', title: 'Debt', because: 'held-back' },
      { code: 'T1.2', title: 'Housing', because: 'held-back' },
      { code: 'T1.3', title: 'Status', because: 'low-coverage' },
    ],
  } as const;
  const said = new Map(summary({ ...report, findings }).map(({ lead, text }) => [lead, text]));
  expect(said.get('No score')).toBe(
    'Debt and Housing (held back: it would tell what few agencies said). Status (too few answers). A missing score is not a low score.',
  );
  expect(said.get('Gaps')).toBe('The partnership has kept no gap yet.');
});

test('a level that is not averaged stays out of the findings and is named in the limits', () => {
  const { findings, levels, limits } = reported(rated({ 'T5.1': 0, 'T4.1': 3 }));
  expect(findings.lowest.map(({ code }) => code)).not.toContain('T5.1');
  expect(levels.at(-1)).toMatchObject({ code: 'L5', averaged: false, score: null });
  expect(limits).toContainEqual({
    code: 'level-not-averaged',
    levels: ['Structural and national context'],
  });
});

test('where agencies lie a step or more apart, the most disputed is named first', () => {
  const ratings = [
    ...rated({ 'T4.1': 2 }, ['Council', 'Police', 'Trust', 'Health'], 2),
    ...rated({ 'T4.5': 3 }, ['Council', 'Police', 'Trust', 'Health']),
  ];
  const { differed } = reported(ratings).findings;
  expect(differed).toHaveLength(3);
  expect(differed.every(({ code }) => code.startsWith('4.1.'))).toBe(true);
});

test('gaps go by severity and then by topic, and only kept ones count for a topic', () => {
  const report = reported(rated({ 'T4.1': 1 }), {
    gaps: [
      { ...gap, id: 'a', topic: 'T4.5', severity: 'low' },
      { ...gap, id: 'b', topic: 'T2.10', severity: 'high' },
      { ...gap, id: 'c', topic: 'T2.9', severity: 'high' },
      { ...gap, id: 'd', status: 'dismissed', reason: 'known' },
      { ...gap, id: 'e', status: 'proposed' },
    ],
  });
  expect(report.gaps.kept.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(report.gaps).toMatchObject({ undecided: 1, dismissed: [{ id: 'd' }] });
  const topics = report.levels.flatMap((level) => level.topics);
  expect(topics.find(({ code }) => code === 'T4.1')?.keptGaps).toBe(0);
});

test('an asset without consent is counted and not named', () => {
  const { assets, findings } = reported(rated({ 'T4.1': 1, 'T4.5': 1 }), {
    assets: [{ ...asset, name: 'Secret', consentToList: false, used: false }],
    gaps: [gap],
  });
  expect(assets).toEqual({ listed: [], unlisted: 1, unused: 1 });
  expect(findings.highGapNoAsset.map(({ topic }) => topic)).toEqual(['T4.5']);
});

test('[RV-27] priorities stand in the order of people', () => {
  const priority: ReportPriority = {
    gap: 'g1',
    topic: 'T4.1',
    title: 'First',
    score: 1,
    desired: 4,
    size: 3,
    importance: 5,
    reach: 5,
    product: 75,
    position: 2,
    note: '',
  };
  const { priorities } = reported(rated({ 'T4.1': 1 }), {
    priorities: [priority, { ...priority, gap: 'g2', product: 3, position: 1 }],
  });
  expect(priorities.map((each) => each.gap)).toEqual(['g2', 'g1']);
});

test('a referral-based indicator brings the limit that detection is not prevalence', () => {
  const series = {
    indicator: '3.1.1',
    title: 'Referrals',
    unit: '',
    decimals: 0,
    placeName: 'Town',
    period: '2025-Q1',
    value: null,
    low: null,
    high: null,
    suppressed: true,
    detection: true,
    source: 'Somebody',
  };
  const report = reported(rated({ 'T3.1': 2 }), { series: [series] });
  expect(report.limits).toContainEqual({
    code: 'detection',
    indicators: ['NRM referrals by local first responders'],
  });
  expect(report.dataSources).toEqual(['Somebody']);
  expect(reported(rated({ 'T3.1': 2 })).limits.map(({ code }) => code)).not.toContain('detection');
});

test('a rater without an answer is counted as invited and not listed', () => {
  const rater = { agency: 'Council', roleTitle: 'Lead', answered: 3, finished: true };
  const { takenPart, invited } = reported(rated({ 'T4.1': 1 }), {
    raters: [rater, { ...rater, agency: 'Police', answered: 0 }],
  });
  expect(takenPart).toEqual([rater]);
  expect(invited).toBe(2);
});
