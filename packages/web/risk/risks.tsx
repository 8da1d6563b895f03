import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepRecord } from '@freehold/core/access';
import { riskReview, standingRisks } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { gapsQuery, planChanged, usePlan, useTopics } from '../plan/plan.ts';
import { today } from '../plan/stage-choice.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, list } from '../words.ts';
import { changeRisk, risksQuery, type Risk, type RiskChange } from './calls.ts';
import { RiskForm } from './risk-form.tsx';
import { RiskMatrix } from './matrix.tsx';
import { RiskRow } from './risk-row.tsx';
import { bandOf } from './words.ts';
import '../look/record.css';

/** The risk register of a place: the matrix, the risks in order, and what was closed. */
export function Risks() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/risks' });
  const search = useSearch({ from: '/p/$partnership/plan/risks' });
  const plan = usePlan(partnership, search.place);
  const topics = useTopics(partnership);
  const at = { partnership, place: plan.place?.id ?? '' };
  const enabled = plan.place !== null;
  const { data, error } = useQuery({ ...risksQuery(at), enabled });
  const gaps = useQuery({ ...gapsQuery(at), enabled });
  const mine = usePartnership(partnership);
  const mayEdit = mine !== null && mayKeepRecord(mine.role);
  const [form, setForm] = useState<Risk | 'new' | null>(null);
  const move = useMove(partnership);
  const all = data?.risks ?? [];
  const standing = standingRisks(all);
  const closed = all.filter(({ status }) => status === 'closed');
  const row = (risk: Risk, number: number | null) => (
    <RiskRow
      key={risk.id}
      {...{ risk, number, topics, mayEdit, busy: move.isPending }}
      gaps={gaps.data?.gaps ?? []}
      onEdit={() => setForm(risk)}
      onMove={(json) => move.move(risk, json)}
    />
  );
  return (
    <PlanFrame
      {...{ partnership, plan, error }}
      place={search.place}
      here="Risks"
      title={title(plan.place?.name ?? '', standing)}
      ready={data !== undefined}
      action={
        mayEdit && all.length > 0 ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Add a risk
          </Button>
        ) : undefined
      }
    >
      <Undo offer={move.undo} />
      <Problems error={move.error} />
      {all.length === 0 && <NoRisk mayEdit={mayEdit} onAdd={() => setForm('new')} />}
      <Overdue risks={standing} />
      {standing.length > 0 && (
        <>
          <RiskMatrix risks={standing} place={plan.place?.name ?? ''} />
          <section className="stack">
            <h2>{count(standing.length, 'risk stands', 'risks stand')}, the greatest first</h2>
            <ol className="record-list">{standing.map((risk, at) => row(risk, at + 1))}</ol>
          </section>
        </>
      )}
      {closed.length > 0 && (
        <details className="put-away">
          <summary>{count(closed.length, 'risk', 'risks')} closed</summary>
          <ol className="record-list">{closed.map((risk) => row(risk, null))}</ol>
        </details>
      )}
      {all.length > 0 && <HowScored />}
      {form !== null && (
        <RiskForm
          {...{ at, topics }}
          risk={form === 'new' ? null : form}
          gaps={(gaps.data?.gaps ?? []).filter(({ status }) => status === 'kept')}
          onClose={() => setForm(null)}
        />
      )}
    </PlanFrame>
  );
}

/** "2 of 6 risks are high; first: …" */
function title(place: string, risks: readonly Risk[]): string {
  const [first] = risks;
  if (first === undefined) return `No risk of ${place} is on record`;
  const high = risks.filter((risk) => bandOf(risk) === 'high').length;
  return high === 0
    ? `None of ${count(risks.length, 'risk', 'risks')} is high`
    : `${high} of ${count(risks.length, 'risk is', 'risks are')} high; first: ${first.title}`;
}

function useMove(partnership: string) {
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ risk, json }: { risk: Risk; json: RiskChange }) =>
      changeRisk(partnership, risk.id, json),
    onSuccess: async (_, { risk }) => {
      offerUndo({
        says: `Changed: ${risk.title}.`,
        undo: () => change.mutate({ risk, json: { status: risk.status, reason: risk.reason } }),
      });
      await planChanged();
    },
  });
  return {
    isPending: change.isPending,
    error: change.error,
    undo: offer,
    move: (risk: Risk, json: RiskChange) => change.mutate({ risk, json }),
  };
}

function Overdue({ risks }: { risks: readonly Risk[] }) {
  const late = risks.filter((risk) => riskReview(risk, today()) === 'overdue');
  if (late.length === 0) return null;
  return (
    <Notice tone="warn" title={`${count(late.length, 'review is', 'reviews are')} overdue`}>
      <p>Look again at {list(late.map((risk) => `“${risk.title}”`))}, and set a new day.</p>
    </Notice>
  );
}

function NoRisk({ mayEdit, onAdd }: { mayEdit: boolean; onAdd: () => void }) {
  return (
    <Empty title="A risk is what could stop you, or harm somebody">
      <p>
        A grant that ends, a safe place that closes, trust that is lost. Say how likely it is and
        how bad it would be, what softens it, and who looks at it again and when. The problem
        profile takes its risk table from here.
      </p>
      {mayEdit && (
        <div>
          <Button tone="primary" onClick={onAdd}>
            Add the first risk
          </Button>
        </div>
      )}
    </Empty>
  );
}

function HowScored() {
  return (
    <Method>
      <p>
        The score is likelihood times impact, each from 1 to 5, so 1 to 25. Up to 4 it is low, from
        5 medium, from 12 high; these limits are ours. It puts a talk in order and measures nothing:
        two risks of the same score are not alike. Closed risks stand in no cell.
      </p>
    </Method>
  );
}
