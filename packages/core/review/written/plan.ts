import type { ReportGap, ReportPriority } from '../report-input.ts';
import type { ReviewReport } from '../report.ts';
import type { Block, Section, Table } from '../../document/index.ts';
import { capital, count, day, number } from '../../document/index.ts';
import { said } from './words.ts';

/** Gaps, assets and priorities. */
export function plan(report: ReviewReport): readonly Section[] {
  return [
    { title: 'Gaps', newPage: true, blocks: gaps(report) },
    { title: 'Assets', blocks: assets(report) },
    { title: 'Priorities', blocks: priorities(report) },
  ];
}

function gaps({ gaps: { kept, closed, dismissed, undecided } }: ReviewReport): readonly Block[] {
  return [
    {
      kind: 'lead',
      text:
        kept.length === 0
          ? 'No gap has been kept yet.'
          : 'A gap is what is not yet in place and was kept by people, not by a rule.',
    },
    ...(kept.length > 0 ? [keptTable(kept)] : []),
    ...(closed.length > 0
      ? [{ kind: 'text' as const, text: `Closed since: ${titles(closed)}.` }]
      : []),
    ...(dismissed.length > 0
      ? [
          { kind: 'heading' as const, text: 'Proposed and dismissed' },
          {
            kind: 'list' as const,
            items: dismissed.map((gap) => ({
              lead: `${gap.topic} ${gap.title}`,
              text: gap.reason,
            })),
          },
        ]
      : []),
    ...(undecided > 0
      ? [
          {
            kind: 'note' as const,
            text: `${capital(count(undecided, 'proposal', 'proposals'))} from low or uncertain scores not yet kept or dismissed.`,
          },
        ]
      : []),
  ];
}

function keptTable(kept: readonly ReportGap[]): Table {
  return {
    kind: 'table',
    caption: 'Gaps that the partnership kept',
    columns: [
      { title: 'Gap', width: 36 },
      { title: 'Kind', width: 16 },
      { title: 'Severity', width: 10 },
      { title: 'Who is affected', width: 19 },
      { title: 'Where it can be solved', width: 19 },
    ],
    rows: kept.map((gap) => [
      `${gap.topic} ${gap.title}`,
      gap.kind,
      gap.severity,
      gap.affected === '' ? '–' : gap.affected,
      gap.locallySolvable ? 'here' : `take up with ${gap.escalateTo}`,
    ]),
  };
}

function titles(found: readonly ReportGap[]): string {
  return found.map(({ topic, title }) => `${topic} ${title}`).join('; ');
}

/** The assets that may be named, and how many more are known. */
export function assets({
  assets: { listed, unlisted, unused },
  levels,
}: ReviewReport): readonly Block[] {
  const topics = levels.flatMap((level) => level.topics);
  const covered = topics.filter((topic) => topic.assets > 0).length;
  const total = listed.length + unlisted;
  if (total === 0) return [{ kind: 'lead', text: 'No asset has been written down yet.' }];
  return [
    {
      kind: 'lead',
      text: `${capital(count(total, 'asset is', 'assets are'))} known; ${covered} of ${topics.length} topics have at least one. ${capital(count(unused, 'asset is', 'assets are'))} not in use yet.`,
    },
    {
      kind: 'table',
      caption: 'Assets whose owners agreed to be listed',
      columns: [
        { title: 'Asset', width: 28 },
        { title: 'Topics', width: 14 },
        { title: 'What it can do', width: 24 },
        { title: 'How to reach it', width: 18 },
        { title: 'Last confirmed', width: 16 },
      ],
      rows: listed.map((asset) => [
        `${asset.name} (${said(asset.kind)}${asset.used ? '' : ', not in use yet'})`,
        asset.topics.join(', '),
        asset.capacity === '' ? '–' : asset.capacity,
        asset.accessRoute === '' ? '–' : asset.accessRoute,
        asset.lastConfirmed === null ? 'not yet' : day(asset.lastConfirmed),
      ]),
    },
    ...(unlisted > 0
      ? [
          {
            kind: 'note' as const,
            text: `${capital(count(unlisted, 'further asset is', 'further assets are'))} counted but not named, because nobody has agreed to the listing.`,
          },
        ]
      : []),
  ];
}

/** Priorities with their arithmetic, in people’s order where there is one. */
export function priorities({ priorities: found }: ReviewReport): readonly Block[] {
  if (found.length === 0) {
    return [{ kind: 'lead', text: 'Priorities have not been set yet.' }];
  }
  const ordered = found.some(({ position }) => position !== null);
  return [
    {
      kind: 'lead',
      text: ordered
        ? 'People put these in order, after looking at the arithmetic. Where the order differs from the product, people knew more than the numbers.'
        : 'In the order of the arithmetic; people have not changed it yet.',
    },
    {
      kind: 'table',
      caption: 'Priority = size of the gap × importance × reach',
      columns: [
        { title: '', width: 5, figures: true },
        { title: 'Gap', width: 36 },
        { title: 'Size of the gap', width: 18, figures: true },
        { title: '× importance × reach', width: 17, figures: true },
        { title: 'Product', width: 10, figures: true },
        { title: 'Note', width: 20 },
      ],
      rows: found.map((priority, at) => [
        String(at + 1),
        `${priority.topic} ${priority.title}`,
        size(priority),
        `× ${priority.importance} × ${priority.reach}`,
        priority.product === null ? '–' : number(priority.product, 1),
        priority.note,
      ]),
    },
    {
      kind: 'note',
      text: 'The size is the desired score less the score now. Importance and reach run from 1 to 5 and are set by people.',
    },
  ];
}

function size({ desired, score, size: gap }: ReportPriority): string {
  return score === null || gap === null
    ? 'no score yet'
    : `${number(desired, 2)} − ${number(score, 2)} = ${number(gap, 2)}`;
}
