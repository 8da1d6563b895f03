import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayFollowRound, mayKeepRecord } from '@freehold/core/access';
import { bySeverity, clauseTitle, involvementTitles } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { ChangeFrame } from '../change/frame.tsx';
import { Downloads } from '../document/downloads.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { today } from '../plan/stage-choice.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { ActionBoard } from './action-board.tsx';
import { boardQuery, diligenceChanged, partner, type Risk } from './calls.ts';
import { RiskForm } from './risk-form.tsx';
import { RiskGrid } from './risk-grid.tsx';
import { BandTag } from './tags.tsx';
import { arithmetic } from './words.ts';
import '../look/record.css';
import '../look/directory.css';
import '../look/diligence.css';

/** The cycle on one board: what could go wrong, and what is done about it by the six steps. */
export function Diligence() {
  const { partnership } = useParams({ from: '/p/$partnership/change/diligence' });
  const { data, error } = useQuery(boardQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const mayRead = mine !== null && mayFollowRound(mine.role);
  const [form, setForm] = useState<Risk | 'new' | null>(null);
  const { offer, offerUndo } = useUndo();
  const risks = data?.risks ?? [];
  const open = risks.filter(({ status }) => status === 'open').toSorted(bySeverity);
  const closed = risks.filter(({ status }) => status === 'closed');
  const close = useMutation({
    mutationFn: ({ id, ...json }: { id: string; status: 'open' | 'closed'; reason: string }) =>
      got(
        partner.diligence.risks[':diligenceRisk'].$patch({
          param: { partnership, diligenceRisk: id },
          json,
        }),
      ),
    onSuccess: async ({ id, title, status }) => {
      offerUndo({
        says: status === 'closed' ? `Closed: ${title}.` : `Open again: ${title}.`,
        undo: () => close.mutate({ id, status: 'open', reason: '' }),
      });
      await diligenceChanged(partnership);
    },
  });
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Due diligence"
      title={titleFor(open)}
      ready={data !== undefined}
      action={
        may && risks.length > 0 ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Note a risk
          </Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={close.error} />
      <div className="row">
        <Link
          className={buttonClass()}
          to="/p/$partnership/change/diligence/rules"
          params={{ partnership }}
        >
          How risks and suppliers are weighed
        </Link>
        <Link
          className={buttonClass()}
          to="/p/$partnership/change/incidents/assess"
          params={{ partnership }}
        >
          Assess a place of work
        </Link>
      </div>
      {risks.length === 0 && <NoRisk may={may} onAdd={() => setForm('new')} />}
      {open.length > 0 && (
        <>
          <RiskGrid risks={open} />
          <section className="stack">
            <h2>{count(open.length, 'open risk', 'open risks')}, the most severe first</h2>
            <ol className="record-list">
              {open.map((risk, at) => (
                <RiskRow
                  key={risk.id}
                  {...{ risk, may }}
                  number={at + 1}
                  busy={close.isPending}
                  onEdit={() => setForm(risk)}
                  onClose={(reason) => close.mutate({ id: risk.id, status: 'closed', reason })}
                />
              ))}
            </ol>
          </section>
        </>
      )}
      {closed.length > 0 && (
        <details className="put-away">
          <summary>{count(closed.length, 'risk', 'risks')} closed</summary>
          <ul>
            {closed.map(({ id, title, reason }) => (
              <li key={id}>
                {title}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {data !== undefined && (
        <ActionBoard {...{ partnership, may, risks: open }} actions={data.actions} />
      )}
      {mayRead && <Report partnership={partnership} />}
      <Method>
        <p>
          Severity is the {data?.severityBy === 'mean' ? 'mean' : 'greatest'} of scale, scope and
          remediability, each 1 to 5; with one of them missing there is none. Severity orders first,
          then likelihood; the product is shown and orders nothing (PROPOSED). The six steps are the
          OECD’s; the four stages are ETI’s, and which goes with which step is PROPOSED.
        </p>
      </Method>
      {form !== null && data !== undefined && (
        <RiskForm
          {...{ partnership }}
          risk={form === 'new' ? null : form}
          severityBy={data.severityBy}
          onClose={() => setForm(null)}
        />
      )}
    </ChangeFrame>
  );
}

function titleFor(open: readonly Risk[]): string {
  const [first] = open;
  if (first === undefined) return 'No risk in the supply chain is open';
  const high = open.filter(({ band }) => band === 'high').length;
  return `${high} of ${count(open.length, 'open risk is', 'open risks are')} high; first: ${first.title}`;
}

function NoRisk({ may, onAdd }: { may: boolean; onAdd: () => void }) {
  return (
    <Empty title="A risk is harm to workers that happens or could happen">
      <p>
        Say what it is about, how grave it is, how many it reaches and how hard it is to make good;
        then how likely it is, and what part you have in it. Actions answer it by the six steps.
      </p>
      {may && (
        <div>
          <Button tone="primary" onClick={onAdd}>
            Note the first risk
          </Button>
        </div>
      )}
    </Empty>
  );
}

function RiskRow({
  risk,
  number,
  may,
  busy,
  onEdit,
  onClose,
}: {
  risk: Risk;
  number: number;
  may: boolean;
  busy: boolean;
  onEdit: () => void;
  onClose: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const tags = [
    risk.salient && 'salient',
    risk.severe && 'severe',
    risk.tractable && 'tractable',
  ].filter((part) => part !== false);
  return (
    <li className="record" id={`risk-${risk.id}`} tabIndex={-1}>
      <div className="record-says">
        <span className="row tags">
          <span className="tag">{number}</span>
          <BandTag band={risk.band} />
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </span>
        <h3>{risk.title}</h3>
        <p className="figures small">{arithmetic(risk)}</p>
        <p className="small soft">
          {[
            risk.supplier?.name ?? 'No single supplier',
            clauseTitle(risk.clause),
            involvementTitles[risk.involvement],
            `noted ${day(risk.notedOn)}`,
          ].join(' · ')}
        </p>
        {risk.evidence !== '' && <p>{risk.evidence}</p>}
        {may && (
          <details>
            <summary>Close it</summary>
            <div className="stack-tight">
              <TextField label="Why?" maxLength={2000} value={reason} onChange={setReason} />
              <div>
                <Button disabled={busy || reason.trim() === ''} onClick={() => onClose(reason)}>
                  Close<span className="unseen"> {risk.title}</span>
                </Button>
              </div>
            </div>
          </details>
        )}
      </div>
      {may && (
        <div className="row">
          <Button tone="quiet" onClick={onEdit}>
            Change<span className="unseen"> {risk.title}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function Report({ partnership }: { partnership: string }) {
  const [year, setYear] = useState(() => today().slice(0, 4));
  return (
    <section className="stack">
      <h2>The report of a year</h2>
      <p className="soft">
        Suppliers, risks, actions by step, incidents and remedy. Small numbers of workers stay out.
      </p>
      <TextField label="Year" type="number" value={year} onChange={setYear} />
      <Downloads address={`/api/partnerships/${partnership}/diligence/report?year=${year}`} />
    </section>
  );
}
