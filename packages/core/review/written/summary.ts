import type { Findings, Standing } from '../findings.ts';
import type { ReviewReport } from '../report.ts';
import type { Item } from '../../document/index.ts';
import { capital, count, list, percent } from '../../document/index.ts';
import { range, said, score } from './words.ts';

/** The findings in plain sentences, each with its uncertainty; `lead` is what the sentence is about. */
export function summary(report: ReviewReport): readonly Item[] {
  const { findings } = report;
  return [
    { lead: 'What was asked', text: asked(report) },
    ...ends('Lowest', findings.lowest, findings.alikeLowest),
    ...ends('Highest', findings.highest, findings.alikeHighest),
    ...told(findings),
    ...withoutScore(findings),
    ...differed(findings),
    { lead: 'Gaps', text: gaps(report) },
    ...first(report),
  ];
}

/** A score as a reader should take it: "1.8 (1.4 to 2.2)", or why there is none. */
export function scoreWithRange(of: {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
}): string {
  if (of.score === null) return '–';
  if (of.low === null || of.high === null) return score(of.score);
  return `${score(of.score)} (${range(of.low, of.high)})`;
}

function asked({ findings, takenPart, place, review }: ReviewReport): string {
  const agencies = new Set(takenPart.map(({ agency }) => agency)).size;
  const share = findings.applicable === 0 ? 0 : findings.answered / findings.applicable;
  return [
    `${capital(count(takenPart.length, 'person', 'people'))} from ${count(agencies, 'agency', 'agencies')}`,
    `looked at ${place.name} in round ${review.round}, with the profile “${review.profile.title}”.`,
    `${findings.scored} of ${count(findings.topics, 'topic', 'topics')}`,
    `${findings.scored === 1 ? 'has' : 'have'} a score from 0 to 4, where 4 is best;`,
    `${percent(share)} of the indicators that apply here have at least one answer.`,
    `The range after a score shows how far the agencies disagreed.`,
  ].join(' ');
}

function ends(lead: string, named: readonly Standing[], alike: number): readonly Item[] {
  if (named.length === 0) return [];
  const topics = list(named.map((topic) => `${topic.title}, ${scoreWithRange(topic)}`));
  const others =
    alike === 0
      ? ''
      : ` ${capital(count(alike, 'more topic', 'more topics'))} cannot be told apart from ${named[0]?.title}.`;
  return [{ lead, text: `${topics}.${others}` }];
}

function told({ endsMeet, pairs, apart, scored }: Findings): readonly Item[] {
  const lead = 'What can be told apart';
  if (scored < 2) return [];
  if (endsMeet === null) {
    return [
      {
        lead,
        text: 'Too few agencies answered to say how far they disagree. No range is claimed, and topics should not be put in order.',
      },
    ];
  }
  const share = `Of ${pairs} pairs of topics, ${apart} can be told apart; where two ranges overlap, read the topics as alike.`;
  return [
    {
      lead,
      text: endsMeet
        ? `Even the lowest and the highest topic overlap, so this review gives no order of topics. ${share}`
        : `The lowest and the highest topic are clearly apart. ${share}`,
    },
  ];
}

function withoutScore({ withoutScore: topics }: Findings): readonly Item[] {
  if (topics.length === 0) return [];
  const reasons = [...new Set(topics.map(({ because }) => because))];
  const named = reasons.map((reason) => {
    const titles = topics.filter(({ because }) => because === reason).map(({ title }) => title);
    return `${capital(list(titles))} (${said(reason)}).`;
  });
  return [{ lead: 'No score', text: `${named.join(' ')} A missing score is not a low score.` }];
}

function differed({ differed: indicators }: Findings): readonly Item[] {
  if (indicators.length === 0) return [];
  const named = list(
    indicators.map(({ title, quartiles: [low, high] }) => `${title}, ${range(low, high)}`),
  );
  return [
    {
      lead: 'Where agencies differed most',
      text: `${named} (the middle half of their answers). Different views are worth a conversation; they are kept beside what was agreed.`,
    },
  ];
}

function gaps({ gaps: { kept, undecided }, assets, findings }: ReviewReport): string {
  const high = kept.filter(({ severity }) => severity === 'high').length;
  const bare = findings.highGapNoAsset.map(({ title }) => title);
  return [
    kept.length === 0
      ? 'The partnership has kept no gap yet.'
      : `The partnership has kept ${count(kept.length, 'gap', 'gaps')}, ${high === 0 ? 'none' : count(high, 'of them', 'of them')} of high severity.`,
    ...(bare.length > 0
      ? [`A low score or a high gap, and no known asset to build on: ${few(bare)}.`]
      : []),
    ...(bare.length === 0 && assets.listed.length + assets.unlisted > 0
      ? ['Every topic with a low score or a high gap has at least one known asset to build on.']
      : []),
    ...(undecided > 0
      ? [
          `${capital(count(undecided, 'proposed gap is', 'proposed gaps are'))} not yet kept or dismissed.`,
        ]
      : []),
  ].join(' ');
}

/** The first four, and how many more there are. */
function few(titles: readonly string[]): string {
  const named = titles.slice(0, 4);
  const more = titles.length - named.length;
  return list(more > 0 ? [...named, count(more, 'more topic', 'more topics')] : named);
}

function first({ priorities }: ReviewReport): readonly Item[] {
  const titles = priorities.slice(0, 3).map(({ title }) => title);
  return titles.length === 0
    ? []
    : [{ lead: 'First priorities', text: `${titles.join('; ')}. The arithmetic stands below.` }];
}
