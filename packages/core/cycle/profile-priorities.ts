import { list, type Block } from '../document/index.ts';
import { scoreWithRange, type ReviewReport } from '../review/index.ts';
import type { ProfileInput } from './profile-input.ts';
import { actionTable } from './report-tables.ts';
import type { ReportedGap } from './report-input.ts';

/** As many priorities as a board looks at. */
const mostShown = 8;

/** For each priority the template's two headings: what there is and what is missing; what is to be done. */
export function priorityPairs(input: ProfileInput): readonly Block[] {
  const gaps = inOrder(input);
  if (gaps.length === 0)
    return [{ kind: 'text', text: 'No gap is kept yet, so there is no priority to write about.' }];
  return [
    ...gaps.slice(0, mostShown).flatMap((gap, at) => pair(gap, at + 1, input)),
    ...(gaps.length > mostShown
      ? [{ kind: 'note' as const, text: `${gaps.length - mostShown} more gaps are kept.` }]
      : []),
  ];
}

function inOrder({ gaps, review }: ProfileInput): readonly ReportedGap[] {
  const kept = gaps.filter(({ status }) => status === 'kept');
  const places = new Map((review?.priorities ?? []).map(({ gap }, at) => [gap, at]));
  const of = ({ id }: ReportedGap) => places.get(id) ?? places.size;
  return kept.toSorted((a, b) => of(a) - of(b));
}

function pair(gap: ReportedGap, at: number, input: ProfileInput): readonly Block[] {
  const actions = input.actions.filter(
    ({ gaps, status }) => gaps.includes(gap.id) && status !== 'stopped',
  );
  return [
    { kind: 'heading', text: `${at}. ${gap.title}`, aside: topicLine(gap, input.review) },
    {
      kind: 'list',
      items: [
        { lead: 'Assets:', text: assetsOf(gap.topic, input.review) },
        { lead: 'Vulnerability:', text: vulnerability(gap) },
      ],
    },
    actions.length === 0
      ? { kind: 'text', text: 'No action is planned for it yet.' }
      : actionTable('Priorities and actions', actions, input.today),
  ];
}

function topicLine({ topic }: ReportedGap, review: ReviewReport | null): string {
  const found = review?.levels.flatMap(({ topics }) => topics).find(({ code }) => code === topic);
  if (found === undefined) return `${topic}, not scored`;
  const score = found.score === null ? 'no score' : `score ${scoreWithRange(found)} of 4`;
  return `${topic} ${found.title}: ${score}`;
}

/** Only assets whose owners agreed are named; the others are counted. */
function assetsOf(topic: string, review: ReviewReport | null): string {
  const named = (review?.assets.listed ?? []).filter(({ topics }) => topics.includes(topic));
  const all =
    review?.levels.flatMap(({ topics }) => topics).find(({ code }) => code === topic)?.assets ?? 0;
  const more = all - named.length;
  if (all === 0) return 'none is known on this topic.';
  const names = list(named.map(({ name }) => name));
  if (more <= 0) return `${names}.`;
  return named.length === 0
    ? `${more} known, not named because nobody has agreed to it.`
    : `${names}; and ${more} that may not be named.`;
}

function vulnerability({
  kind,
  severity,
  affected,
  locallySolvable,
  escalateTo,
}: ReportedGap): string {
  return (
    [
      `a gap of ${kind}, ${severity} severity`,
      ...(affected === ''
        ? []
        : [`affecting ${affected.charAt(0).toLowerCase()}${affected.slice(1)}`]),
      locallySolvable
        ? 'to be closed here'
        : `to be taken up with ${escalateTo === '' ? 'others' : escalateTo}`,
    ].join(', ') + '.'
  );
}
