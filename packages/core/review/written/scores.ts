import type { GradeCounts } from '../profile.ts';
import type { ReportLevel, ReviewReport } from '../report.ts';
import type { Bar, Section } from '../../document/index.ts';
import { scoreWithRange } from './summary.ts';
import { percent } from '../../document/index.ts';
import { range, said, score } from './words.ts';

/** All topic scores at a glance: the picture, and its table. */
export function scores({ levels, findings }: ReviewReport): Section {
  const averaged = levels.filter((level) => level.averaged);
  return {
    title: 'Topic scores',
    newPage: true,
    blocks: [
      {
        kind: 'chart',
        title: `${findings.scored} of ${findings.topics} topics have a score`,
        note: 'Score from 0 (not yet in place) to 4 (mature practice). The dot is the score, the bar its range. Paler: less was answered. A ring: no range is claimed.',
        groups: averaged.map((level) => ({
          title: `${level.code} ${level.title}`,
          bars: level.topics.map(bar),
        })),
      },
      {
        kind: 'note',
        text: 'Coverage is the share of what applies here that was answered. Evidence counts answers by grade: A independent or official data, B partner records, C workshop agreement, D one opinion. Of what fewer than five agencies rated only the agreed score is shown: a figure would tell who said what.',
      },
      ...averaged.map((level) => ({
        kind: 'table' as const,
        caption: `${level.code} ${level.title}: ${levelLine(level)}`,
        columns: [
          { title: 'Topic', width: 38 },
          { title: 'Score', width: 7, figures: true },
          { title: 'Range', width: 13, figures: true },
          { title: 'Coverage', width: 10, figures: true },
          { title: 'Agencies', width: 10, figures: true },
          { title: 'Evidence', width: 22 },
        ],
        rows: level.topics.map((topic) => [
          `${topic.code} ${topic.title}`,
          topic.score === null ? '–' : score(topic.score),
          rangeOrReason(topic),
          percent(topic.coverage),
          String(topic.agencies),
          grades(topic.grades),
        ]),
      })),
    ],
  };
}

/** "1.8 (1.4 to 2.2), coverage 80%", or that the level is not averaged. */
export function levelLine(level: Omit<ReportLevel, 'topics'>): string {
  if (!level.averaged) return 'shown item by item, not averaged';
  return `${scoreWithRange(level)}, coverage ${percent(level.coverage)}`;
}

/** "A 2 · B 1 · no grade 3"; empty where nothing was answered. */
export function grades(counts: GradeCounts): string {
  const { A, B, C, D, none } = counts;
  return Object.entries({ A, B, C, D, 'no grade': none })
    .flatMap(([grade, n]) => (n > 0 ? [`${grade} ${n}`.replaceAll(' ', '\u00a0')] : []))
    .join(' · ');
}

type Scored = ReportLevel['topics'][number];

function rangeOrReason({ low, high, noScore, noInterval }: Scored): string {
  if (low !== null && high !== null) return range(low, high);
  return said(noScore ?? noInterval ?? 'none');
}

function bar(topic: Scored): Bar {
  const { code, title, score: at, low, high, coverage } = topic;
  const label =
    at === null
      ? `no score: ${said(topic.noScore ?? 'none')}`
      : low === null || high === null
        ? `${score(at)}, ${said(topic.noInterval ?? 'few-agencies')}`
        : `${score(at)}, between ${score(low)} and ${score(high)}`;
  return { code, title, score: at, low, high, coverage, label };
}
