import { count, list, sayProblems } from '../words.ts';
import type { GroupKind, Learning, Peers, Rounds, TopicChange } from './calls.ts';

sayProblems({
  'round-unknown': () => 'This round is not there any more. Choose another.',
  'yardstick-twice': () => 'A measure can be chosen once.',
  'measure-unknown': ({ code }) => `There are no data of ${String(code)}. Choose another measure.`,
  'mailbox-needed': () => 'Write a role’s mailbox that others may write to.',
});

/** The finding of two rounds in one sentence. It says what moved, and never why. */
export function roundsTitle({ place, topics, from, rounds }: Rounds): string {
  if (from === null)
    return `${place.name} has ${count(rounds.length, 'round', 'rounds')} to compare`;
  const moved = (verdict: TopicChange['verdict']) =>
    topics.filter((topic) => topic.verdict === verdict).map(({ title }) => title);
  const [higher, lower] = [moved('higher'), moved('lower')];
  if (higher.length + lower.length === 0)
    return `${place.name}: no topic can be told apart from no change`;
  const parts = [
    higher.length > 0 && `${few(higher)} scored higher`,
    lower.length > 0 && `${few(lower)} scored lower`,
  ].filter((part) => part !== false);
  return `${place.name}: ${list(parts)}`;
}

function few(titles: readonly string[]): string {
  return titles.length <= 2 ? list([...titles]) : count(titles.length, 'topic', 'topics');
}

/** Why a change is not shown, or on what it rests. */
export function changeNote({ because, common, differing, verdict }: TopicChange): string {
  if (verdict === 'no-score') return 'no score in one of the rounds';
  if (verdict === 'cannot-compare') return cannotCompare[because ?? 'questions-differ'];
  if (common === null) return '';
  const why = because === 'counting-changed' ? 'counted in another way since' : 'asked only once';
  return `on ${count(common, 'question', 'questions')} in common; ${differing.length} ${why}`;
}

const cannotCompare = {
  'not-in-both': 'cannot compare: only one round had this topic',
  'questions-differ': 'cannot compare: other questions were asked',
  'counting-changed': 'cannot compare: counted in another way since',
} as const;

export const groupWords: Readonly<Record<GroupKind, string>> = {
  all: 'All places that share with you',
  'same-type': 'Places of the same type',
  'same-parent': 'Places within the same area',
  nearest: 'The nearest places',
};

/** Where a place stands, topic by topic, in one sentence without a rank. */
export function peersTitle({ place, topics, peers, reason }: Peers): string {
  if (reason !== null || peers.length === 0) return `${place.name} beside other places`;
  const own = topics.filter((topic) => topic.own?.score !== null && topic.own !== null);
  const behind = own.filter(({ higher }) => higher > peers.length / 2).length;
  const ahead = own.filter(({ lower }) => lower > peers.length / 2).length;
  if (behind + ahead === 0)
    return `${place.name} can hardly be told apart from ${count(peers.length, 'other place', 'other places')}`;
  const topicsOf = (n: number) => count(n, 'topic', 'topics');
  if (behind === 0) return `${place.name} scores higher than most others in ${topicsOf(ahead)}`;
  const also = ahead > 0 ? `, and higher in ${topicsOf(ahead)}` : '';
  return `${place.name} scores lower than most others in ${topicsOf(behind)}${also}`;
}

export function besideNote({ higher, lower, alike, group }: Peers['topics'][number]): string {
  const told = [
    higher > 0 && `${count(higher, 'place', 'places')} higher`,
    lower > 0 && `${count(lower, 'place', 'places')} lower`,
    alike > 0 && `${count(alike, 'place', 'places')} not told apart`,
  ].filter((part) => part !== false);
  const small = group === null ? 'Fewer than four scores: no quartiles. ' : '';
  return `${small}${told.length === 0 ? 'Nobody else has a score' : told.join(', ')}`;
}

export function learningTitle({ place, matches }: Learning): string {
  const helped = matches.filter(({ strong }) => strong.length > 0);
  if (helped.length === 0)
    return `${place.name}: nobody who shares is clearly stronger in a gap yet`;
  const askable = helped.filter(({ strong }) => strong.some(({ contact }) => contact !== null));
  if (askable.length === 0)
    return `Others are clearly stronger in ${count(helped.length, 'gap', 'gaps')} of ${place.name}; none has agreed to be asked`;
  return `${place.name} can ask others about ${count(askable.length, 'gap', 'gaps')}`;
}

export const noPeersWords = {
  'no-review': {
    title: 'First a review of your own',
    text: 'Once a round is closed and validated, its scores can stand beside those of other places.',
  },
  'nothing-shared': {
    title: 'Nobody shares with you yet',
    text: 'Partnerships choose for each published review who sees its topic scores. Share yours with peers, at the foot of its page, and you see theirs.',
  },
  'none-in-group': {
    title: 'No place in this group shares yet',
    text: 'Choose a wider group, or ask the partnerships there to share a review that was asked with the same questions.',
  },
} as const;
