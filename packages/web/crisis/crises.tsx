import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayRunCrisis } from '@freehold/core/access';
import { phaseWords, spanOf, spanWords, stateWords, typeWords } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { usePlan } from '../plan/plan.ts';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { crisesQuery, type Crisis } from './calls.ts';
import { CrisisForm } from './crisis-form.tsx';
import { Library } from './library.tsx';
import { stateTones } from './words.ts';
import '../look/crisis.css';

/** Every crisis of the partnership, what to do in one by the library, and the way to prepare. */
export function Crises() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/crisis' });
  const search = useSearch({ from: '/p/$partnership/plan/crisis' });
  const navigate = useNavigate({ from: '/p/$partnership/plan/crisis' });
  const plan = usePlan(partnership, search.place);
  const { data, error } = useQuery(crisesQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayRunCrisis(mine.role);
  const [form, setForm] = useState(false);
  const crises = data?.crises ?? [];
  const prepare = (
    <Button tone="primary" onClick={() => setForm(true)}>
      Prepare for a crisis
    </Button>
  );
  return (
    <PlanFrame
      {...{ partnership, plan, error }}
      place={search.place}
      here="Crisis"
      title={title(crises)}
      lede="A plan made in quiet times, one board while it lasts, and what was learnt afterwards."
      ready={data !== undefined}
      action={may && crises.length > 0 ? prepare : undefined}
    >
      {crises.length === 0 ? (
        <Empty title="A crisis breaks routine when people need it most">
          <p>
            Agree beforehand who calls whom, what is done in the first hours, which services can
            take how many, and which counts you will hold later ones against. When it comes, one
            button makes the board and tells everybody.
          </p>
          {may && <div>{prepare}</div>}
        </Empty>
      ) : (
        <ul className="crisis-list">
          {crises.map((crisis) => (
            <CrisisLine key={crisis.id} {...{ partnership, crisis }} />
          ))}
        </ul>
      )}
      <Library
        filter={{
          type: search.type ?? null,
          phase: search.phase ?? null,
          actor: search.actor ?? null,
        }}
        onFilter={({ type, phase, actor }) =>
          void navigate({
            search: {
              ...(search.place !== undefined && { place: search.place }),
              ...(type !== null && { type }),
              ...(phase !== null && { phase }),
              ...(actor !== null && { actor }),
            },
            resetScroll: false,
          })
        }
      />
      {form && plan.place !== null && (
        <CrisisForm
          {...{ partnership }}
          place={{ id: plan.place.id, name: plan.place.name }}
          onClose={() => setForm(false)}
          onMade={(crisis) =>
            void navigate({
              to: '/p/$partnership/plan/crisis/$crisis',
              params: { partnership, crisis },
            })
          }
        />
      )}
    </PlanFrame>
  );
}

function title(crises: readonly Crisis[]): string {
  const active = crises.find(({ state }) => state === 'active');
  if (active !== undefined) return `${active.title} is active`;
  const many = (state: Crisis['state']) => crises.filter((each) => each.state === state).length;
  if (crises.length === 0) return 'Nothing is prepared for a crisis yet';
  const open = many('ended');
  return `No crisis is active; ${count(many('prepared'), 'plan is', 'plans are')} ready${open > 0 ? `, ${open} still to be reviewed` : ''}`;
}

function CrisisLine({ partnership, crisis }: { partnership: string; crisis: Crisis }) {
  const { type, phase, place, activatedAt, endedAt } = crisis;
  return (
    <li>
      <Link to="/p/$partnership/plan/crisis/$crisis" params={{ partnership, crisis: crisis.id }}>
        <span className="crisis-name">{crisis.title}</span>
        <span className={stateTones[crisis.state]}>{stateWords[crisis.state]}</span>
        <span className="small soft">
          {typeWords[type]} · {phaseWords[phase]} ({spanWords[spanOf(phase)]}) · {place.name}
          {activatedAt !== null && ` · activated ${day(activatedAt)}`}
          {endedAt !== null && `, ended ${day(endedAt)}`}
        </span>
      </Link>
    </li>
  );
}
