import type { Framework, Indicator, Level } from '../framework/index.ts';
import { Answer, type Rating } from './rating.ts';

// For tests only: small made-up frameworks and ratings.

/** An indicator that people rate, but for what is told. */
export function madeIndicator(code: string, told: Partial<Indicator> = {}): Indicator {
  return {
    code,
    title: `Indicator ${code}`,
    question: 'How far is this in place?',
    help: 'Look at what can be pointed at.',
    kind: 'rated',
    direction: '+',
    resultType: 'process',
    weight: 1,
    unit: '',
    numerator: '',
    denominator: '',
    factor: 1,
    anchors: ['none', 'first', 'part', 'most', 'all'],
    bands: [],
    measure: '',
    pathway: [],
    stages: ['diagnose'],
    fourP: [],
    sdg: [],
    sensitivity: 'partnership',
    leastCell: 0,
    sources: [],
    proposed: true,
    ...told,
  };
}

/** A framework of one level and one topic for each list of indicators: L1 with T1, T2 and so on. */
export function madeFramework(
  topics: readonly (readonly Indicator[])[],
  told: Partial<Level> = {},
): Framework {
  return {
    format: 'freehold-framework/1',
    code: 'made-up',
    version: 1,
    title: 'Made up for tests',
    statement: 'Made up for tests',
    licence: '',
    language: 'en-GB',
    scale: [0, 1, 2, 3, 4].map((value) => ({ value, label: `${value}`, anchor: `${value}` })),
    sources: [],
    profiles: [{ code: 'full', title: 'Full', help: 'All', answers: 'scale', items: [] }],
    levels: [
      {
        code: 'L1',
        title: 'Level 1',
        help: 'The first',
        averaged: true,
        topics: topics.map((indicators, at) => ({
          code: `T${at + 1}`,
          title: `Topic ${at + 1}`,
          help: 'A topic',
          pathway: [],
          indicators: [...indicators],
        })),
        ...told,
      },
    ],
  };
}

export function madeRating(
  agency: string,
  indicator: string,
  answer: Answer,
  rater = `a person of ${agency}`,
): Rating {
  return { rater, agency, indicator, answer, grade: null, confidence: null };
}

/** Ratings written as a table: one line an agency (one rater each), its answers in the order of the indicators. */
export function madeRatings(
  indicators: readonly string[],
  table: Readonly<Record<string, string>>,
): readonly Rating[] {
  return Object.entries(table).flatMap(([agency, line]) =>
    line
      .split(' ')
      .map((answer, at) => [indicators[at] ?? '', answer] as const)
      .filter(([, answer]) => answer !== '-')
      .map(([indicator, answer]) => madeRating(agency, indicator, Answer.parse(answer))),
  );
}
