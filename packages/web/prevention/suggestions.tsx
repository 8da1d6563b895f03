import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { topicTitle, useTopics } from '../plan/plan.ts';
import { count, list as joined } from '../words.ts';
import { suggestionsQuery, typesQuery, type Suggested, type TypeList } from './calls.ts';
import { PreventionFrame, useHere, type Here } from './frame.tsx';
import { SuggestionRow } from './suggestion-row.tsx';

/** For each high gap what could be done about it, with why and with what is not known. */
export function Suggestions() {
  const here = useHere();
  const { partnership, plan } = here;
  const place = plan.place?.id ?? '';
  const { data, error } = useQuery({
    ...suggestionsQuery(partnership, place),
    enabled: plan.place !== null,
  });
  const types = useQuery(typesQuery(partnership));
  const gaps = data?.gaps ?? [];
  const list = types.data?.list;
  const bare = gaps.filter(({ meets }) => meets.length === 0).length;
  return (
    <PreventionFrame
      here={here}
      tab="Suggestions"
      title={
        gaps.length === 0
          ? 'No high gap is open, so nothing is suggested'
          : `${bare} of ${count(gaps.length, 'high gap', 'high gaps')} ${bare === 1 ? 'has' : 'have'} no intervention yet`
      }
      error={error ?? types.error}
      ready={data !== undefined && list !== undefined}
    >
      {gaps.length === 0 && (
        <Empty title="Suggestions begin from high gaps that were kept">
          <p>
            Keep a gap and call it high; the types of intervention that address its topic then stand
            here, the best tested first, each with what is not known about it.
          </p>
          <div>
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/plan"
              params={{ partnership }}
              search={here.search}
            >
              Go to the gaps
            </Link>
          </div>
        </Empty>
      )}
      {list !== undefined &&
        gaps.map((gap) => (
          <GapSuggestions key={gap.id} {...{ gap, list, here }} context={data?.context ?? ''} />
        ))}
      {gaps.length > 0 && <HowSuggested />}
    </PreventionFrame>
  );
}

const first = 3;

function GapSuggestions({
  gap,
  list,
  here,
  context,
}: {
  gap: Suggested['gaps'][number];
  list: TypeList;
  here: Here;
  context: string;
}) {
  const topics = useTopics(here.partnership);
  const [all, setAll] = useState(false);
  const shown = all ? gap.suggestions : gap.suggestions.slice(0, first);
  const topic = topicTitle(topics, gap.topic);
  return (
    <section className="stack" aria-label={gap.title}>
      <div className="stack-tight">
        <h2>{gap.title}</h2>
        <p className="small soft">
          High gap{topic === gap.title ? '' : ` · ${topic}`}
          {gap.meets.length > 0 && ` · answered by ${joined(gap.meets.map(({ name }) => name))}`}
        </p>
      </div>
      {gap.suggestions.length === 0 ? (
        <p className="soft">
          – No type on the list in use names this topic, and no claim speaks to it. Add the topic to
          a type of the list, or write a claim.
        </p>
      ) : (
        <ol className="record-list">
          {shown.map((each) => (
            <SuggestionRow key={each.type} {...{ gap, list, here, context }} suggestion={each} />
          ))}
        </ol>
      )}
      {gap.suggestions.length > first && (
        <div>
          <Button tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${gap.suggestions.length - first} more for “${gap.title}”`}
          </Button>
        </div>
      )}
    </section>
  );
}

function HowSuggested() {
  return (
    <Method>
      <p>
        A type is suggested where the list of types names the gap’s topic, or where a claim about
        the type in your evidence register speaks to it. The order is by the confidence of the
        surest claim, then by whether studies come from your country, then by whether a claim speaks
        to the topic. There is no score: little is tested in this field, and “untested” is not “does
        not work”.
      </p>
      <p>Which topics a type answers is a proposal of Freehold’s list, and marked so.</p>
    </Method>
  );
}
