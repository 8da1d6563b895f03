import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepRecord } from '@freehold/core/access';
import { reviewIsDue, standingDecisions } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { gapsQuery, usePlan } from '../plan/plan.ts';
import { today } from '../plan/stage-choice.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { actionTitlesQuery, decisionsQuery, type Decision } from './calls.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionRow } from './decision-row.tsx';
import './words.ts';
import '../look/record.css';

/** What was decided, when, by whom and why; what was corrected stays behind its correction. */
export function Decisions() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/decisions' });
  const search = useSearch({ from: '/p/$partnership/plan/decisions' });
  const plan = usePlan(partnership, search.place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const enabled = plan.place !== null;
  const { data, error } = useQuery({ ...decisionsQuery(at), enabled });
  const gaps = useQuery({ ...gapsQuery(at), enabled });
  const actions = useQuery({ ...actionTitlesQuery(at), enabled });
  const mine = usePartnership(partnership);
  const mayEdit = mine !== null && mayKeepRecord(mine.role);
  const [form, setForm] = useState<Decision | 'new' | null>(null);
  const standing = standingDecisions(data?.decisions ?? []);
  const links = [
    ...(gaps.data?.gaps ?? []).map(({ id, title }) => ({ id, title })),
    ...(actions.data ?? []),
  ];
  return (
    <PlanFrame
      {...{ partnership, plan, error }}
      place={search.place}
      here="Decisions"
      title={title(
        plan.place?.name ?? '',
        standing.map(({ now }) => now),
      )}
      ready={data !== undefined}
      action={
        mayEdit && standing.length > 0 ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Put a decision on record
          </Button>
        ) : undefined
      }
    >
      {standing.length === 0 ? (
        <Empty title="A decision is worth its reasons">
          <p>
            In a year somebody asks why it was done so. Write down the question, what else was
            possible, what was decided and by whom. A decision is never changed afterwards; what
            turns out wrong is corrected beside it.
          </p>
          {mayEdit && (
            <div>
              <Button tone="primary" onClick={() => setForm('new')}>
                Put the first decision on record
              </Button>
            </div>
          )}
        </Empty>
      ) : (
        <ol className="record-list">
          {standing.map(({ now, before }) => (
            <DecisionRow
              key={now.id}
              decision={now}
              before={before}
              links={links}
              onCorrect={mayEdit ? () => setForm(now) : null}
            />
          ))}
        </ol>
      )}
      {form !== null && (
        <DecisionForm
          at={at}
          corrects={form === 'new' ? null : form}
          gaps={(gaps.data?.gaps ?? []).filter(({ status }) => status === 'kept')}
          actions={actions.data ?? []}
          onClose={() => setForm(null)}
        />
      )}
    </PlanFrame>
  );
}

/** "Harbourside has 3 decisions on record; 1 is due for another look". */
function title(place: string, decisions: readonly Decision[]): string {
  if (decisions.length === 0) return `No decision of ${place} is on record`;
  const due = decisions.filter((each) => reviewIsDue(each, today())).length;
  const said = `${place} has ${count(decisions.length, 'decision', 'decisions')} on record`;
  return due === 0 ? said : `${said}; ${count(due, 'is', 'are')} due for another look`;
}
