import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  figures,
  InterventionStatus,
  statusSaid,
  Timing,
  timingSaid,
} from '@freehold/core/prevention';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { count } from '../words.ts';
import { portfolioQuery, type Intervention } from './calls.ts';
import { PreventionFrame, useHere, type Here } from './frame.tsx';
import { InterventionTable } from './intervention-table.tsx';

/** Everything that is, was or will be done; ideas and what has ended too. */
export function Interventions() {
  const here = useHere();
  const { partnership, plan, search } = here;
  const { data, error } = useQuery(portfolioQuery(partnership));
  const [status, setStatus] = useState<InterventionStatus | ''>('');
  const [when, setWhen] = useState<Timing | ''>('');
  const all = data?.interventions ?? [];
  const shown = all.filter(
    (each) =>
      (status === '' || each.status === status) && (when === '' || each.timing.includes(when)),
  );
  return (
    <PreventionFrame
      here={here}
      tab="Interventions"
      title={titleOf(all)}
      error={error}
      ready={data !== undefined}
      action={
        plan.mayEdit && all.length > 0 ? (
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/plan/interventions/new"
            params={{ partnership }}
            search={search}
          >
            Add an intervention
          </Link>
        ) : undefined
      }
    >
      {data !== undefined && (
        <>
          <Ways here={here} any={all.length > 0} />
          {all.length === 0 ? (
            <None here={here} />
          ) : (
            <>
              <div className="filters">
                <Choice
                  label="Status"
                  value={status}
                  options={[
                    ['', 'All'],
                    ...InterventionStatus.options.map((each) => [each, statusSaid[each]] as const),
                  ]}
                  onChange={setStatus}
                />
                <Choice
                  label="Timing"
                  value={when}
                  options={[
                    ['', 'All'],
                    ...Timing.options.map((each) => [each, timingSaid[each]] as const),
                  ]}
                  onChange={setWhen}
                />
              </div>
              {shown.length === 0 ? (
                <p className="soft">Nothing of this kind. Choose “All” to see the rest.</p>
              ) : (
                <InterventionTable interventions={shown} list={data.list} here={here} />
              )}
            </>
          )}
        </>
      )}
    </PreventionFrame>
  );
}

/** "9 interventions are planned or running, 3 of them before harm". */
function titleOf(all: readonly Intervention[]): string {
  const { n, cells } = figures(all);
  if (all.length === 0) return 'No intervention is written down yet';
  const before = all.filter(
    ({ status, timing }) =>
      (status === 'planned' || status === 'running') && timing.includes('before'),
  ).length;
  return cells.length === 0
    ? 'Nothing is planned or running'
    : `${count(n, 'intervention is', 'interventions are')} planned or running, ${before} of them before harm`;
}

function Ways({ here: { partnership, plan, search }, any }: { here: Here; any: boolean }) {
  const exported = `/api/partnerships/${partnership}/interventions/export?format=`;
  const params = { partnership };
  return (
    <nav className="row" aria-label="More about interventions">
      <Link to="/p/$partnership/plan/interventions/types" {...{ params, search }}>
        The list of types
      </Link>
      {plan.mayEdit && (
        <Link to="/p/$partnership/plan/interventions/import" {...{ params, search }}>
          Import a table
        </Link>
      )}
      {any && (
        <span className="row">
          <span className="small soft">Download</span>
          {['csv', 'xlsx', 'json'].map((format) => (
            <a key={format} href={`${exported}${format}`} download="">
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      )}
    </nav>
  );
}

function None({ here: { partnership, plan, search } }: { here: Here }) {
  return (
    <Empty title="An intervention is anything that is done to prevent exploitation">
      <p>
        A helpline, a drop-in, a training, a change of policy. Say what type it is, by which pathway
        it works and when it acts; the portfolio then shows where effort lies and what is missing.
      </p>
      {plan.mayEdit && (
        <div className="row">
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/plan/interventions/new"
            params={{ partnership }}
            search={search}
          >
            Write the first one down
          </Link>
          <Link to="/p/$partnership/plan/suggestions" params={{ partnership }} search={search}>
            See what could answer your gaps
          </Link>
        </div>
      )}
    </Empty>
  );
}
