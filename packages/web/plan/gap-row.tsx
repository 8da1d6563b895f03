import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { MakeAction } from './make-action.tsx';
import { topicTitle, type Gap, type TopicName } from './plan.ts';
import { becauseWords, gapKindWord, severities } from './words.ts';

/** One gap: what is missing, for whom, why it was proposed, and what people decided. */
export function GapRow({
  gap,
  topics,
  mayEdit,
  busy,
  onEdit,
  onMove,
}: {
  gap: Gap;
  topics: readonly TopicName[];
  mayEdit: boolean;
  busy: boolean;
  onEdit: () => void;
  onMove: (status: Gap['status'], reason: string) => void;
}) {
  const topic = topicTitle(topics, gap.topic);
  return (
    <li className="gap">
      <div className="gap-says">
        <span className="row tags">
          <span className={gap.severity === 'high' ? 'tag bad' : 'tag'}>
            {severities.find(([each]) => each === gap.severity)?.[1]} severity
          </span>
          <span className="tag">{gapKindWord(gap.kind)}</span>
          {!gap.locallySolvable && <span className="tag warn">Not ours alone</span>}
          {gap.status === 'closed' && <span className="tag good">Closed</span>}
          {gap.status === 'dismissed' && <span className="tag">Dismissed</span>}
        </span>
        <h3>{gap.title}</h3>
        {topic !== gap.title && <p className="small soft">{topic}</p>}
        {gap.proposedBecause !== null && (
          <p className="small">{becauseWords(gap.proposedBecause)}</p>
        )}
        {gap.affected !== '' && <p className="small">Affects {gap.affected}.</p>}
        {!gap.locallySolvable && gap.escalateTo !== '' && (
          <p className="small">Take it to {gap.escalateTo}.</p>
        )}
        {gap.reason !== '' && <p className="small soft">“{gap.reason}”</p>}
      </div>
      {mayEdit && <Decide gap={gap} busy={busy} onEdit={onEdit} onMove={onMove} />}
    </li>
  );
}

function Decide({
  gap,
  busy,
  onEdit,
  onMove,
}: {
  gap: Gap;
  busy: boolean;
  onEdit: () => void;
  onMove: (status: Gap['status'], reason: string) => void;
}) {
  const [asking, setAsking] = useState<'dismissed' | 'closed' | null>(null);
  const of = <span className="unseen">: {gap.title}</span>;
  if (asking !== null) {
    return (
      <Reason
        step={asking}
        busy={busy}
        onSay={(reason) => {
          onMove(asking, reason);
          setAsking(null);
        }}
        onClose={() => setAsking(null)}
      />
    );
  }
  if (gap.status === 'dismissed' || gap.status === 'closed') {
    return (
      <div className="row">
        <Button disabled={busy} onClick={() => onMove('kept', gap.reason)}>
          Bring back{of}
        </Button>
      </div>
    );
  }
  return (
    <div className="row">
      {gap.status === 'proposed' && (
        <Button disabled={busy} onClick={() => onMove('kept', gap.reason)}>
          Keep{of}
        </Button>
      )}
      <Button tone="quiet" onClick={onEdit}>
        Edit{of}
      </Button>
      {gap.status === 'kept' && <MakeAction gap={gap} />}
      {gap.status === 'kept' && (
        <Button tone="quiet" onClick={() => setAsking('closed')}>
          Close{of}
        </Button>
      )}
      <Button tone="quiet" onClick={() => setAsking('dismissed')}>
        Dismiss{of}
      </Button>
    </div>
  );
}

/** Asks why, in the place of the buttons. */
function Reason({
  step,
  busy,
  onSay,
  onClose,
}: {
  step: 'dismissed' | 'closed';
  busy: boolean;
  onSay: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const needed = step === 'dismissed';
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(reason.trim());
      }}
    >
      <TextField
        label={needed ? 'Why is this no gap here?' : 'What closed it?'}
        required={needed}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <div className="row">
        <Button type="submit" disabled={busy || (needed && reason.trim() === '')}>
          {needed ? 'Dismiss' : 'Close'}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}
