import { useState } from 'react';
import { riskReview } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { topicTitle, type Gap, type TopicName } from '../plan/plan.ts';
import { today, turnOf } from '../plan/stage-choice.tsx';
import { day } from '../words.ts';
import type { Risk, RiskChange } from './calls.ts';
import { arithmetic, bandOf, bandWords } from './words.ts';

/** One risk: its score as arithmetic, what softens it, whose it is, and when somebody looks again. */
export function RiskRow({
  risk,
  number,
  topics,
  gaps,
  mayEdit,
  busy,
  onEdit,
  onMove,
}: {
  risk: Risk;
  /** Its number in the matrix; null for a closed one. */
  number: number | null;
  topics: readonly TopicName[];
  gaps: readonly Gap[];
  mayEdit: boolean;
  busy: boolean;
  onEdit: () => void;
  onMove: (change: RiskChange) => void;
}) {
  const review = riskReview(risk, today());
  const owner = [risk.ownerOrganisation, risk.ownerRole].filter((part) => part !== '').join(', ');
  const about = [
    ...gaps.filter(({ id }) => risk.gaps.includes(id)).map(({ title }) => title),
    ...risk.topics.map((code) => topicTitle(topics, code)),
  ];
  const turn = turnOf(risk.round, risk.stage);
  return (
    <li className="record" id={`risk-${risk.id}`} tabIndex={-1}>
      <div className="record-says">
        <span className="row tags">
          <span className={`tag risk-${bandOf(risk)}`}>
            {number !== null && `${number} · `}
            {bandWords[bandOf(risk)]}
          </span>
          {risk.status === 'accepted' && <span className="tag">Accepted</span>}
          {risk.status === 'closed' && <span className="tag good">Closed</span>}
          {review === 'overdue' && <span className="tag bad">Review overdue</span>}
        </span>
        <h3>{risk.title}</h3>
        {risk.description !== '' && <p>{risk.description}</p>}
        <p className="small figures">{arithmetic(risk)}</p>
        <p className="small">
          <span className="strong">What softens it:</span>{' '}
          {risk.mitigation === '' ? 'nothing yet' : risk.mitigation}
        </p>
        <p className="small soft">
          {owner === '' ? 'Nobody looks after it yet' : owner}
          {review !== 'none' &&
            (risk.reviewOn === null
              ? ' · no review day yet'
              : ` · ${review === 'overdue' ? 'to be looked at since' : 'looked at again by'} ${day(risk.reviewOn)}`)}
          {turn !== '' && ` · ${turn}`}
        </p>
        {about.length > 0 && <p className="small soft">About: {about.join('; ')}</p>}
        {risk.reason !== '' && <p className="small soft">“{risk.reason}”</p>}
      </div>
      {mayEdit && <Decide {...{ risk, busy, onEdit, onMove }} />}
    </li>
  );
}

function Decide({
  risk,
  busy,
  onEdit,
  onMove,
}: {
  risk: Risk;
  busy: boolean;
  onEdit: () => void;
  onMove: (change: RiskChange) => void;
}) {
  const [asking, setAsking] = useState<'accepted' | 'closed' | null>(null);
  const [reason, setReason] = useState('');
  const of = <span className="unseen">: {risk.title}</span>;
  if (asking !== null)
    return (
      <form
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          onMove({ status: asking, reason: reason.trim() });
          setAsking(null);
        }}
      >
        <TextField
          label={asking === 'closed' ? 'What closed it?' : 'Why is it accepted?'}
          required
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
        <div className="row">
          <Button type="submit" disabled={busy || reason.trim() === ''}>
            {asking === 'closed' ? 'Close it' : 'Accept it'}
          </Button>
          <Button tone="quiet" onClick={() => setAsking(null)}>
            Not now
          </Button>
        </div>
      </form>
    );
  if (risk.status === 'closed')
    return (
      <div className="row">
        <Button disabled={busy} onClick={() => onMove({ status: 'open' })}>
          Open again{of}
        </Button>
      </div>
    );
  return (
    <div className="row">
      <Button tone="quiet" onClick={onEdit}>
        Edit{of}
      </Button>
      {risk.status === 'open' && (
        <Button tone="quiet" onClick={() => setAsking('accepted')}>
          Accept{of}
        </Button>
      )}
      <Button tone="quiet" onClick={() => setAsking('closed')}>
        Close{of}
      </Button>
    </div>
  );
}
