import type { Framework, FrameworkSource, Indicator, Level } from '../framework/index.ts';
import { Severity } from './gap.ts';
import { findings, type Findings } from './findings.ts';
import { limits, type Limit } from './limits.ts';
import { inOrderOfPriority } from './priority.ts';
import type { IndicatorScore, LevelScore, ReviewProfile, TopicScore } from './profile.ts';
import type {
  ReportAgreed,
  ReportAsset,
  ReportGap,
  ReportInput,
  ReportPlace,
  ReportPriority,
  ReportRater,
  ReportSeries,
  ReportStep,
} from './report-input.ts';

export type ReportIndicator = IndicatorScore & {
  readonly question: string;
  readonly unit: string;
  readonly averaged: boolean;
  readonly agreed: ReportAgreed | null;
  readonly series: ReportSeries | null;
};

export type ReportTopic = TopicScore & {
  readonly help: string;
  readonly indicators: readonly ReportIndicator[];
  readonly keptGaps: number;
  readonly assets: number;
};

export type ReportLevel = Omit<LevelScore, 'topics'> & {
  readonly help: string;
  readonly topics: readonly ReportTopic[];
};

/** Everything a report of a review says, as data: no words of ours, no layout. Dates are ISO days. */
export type ReviewReport = {
  readonly format: 'freehold-review-report/1';
  readonly madeOn: string;
  readonly partnership: ReportInput['partnership'];
  readonly place: ReportPlace;
  readonly review: ReportInput['review'];
  readonly framework: ReviewProfile['framework'] & { readonly licence: string };
  readonly scale: Framework['scale'];
  readonly findings: Findings;
  readonly levels: readonly ReportLevel[];
  readonly gaps: {
    readonly kept: readonly ReportGap[];
    readonly closed: readonly ReportGap[];
    readonly dismissed: readonly ReportGap[];
    /** Proposals that nobody has kept or dismissed yet. */
    readonly undecided: number;
  };
  readonly assets: {
    readonly listed: readonly ReportAsset[];
    /** Known, but without consent to be listed: they are counted and not named. */
    readonly unlisted: number;
    readonly unused: number;
  };
  readonly priorities: readonly ReportPriority[];
  readonly takenPart: readonly ReportRater[];
  readonly invited: number;
  readonly steps: readonly ReportStep[];
  readonly recipe: ReviewProfile['recipe'];
  readonly limits: readonly Limit[];
  readonly sources: readonly FrameworkSource[];
  readonly dataSources: readonly string[];
};

/**
 * Gathers what a report says about a review, in the framework's order.
 *
 * Figures are tidied once, to ten decimals, so that every format writes the same ones. A topic of the view
 * that the profile does not score is left out. Gaps go by severity, then topic; priorities by people's order,
 * and where there is none by the product. A rater who gave no answer is counted as invited, not listed.
 * People's names are not part of the input.
 */
export function reviewReport(input: ReportInput): ReviewReport {
  const profile = tidied(input.profile);
  const { kept, closed, dismissed, proposed } = byStatus(input.gaps);
  const listed = input.assets.filter(({ consentToList }) => consentToList);
  const levels = input.view.levels.flatMap((level) => levelOf(level, profile, input));
  return {
    format: 'freehold-review-report/1',
    madeOn: input.madeOn,
    partnership: input.partnership,
    place: input.place,
    review: input.review,
    framework: { ...profile.framework, licence: input.view.licence },
    scale: input.view.scale,
    findings: findings(profile, kept, input.assets),
    levels,
    gaps: { kept, closed, dismissed, undecided: proposed.length },
    assets: {
      listed,
      unlisted: input.assets.length - listed.length,
      unused: input.assets.filter(({ used }) => !used).length,
    },
    priorities: tidied(inOrderOfPriority(input.priorities)),
    takenPart: input.raters.filter(({ answered }) => answered > 0),
    invited: input.raters.length,
    steps: input.steps,
    recipe: profile.recipe,
    limits: limits(profile, levels),
    sources: sourcesOf(input.view),
    dataSources: [...new Set(input.series.map(({ source }) => source))].toSorted(),
  };
}

function levelOf(level: Level, profile: ReviewProfile, input: ReportInput): readonly ReportLevel[] {
  const found = profile.levels.find(({ code }) => code === level.code);
  if (found === undefined) return [];
  const topics = level.topics.flatMap((topic) => {
    const scored = profile.topics.find(({ code }) => code === topic.code);
    if (scored === undefined) return [];
    return [
      {
        ...scored,
        help: topic.help,
        indicators: topic.indicators.flatMap((asked) => indicatorOf(asked, level, profile, input)),
        keptGaps: input.gaps.filter((gap) => gap.topic === topic.code && gap.status === 'kept')
          .length,
        assets: input.assets.filter((asset) => asset.topics.includes(topic.code)).length,
      },
    ];
  });
  return [{ ...found, help: level.help, topics }];
}

function indicatorOf(
  asked: Indicator,
  level: Level,
  profile: ReviewProfile,
  input: ReportInput,
): readonly ReportIndicator[] {
  const found = profile.indicators.find(({ code }) => code === asked.code);
  if (found === undefined) return [];
  return [
    {
      ...found,
      question: asked.question,
      unit: asked.unit,
      averaged: level.averaged && asked.direction !== 'o',
      agreed: input.agreed.find(({ indicator }) => indicator === asked.code) ?? null,
      series: input.series.find(({ indicator }) => indicator === asked.code) ?? null,
    },
  ];
}

function byStatus(gaps: readonly ReportGap[]) {
  const sorted = gaps.toSorted(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      a.topic.localeCompare(b.topic, 'en', { numeric: true }) ||
      a.title.localeCompare(b.title, 'en'),
  );
  const having = (status: ReportGap['status']) => sorted.filter((gap) => gap.status === status);
  return {
    kept: having('kept'),
    closed: having('closed'),
    dismissed: having('dismissed'),
    proposed: having('proposed'),
  };
}

const severities = Severity.options;

function sourcesOf(view: Framework): readonly FrameworkSource[] {
  const used = new Set(
    view.levels.flatMap((level) =>
      level.topics.flatMap((topic) => topic.indicators.flatMap(({ sources }) => sources)),
    ),
  );
  return view.sources.filter(({ tag }) => used.has(tag));
}

// What a bootstrap leaves behind, such as 1.7999999999999998, is written the same everywhere.
function tidied<T>(value: T): T;
function tidied(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e10) / 1e10;
  if (Array.isArray(value)) return value.map((each: unknown) => tidied(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidied(each)]));
}
