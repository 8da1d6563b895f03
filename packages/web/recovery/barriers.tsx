import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BarrierStatus, barrierWords, routeTitle } from '@freehold/core/recovery';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { day } from '../words.ts';
import { BarrierForm } from './barrier-form.tsx';
import { barriersQuery, removeBarrier, type Barrier } from './calls.ts';

/** What keeps people from remedy, by how far the work on it is. */
export function Barriers({ partnership, may }: { partnership: string; may: boolean }) {
  const { data, error } = useQuery(barriersQuery(partnership));
  const [form, setForm] = useState<Barrier | 'new' | null>(null);
  const { offer, offerUndo } = useUndo();
  const remove = useMutation({
    mutationFn: ({ barrier, removed }: { barrier: Barrier; removed: boolean }) =>
      removeBarrier(partnership, barrier.id, removed),
    onSuccess: (_, { barrier, removed }) =>
      offerUndo({
        says: `${removed ? 'Taken off' : 'Put back'}: ${barrier.title}.`,
        undo: () => remove.mutate({ barrier, removed: !removed }),
      }),
  });
  const barriers = data?.barriers ?? [];
  return (
    <section className="stack" aria-labelledby="barriers-title">
      <header className="row row-end">
        <h2 id="barriers-title">What keeps people from remedy</h2>
        {may && <Button onClick={() => setForm('new')}>Add a barrier</Button>}
      </header>
      <Undo offer={offer} />
      <Problems error={error ?? remove.error} />
      {barriers.length === 0 ? (
        <p className="soft">
          No barrier is on the board. Write down rules and services that stand in the way, never a
          person’s story.
        </p>
      ) : (
        <div className="barrier-board">
          {BarrierStatus.options.map((status) => {
            const own = barriers.filter((each) => each.status === status);
            return (
              <section key={status} aria-label={barrierWords[status]}>
                <p className="strong">
                  {barrierWords[status]} <span className="soft">· {own.length}</span>
                </p>
                <ol>
                  {own.map((barrier) => (
                    <Card
                      key={barrier.id}
                      barrier={barrier}
                      onEdit={may ? () => setForm(barrier) : null}
                      onRemove={() => remove.mutate({ barrier, removed: true })}
                    />
                  ))}
                </ol>
              </section>
            );
          })}
        </div>
      )}
      {form !== null && (
        <BarrierForm
          partnership={partnership}
          barrier={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function Card({
  barrier,
  onEdit,
  onRemove,
}: {
  barrier: Barrier;
  onEdit: (() => void) | null;
  onRemove: () => void;
}) {
  const { title, detail, route, affects, asks, reason, ownerOrganisation, ownerRole } = barrier;
  const owner = [ownerOrganisation, ownerRole].filter((each) => each !== '').join(', ');
  const lines = [
    detail,
    affects !== '' && `Keeps out: ${affects}`,
    asks !== '' && `We ask: ${asks}`,
    reason !== '' && `Why: ${reason}`,
  ].filter((each) => each !== false && each !== '');
  return (
    <li className="stack-tight">
      <h3>{title}</h3>
      {lines.map((each) => (
        <p key={String(each)} className="small">
          {each}
        </p>
      ))}
      <p className="small soft">
        {route === '' ? 'Several routes' : routeTitle(route)} ·{' '}
        {owner === '' ? 'nobody yet' : owner} · seen {day(barrier.seenOn)}
      </p>
      {onEdit !== null && (
        <div className="row">
          <Button tone="quiet" onClick={onEdit}>
            Edit<span className="unseen">: {title}</span>
          </Button>
          <Button tone="quiet" onClick={onRemove}>
            Take off<span className="unseen">: {title}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
