import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepRecord } from '@freehold/core/access';
import {
  agreementTitles,
  clauseTitle,
  closingProblems,
  incidentTitles,
  isCheckedRemedy,
  remedyTitles,
  worksTitles,
  type IncidentStatus,
} from '@freehold/core/diligence';
import { got } from '../api.ts';
import { ChangeFrame } from '../change/frame.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day, list, number } from '../words.ts';
import { diligenceChanged, incidentsQuery, partner, type Incident, type Remedy } from './calls.ts';
import { IncidentForm } from './incident-form.tsx';
import { RemedyForm } from './remedy-form.tsx';
import { channelWords, workersWords } from './words.ts';
import '../look/record.css';
import '../look/directory.css';
import '../look/diligence.css';

/** One incident: what is known, what was done for the workers, whether it works, and closing it. */
export function IncidentPage() {
  const { partnership, incident } = useParams({
    from: '/p/$partnership/change/incidents/$incident',
  });
  const { data, error } = useQuery(incidentsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const one = data?.incidents.find(({ id }) => id === incident);
  const remedies = (data?.remedies ?? []).filter((each) => each.incident === incident);
  const [editing, setEditing] = useState(false);
  const [form, setForm] = useState<Remedy | 'new' | null>(null);
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Incidents"
      title={one === undefined ? 'Incident' : titleFor(one, remedies)}
      ready={data !== undefined}
      action={
        may && one !== undefined ? (
          <Button tone="primary" onClick={() => setForm('new')}>
            Write a remedy down
          </Button>
        ) : undefined
      }
    >
      {one === undefined ? (
        <p>There is no such incident, or it is not yours to see.</p>
      ) : (
        <>
          <Known {...{ partnership, one, may }} onEdit={() => setEditing(true)} />
          <section className="stack">
            <h2>
              {remedies.length === 0
                ? 'No remedy is written down yet'
                : count(remedies.length, 'remedy', 'remedies')}
            </h2>
            <ol className="record-list">
              {remedies.map((remedy) => (
                <RemedyRow key={remedy.id} {...{ remedy, may }} onEdit={() => setForm(remedy)} />
              ))}
            </ol>
          </section>
          {may && <Standing key={one.status} {...{ partnership, one, remedies }} />}
        </>
      )}
      {editing && one !== undefined && (
        <IncidentForm {...{ partnership }} incident={one} onClose={() => setEditing(false)} />
      )}
      {form !== null && (
        <RemedyForm
          {...{ partnership, incident }}
          remedy={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
    </ChangeFrame>
  );
}

function titleFor({ title, status }: Incident, remedies: readonly Remedy[]): string {
  if (status === 'closed') return `${title}: closed`;
  const works = remedies.filter(isCheckedRemedy).length;
  if (remedies.length === 0) return `${title}: no remedy yet`;
  return `${title}: ${count(remedies.length, 'remedy', 'remedies')}, ${works} found to work`;
}

function Known({
  partnership,
  one,
  may,
  onEdit,
}: {
  partnership: string;
  one: Incident;
  may: boolean;
  onEdit: () => void;
}) {
  return (
    <section className="stack">
      <dl className="supplier-facts">
        <div>
          <dt>Supplier</dt>
          <dd>
            {one.supplier === null ? (
              'No single one'
            ) : (
              <Link
                to="/p/$partnership/change/suppliers/$supplier"
                params={{ partnership, supplier: one.supplier.id }}
              >
                {one.supplier.name}
              </Link>
            )}
            {one.site !== null && `, ${one.site.name}`}
          </dd>
        </div>
        <div>
          <dt>Found</dt>
          <dd>{day(one.foundOn)}</dd>
        </div>
        <div>
          <dt>How it came to be known</dt>
          <dd>{channelWords[one.channel]}</dd>
        </div>
        <div>
          <dt>Workers it concerns</dt>
          <dd>
            {workersWords(one.affected)}
            {one.affected.suppressed && <span className="small soft"> too few to show</span>}
          </dd>
        </div>
        <div>
          <dt>About</dt>
          <dd>{one.clauses.map(clauseTitle).join('; ') || '–'}</dd>
        </div>
        <div>
          <dt>How it stands</dt>
          <dd>
            {incidentTitles[one.status]}
            {one.closedOn !== null && `, ${day(one.closedOn)}`}
          </dd>
        </div>
      </dl>
      {one.facts !== '' && <p className="prose">{one.facts}</p>}
      {one.reason !== '' && <p>Reason: {one.reason}</p>}
      {one.warnings.length > 0 && (
        <Notice tone="warn" title="Its words may lead to a person">
          <p>
            {list(one.warnings.map(({ found }) => `“${found}”`))}. Look whether they are needed;
            numbers are enough for the report.
          </p>
        </Notice>
      )}
      {may && (
        <div>
          <Button onClick={onEdit}>Change what is known</Button>
        </div>
      )}
    </section>
  );
}

function RemedyRow({ remedy, may, onEdit }: { remedy: Remedy; may: boolean; onEdit: () => void }) {
  const { checkedOn, works, checkDueOn } = remedy;
  return (
    <li className="record">
      <div className="record-says">
        <h3>{remedyTitles[remedy.kind]}</h3>
        <p className="small soft">
          {[
            `given ${day(remedy.givenOn)}`,
            remedy.amount !== null && `${remedy.currency} ${number(remedy.amount)}`.trim(),
            `workers reached: ${workersWords(remedy.workers)}`,
            agreementTitles[remedy.agreement].toLowerCase(),
          ]
            .filter((part) => part !== false)
            .join(' · ')}
        </p>
        {remedy.description !== '' && <p>{remedy.description}</p>}
        <p>
          {checkedOn !== null && works !== null ? (
            <>
              <span className="strong">
                Checked {day(checkedOn)}: {worksTitles[works]}.
              </span>{' '}
              {remedy.checkNote}
            </>
          ) : (
            <span className="soft">
              Not checked yet{checkDueOn !== null && `; to be checked by ${day(checkDueOn)}`}.
            </span>
          )}
        </p>
      </div>
      {may && (
        <div className="row">
          <Button onClick={onEdit}>
            {checkedOn === null ? 'Check it' : 'Change'}
            <span className="unseen"> {remedyTitles[remedy.kind]}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

/** Moves an incident on; what still stands in the way of closing it is said before it is tried. */
function Standing({
  partnership,
  one,
  remedies,
}: {
  partnership: string;
  one: Incident;
  remedies: readonly Remedy[];
}) {
  const [reason, setReason] = useState('');
  const { offer, offerUndo } = useUndo();
  const move = useMutation({
    mutationFn: (json: { status: IncidentStatus; reason?: string }) =>
      got(
        partner.incidents[':incident'].$patch({ param: { partnership, incident: one.id }, json }),
      ),
    onSuccess: async ({ status }) => {
      if (status === 'closed')
        offerUndo({
          says: 'The incident is closed.',
          undo: () => move.mutate({ status: one.status, reason: one.reason }),
        });
      await diligenceChanged(partnership);
    },
  });
  const missing = closingProblems(reason, remedies).length > 0;
  return (
    <section className="stack">
      <h2>{one.status === 'closed' ? 'It is closed' : 'Move it on'}</h2>
      <Undo offer={offer} />
      <Problems error={move.error} />
      {one.status === 'closed' ? (
        <div>
          <Button
            disabled={move.isPending}
            onClick={() => move.mutate({ status: 'remedy', reason: '' })}
          >
            Open it again
          </Button>
        </div>
      ) : (
        <>
          <div className="row">
            {(['looking-into', 'remedy'] as const)
              .filter((status) => status !== one.status)
              .map((status) => (
                <Button
                  key={status}
                  disabled={move.isPending}
                  onClick={() => move.mutate({ status })}
                >
                  {incidentTitles[status]}
                </Button>
              ))}
          </div>
          <TextField
            label="Reason for closing it without a checked remedy"
            hint="Only where no remedy could be given or checked."
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
          <div className="row">
            <Button
              disabled={move.isPending}
              onClick={() => move.mutate({ status: 'closed', reason })}
            >
              Close the incident
            </Button>
            {missing && (
              <span className="small soft">
                It needs a remedy that was found to work on a later day, or a reason.
              </span>
            )}
          </div>
        </>
      )}
    </section>
  );
}
