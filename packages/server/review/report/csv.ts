import type {
  GradeCounts,
  ReportIndicator,
  ReportTopic,
  ReviewReport,
} from '@freehold/core/review';
import { csvText, type Cell } from '@freehold/core/table';

/**
 * The figures as CSV for a spreadsheet: one row a topic and one an indicator, in the framework's order.
 * UTF-8 with a byte order mark; a text that a spreadsheet would run is guarded; a missing figure is empty.
 */
export function csv(report: ReviewReport): string {
  const rows = report.levels.flatMap((level) =>
    level.topics.flatMap((topic) => [
      topicRow(topic, report),
      ...topic.indicators.map((indicator) => indicatorRow(indicator, topic, report)),
    ]),
  );
  return `\uFEFF${csvText([head, ...rows])}`;
}

const head: readonly string[] = [
  'place',
  'made_up',
  'review',
  'round',
  'row',
  'level',
  'topic',
  'code',
  'title',
  'kind',
  'direction',
  'basis',
  'averaged',
  'score',
  'low',
  'high',
  'coverage',
  'agencies',
  'raters',
  'answered',
  'applicable',
  'median',
  'lower_quartile',
  'upper_quartile',
  'not_applicable',
  'dont_know',
  'measured_score',
  'agreed_score',
  'alpha',
  'grade_a',
  'grade_b',
  'grade_c',
  'grade_d',
  'grade_none',
  'no_score_because',
  'no_range_because',
  'kept_gaps',
  'assets',
  'rationale',
  'dissent',
];

function topicRow(topic: ReportTopic, report: ReviewReport): readonly Cell[] {
  return [
    ...where(report),
    'topic',
    topic.level,
    topic.code,
    topic.code,
    topic.title,
    ...empty(3),
    topic.noScore !== 'not-averaged',
    topic.score,
    topic.low,
    topic.high,
    topic.coverage,
    topic.agencies,
    topic.raters,
    topic.answered,
    topic.applicable,
    ...empty(7),
    topic.alpha,
    ...grades(topic.grades),
    topic.noScore,
    topic.noInterval,
    topic.keptGaps,
    topic.assets,
    ...empty(2),
  ];
}

function indicatorRow(
  indicator: ReportIndicator,
  topic: ReportTopic,
  report: ReviewReport,
): readonly Cell[] {
  return [
    ...where(report),
    'indicator',
    topic.level,
    topic.code,
    indicator.code,
    indicator.title,
    indicator.kind,
    indicator.direction,
    indicator.basis,
    indicator.averaged,
    indicator.score,
    ...empty(2),
    indicator.coverage,
    indicator.agencies,
    indicator.raters,
    ...empty(2),
    indicator.median,
    indicator.quartiles?.[0] ?? null,
    indicator.quartiles?.[1] ?? null,
    indicator.held === true ? null : indicator.notApplicable,
    indicator.held === true ? null : indicator.dontKnow,
    indicator.measuredScore,
    indicator.agreedScore,
    null,
    ...(indicator.held === true ? empty(5) : grades(indicator.grades)),
    indicator.held === true ? 'held-back' : null,
    ...empty(3),
    indicator.agreed?.rationale ?? null,
    indicator.agreed?.dissent ?? null,
  ];
}

function where({ place, partnership, review }: ReviewReport): readonly Cell[] {
  return [place.name, partnership.madeUp, review.title, review.round];
}

function grades({ A, B, C, D, none }: GradeCounts): readonly Cell[] {
  return [A, B, C, D, none];
}

function empty(n: number): readonly Cell[] {
  return Array.from({ length: n }, () => null);
}
