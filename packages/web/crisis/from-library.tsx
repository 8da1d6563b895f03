import { ofKind, practicesFor, type Practice } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { count } from '../words.ts';
import type { BoardProps } from './board.tsx';
import { Status } from './status.tsx';

/** Practices for this kind of crisis and phase that the plan does not have yet; each goes in with one touch. */
export function FromLibrary({ board, items }: BoardProps) {
  const { type, phase, state } = board.crisis;
  const taken = ofKind(board.items, 'action').map(({ content }) => content.practice);
  // A plan is made before: what is done in the first hours belongs into it.
  const wanted =
    state === 'prepared' && phase === 'preparedness' ? ['preparedness', 'acute'] : [phase];
  const found = practicesFor({ type, phase: null, actor: null }).filter(
    ({ code, phases }) => !taken.includes(code) && phases.some((each) => wanted.includes(each)),
  );
  if (found.length === 0) return null;
  return (
    <details className="put-away">
      <summary>
        {count(found.length, 'practice', 'practices')} of the library that the plan does not have
      </summary>
      <ul className="crisis-practices">
        {found.map((practice) => (
          <li key={practice.code}>
            <span className="row">
              <span className="strong">{practice.title}</span>
              <Status status={practice.status} />
            </span>
            <p>{practice.says}</p>
            <div>
              <Button disabled={items.busy} onClick={() => void items.add(actionFrom(practice))}>
                Take into the plan<span className="unseen">: {practice.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function actionFrom({ code, title, usualHours }: Practice) {
  return {
    ...{ kind: 'action' as const, title, practice: code, ownerOrganisation: '', ownerRole: '' },
    ...{ dueAfterHours: usualHours, route: '', checks: [], status: 'planned' as const, note: '' },
  };
}
