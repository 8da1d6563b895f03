import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { firmAfterSeconds } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { count, day } from '../words.ts';
import {
  conflictsQuery,
  screeningChanged,
  settle,
  unsettle,
  type Batch,
  type BatchAt,
  type Conflict,
} from './screening-calls.ts';
import { citation, decidedWords, stageWords } from './screening-words.ts';

/** Where the two differ: both decisions side by side, and a person who settles it with the grounds. */
export function Conflicts({ at, batch, mayKeep }: { at: BatchAt; batch: Batch; mayKeep: boolean }) {
  const { data, error } = useQuery({
    ...conflictsQuery(at),
    refetchInterval: firmAfterSeconds * 1000,
  });
  const { offer, offerUndo } = useUndo();
  const back = useMutation({
    mutationFn: ({ source, stage }: Conflict) => unsettle(at, source, stage),
    onSuccess: () => screeningChanged(at.partnership),
  });
  const all = data?.conflicts ?? [];
  const open = all.filter(({ settled }) => settled === null);
  const settled = all.filter((each) => each.settled !== null);
  const row = (conflict: Conflict) => (
    <ConflictRow
      key={`${conflict.stage} ${conflict.source}`}
      {...{ at, batch, conflict, mayKeep }}
      onSettled={() =>
        offerUndo({ says: `Settled: ${conflict.title}.`, undo: () => back.mutate(conflict) })
      }
      onBack={() => back.mutate(conflict)}
    />
  );
  if (all.length === 0) return <Problems error={error} />;
  return (
    <section className="stack" id="conflicts">
      <h2>
        {open.length === 0
          ? 'No conflict is left'
          : `${count(open.length, 'conflict', 'conflicts')} to settle`}
      </h2>
      <Undo offer={offer} />
      <Problems error={error ?? back.error} />
      {open.length > 0 && <ol className="record-list">{open.map(row)}</ol>}
      {settled.length > 0 && (
        <details className="put-away">
          <summary>{count(settled.length, 'conflict', 'conflicts')} settled</summary>
          <ol className="record-list">{settled.map(row)}</ol>
        </details>
      )}
    </section>
  );
}

function ConflictRow({
  at,
  batch,
  conflict,
  mayKeep,
  onSettled,
  onBack,
}: {
  at: BatchAt;
  batch: Batch;
  conflict: Conflict;
  mayKeep: boolean;
  onSettled: () => void;
  onBack: () => void;
}) {
  const { stage, decisions, settled, abstract } = conflict;
  const why = (code: string) => batch.reasons.find((each) => each.code === code)?.text ?? '';
  return (
    <li className="record">
      <div className="record-says">
        <h3>{conflict.title}</h3>
        <p className="small soft">
          {stageWords[stage]} · {citation(conflict)}
        </p>
        <ul className="small">
          {decisions.map(({ name, decision, reason }) => (
            <li key={name}>
              <strong>{name}:</strong> {decidedWords[decision]}
              {reason !== '' && `, ${why(reason)}`}
            </li>
          ))}
        </ul>
        {abstract !== '' && (
          <details>
            <summary>Abstract</summary>
            <div className="abstract">{abstract}</div>
          </details>
        )}
        {settled !== null && (
          <p className="small">
            <strong>
              Settled by {settled.byName} on {day(settled.at)}:
            </strong>{' '}
            {decidedWords[settled.decision]}
            {settled.reason !== '' && `, ${why(settled.reason)}`}. {settled.note}
          </p>
        )}
      </div>
      {mayKeep && settled === null && <SettleForm {...{ at, batch, conflict, onSettled }} />}
      {mayKeep && settled !== null && (
        <div className="row">
          <Button tone="quiet" onClick={onBack}>
            Take it back
          </Button>
        </div>
      )}
    </li>
  );
}

function SettleForm({
  at,
  batch,
  conflict: { source, stage },
  onSettled,
}: {
  at: BatchAt;
  batch: Batch;
  conflict: Conflict;
  onSettled: () => void;
}) {
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: (decision: 'include' | 'exclude') =>
      settle(at, source, { stage, decision, note, reason: decision === 'exclude' ? reason : '' }),
    onSuccess: async () => {
      onSettled();
      await screeningChanged(at.partnership);
    },
  });
  return (
    <form className="stack-tight settle" onSubmit={(event) => event.preventDefault()}>
      <TextArea label="On what grounds?" maxLength={2000} value={note} onChange={setNote} />
      <Choice
        label="Reason, if it is left out"
        value={reason}
        options={[['', 'None'], ...batch.reasons.map((each) => [each.code, each.text] as const)]}
        onChange={setReason}
      />
      <Problems error={save.error} />
      <div className="row">
        <Button
          disabled={save.isPending || note.trim() === ''}
          onClick={() => save.mutate('include')}
        >
          Include it
        </Button>
        <Button
          disabled={
            save.isPending || note.trim() === '' || (stage === 'full-text' && reason === '')
          }
          onClick={() => save.mutate('exclude')}
        >
          Leave it out
        </Button>
      </div>
    </form>
  );
}
