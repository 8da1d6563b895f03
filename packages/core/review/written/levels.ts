import type { ReportIndicator, ReportLevel, ReportTopic, ReviewReport } from '../report.ts';
import type { Block, Item, Section } from '../../document/index.ts';
import { grades, levelLine } from './scores.ts';
import { scoreWithRange } from './summary.ts';
import { count, number, percent } from '../../document/index.ts';
import { range, said, score } from './words.ts';

/** Each level with its topics, indicators, what was agreed and why. */
export function levels(report: ReviewReport): readonly Section[] {
  return report.levels.map((level, at) => ({
    title: `${level.code} ${level.title}`,
    newPage: at === 0,
    blocks: [
      { kind: 'lead', text: level.averaged ? `Level: ${levelLine(level)}.` : apart },
      { kind: 'text', text: level.help },
      ...level.topics.flatMap((topic) => topicBlocks(topic, level, report)),
    ],
  }));
}

const apart =
  'What stands here is decided mostly beyond this place. It is shown item by item, never averaged, and is meant to be taken up with those who can change it.';

function topicBlocks(
  topic: ReportTopic,
  level: ReportLevel,
  report: ReviewReport,
): readonly Block[] {
  return [
    {
      kind: 'heading',
      text: `${topic.code} ${topic.title}`,
      aside: topicLine(topic, level.averaged),
    },
    {
      kind: 'table',
      caption: `Indicators of ${topic.code} ${topic.title}`,
      quiet: true,
      columns: [
        { title: 'Indicator', width: 37 },
        { title: 'Score', width: 7, figures: true },
        { title: 'From', width: 13 },
        { title: 'Median, middle half', width: 15 },
        { title: 'Agencies', width: 10, figures: true },
        { title: 'Answers by evidence', width: 18 },
      ],
      rows: topic.indicators.map((indicator) => [
        `${indicator.code} ${indicator.title}`,
        indicator.score === null ? '–' : score(indicator.score),
        from(indicator),
        ratings(indicator),
        String(indicator.agencies),
        evidence(indicator),
      ]),
    },
    ...listOf(
      topic.indicators.flatMap((indicator) => [
        ...measuredLine(indicator, report),
        ...agreedLines(indicator),
      ]),
    ),
  ];
}

function topicLine(topic: ReportTopic, averaged: boolean): string {
  const score =
    topic.score === null ? `no score: ${said(topic.noScore ?? 'none')}` : scoreWithRange(topic);
  return [
    ...(averaged ? [score, `coverage ${percent(topic.coverage)}`] : []),
    count(topic.agencies, 'agency', 'agencies'),
    count(topic.keptGaps, 'kept gap', 'kept gaps'),
    count(topic.assets, 'known asset', 'known assets'),
  ].join(' · ');
}

function from({
  basis,
  direction,
  notApplicable,
  score: found,
  agencies,
}: ReportIndicator): string {
  if (direction === 'o') return 'context';
  if (found === null && agencies === 0 && notApplicable > 0) return 'not applicable here';
  return said(basis);
}

function ratings({ agencies, median, quartiles, held }: ReportIndicator): string {
  if (held === true) return 'held back';
  if (median === null) return '–';
  return quartiles === null || agencies < 2
    ? score(median)
    : `${score(median)}, ${range(quartiles[0], quartiles[1])}`;
}

function evidence({ grades: counts, dontKnow, held }: ReportIndicator): string {
  if (held === true) return 'held back';
  const unsure = dontKnow > 0 ? `don’t know ${dontKnow}`.replaceAll(' ', '\u00a0') : '';
  return [grades(counts), unsure].filter((part) => part !== '').join(' · ');
}

function measuredLine(indicator: ReportIndicator, { recipe }: ReviewReport): readonly Item[] {
  const { series } = indicator;
  if (series === null) return [];
  const used = recipe.measured.find((each) => each.indicator === indicator.code);
  const value = series.suppressed
    ? '[c] (too few people to show)'
    : series.value === null
      ? 'no value'
      : withUnit(number(series.value, series.decimals), series.unit);
  return [
    {
      lead: `${indicator.code} measured`,
      text: [
        `${value}, ${series.placeName}, ${series.period}.`,
        ...(series.low !== null && series.high !== null
          ? [
              `Interval ${number(series.low, series.decimals)} to ${number(series.high, series.decimals)}.`,
            ]
          : []),
        ...(used !== undefined
          ? [
              used.by === 'quintile'
                ? `Scored by where ${number(used.value, series.decimals)} (${used.period}) stands among ${count(used.group, 'place', 'places')}.`
                : `Scored by fixed bands, at ${number(used.value, series.decimals)} (${used.period}).`,
            ]
          : []),
        ...(series.detection ? ['This counts what was found, not how much there is.'] : []),
        `${series.source}.`,
      ].join(' '),
    },
  ];
}

function withUnit(value: string, unit: string): string {
  return unit.startsWith('%') ? `${value}${unit}` : `${value} ${unit}`.trim();
}

function agreedLines({ code, agreed }: ReportIndicator): readonly Item[] {
  if (agreed === null || (agreed.rationale === '' && agreed.dissent === '')) return [];
  const dissent = agreed.dissent === '' ? '' : ` Another view: ${agreed.dissent}`;
  return [{ lead: `${code} agreed`, text: `${agreed.rationale}${dissent}`.trim() }];
}

function listOf(items: readonly Item[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
