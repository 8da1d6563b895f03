import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { Stage } from '@freehold/core/framework';
import type { PlaceAt } from '../plan/plan.ts';
import { inputsQuery } from './calls.ts';

/** What survivors said in one stage of one round, theme by theme; that nobody was heard is said too. [SV-4] */
export function StageVoices({ at, stage, round }: { at: PlaceAt; stage: Stage; round: number }) {
  const { data } = useQuery(inputsQuery(at));
  if (data === undefined) return null;
  const heard = data.inputs.filter((each) => each.stage === stage && each.round === round);
  const more = (
    <Link
      to="/p/$partnership/plan/survivor-input"
      params={{ partnership: at.partnership }}
      search={{ place: at.place }}
    >
      {heard.length === 0 ? 'Write down what they said' : 'All of it'}
    </Link>
  );
  return (
    <section className="stack-tight">
      <h3>What survivors said</h3>
      {heard.length === 0 ? (
        <p className="small">No survivor input in this stage yet. {more}</p>
      ) : (
        <>
          <ul className="small">
            {heard.map(({ id, theme, changed }) => (
              <li key={id}>
                <span className="strong">{theme}:</span>{' '}
                {changed === '' ? 'nothing changed yet' : changed}
              </li>
            ))}
          </ul>
          <p className="small">{more}</p>
        </>
      )}
    </section>
  );
}
