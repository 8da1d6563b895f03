import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ActionStatus } from '@freehold/core/action';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { gapsQuery, usePlan, useTopics } from '../plan/plan.ts';
import { Undo, useUndo } from '../parts/undo.tsx';
import { count } from '../words.ts';
import { ActionTable } from './action-table.tsx';
import { Board } from './board.tsx';
import { actionsChanged, actionsQuery, changeAction, type Action } from './calls.ts';
import { ActionFilter, SortChoice, ViewChoice } from './filter.tsx';
import { Health } from './health.tsx';
import { HowColoured } from './how-coloured.tsx';
import { Reminders } from './reminders.tsx';
import { inOrder, isNarrowed, narrowed } from './search.ts';
import { Timeline } from './timeline.tsx';
import { statuses, wordFor } from './words.ts';
import '../look/action.css';

/** What a place does about its gaps: how the plan stands, then the actions as a table, a board or a timeline. */
export function Actions() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/actions' });
  const search = useSearch({ from: '/p/$partnership/plan/actions' });
  const plan = usePlan(partnership, search.place);
  const topics = useTopics(partnership);
  const at = { partnership, place: plan.place?.id ?? '' };
  const { data, error } = useQuery({ ...actionsQuery(at), enabled: plan.place !== null });
  const gaps = useQuery({ ...gapsQuery(at), enabled: plan.place !== null });
  const move = useMove(partnership);
  const all = data?.actions ?? [];
  const shown = inOrder(narrowed(all, search), search.sort);
  const kept = (gaps.data?.gaps ?? []).filter(({ status }) => status === 'kept');
  const gapTitle = (id: string) =>
    gaps.data?.gaps.find((gap) => gap.id === id)?.title ?? 'a gap that is not listed';
  const view = search.view ?? 'table';
  const carried = search.place === undefined ? {} : { place: search.place };
  const add = (
    <Link
      className={buttonClass('primary')}
      to="/p/$partnership/plan/actions/new"
      params={{ partnership }}
      search={carried}
    >
      Add an action
    </Link>
  );
  return (
    <PlanFrame
      partnership={partnership}
      place={search.place}
      plan={plan}
      here="Actions"
      title={title(plan.place?.name ?? '', all)}
      error={error ?? gaps.error}
      ready={data !== undefined && gaps.data !== undefined}
      action={plan.mayEdit && all.length > 0 ? add : undefined}
    >
      {all.length === 0 ? (
        <Empty title="An action is what somebody does about a gap">
          <p>
            It has an owner, a due day and the means to do it. Begin from a gap: its topic and its
            links come along. The rule then proposes a colour from what is written down, and you
            decide.
          </p>
          <div className="row">
            {plan.mayEdit && add}
            <Link to="/p/$partnership/plan" params={{ partnership }} search={carried}>
              Go to the gaps
            </Link>
          </div>
        </Empty>
      ) : (
        <>
          <Health actions={all} keptGaps={kept.map(({ id }) => id)} />
          <section className="stack" aria-label="The actions">
            <ActionFilter search={search} actions={all} topics={topics} />
            <div className="row row-end views">
              <ViewChoice search={search} />
              {view !== 'board' && <SortChoice search={search} />}
              <a
                className={buttonClass()}
                href={`/api/partnerships/${partnership}/places/${at.place}/actions.csv`}
                download=""
              >
                Save all as CSV
              </a>
            </div>
            <Undo offer={move.undo} />
            <Problems error={move.error} />
            {shown.length === 0 && <p>No action fits this filter.</p>}
            {shown.length > 0 && isNarrowed(search) && (
              <p className="small soft" role="status">
                {count(shown.length, 'action fits', 'actions fit')}, of {all.length}.
              </p>
            )}
            {shown.length > 0 && view === 'table' && (
              <ActionTable
                partnership={partnership}
                place={search.place}
                actions={shown}
                gapTitle={gapTitle}
              />
            )}
            {shown.length > 0 && view === 'board' && (
              <Board
                partnership={partnership}
                place={search.place}
                actions={shown}
                mayEdit={plan.mayEdit}
                busy={move.isPending}
                onMove={move.move}
              />
            )}
            {shown.length > 0 && view === 'timeline' && (
              <Timeline
                partnership={partnership}
                actions={shown}
                placeName={plan.place?.name ?? ''}
              />
            )}
          </section>
          <Reminders partnership={partnership} />
          <Method>
            <HowColoured />
          </Method>
        </>
      )}
    </PlanFrame>
  );
}

/** "Harbourside has 8 open actions: 2 red, 3 overdue". */
function title(place: string, actions: readonly Action[]): string {
  if (actions.length === 0) return `No action of ${place} is written down yet`;
  const open = actions.filter(({ rag }) => rag.stands !== null);
  if (open.length === 0) return `Every action of ${place} has ended`;
  const red = open.filter(({ rag }) => rag.stands === 'red').length;
  const late = open.filter(({ overdue }) => overdue).length;
  const parts = [red > 0 && `${red} red`, late > 0 && `${late} overdue`].filter(
    (part) => part !== false,
  );
  const said = `${place} has ${count(open.length, 'open action', 'open actions')}`;
  return parts.length === 0 ? `${said}, none of them red` : `${said}: ${parts.join(', ')}`;
}

function useMove(partnership: string) {
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ action, status }: { action: Action; status: ActionStatus }) =>
      changeAction(partnership, action, { status }),
    onSuccess: async (now, { action, status }) => {
      offerUndo({
        says: `${wordFor(statuses, status)}: ${action.title}.`,
        undo: () => change.mutate({ action: now, status: action.status }),
      });
      await actionsChanged();
    },
  });
  return {
    isPending: change.isPending,
    error: change.error,
    undo: offer,
    move: (action: Action, status: ActionStatus) => change.mutate({ action, status }),
  };
}
