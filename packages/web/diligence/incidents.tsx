import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayFollowRound, mayKeepRecord } from '@freehold/core/access';
import { clauseTitle, incidentTitles, isCheckedRemedy } from '@freehold/core/diligence';
import { ChangeFrame } from '../change/frame.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { AssessmentList } from './assessment-list.tsx';
import { incidentsQuery, type Incidents as Found } from './calls.ts';
import { IncidentForm } from './incident-form.tsx';
import { workersWords } from './words.ts';
import '../look/record.css';
import '../look/directory.css';
import '../look/diligence.css';

/** Incidents with what was done about them, and assessments of places of work. */
export function Incidents() {
  const { partnership } = useParams({ from: '/p/$partnership/change/incidents' });
  const navigate = useNavigate();
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const mayRead = mine !== null && mayFollowRound(mine.role);
  const { data, error } = useQuery({ ...incidentsQuery(partnership), enabled: mayRead });
  const [adding, setAdding] = useState(false);
  const close = (incident: string | null) => {
    setAdding(false);
    if (incident !== null)
      void navigate({
        to: '/p/$partnership/change/incidents/$incident',
        params: { partnership, incident },
      });
  };
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Incidents"
      title={titleFor(data)}
      ready={data !== undefined || (mine !== null && !mayRead)}
      action={
        may && (data?.incidents.length ?? 0) > 0 ? (
          <Button tone="primary" onClick={() => setAdding(true)}>
            Write an incident down
          </Button>
        ) : undefined
      }
    >
      {!mayRead && <p>Incidents are for those who take part in the work.</p>}
      {data?.incidents.length === 0 && (
        <Empty title="An incident runs from finding to remedy">
          <p>
            Write down what was found, how many workers it concerns and what was done for them. It
            closes when a remedy has been found to work on a later day, or with a stated reason.
            Nobody stands here by name.
          </p>
          {may && (
            <div>
              <Button tone="primary" onClick={() => setAdding(true)}>
                Write the first incident down
              </Button>
            </div>
          )}
        </Empty>
      )}
      {data !== undefined && data.incidents.length > 0 && (
        <List partnership={partnership} found={data} />
      )}
      {mayRead && (
        <>
          <section className="stack">
            <h2>Assessments of places of work</h2>
            <AssessmentList partnership={partnership} may={may} />
            <div>
              <Link
                className={buttonClass()}
                to="/p/$partnership/change/incidents/assess"
                params={{ partnership }}
              >
                Assess a place of work
              </Link>
            </div>
          </section>
          <Method>
            <p>
              Numbers of workers under 5 are [c], and no total gives them away. That nothing is
              written down here does not say that nothing happens.
            </p>
          </Method>
        </>
      )}
      {adding && <IncidentForm {...{ partnership }} incident={null} onClose={close} />}
    </ChangeFrame>
  );
}

function titleFor(data: Found | undefined): string {
  if (data === undefined) return 'Incidents and remedy';
  const { incidents, remedies } = data;
  if (incidents.length === 0) return 'No incident is written down yet';
  const open = incidents.filter(({ status }) => status !== 'closed').length;
  const checked = remedies.filter(isCheckedRemedy).length;
  return `${open} of ${count(incidents.length, 'incident is', 'incidents are')} open; ${count(checked, 'remedy was', 'remedies were')} found to work`;
}

function List({ partnership, found }: { partnership: string; found: Found }) {
  return (
    <Table
      caption="The newest first"
      rows={found.incidents}
      rowKey={({ id }) => id}
      stacks
      columns={[
        {
          title: 'Incident',
          heads: true,
          cell: ({ id, title, supplier }) => (
            <>
              <Link
                to="/p/$partnership/change/incidents/$incident"
                params={{ partnership, incident: id }}
              >
                {title}
              </Link>
              <div className="small soft regular">{supplier?.name ?? 'No single supplier'}</div>
            </>
          ),
        },
        { title: 'Found', cell: ({ foundOn }) => day(foundOn) },
        { title: 'About', cell: ({ clauses }) => clauses.map(clauseTitle).join('; ') || '–' },
        { title: 'Workers', figure: true, cell: ({ affected }) => workersWords(affected) },
        { title: 'How it stands', cell: ({ status }) => incidentTitles[status] },
        {
          title: 'Remedy',
          cell: ({ id }) => {
            const here = found.remedies.filter(({ incident }) => incident === id);
            const works = here.filter(isCheckedRemedy).length;
            return here.length === 0
              ? '– none yet'
              : `${count(here.length, 'remedy', 'remedies')}, ${works} found to work`;
          },
        },
      ]}
    />
  );
}
