import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { mayDecideActions, mayNoteProgress } from '@freehold/core/access';
import { fourPWords, pathwayWords, stageWords } from '../framework/axes.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { assetsQuery, gapsQuery, topicTitle, usePlan, useTopics } from '../plan/plan.ts';
import { usePartnership } from '../session/session.ts';
import { day, moment, number } from '../words.ts';
import { actionQuery, actionsChanged, changeAction, type Action } from './calls.ts';
import { EditAction } from './edit-action.tsx';
import { HowColoured } from './how-coloured.tsx';
import { Notes } from './notes.tsx';
import { RagDecision } from './rag-decision.tsx';
import { SentLine } from './reminders.tsx';
import { dueWords, kinds, ownerWords, statuses, wordFor } from './words.ts';
import '../look/action.css';

/** One action: what it is, how it stands, how it goes, and what it is tied to. */
export function ActionPage() {
  const { partnership, action: id } = useParams({ from: '/p/$partnership/plan/actions/$action' });
  const { place } = useSearch({ from: '/p/$partnership/plan/actions/$action' });
  const { data, error } = useQuery(actionQuery(partnership, id));
  const plan = usePlan(partnership, place ?? data?.action.place);
  const role = usePartnership(partnership)?.role;
  const [editing, setEditing] = useState(false);
  const action = data?.action;
  return (
    <PlanFrame
      partnership={partnership}
      place={place}
      plan={plan}
      here="Actions"
      title={action?.title ?? ''}
      {...(action !== undefined && { lede: lede(action) })}
      error={error}
      ready={data !== undefined}
      action={
        plan.mayEdit && action?.removed === false && !editing ? (
          <Button onClick={() => setEditing(true)}>Edit</Button>
        ) : undefined
      }
    >
      {data !== undefined && action !== undefined && (
        <>
          {action.removed && <Removed partnership={partnership} action={action} />}
          {editing ? (
            <EditAction
              at={{ partnership, place: action.place }}
              action={action}
              onEnd={() => setEditing(false)}
            />
          ) : (
            <div className="action-page">
              <div className="stack-wide">
                <RagDecision
                  partnership={partnership}
                  action={action}
                  may={role !== undefined && mayDecideActions(role) && !action.removed}
                />
                <Notes
                  partnership={partnership}
                  action={action}
                  notes={data.notes}
                  may={role !== undefined && mayNoteProgress(role) && !action.removed}
                />
              </div>
              <About action={action} partnership={partnership} place={place} />
            </div>
          )}
          {data.reminders.length > 0 && (
            <details className="method">
              <summary>Reminders that were sent</summary>
              <ul className="sent">
                {data.reminders.map((each) => (
                  <li key={each.id}>
                    <SentLine {...each} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          <Method>
            <HowColoured />
          </Method>
          {plan.mayEdit && !action.removed && !editing && (
            <Remove partnership={partnership} action={action} place={place} />
          )}
        </>
      )}
    </PlanFrame>
  );
}

function lede(action: Action): string {
  return `${wordFor(statuses, action.status)}, ${dueWords(action)}. Owner: ${ownerWords(action)}.`;
}

function About({
  action,
  partnership,
  place,
}: {
  action: Action;
  partnership: string;
  place: string | undefined;
}) {
  const at = { partnership, place: action.place };
  const gaps = useQuery(gapsQuery(at));
  const assets = useQuery(assetsQuery(at));
  const topics = useTopics(partnership);
  const named = (words: readonly string[]) => (words.length === 0 ? null : words.join('; '));
  const gapTitles = action.gaps.map(
    (id) => gaps.data?.gaps.find((gap) => gap.id === id)?.title ?? '…',
  );
  const { stage, pathway, fourP, cost, currency } = action;
  return (
    <dl className="facts">
      <Fact title="Objective">{action.objective}</Fact>
      <Fact title="Method">{action.method}</Fact>
      <Fact title="Doers">{action.doers}</Fact>
      <Fact title="Resources">
        {named([action.resources, action.resourceSource].filter((part) => part !== ''))}
      </Fact>
      <Fact title="Cost, estimated">{cost === null ? null : `${number(cost)} ${currency}`}</Fact>
      <Fact title="Start">{action.startsOn === null ? null : day(action.startsOn)}</Fact>
      <Fact title="Kind">{wordFor(kinds, action.kind)}</Fact>
      {action.blocked !== '' && <Fact title="In the way">{action.blocked}</Fact>}
      {(action.evidence !== '' || action.status === 'done') && (
        <Fact title="Evidence of completion">{action.evidence}</Fact>
      )}
      <Fact title="Gaps">
        {gapTitles.length === 0 ? null : (
          <Link
            to="/p/$partnership/plan"
            params={{ partnership }}
            search={place === undefined ? {} : { place }}
          >
            {gapTitles.join('; ')}
          </Link>
        )}
      </Fact>
      <Fact title="Assets">
        {named(
          action.assets.map(
            (id) => assets.data?.assets.find((each) => each.id === id)?.name ?? '…',
          ),
        )}
      </Fact>
      <Fact title="Topics">{named(action.topics.map((code) => topicTitle(topics, code)))}</Fact>
      <Fact title="Indicators">{named(action.indicators)}</Fact>
      <Fact title="Interventions">{named(action.interventions)}</Fact>
      <Fact title="Stage and round">
        {named([
          ...(stage === null ? [] : [stageWords[stage]]),
          ...(action.roundNumber === null ? [] : [`round ${action.roundNumber}`]),
        ])}
      </Fact>
      <Fact title="On a person’s way, and 4P">
        {named([
          ...(pathway === null ? [] : [pathwayWords[pathway]]),
          ...(fourP === null ? [] : [fourPWords[fourP]]),
        ])}
      </Fact>
      <Fact title="Last changed">{`${moment(action.changedAt)}, ${action.changedBy}`}</Fact>
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {children === null || children === '' ? <span className="soft">– not said</span> : children}
      </dd>
    </div>
  );
}

function Removed({ partnership, action }: { partnership: string; action: Action }) {
  const back = useMutation({
    mutationFn: () => changeAction(partnership, action, { removed: false }),
    onSuccess: actionsChanged,
  });
  return (
    <Notice tone="warn" title="This action was removed">
      <p>It is in no list and reminds nobody. Its notes are kept.</p>
      <Button tone="primary" disabled={back.isPending} onClick={() => back.mutate()}>
        Bring it back
      </Button>
      <Problems error={back.error} />
    </Notice>
  );
}

function Remove({
  partnership,
  action,
  place,
}: {
  partnership: string;
  action: Action;
  place: string | undefined;
}) {
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => changeAction(partnership, action, { removed: true }),
    onSuccess: actionsChanged,
  });
  return (
    <div className="row">
      <Button
        tone="quiet"
        onClick={() =>
          void navigate({
            to: '/p/$partnership/plan/actions',
            params: { partnership },
            search: place === undefined ? {} : { place },
          })
        }
      >
        All actions
      </Button>
      <Button tone="quiet" disabled={remove.isPending} onClick={() => remove.mutate()}>
        Remove this action
      </Button>
      <Problems error={remove.error} />
    </div>
  );
}
