import type {
  ReportIndicator,
  ReportLevel,
  ReportTopic,
  ReviewReport,
} from '@freehold/core/review';
import type { Block, Item, Section } from './content.ts';
import { grades, levelLine } from './scores.ts';
import { scoreWithRange } from './summary.ts';
import { count, number, percent, range, said, score } from './words.ts';

/** Each level with its topics, indicators, what was agreed and why. */
export function levels(report: ReviewReport): readonly Section[] {
  return report.levels.map((level) => ({
    title: `${level.code} ${level.title}`,
    newPage: true,
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
      aside: level.averaged ? topicLine(topic) : '',
    },
    {
      kind: 'table',
      caption: `Indicators of ${topic.code} ${topic.title}`,
      quiet: true,
      columns: [
        { title: 'Indicator', width: 38 },
        { title: 'Score', width: 8, figures: true },
        { title: 'From', width: 15 },
        { title: 'Agencies: median, middle half', width: 19 },
        { title: 'Evidence', width: 20 },
      ],
      rows: topic.indicators.map((indicator) => [
        `${indicator.code} ${indicator.title}`,
        indicator.score === null ? '–' : score(indicator.score),
        from(indicator),
        ratings(indicator),
        grades(indicator.grades),
      ]),
    },
    ...listOf(
      topic.indicators.flatMap((indicator) => [
        ...measuredLine(indicator, report),
        ...agreedLines(indicator),
      ]),
    ),
    ...plan(topic),
  ];
}

function topicLine(topic: ReportTopic): string {
  const shown =
    topic.score === null
      ? `no score: ${said(topic.noScore ?? 'none')}`
      : `${scoreWithRange(topic)}`;
  return `${shown} · coverage ${percent(topic.coverage)} · ${count(topic.agencies, 'agency', 'agencies')}`;
}

function from({
  basis,
  direction,
  notApplicable,
  score: found,
  agencies,
}: ReportIndicator): string {
  if (direction === 'o') return 'context, never averaged';
  if (found === null && agencies === 0 && notApplicable > 0) return 'not applicable here';
  return said(basis);
}

function ratings({ agencies, median, quartiles, dontKnow }: ReportIndicator): string {
  const unsure = dontKnow > 0 ? `${dontKnow} don’t know` : '';
  if (median === null) return unsure === '' ? '–' : unsure;
  const middle = quartiles === null || agencies < 2 ? '' : `, ${range(quartiles[0], quartiles[1])}`;
  return [`${agencies}: ${score(median)}${middle}`, unsure]
    .filter((part) => part !== '')
    .join('; ');
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
                ? `The score is the fifth of ${count(used.group, 'place', 'places')} in which ${number(used.value, series.decimals)} (${used.period}) lies.`
                : `The score comes from fixed bands, at ${number(used.value, series.decimals)} (${used.period}).`,
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

function plan({ keptGaps, assets }: ReportTopic): readonly Block[] {
  if (keptGaps === 0 && assets === 0) return [];
  return [
    {
      kind: 'note',
      text: `${count(keptGaps, 'kept gap', 'kept gaps')}, ${count(assets, 'known asset', 'known assets')}.`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
    },
  ];
}

function listOf(items: readonly Item[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
