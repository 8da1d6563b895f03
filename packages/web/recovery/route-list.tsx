import { useState } from 'react';
import {
  compensationRoutes,
  Jurisdiction,
  jurisdictionWords,
  routeTypeWords,
  type CompensationRoute,
} from '@freehold/core/recovery';
import { Choice } from '../parts/field.tsx';
import { day } from '../words.ts';

/** The routes to compensation as read on a day, by jurisdiction; what nobody has verified says so. */
export function CompensationRoutes() {
  const [place, setPlace] = useState<Jurisdiction | 'all'>('all');
  const routes = compensationRoutes.filter(
    ({ jurisdictions }) =>
      place === 'all' || jurisdictions.includes(place) || jurisdictions.includes('any'),
  );
  return (
    <section className="stack" aria-labelledby="routes-title">
      <h2 id="routes-title">Routes to compensation</h2>
      <p className="soft">
        Signposts with source and date, and no legal advice: time limits are short, so ask early.
      </p>
      <div className="filters">
        <Choice<Jurisdiction | 'all'>
          label="Where"
          value={place}
          options={[
            ['all', 'Everywhere'],
            ...Jurisdiction.options
              .filter((each) => each !== 'any')
              .map((each): [Jurisdiction, string] => [each, jurisdictionWords[each]]),
          ]}
          onChange={setPlace}
        />
      </div>
      <div>
        {routes.map((route) => (
          <Route key={route.code} route={route} />
        ))}
      </div>
    </section>
  );
}

const fields = [
  ['eligibility', 'Who'],
  ['timeLimit', 'Time limit'],
  ['exclusions', 'Exclusions'],
  ['barriers', 'Barriers'],
  ['help', 'Help'],
] as const;

function Route({ route }: { route: CompensationRoute }) {
  const where = route.jurisdictions.map((each) => jurisdictionWords[each]).join(', ');
  return (
    <details className="method">
      <summary>
        {route.title} <span className="small soft">· {where}</span>
      </summary>
      <div className="stack-tight">
        <p className="small soft">{routeTypeWords[route.type]}</p>
        <dl className="facts">
          {fields.map(([field, term]) => (
            <div key={field}>
              <dt>{term}</dt>
              <dd>
                {[route[field]].flat().join('; ')}
                {route.unverified.includes(field) && <span className="tag warn"> UNVERIFIED</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p className="small soft">
          <a href={route.source.url}>{route.source.title}</a>, read on {day(route.readOn)}
        </p>
      </div>
    </details>
  );
}
