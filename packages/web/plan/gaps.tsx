import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { count } from '../words.ts';
import { PlanFrame } from './frame.tsx';
import { GapFilter, narrowed } from './gap-filter.tsx';
import { GapForm } from './gap-form.tsx';
import { GapRow } from './gap-row.tsx';
import { gapsQuery, planChanged, usePlan, useTopics, type Gap } from './plan.ts';
import { Undo, useUndo } from '../parts/undo.tsx';
import { statusDone } from './words.ts';

/** What is missing in a place: proposals to keep or dismiss, what is kept, and what was put away. */
export function Gaps() {
  const { partnership } = useParams({ from: '/p/$partnership/plan' });
  const search = useSearch({ from: '/p/$partnership/plan' });
  const plan = usePlan(partnership, search.place);
  const topics = useTopics(partnership);
  const at = { partnership, place: plan.place?.id ?? '' };
  const { data, error } = useQuery({ ...gapsQuery(at), enabled: plan.place !== null });
  const [form, setForm] = useState<Gap | 'new' | null>(null);
  const change = useChange(partnership);
  const all = data?.gaps ?? [];
  const shown = narrowed(all, search);
  const of = (...status: readonly Gap['status'][]) =>
    shown.filter((gap) => status.includes(gap.status));
  const row = (gap: Gap) => (
    <GapRow
      key={gap.id}
      gap={gap}
      topics={topics}
      mayEdit={plan.mayEdit}
      busy={change.isPending}
      onEdit={() => setForm(gap)}
      onMove={(status, reason) => change.move(gap, status, reason)}
    />
  );
  const [proposed, kept, away] = [of('proposed'), of('kept'), of('dismissed', 'closed')];
  return (
    <PlanFrame
      partnership={partnership}
      place={search.place}
      plan={plan}
      here="Gaps"
      title={title(plan.place?.name ?? '', all)}
      error={error}
      ready={data !== undefined}
      action={
        plan.mayEdit && all.length > 0 ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Add a gap
          </Button>
        ) : undefined
      }
    >
      <Undo offer={change.undo} />
      <Problems error={change.error} />
      {all.length === 0 && (
        <Empty title="A gap is something that is missing here">
          <p>
            A service that nobody offers, a number that nobody counts, somebody who is not at the
            table. Low and uncertain scores propose some; people keep or dismiss them, and add what
            no score shows.
          </p>
          {plan.mayEdit && (
            <div className="row">
              {plan.review !== null && (
                <Propose partnership={partnership} review={plan.review.id} tone="primary" />
              )}
              <Button onClick={() => setForm('new')}>Add a gap yourself</Button>
            </div>
          )}
        </Empty>
      )}
      {all.length > 0 && <GapFilter search={search} topics={topics} gaps={all} />}
      {proposed.length > 0 && (
        <section className="stack">
          <h2>{count(proposed.length, 'proposal waits', 'proposals wait')} for a decision</h2>
          <p className="small soft">
            The scores suggest these. They are in no report until somebody keeps them.
          </p>
          <ul className="gap-list">{proposed.map(row)}</ul>
        </section>
      )}
      {kept.length > 0 && (
        <section className="stack">
          <h2>{count(kept.length, 'gap is', 'gaps are')} kept</h2>
          <ul className="gap-list">{kept.map(row)}</ul>
        </section>
      )}
      {all.length > 0 && shown.length === 0 && <p>No gap fits this filter.</p>}
      {away.length > 0 && (
        <details className="put-away">
          <summary>{count(away.length, 'gap', 'gaps')} dismissed or closed</summary>
          <ul className="gap-list">{away.map(row)}</ul>
        </details>
      )}
      {plan.mayEdit && plan.review !== null && all.length > 0 && (
        <Propose partnership={partnership} review={plan.review.id} tone="plain" />
      )}
      {form !== null && (
        <GapForm
          at={at}
          review={plan.review?.id ?? null}
          gap={form === 'new' ? null : form}
          topics={topics}
          onClose={() => setForm(null)}
        />
      )}
    </PlanFrame>
  );
}

/** "Harbourside has 5 kept gaps, 2 of them high; 3 proposals wait". */
function title(place: string, gaps: readonly Gap[]): string {
  const kept = gaps.filter(({ status }) => status === 'kept');
  const high = kept.filter(({ severity }) => severity === 'high').length;
  const proposed = gaps.filter(({ status }) => status === 'proposed').length;
  if (gaps.length === 0) return `No gap of ${place} is written down yet`;
  const said =
    kept.length === 0
      ? `No gap of ${place} is kept yet`
      : `${place} has ${count(kept.length, 'kept gap', 'kept gaps')}${high === 0 ? '' : `, ${high} of them high`}`;
  return proposed === 0 ? said : `${said}; ${count(proposed, 'proposal waits', 'proposals wait')}`;
}

function useChange(partnership: string) {
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ gap, status, reason }: Step) =>
      got(
        api.partnerships[':partnership'].gaps[':gap'].$patch({
          param: { partnership, gap: gap.id },
          json: { status, reason },
        }),
      ),
    onSuccess: async (_, { gap, status }) => {
      offerUndo({
        says: `${statusDone[status]}: ${gap.title}.`,
        undo: () => change.mutate({ gap, status: gap.status, reason: gap.reason }),
      });
      await planChanged();
    },
  });
  return {
    isPending: change.isPending,
    error: change.error,
    undo: offer,
    move: (gap: Gap, status: Gap['status'], reason: string) =>
      change.mutate({ gap, status, reason }),
  };
}

type Step = { readonly gap: Gap; readonly status: Gap['status']; readonly reason: string };

function Propose({
  partnership,
  review,
  tone,
}: {
  partnership: string;
  review: string;
  tone: 'primary' | 'plain';
}) {
  const propose = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].reviews[':review'].gaps.propose.$post({
          param: { partnership, review },
        }),
      ),
    onSuccess: planChanged,
  });
  return (
    <div className="stack-tight">
      <div>
        <Button tone={tone} disabled={propose.isPending} onClick={() => propose.mutate()}>
          Propose gaps from the review
        </Button>
      </div>
      <p role="status" className="small soft">
        {propose.data !== undefined &&
          (propose.data.added === 0
            ? 'Nothing new: the scores suggest no gap that is not here already.'
            : `${count(propose.data.added, 'proposal', 'proposals')} added.`)}
      </p>
      <Problems error={propose.error} />
    </div>
  );
}
