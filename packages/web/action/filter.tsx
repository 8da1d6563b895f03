import { useNavigate } from '@tanstack/react-router';
import { Stage } from '@freehold/core/framework';
import { stageWords } from '../framework/axes.ts';
import { Choice } from '../parts/field.tsx';
import { topicTitle, type TopicName } from '../plan/plan.ts';
import type { Action } from './calls.ts';
import { nobody, type ActionsSearch, type View } from './search.ts';
import { colours } from './words.ts';

/** Narrows the actions; every choice stands in the address, so that it can be shared. */
export function ActionFilter({
  search,
  actions,
  topics,
}: {
  search: ActionsSearch;
  actions: readonly Action[];
  topics: readonly TopicName[];
}) {
  const set = useSearchSetter();
  const owners = [...new Set(actions.map(({ owner }) => owner.organisation))].toSorted();
  const used = [...new Set(actions.flatMap((action) => action.topics))].toSorted();
  const rounds = [...new Set(actions.flatMap(({ roundNumber }) => roundNumber ?? []))].toSorted(
    (a, b) => a - b,
  );
  return (
    <div className="filters action-filters" role="search" aria-label="Filter the actions">
      <Choice
        label="Owner"
        value={search.owner ?? ''}
        options={[
          ['', 'Everybody'],
          ...owners.map((owner) => [owner || nobody, owner || 'Nobody yet'] as const),
        ]}
        onChange={set('owner')}
      />
      <Choice
        label="Colour"
        value={search.rag ?? ''}
        options={[['', 'Any colour'], ...colours, ['none', 'Ended']]}
        onChange={set('rag')}
      />
      <Choice
        label="Stage"
        value={search.stage ?? ''}
        options={[
          ['', 'Any stage'],
          ...Stage.options.map((each) => [each, stageWords[each]] as const),
        ]}
        onChange={set('stage')}
      />
      <Choice
        label="Topic"
        value={search.topic ?? ''}
        options={[
          ['', 'All topics'],
          ...used.map((code) => [code, topicTitle(topics, code)] as const),
        ]}
        onChange={set('topic')}
      />
      <Choice
        label="Round"
        value={search.round ?? ''}
        options={[
          ['', 'Any round'],
          ...rounds.map((round) => [String(round), `Round ${round}`] as const),
        ]}
        onChange={set('round')}
      />
      <Choice
        label="Due"
        value={search.overdue ?? ''}
        options={[
          ['', 'Any day'],
          ['yes', 'Overdue'],
        ]}
        onChange={set('overdue')}
      />
    </div>
  );
}

/** Three ways to look at the same actions. */
export function ViewChoice({ search }: { search: ActionsSearch }) {
  const set = useSearchSetter();
  return (
    <div className="view-choice" role="group" aria-label="How to look at them">
      {viewWords.map(([view, words]) => (
        <button
          key={view}
          type="button"
          className="button"
          aria-pressed={(search.view ?? 'table') === view}
          onClick={() => set('view')(view)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

export function SortChoice({ search }: { search: ActionsSearch }) {
  const set = useSearchSetter();
  return (
    <Choice
      label="In the order of"
      value={search.sort ?? 'due'}
      options={[
        ['due', 'Due day'],
        ['colour', 'Colour'],
        ['owner', 'Owner'],
        ['status', 'Status'],
        ['title', 'Title'],
      ]}
      onChange={set('sort')}
    />
  );
}

const viewWords: readonly (readonly [View, string])[] = [
  ['table', 'Table'],
  ['board', 'Board'],
  ['timeline', 'Timeline'],
];

function useSearchSetter() {
  const navigate = useNavigate({ from: '/p/$partnership/plan/actions' });
  return (key: keyof ActionsSearch) => (value: string) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, [key]: value }).filter(([, each]) => each !== ''),
        ),
      replace: true,
    });
}
