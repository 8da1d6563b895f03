import { useNavigate } from '@tanstack/react-router';
import { Choice } from '../parts/field.tsx';
import { topicTitle, type Gap, type TopicName } from './plan.ts';
import type { PlanSearch } from './routes.tsx';
import { gapKindWord, gapKinds, severities } from './words.ts';

/** Narrows the list; the choice stands in the address, so that it can be shared. */
export function GapFilter({
  search,
  topics,
  gaps,
}: {
  search: PlanSearch;
  topics: readonly TopicName[];
  gaps: readonly Gap[];
}) {
  const navigate = useNavigate({ from: '/p/$partnership/plan' });
  const set = (key: 'topic' | 'kind' | 'severity') => (value: string) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, [key]: value }).filter(([, each]) => each !== ''),
        ),
      replace: true,
    });
  const used = [...new Set(gaps.map(({ topic }) => topic))].toSorted();
  return (
    <div className="filters" role="search" aria-label="Filter the gaps">
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
        label="Kind"
        value={search.kind ?? ''}
        options={[
          ['', 'All kinds'],
          ...gapKinds.map(([kind]) => [kind, gapKindWord(kind)] as const),
        ]}
        onChange={set('kind')}
      />
      <Choice
        label="Severity"
        value={search.severity ?? ''}
        options={[['', 'Any severity'], ...severities]}
        onChange={set('severity')}
      />
    </div>
  );
}

export function narrowed(
  gaps: readonly Gap[],
  { topic, kind, severity }: PlanSearch,
): readonly Gap[] {
  return gaps.filter(
    (gap) =>
      (topic === undefined || gap.topic === topic) &&
      (kind === undefined || gap.kind === kind) &&
      (severity === undefined || gap.severity === severity),
  );
}
